internal import Files
internal import Articles
package import Credits
internal import Text
package import Boilerplate

/// An article as the rules see it: its bytes, lines, tokens and sentences, boilerplate and credits.
package struct QualityArticle: Sendable {
  /// The article's reading, see ``ArticleBody``; all ranges but those of ``source`` are its.
  package let bytes: [UInt8]
  /// The text as it came in, with the way back to it.
  let source: ArticleBody
  package let title: [UInt8]
  let boilerplate: [BoilerplateSpan]
  let attribution: WireAttribution
  /// Trimmed lines with text.
  let lines: [QualityLine]
  let tokens: [QualityToken]
  /// Tokens of each sentence outside boilerplate; no sentence runs over a line unless the text is hard-wrapped.
  let sentences: [Range<Int>]
  /// Places of the tokens that are words or numbers.
  let words: [Int]
  /// Whether lines are broken at one width and mean nothing.
  let isWrapped: Bool
  /// The article's language as a place in ``LanguageProfile/languages``; nil when its small words do not tell.
  let language: Int?

  /// Reads an article; `attribution` is what ``WireReader`` says of its reading.
  package init(_ source: ArticleBody, title: [UInt8] = [], attribution: WireAttribution) {
    let text = source.reading
    let boilerplate = source.boilerplate
    bytes = text
    self.source = source
    self.title = title
    self.boilerplate = boilerplate
    self.attribution = attribution
    let lines = QualityLine.lines(text.span, boilerplate)
    isWrapped = BoilerplateWrapping.isHardWrapped(lines.map(\.range))
    tokens = QualityToken.tokens(text.span, lines)
    sentences = QualitySentences.sentences(tokens, isWrapped: isWrapped)
    words = tokens.indices.filter { [tokens] in tokens[$0].kind != .mark }
    language = LanguageProfile.shared.language(of: tokens[...])
    self.lines = lines
  }

  /// A flag for a range of the reading; its own range is that of the text as it came in.
  func flag(_ id: String, _ range: Range<Int>, _ severity: FlagSeverity, _ message: String) -> QualityFlag {
    sourceFlag(id, source.source(ByteRange(range.lowerBound, range.upperBound)).indices, severity, message)
  }

  /// A flag for a range of the text as it came in.
  func sourceFlag(_ id: String, _ range: Range<Int>, _ severity: FlagSeverity, _ message: String) -> QualityFlag {
    // Whatever a rule points at: a place that is given out begins and ends between characters.
    let range = source.text.span.wholeCharacters(range)
    return QualityFlag(
      flag: id, severity: severity, message: message, range: ByteRange(range.lowerBound, range.upperBound),
      text: source.text.span.string(range))
  }

  /// The bytes under a range of tokens.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
  }
}

/// A line with text.
struct QualityLine: Sendable {
  var range: Range<Int>
  /// Whether boilerplate covers most of it.
  var isBoilerplate: Bool

  static func lines(_ text: Span<UInt8>, _ boilerplate: [BoilerplateSpan]) -> [QualityLine] {
    var result: [QualityLine] = []
    var start = 0
    var next = 0
    while start < text.count {
      let end = TextBytes.lineFeed(text, from: start)
      let line = TextBytes.trimmed(text, start..<end)
      start = end + 1
      guard !line.isEmpty else { continue }
      while next < boilerplate.count, boilerplate[next].range.indices.upperBound <= line.lowerBound { next += 1 }
      var covered = 0
      var i = next
      while i < boilerplate.count, boilerplate[i].range.indices.lowerBound < line.upperBound {
        covered += boilerplate[i].range.indices.clamped(to: line).count
        i += 1
      }
      result.append(QualityLine(range: line, isBoilerplate: covered * 2 > line.count))
    }
    return result
  }
}
