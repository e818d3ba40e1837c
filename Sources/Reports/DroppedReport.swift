package import Files
internal import Articles
package import Drift
package import Pipeline
internal import Input
package import Output

/// The lines of `dedupe --duplicates`: what each dropped article duplicates, how similar the two are, why, and what it says
/// otherwise.
package struct DroppedReport {
  private let result: DedupeJob.Result

  package init(_ result: DedupeJob.Result) { self.result = result }

  /// One line for each dropped article, in input order.
  package func write(to file: AtomicFile) throws(ReadingError) {
    var writer = JSONWriter()
    for dropped in result.dropped {
      append(dropped, to: &writer)
      try file.write(writer.bytes.span)
      writer.removeAll()
    }
  }

  /// The line of a dropped article without its line break.
  package func line(_ dropped: DedupeJob.Dropped) -> [UInt8] {
    var writer = JSONWriter()
    append(dropped, to: &writer)
    return Array(writer.bytes.dropLast())
  }

  private func append(_ dropped: DedupeJob.Dropped, to writer: inout JSONWriter) {
    let table = result.corpus.table
    let names = result.store.names
    writer.object { writer in
      if !dropped.changes.isEmpty {
        writer.key("changed")
        writer.array(dropped.changes) { $0.change(category: $1.kind.name, message: $1.message, severity: $1.severity) }
      }
      if let containment = dropped.containment {
        writer.member("containment", Double(containment))
      }
      writer.key("duplicate_of")
      writer.identifier(dropped.of, of: table, names)
      writer.key("id")
      writer.identifier(dropped.article, of: table, names)
      writer.member("reason", dropped.reason.name)
      writer.member("similarity", Double(dropped.similarity))
    }
    writer.newline()
  }
}

extension JSONWriter {
  /// Writes what a copy says otherwise, in one sentence, without its places.
  package mutating func change(category: String, message: String, severity: DriftSeverity) {
    object { writer in
      writer.member("category", category)
      writer.member("message", message)
      writer.member("severity", severity.rawValue)
    }
  }
}
