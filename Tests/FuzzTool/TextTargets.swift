import Articles
import Boilerplate
import Credits
import Drift
import Files
import Newsprint
import Pipeline
import Quality
import Reports
import Text

/// The analysis of texts: whatever comes in is UTF-8 by then.
enum TextTargets {
  private static func text(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes.prefix(6000), as: UTF8.self).utf8) }

  /// A view is UTF-8, and every character of it stands for whole characters of the text.
  static func view(_ bytes: [UInt8]) throws {
    let text = text(bytes)
    guard let view = TextView(of: text.span) else { return }
    let reading = Array(view.bytes[..<view.count])
    guard reading.span.isValidUTF8 else { throw BrokenPromise("a view is not UTF-8") }
    var start = 0
    while start < reading.count {
      let end = reading.span.wholeCharacters(start..<start + 1).upperBound
      let source = view.source(start..<end)
      guard source.upperBound <= text.count, source.lowerBound <= source.upperBound else {
        throw BrokenPromise("a character of the view stands for nothing of the text")
      }
      start = end
    }
  }

  /// Words stand in order and between characters.
  static func words(_ bytes: [UInt8]) throws {
    let text = text(bytes)
    var scanner = WordScanner()
    var words = WordStream()
    scanner.scan(text + [UInt8](repeating: 0, count: TextView.padding), 0..<text.count, into: &words)
    for index in 0..<words.count {
      try Promises.check(Int(words.starts[index])..<Int(words.ends[index]), of: text, "a word")
    }
  }

  private static let detector = BoilerplateDetector()

  /// What belongs to the page stands in order; the body is as long as the reading, and UTF-8.
  static func boilerplate(_ bytes: [UInt8]) throws {
    let text = text(bytes)
    let title = Array(text.prefix(while: { $0 != 0x0A }))
    var reader = BodyReader(detector: detector)
    let body = reader.body(text, title: title)
    try Promises.check(ascending: body.boilerplate.map { $0.range.indices }, of: body.reading, "boilerplate")
    guard body.body.count == body.reading.count, body.body.span.isValidUTF8 else { throw BrokenPromise("a body is cut") }
    for span in body.boilerplate { try Promises.check(span.range.indices, of: body.reading, "\(span.kind)") }
  }

  /// Tokens, sentences, quotations, figures and names stand where they should.
  static func sentences(_ bytes: [UInt8]) throws {
    let text = text(bytes)
    let read = LinguisticAnalysis(words: WordTable()).read(text) { _ in false }
    try Promises.check(ascending: read.tokens.map(\.bytes), of: text, "a token")
    let tokens = read.tokens.indices
    var end = 0
    for sentence in read.sentences {
      guard sentence.lowerBound >= end, sentence.upperBound <= tokens.upperBound else {
        throw BrokenPromise("a sentence lies over another or behind the text")
      }
      end = sentence.upperBound
    }
    let parts = read.quotations.map(\.tokens) + read.figures.map(\.tokens) + read.names.map(\.tokens)
    for part in parts where part.lowerBound < 0 || part.upperBound > tokens.upperBound {
      throw BrokenPromise("a part of the text lies behind it")
    }
  }

  private static let wires = WireReader()

  static func credits(_ bytes: [UInt8]) throws {
    let text = text(bytes)
    for evidence in wires.attribution(of: text).evidence {
      try Promises.check(evidence.range.indices, of: text, "a credit")
      guard (0...1).contains(evidence.confidence) else { throw BrokenPromise("a confidence of \(evidence.confidence)") }
    }
  }

  static func flags(_ bytes: [UInt8]) throws {
    let text = text(bytes)
    let report = ArticleFlagger.shared.report(text: text, title: Array(text.prefix(while: { $0 != 0x0A })))
    guard (0...1).contains(report.score) else { throw BrokenPromise("a score of \(report.score)") }
    for flag in report.flags { try Promises.check(flag.range.indices, of: text, "the flag \(flag.flag)") }
  }

  private static let newsprint = Result { try Detector() }

  /// A fingerprint is that of the same text again, and resembles itself.
  static func fingerprint(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes.prefix(6000), as: UTF8.self)
    let detector = try newsprint.get()
    let (first, second) = (detector.fingerprint(text), detector.fingerprint(text))
    guard first == second else { throw BrokenPromise("two fingerprints of one text") }
    let resemblance = try first.resemblance(to: second)
    guard resemblance == (first.words > 0 ? 1 : 0) else { throw BrokenPromise("a text resembles itself by \(resemblance)") }
  }

  /// Two halves as two articles: the line is JSON, and every place in it begins and ends between characters.
  static func compare(_ bytes: [UInt8]) throws {
    let text = text(bytes)
    let cut = text.span.wholeCharacters(0..<text.count / 2).upperBound
    let a = Array(text[..<cut]), b = Array(text[cut...])
    let pair = unsafe comparer.compare(a, b)
    try Promises.check(line: ComparisonJSON.line(pair, a: a, b: b).dropLast().map(\.self))
    for finding in pair.drift.findings {
      if let span = finding.a { try Promises.check(span.range, of: a, "\(finding.rule)") }
      if let span = finding.b { try Promises.check(span.range, of: b, "\(finding.rule)") }
    }
  }

  // One thread runs the targets, and a comparer is dear to make.
  nonisolated(unsafe) private static let comparer = PairComparer(options: DriftOptions())
}
