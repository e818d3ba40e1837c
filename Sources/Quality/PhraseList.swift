internal import TextAnalysis

/// Phrases of a list, found in a text by the hashes of their words; punctuation and case do not matter.
struct PhraseList: Sendable {
  struct Phrase: Sendable {
    var words: [UInt64]
    /// What the list says about it.
    var note: String
    /// Counts at the beginning of a line only.
    var opensLine: Bool
    /// Signs that must stand directly before and behind the words, such as the brackets of a template's slot.
    var before: UInt8?
    var behind: UInt8?
  }

  struct Hit: Sendable {
    var phrase: Int
    var range: Range<Int>
  }

  private(set) var phrases: [Phrase] = []
  private var byStart: [UInt64: [Int]] = [:]

  init(_ entries: [(text: Substring, note: Substring)]) {
    for entry in entries {
      let opensLine = entry.text.hasPrefix("^")
      let text = opensLine ? entry.text.dropFirst() : entry.text
      let words = FurnitureWords(String(text)).hashes
      guard words.count >= 2 else { continue }
      byStart[Self.key(words[0], words[1]), default: []].append(phrases.count)
      phrases.append(
        Phrase(
          words: words, note: String(entry.note), opensLine: opensLine, before: text.utf8.first.flatMap(Self.sign),
          behind: text.utf8.last.flatMap(Self.sign)))
    }
  }

  /// Brackets and colons count; other punctuation at the ends of a phrase does not.
  private static func sign(_ byte: UInt8) -> UInt8? { byte == 0x5B || byte == 0x5D || byte == 0x3A ? byte : nil }

  private static func key(_ a: UInt64, _ b: UInt64) -> UInt64 { (a ^ b << 29 ^ b >> 35) &* 0xD6E8_FEB8_6659_FD93 }

  func hits(in text: [UInt8]) -> [Hit] {
    guard !phrases.isEmpty else { return [] }
    var words = FurnitureWords()
    words.read(text.span, 0..<text.count, limit: .max)
    var result: [Hit] = []
    for w in 0..<max(0, words.count - 1) {
      for index in byStart[Self.key(words.hashes[w], words.hashes[w + 1])] ?? [] {
        let phrase = phrases[index]
        let end = w + phrase.words.count
        guard end <= words.count, words.hashes[w..<end].elementsEqual(phrase.words) else { continue }
        let range = words.starts[w]..<words.ends[end - 1]
        if phrase.opensLine, !opensLine(text, range.lowerBound) { continue }
        if let sign = phrase.before, range.lowerBound == 0 || text[range.lowerBound - 1] != sign { continue }
        if let sign = phrase.behind, range.upperBound == text.count || text[range.upperBound] != sign { continue }
        result.append(Hit(phrase: index, range: range))
        break
      }
    }
    return result
  }

  /// Whether only signs and white space stand between the beginning of the line and byte `i`.
  private func opensLine(_ text: [UInt8], _ i: Int) -> Bool {
    var i = i - 1
    while i >= 0, text[i] != 0x0A {
      guard text[i] < 0x30 else { return false }
      i -= 1
    }
    return true
  }
}
