internal import Drift
internal import Matching
package import Newsprint

/// A comparison as one line of JSON, see the contract of `newsprint compare`.
package enum ComparisonJSON {
  /// The line with its line feed. `a` and `b` are the texts as they came in.
  package static func line(_ comparison: PairComparison, a: [UInt8], b: [UInt8]) -> [UInt8] {
    var json = JSONText()
    json.beginObject()
    json.key("drift")
    json.beginArray()
    for finding in comparison.drift.findings { write(finding, a, b, &json) }
    json.endArray()
    json.key("relation")
    json.value(comparison.relation.relation.rawValue)
    json.key("similarity")
    json.beginObject()
    for (name, value) in similarity(comparison) {
      json.key(name)
      json.value(value)
    }
    json.endObject()
    json.endObject()
    json.newline()
    return json.bytes
  }

  private static func similarity(_ comparison: PairComparison) -> [(name: String, value: Double)] {
    let own = [("aligned_closeness", comparison.drift.closeness)]
    return (own + comparison.relation.similarity).sorted { $0.0 < $1.0 }
  }

  private static func write(_ finding: DriftFinding, _ a: [UInt8], _ b: [UInt8], _ json: inout JSONText) {
    json.beginObject()
    json.key("a")
    write(finding.a, of: a, &json)
    json.key("b")
    write(finding.b, of: b, &json)
    json.key("category")
    json.value(finding.category.rawValue)
    json.key("confidence")
    json.value(finding.confidence)
    json.key("count")
    json.value(finding.count)
    json.key("message")
    json.value(finding.message)
    json.key("rule")
    json.value(finding.rule)
    json.key("severity")
    json.value(finding.severity.rawValue)
    json.endObject()
  }

  private static func write(_ span: DriftFinding.Span?, of text: [UInt8], _ json: inout JSONText) {
    guard let span else { return json.null() }
    json.beginObject()
    json.key("end")
    json.value(span.end)
    json.key("start")
    json.value(span.start)
    json.key("text")
    json.value(String(decoding: text[span.range], as: UTF8.self))
    json.endObject()
  }
}
