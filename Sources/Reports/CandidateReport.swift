package import Files
internal import Articles
package import Pipeline
internal import Input
package import Output

/// The candidate pairs of a clustering, `{"a": ID, "b": ID}` a line: what was compared exactly, to measure what was missed.
package struct CandidateReport {
  private let result: ClusterJob.Result

  package init(_ result: ClusterJob.Result) { self.result = result }

  /// One line for each pair of articles that are nobody's copies.
  package func write(to file: AtomicFile) throws(ReadingError) {
    let table = result.batch.corpus.table
    let names = result.batch.store.names
    var writer = JSONWriter()
    for (a, b) in result.candidatePairs {
      writer.object { writer in
        writer.key("a")
        writer.identifier(a, of: table, names)
        writer.key("b")
        writer.identifier(b, of: table, names)
      }
      writer.newline()
      try file.write(writer.bytes.span)
      writer.removeAll()
    }
  }
}
