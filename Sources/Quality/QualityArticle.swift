internal import Articles
package import Credits
internal import Text
package import Boilerplate

/// An article as the rules see it: its bytes, lines, tokens and sentences, furniture and credits.
package struct QualityArticle: Sendable {
  package let bytes: [UInt8]
  package let title: [UInt8]
  let furniture: [FurnitureSpan]
  let attribution: WireAttribution
  /// Trimmed lines with text.
  let lines: [QualityLine]
  let tokens: [QualityToken]
  /// Tokens of each sentence outside furniture; no sentence runs over a line unless the text is hard-wrapped.
  let sentences: [Range<Int>]
  /// Places of the tokens that are words or numbers.
  let words: [Int]
  /// Whether lines are broken at one width and mean nothing.
  let isWrapped: Bool
  /// The article's language as a place in ``LanguageProfile/languages``; nil when its small words do not tell.
  let language: Int?

  /// Reads the text; `furniture` holds the spans of ``FurnitureDetector``, in order, `attribution` what ``WireReader`` says of
  /// it.
  package init(text: [UInt8], title: [UInt8] = [], furniture: [FurnitureSpan], attribution: WireAttribution) {
    bytes = text
    self.title = title
    self.furniture = furniture
    self.attribution = attribution
    let lines = QualityLine.lines(text.span, furniture)
    isWrapped = FurnitureWrapping.isHardWrapped(lines.map(\.range))
    tokens = QualityToken.tokens(text.span, lines)
    sentences = QualitySentences.sentences(tokens, isWrapped: isWrapped)
    words = tokens.indices.filter { [tokens] in tokens[$0].kind != .mark }
    language = LanguageProfile.shared.language(of: tokens[...])
    self.lines = lines
  }

  func flag(_ id: String, _ range: Range<Int>, _ severity: FlagSeverity, _ message: String) -> QualityFlag {
    QualityFlag(
      flag: id, severity: severity, message: message, range: ByteRange(range.lowerBound, range.upperBound),
      text: bytes.span.string(range))
  }

  /// The bytes under a range of tokens.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
  }
}

/// A line with text.
struct QualityLine: Sendable {
  var range: Range<Int>
  /// Whether furniture covers most of it.
  var isFurniture: Bool

  static func lines(_ text: Span<UInt8>, _ furniture: [FurnitureSpan]) -> [QualityLine] {
    var result: [QualityLine] = []
    var start = 0
    var next = 0
    while start < text.count {
      let end = TextBytes.lineFeed(text, from: start)
      let line = TextBytes.trimmed(text, start..<end)
      start = end + 1
      guard !line.isEmpty else { continue }
      while next < furniture.count, furniture[next].range.indices.upperBound <= line.lowerBound { next += 1 }
      var covered = 0
      var i = next
      while i < furniture.count, furniture[i].range.indices.lowerBound < line.upperBound {
        covered += furniture[i].range.indices.clamped(to: line).count
        i += 1
      }
      result.append(QualityLine(range: line, isFurniture: covered * 2 > line.count))
    }
    return result
  }
}
