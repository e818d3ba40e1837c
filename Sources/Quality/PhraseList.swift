internal import Tables

/// Phrases of a list, found in an article by the hashes of their words; punctuation and case do not matter.
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
    /// Bytes.
    var range: Range<Int>
  }

  private(set) var phrases: [Phrase] = []
  private var byStart: [UInt64: [Int]] = [:]
  /// Over the keys of ``byStart``.
  private var filter = BloomFilter(words: 512)

  init(_ entries: [(text: Substring, note: Substring)]) {
    for entry in entries {
      let opensLine = entry.text.hasPrefix("^")
      let text = opensLine ? entry.text.dropFirst() : entry.text
      let bytes = Array(text.utf8)
      let line = QualityLine(range: 0..<bytes.count, isBoilerplate: false)
      let words = QualityToken.tokens(bytes.span, [line]).filter { $0.kind != .mark }.map(\.hash)
      guard words.count >= 2 else { continue }
      let key = Self.key(words[0], words[1])
      filter.insert(key)
      byStart[key, default: []].append(phrases.count)
      phrases.append(
        Phrase(
          words: words, note: String(entry.note), opensLine: opensLine, before: bytes.first.flatMap(Self.sign),
          behind: bytes.last.flatMap(Self.sign)))
    }
  }

  /// Brackets and colons count; other punctuation at the ends of a phrase does not.
  private static func sign(_ byte: UInt8) -> UInt8? { byte == 0x5B || byte == 0x5D || byte == 0x3A ? byte : nil }

  private static func key(_ a: UInt64, _ b: UInt64) -> UInt64 { (a ^ b << 29 ^ b >> 35) &* 0xD6E8_FEB8_6659_FD93 }

  func hits(in article: QualityArticle) -> [Hit] {
    var result: [Hit] = []
    let words = article.words
    for w in 0..<max(0, words.count - 1) {
      let key = Self.key(article.tokens[words[w]].hash, article.tokens[words[w + 1]].hash)
      guard filter.mayContain(key) else { continue }
      for index in byStart[key] ?? [] {
        guard let range = match(phrases[index], article, words, w) else { continue }
        result.append(Hit(phrase: index, range: range))
        break
      }
    }
    return result
  }

  /// The bytes of the phrase at word `w`, or nil.
  private func match(_ phrase: Phrase, _ article: QualityArticle, _ words: [Int], _ w: Int) -> Range<Int>? {
    let end = w + phrase.words.count
    guard end <= words.count, (w..<end).allSatisfy({ article.tokens[words[$0]].hash == phrase.words[$0 - w] }) else { return nil }
    let first = article.tokens[words[w]]
    let range = first.range.lowerBound..<article.tokens[words[end - 1]].range.upperBound
    if phrase.opensLine, w > 0, article.tokens[words[w - 1]].line == first.line { return nil }
    if let sign = phrase.before, range.lowerBound == 0 || article.bytes[range.lowerBound - 1] != sign { return nil }
    if let sign = phrase.behind, range.upperBound == article.bytes.count || article.bytes[range.upperBound] != sign { return nil }
    return range
  }
}
