internal import Drift
package import Index
package import Output
internal import Pipeline
internal import Relations

/// What the index says of an article, as `newsprint index query` and the service write it.
package enum QueryJSON {
  /// Writes one object.
  package static func write(_ answer: QueryAnswer, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("changes")
      writer.array(answer.comparison?.drift.findings.filter { $0.severity > .minor } ?? []) { write($1, to: &$0) }
      writer.optional("event", answer.event)
      writer.key("id")
      writer.verbatim(answer.identifier.span)
      writer.optional("original", answer.original)
      writer.optional("parent", answer.parent)
      writer.optional("relation", answer.comparison?.relation.relation.rawValue)
      writer.key("role")
      writer.string(answer.role.rawValue)
      writer.key("similarity")
      writer.number(Double(answer.similarity))
      writer.optional("story", answer.story)
    }
  }

  private static func write(_ finding: DriftFinding, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("category")
      writer.string(finding.category.rawValue)
      writer.key("message")
      writer.string(finding.message)
      writer.key("severity")
      writer.string(finding.severity.rawValue)
    }
  }
}

extension JSONWriter {
  /// A member that is null where there is nothing.
  mutating func optional(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }
}
