internal import Articles
internal import Drift
internal import Lexicon
package import Output
package import Quality

/// The lines of `flag`: one article's score and flags, with their places.
package enum FlagReport {
  /// Appends one line.
  ///
  /// - Parameters:
  ///   - report: What to write.
  ///   - identifier: The article's id as JSON.
  ///   - writer: Where the line goes.
  package static func append(_ report: QualityReport, identifier: [UInt8], to writer: inout JSONWriter) {
    writer.object { writer in
      appendFlags(report, to: &writer)
      writer.key("id")
      writer.verbatim(identifier.span)
      writer.lexicon()
      writer.member("score", report.score)
    }
    writer.newline()
  }

  /// Appends the member `flags` of an object.
  static func appendFlags(_ report: QualityReport, to writer: inout JSONWriter) {
    writer.key("flags")
    writer.array(report.flags) { append($1, to: &$0) }
  }

  private static func append(_ flag: QualityFlag, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("end", flag.range.end)
      writer.member("flag", flag.flag.rawValue)
      writer.member("message", flag.message)
      writer.member("severity", flag.severity.rawValue)
      writer.member("start", flag.range.start)
      writer.member("text", flag.text)
    }
  }
}

extension JSONWriter {
  /// Marks a result that was had without WordNet: `"lexicon":"own"`, nothing where WordNet was read.
  mutating func lexicon() {
    guard !Lexicon.standard.hasWordNet else { return }
    key("lexicon")
    string("own")
  }
}
