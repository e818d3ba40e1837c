internal import Files
internal import Articles
package import Boilerplate
package import Credits
internal import Drift
package import Text

/// An article as the rules see it: its tokens and sentences, the boilerplate and the credits.
package struct QualityArticle: Sendable {
  /// The text as it came in, with the way back to it.
  let source: ArticleBody
  package let title: [UInt8]
  /// Ranges of ``text``.
  let boilerplate: [BoilerplateSpan]
  let attribution: WireAttribution
  /// The article's reading, see ``ArticleBody``, boilerplate too; all ranges but those of ``source`` are its.
  let text: TokenText
  /// Bytes of the comments of readers that stand behind the article; nil when there are none.
  let comments: Range<Int>?
  /// The tokens outside boilerplate.
  let tokens: [QualityToken]
  /// Ranges of ``tokens``.
  let sentences: [Range<Int>]
  /// Ranges of ``tokens`` that stand on one line.
  let lines: [Range<Int>]
  /// Places of the tokens that are words or numbers.
  let words: [Int]
  /// The hashes of those tokens, for phrases that marks do not part.
  let wordHashes: [UInt64]
  /// Whether lines are broken at one width and mean nothing.
  let isWrapped: Bool
  /// The article's language as a place in ``LanguageProfile/languages``; nil when its small words do not tell.
  let language: Int?

  var bytes: [UInt8] { text.bytes }

  /// Reads an article; `text` is its reading in tokens, `attribution` what ``WireReader`` says of it.
  package init(_ source: ArticleBody, _ text: TokenText, title: [UInt8] = [], attribution: WireAttribution) {
    let boilerplate = source.boilerplate
    self.source = source
    self.text = text
    self.title = title
    self.boilerplate = boilerplate
    self.attribution = attribution
    isWrapped = LineWrapping.isHardWrapped(text.lines.map { text.byteRange($0) })
    let places = Self.places(text, boilerplate)
    let first = ReaderComments.shared.start(in: text)
    comments = first.map { text.byteRange($0..<text.tokens.count) }
    tokens = QualityToken.tokens(text, places)
    sentences = text.sentences(of: places)
    words = tokens.indices.filter { [tokens] in tokens[$0].kind != .mark }
    wordHashes = words.map { [tokens] in tokens[$0].hash }
    language = LanguageProfile.shared.language(of: tokens[...])
    var lines: [Range<Int>] = []
    var start = 0
    for place in tokens.indices where place > 0 && tokens[place].line != tokens[place - 1].line {
      lines.append(start..<place)
      start = place
    }
    if start < tokens.count { lines.append(start..<tokens.count) }
    self.lines = lines
  }

  /// The tokens that no span covers.
  private static func places(_ text: TokenText, _ spans: [BoilerplateSpan]) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(text.tokens.count)
    var next = 0
    for (place, token) in text.tokens.enumerated() {
      while next < spans.count, spans[next].range.end <= token.start { next += 1 }
      if next < spans.count, spans[next].range.start < token.end { continue }
      result.append(place)
    }
    return result
  }

  /// Whether a flag points at what readers wrote.
  func isInComments(_ flag: QualityFlag) -> Bool {
    guard let comments else { return false }
    return flag.range.start >= source.source(ByteRange(comments.lowerBound, comments.upperBound)).start
  }

  /// A flag for a range of the reading; its own range is that of the text as it came in.
  func flag(_ id: FlagID, _ range: Range<Int>, _ severity: DriftSeverity, _ message: String) -> QualityFlag {
    sourceFlag(id, source.source(ByteRange(range.lowerBound, range.upperBound)).indices, severity, message)
  }

  /// A flag for a range of the text as it came in.
  func sourceFlag(_ id: FlagID, _ range: Range<Int>, _ severity: DriftSeverity, _ message: String) -> QualityFlag {
    // Whatever a rule points at: a place that is given out begins and ends between characters.
    let range = source.text.span.wholeCharacters(range)
    return QualityFlag(
      flag: id, severity: severity, message: message, range: ByteRange(range.lowerBound, range.upperBound),
      text: source.text.span.string(range))
  }

  /// The bytes under a range of tokens.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return tokens[first].range.lowerBound..<tokens[last].range.upperBound
  }

  /// Whether an odd number of quotation marks stands before byte `place` in its line, of which a thousand bytes are looked at.
  func isQuoted(_ place: Int) -> Bool {
    var open = false
    for i in (max(0, place - 1000)..<place).reversed() {
      if bytes[i] == 0x0A { break }
      if bytes[i] == 0x22 { open.toggle() }
      if bytes[i] == 0xE2, i + 2 < bytes.count, bytes[i + 1] == 0x80, bytes[i + 2] == 0x9C || bytes[i + 2] == 0x9D {
        open.toggle()
      }
    }
    return open
  }

  /// The bytes of the line in which byte `place` stands.
  func line(around place: Int) -> Range<Int> {
    var start = place
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    var end = place
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return start..<end
  }
}

/// A word, number or sign of an article's own text.
struct QualityToken: Sendable {
  enum Kind: Sendable { case word, number, mark }

  var kind: Kind
  /// Bytes of the text.
  var range: Range<Int>
  /// Hash of the folded spelling, see ``TokenText/hash(_:)``.
  var hash: UInt64
  /// Begins with a capital letter.
  var isCapital = false
  /// All of two or more letters are capitals.
  var isUpper = false
  /// White space or the beginning of a line stands before it.
  var isSpaced = false
  /// The languages that have it among their small words, see ``LanguageProfile``.
  var languages: UInt16 = 0
  /// Place of its line.
  var line: Int
  /// Code of the first character, which tells its script; capitals small when they are ASCII.
  var initial: UInt32

  func isMark(_ character: Unicode.Scalar) -> Bool { kind == .mark && initial == character.value }

  /// A full stop, question or exclamation mark, dots.
  var endsSentence: Bool { kind == .mark && [0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0x061F, 0x06D4, 0x0964].contains(initial) }

  /// More than one full stop, or "…".
  var isEllipsis: Bool { kind == .mark && (initial == 0x2026 || initial == 0x2E && range.count > 1) }

  var isQuote: Bool { kind == .mark && (initial == 0x22 || initial == 0x27) }

  /// The tokens at `places` of the text.
  static func tokens(_ text: TokenText, _ places: [Int]) -> [QualityToken] {
    let profile = LanguageProfile.shared
    // Arrays at hand: each question to the text would count its references up and down.
    let (tokens, hashes, bytes) = (text.tokens, text.hashes, text.bytes)
    var result: [QualityToken] = []
    result.reserveCapacity(places.count)
    var line = 0
    var next = 1
    for place in places {
      while next <= place {
        if tokens[next].shape.contains(.lineStart) { line += 1 }
        next += 1
      }
      result.append(QualityToken(tokens[place], hash: hashes[place], line: line, bytes, profile))
    }
    return result
  }

  private init(_ token: Token, hash: UInt64, line: Int, _ bytes: [UInt8], _ profile: LanguageProfile) {
    kind =
      switch token.kind {
      case .word: .word
      case .number: .number
      case .sign, .mark, .quote: .mark
      }
    range = token.bytes
    self.hash = hash
    isCapital = token.shape.contains(.capitalised)
    isUpper = token.shape.contains(.allCapitals)
    isSpaced = token.shape.contains(.spaced)
    self.line = line
    initial =
      switch token.kind {
      case .quote: hash == Self.apostrophe ? 0x27 : 0x22
      case .mark where hash == Self.dash: 0x2D
      default: TokenText.scalar(token, in: bytes)
      }
    if kind == .word { languages = profile.mask(hash) }
  }

  private static let apostrophe = TokenText.hash("'")
  private static let dash = TokenText.hash("-")
}

extension TokenText {
  /// The hashes of the words and numbers of a line, given by its tokens.
  func words(of line: Range<Int>) -> [UInt64] {
    line.filter { tokens[$0].kind == .word || tokens[$0].kind == .number }.map { hashes[$0] }
  }
}
