internal import Relations
internal import Output
internal import Drift
package import Pipeline

/// A comparison as one line of JSON, see the contract of `newsprint compare`.
package enum ComparisonJSON {
  /// The line with its line feed; `a` and `b` are the texts as they came in.
  package static func line(_ comparison: PairComparison, a: [UInt8], b: [UInt8]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("drift")
      writer.array(comparison.drift.findings) { append($1, a, b, to: &$0) }
      writer.lexicon()
      writer.key("relation")
      writer.string(comparison.relation.relation.rawValue)
      writer.key("similarity")
      writer.object { writer in
        for (name, value) in similarity(comparison) {
          writer.key(name)
          writer.number(value)
        }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private static func similarity(_ comparison: PairComparison) -> [(name: String, value: Double)] {
    let own = [("aligned_closeness", comparison.drift.closeness)]
    return (own + comparison.relation.similarity).sorted { $0.0 < $1.0 }
  }

  private static func append(_ finding: DriftFinding, _ a: [UInt8], _ b: [UInt8], to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("a")
      append(finding.a, of: a, to: &writer)
      writer.key("b")
      append(finding.b, of: b, to: &writer)
      writer.key("category")
      writer.string(finding.category.rawValue)
      writer.key("confidence")
      writer.number(finding.confidence)
      writer.key("count")
      writer.integer(finding.count)
      writer.key("message")
      writer.string(finding.message)
      writer.key("rule")
      writer.string(finding.rule.rawValue)
      writer.key("severity")
      writer.string(finding.severity.rawValue)
    }
  }

  private static func append(_ span: DriftFinding.Span?, of text: [UInt8], to writer: inout JSONWriter) {
    guard let span else { return writer.null() }
    writer.object { writer in
      writer.key("end")
      writer.integer(span.end)
      writer.key("start")
      writer.integer(span.start)
      writer.key("text")
      writer.string(text.span.extracting(span.range))
    }
  }
}
