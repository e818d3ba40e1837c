internal import Fingerprints
internal import Tables
internal import Text

/// Copies of which one lost its letters beyond ASCII: to question marks, to replacement characters, or to nothing.
///
/// Of "Président" then stands "Pr?sident" or "Prsident". What no code page takes are the consonants of ASCII, so such a pair
/// is measured by them: vowels and all letters beyond are left out of both texts, and words that a lost letter cut are whole
/// again.
package struct LostLetters: Sendable {
  private var scanner = WordScanner()
  private var stream = WordStream()
  private let tuning = CopyTuning.standard

  package init() {}

  /// Both texts by their consonants, where one has lost letters that the other has; nil where none has.
  ///
  /// Linear in both.
  mutating func consonants(_ a: CopyDigest, _ b: CopyDigest) -> (a: CopyDigest, b: CopyDigest)? {
    let shingler = Shingler(width: max(a.width, b.width))
    guard Self.haveLost(a.words, b.words, tuning) else { return nil }
    return (consonants(of: a, shingler), consonants(of: b, shingler))
  }

  private static func haveLost(_ a: DigestWords, _ b: DigestWords, _ tuning: CopyTuning) -> Bool {
    func areMany(_ count: Int, of words: DigestWords) -> Bool { Double(count) >= tuning.lostShare * Double(words.hashes.count) }
    if areMany(a.cutWords, of: a) != areMany(b.cutWords, of: b) { return true }
    let beyond = (a.wordsBeyondASCII, b.wordsBeyondASCII)
    return areMany(beyond.0, of: a) && beyond.1 == 0 || areMany(beyond.1, of: b) && beyond.0 == 0
  }

  private mutating func consonants(of digest: CopyDigest, _ shingler: Shingler) -> CopyDigest {
    let text = digest.words.consonants
    let padded = text + [UInt8](repeating: 0, count: TextView.padding)
    scanner.scan(padded, 0..<text.count, into: &stream)
    return CopyDigest(stream, shingler: shingler, text: text[...], reading: text[...], title: WordStream())
  }
}

extension DigestWords {
  /// Words that a lost letter parts from the word before: the two are one.
  fileprivate var cutWords: Int { hashes.indices.count(where: isCut) }

  /// None in most texts of English, which are not looked through word by word.
  fileprivate var wordsBeyondASCII: Int {
    if TextBytes.isASCII(reading.span) { return 0 }
    return hashes.indices.count { word in bytes(word..<word + 1).contains { reading[reading.startIndex + $0] >= 0x80 } }
  }

  /// Whether nothing but a question mark or a replacement character stands before the word and behind the one before.
  private func isCut(_ word: Int) -> Bool {
    // Pairs of characters of a script without spaces overlap.
    guard word > 0, ends[word - 1] < starts[word] else { return false }
    let gap = reading.startIndex + Int(ends[word - 1])
    switch starts[word] - ends[word - 1] {
    case 1: return reading[gap] == 0x3F
    case 3: return reading[gap] == 0xEF && reading[gap + 1] == 0xBF && reading[gap + 2] == 0xBD
    default: return false
    }
  }

  /// The consonants and digits of ASCII of every word; capitals and the beginnings of sentences stay what they are.
  fileprivate var consonants: [UInt8] {
    var result: [UInt8] = []
    for word in hashes.indices {
      if !isCut(word) { result += traits[word].contains(.sentenceStart) ? [0x2E, 0x20] : [0x20] }
      let letters = bytes(word..<word + 1).lazy.map { reading[reading.startIndex + $0] }.filter(Self.isConsonantOrDigit)
      let isNew = result.last == 0x20
      for (place, letter) in letters.enumerated() {
        let isCapital = place == 0 && isNew && traits[word].contains(.capitalised)
        result.append(TextBytes.isDigit(letter) ? letter : isCapital ? letter & 0xDF : letter | 0x20)
      }
    }
    return result
  }

  private static func isConsonantOrDigit(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: false
    default: TextBytes.isLetterOrDigit(byte)
    }
  }
}
