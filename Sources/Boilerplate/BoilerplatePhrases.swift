internal import Text
internal import Tables

/// The phrases of `boilerplate.tsv`, found by the hashes of their first two words and then compared letter by letter.
struct BoilerplatePhrases: Sendable {
  enum Match: String { case line, prefix, suffix, contains }

  struct Phrase: Sendable {
    var kind: BoilerplateKind
    var match: Match
    /// Its place in ``BoilerplatePhrases/characters``.
    var characters: Range<Int>
    /// Characters before the first word, such as "(" or "©".
    var lead: Int
    var wordCount: Int
  }

  /// Those of one key together, in the order of the list.
  private let phrases: [Phrase]
  /// All phrases as ``TextBytes/character(_:_:_:)`` reads them, white space as single spaces, one behind the other: a phrase at
  /// hand is a few numbers, and nothing is counted when one is looked at.
  private let characters: [TextBytes.Character]
  /// Places in ``phrases`` by ``key(_:_:)`` of their first two words, by the first word alone when they have only one.
  private let byKey: FlatTable<UInt64, Range<Int>>
  /// A Bloom filter over the keys: nearly every word of a text is settled by two bits.
  private var filter = BloomFilter(words: 2048)
  /// Bloom filters over the first characters of phrases of several words, and over more of them of those that are found inside
  /// sentences: nearly every word with a capital is settled by two bits.
  private var beginnings = BloomFilter(words: 1024)
  private var longBeginnings = BloomFilter(words: 1024)
  private static let (beginning, longBeginning) = (6, 10)

  init(rows: [[Substring]]) {
    var found: [(key: UInt64, phrase: Phrase)] = []
    var characters: [TextBytes.Character] = []
    for row in rows where row.count >= 3 {
      guard let kind = BoilerplateKind(rawValue: String(row[0])), let match = Match(rawValue: String(row[1])),
        let phrase = Self.phrase(String(row[2]), kind, match, &characters)
      else { continue }
      filter.insert(phrase.key)
      let bytes = Array(row[2].utf8)
      if phrase.phrase.wordCount > 1, let hash = Self.hash(bytes.span, 0, Self.beginning) { beginnings.insert(hash) }
      if phrase.phrase.wordCount >= BoilerplateInsets.plainWords, let hash = Self.hash(bytes.span, 0, Self.longBeginning) {
        longBeginnings.insert(hash)
      }
      found.append(phrase)
    }
    self.characters = characters
    let order = found.indices.sorted { (found[$0].key, $0) < (found[$1].key, $1) }
    phrases = order.map { found[$0].phrase }
    var byKey = FlatTable<UInt64, Range<Int>>(filler: 0..<0, capacity: found.count)
    for (place, index) in order.enumerated() {
      if let known = byKey.find(found[index].key) {
        byKey[known] = byKey[known].lowerBound..<place + 1
      } else {
        _ = byKey.insert(found[index].key, place..<place + 1)
      }
    }
    self.byKey = byKey
  }

  /// Appends the characters of a phrase to `all`; nil for one without a word.
  private static func phrase(
    _ text: String, _ kind: BoilerplateKind, _ match: Match, _ all: inout [TextBytes.Character]
  ) -> (key: UInt64, phrase: Phrase)? {
    let words = BoilerplateWords(text)
    guard let first = words.hashes.first, let start = words.starts.first, let end = words.ends.last else { return nil }
    let bytes = Array(text.utf8)
    // A whole line is compared without the punctuation at its ends, so the phrase has none either.
    let range = match == .line ? start..<end : 0..<bytes.count
    let characters = Self.characters(bytes.span, range)
    let lead = characters.prefix { if case .letter = $0 { false } else { true } }.count
    let phrase = Phrase(
      kind: kind, match: match, characters: all.count..<all.count + characters.count, lead: lead, wordCount: words.count)
    all += characters
    return (words.count == 1 ? first : Self.key(first, words.hashes[1]), phrase)
  }

  private static func key(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first ^ second << 31 ^ second >> 33) &* 0xD6E8_FEB8_6659_FD93
  }

  private static func characters(_ text: Span<UInt8>, _ range: Range<Int>) -> [TextBytes.Character] {
    var result: [TextBytes.Character] = []
    var i = range.lowerBound
    while i < range.upperBound {
      let (character, length) = TextBytes.character(text, i, range.upperBound)
      if character != .space || result.last != .space { result.append(character) }
      i += length
    }
    return result
  }

  @inline(__always)
  private func mayHold(_ key: UInt64) -> Bool { filter.mayContain(key) }

  /// Whether a phrase may begin at word `w`; a wrong yes is rare, a no is certain.
  @inline(__always)
  func mayBegin(_ words: BoilerplateWords, at w: Int) -> Bool {
    let first = words.hashes[w]
    return mayHold(first) || w + 1 < words.count && mayHold(Self.key(first, words.hashes[w + 1]))
  }

  /// Whether a phrase of several words may begin where `range` does; a no is certain.
  func mayBegin(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= Self.beginning else { return false }
    return Self.hash(text, range.lowerBound, Self.beginning).map(beginnings.mayContain) ?? true
  }

  /// Whether one of ``BoilerplateInsets/plainWords`` words or more, which begins in ASCII, may begin there; a no is certain.
  func mayBeginLong(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= Self.longBeginning, let hash = Self.hash(text, range.lowerBound, Self.longBeginning) else {
      return false
    }
    return longBeginnings.mayContain(hash)
  }

  /// A hash of the `count` characters from `start` on, twelve at most, capitals as small letters; nil beyond ASCII.
  @inline(__always)
  private static func hash(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> UInt64? {
    guard start + count <= text.count else { return nil }
    var letters: UInt64 = 0
    for i in start..<start + count {
      guard text[i] < 0x80 else { return nil }
      letters = letters << 5 | UInt64(text[i] & 31)
    }
    return letters &* 0x9E37_79B9_7F4A_7C15 >> 40
  }

  /// Calls `body` with each phrase that stands at word `w` of the line `range`, and the byte after it.
  func each(
    _ text: Span<UInt8>, _ range: Range<Int>, _ words: BoilerplateWords, at w: Int, _ body: (Phrase, Int) -> Void
  ) {
    let first = words.hashes[w]
    if mayHold(first) { visit(first, text, range, words, w, body) }
    guard w + 1 < words.count else { return }
    let key = Self.key(first, words.hashes[w + 1])
    if mayHold(key) { visit(key, text, range, words, w, body) }
  }

  private func visit(
    _ key: UInt64, _ text: Span<UInt8>, _ range: Range<Int>, _ words: BoilerplateWords, _ w: Int,
    _ body: (Phrase, Int) -> Void
  ) {
    guard let place = byKey.find(key) else { return }
    for index in byKey[place] {
      let phrase = phrases[index]
      guard let start = Self.start(phrase, range, words, w), let end = end(phrase, text, start, range.upperBound)
      else { continue }
      body(phrase, end)
    }
  }

  /// Where the phrase must begin, given that its first word is word `w`; symbols in front of that word may be part of it.
  private static func start(_ phrase: Phrase, _ range: Range<Int>, _ words: BoilerplateWords, _ w: Int) -> Int? {
    if phrase.lead == 0 { return words.starts[w] }
    if w == 0, phrase.match == .prefix { return range.lowerBound }
    let start = words.starts[w] - phrase.lead
    return start >= range.lowerBound ? start : nil
  }

  /// The byte after the phrase when the text has it at `start`, at a word boundary; nil otherwise.
  private func end(_ phrase: Phrase, _ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Int? {
    var i = start
    let characters = characters.span.extracting(phrase.characters)
    for place in characters.indices {
      let expected = characters[place]
      guard i < limit else { return nil }
      let (found, length) = TextBytes.character(text, i, limit)
      guard found == expected else { return nil }
      i += length
      guard found == .space else { continue }
      while i < limit, TextBytes.character(text, i, limit).0 == .space {
        i += TextBytes.character(text, i, limit).1
      }
    }
    guard i < limit, !characters.isEmpty, case .letter(let last) = characters[characters.count - 1], last &- 0x30 > 9
    else { return i }
    if case .letter = TextBytes.character(text, i, limit).0 { return nil }
    return i
  }
}

/// Words of a line as 64-bit hashes, folded so that spelling variants of a page's phrases meet.
///
/// Case, curly and straight apostrophes, and all numbers are alike. Much simpler than the tokens of the matcher, because it
/// only has to recognise phrases of a list. The arrays are reused from line to line.
package struct BoilerplateWords: Sendable {
  /// One hash a word; ``number`` for digits only.
  package private(set) var hashes: [UInt64] = []
  /// First byte of each word, and the byte after it.
  package private(set) var starts: [Int] = []
  package private(set) var ends: [Int] = []

  package init() {}

  package init(_ phrase: String, limit: Int = 64) {
    let bytes = Array(phrase.utf8)
    read(bytes.span, 0..<bytes.count, limit: limit)
  }

  /// What every word made of digits hashes to.
  package static let number: UInt64 = 0x9E37_79B9_7F4A_7C15

  package var count: Int { hashes.count }

  /// Reads the words of `text[range]`, at most `limit`, in place of those held so far.
  package mutating func read(_ text: Span<UInt8>, _ range: Range<Int>, limit: Int = 64) {
    hashes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var i = range.lowerBound
    while i < range.upperBound, hashes.count < limit { readWord(text, &i, range.upperBound) }
  }

  /// Reads from `i` to the end of the next word, or to `end` when there is none.
  @inline(__always)
  private mutating func readWord(_ text: Span<UInt8>, _ i: inout Int, _ end: Int) {
    var hash = FNV1a.basis
    var digitsOnly = true
    var start = -1
    while i < end {
      let byte = text[i]
      let scalar: UInt32
      let length: Int
      // Nearly every byte is a small letter, which needs no more than this.
      if TextBytes.isLower(byte) {
        (scalar, length) = (UInt32(byte), 1)
      } else {
        let character: TextBytes.Character
        (character, length) = TextBytes.character(text, i, end)
        guard case .letter(let letter) = character else {
          if start >= 0, character != .apostrophe { break }
          i += length
          continue
        }
        scalar = letter
      }
      if start < 0 { start = i }
      hash = FNV1a.appending(UInt64(scalar), to: hash)
      digitsOnly = digitsOnly && scalar &- 0x30 < 10
      i += length
    }
    guard start >= 0 else { return }
    hashes.append(digitsOnly ? Self.number : hash)
    starts.append(start)
    ends.append(i)
  }

  /// The hash of one word, as ``read(_:_:limit:)`` would give it.
  package static func hash(_ word: String) -> UInt64 { BoilerplateWords(word).hashes.first ?? 0 }
}
