internal import Articles
package import Newsprint
package import Reading

/// The lines of `cluster`: where each article belongs and what it is there.
package struct ClusterReport {
  private let result: ClusterJob.Result

  /// Names of the credited agencies by article.
  private let wires: [[String]]

  /// - Parameters:
  ///   - result: The clustering.
  ///   - wires: Names of the credited agencies by article, see ``WireJob``.
  package init(_ result: ClusterJob.Result, wires: [[String]]) {
    self.result = result
    self.wires = wires
  }

  /// One line for each article, in input order.
  package func write(to file: AtomicFile) throws(ReadingError) {
    var writer = JSONWriter()
    for article in result.batch.corpus.active {
      append(article, to: &writer)
      try file.write(writer.bytes.span)
      writer.removeAll()
    }
  }

  private func append(_ article: UInt32, to writer: inout JSONWriter) {
    let table = result.batch.corpus.table
    let names = result.batch.store.names
    let member = result.members[Int(article)]
    let story = result.stories[Int(member.story)]
    writer.object { writer in
      writer.key("cluster")
      writer.string(story.id)
      writer.key("event")
      writer.string(result.events[Int(member.event)])
      writer.key("id")
      writer.identifier(article, of: table, names)
      writer.key("original")
      writer.identifier(member.original, of: table, names)
      writer.key("original_confidence")
      writer.number(Double(story.originalConfidence))
      writer.key("role")
      writer.string(member.role.rawValue)
      writer.key("similarity")
      writer.number(Double(member.similarity))
      writer.key("size")
      writer.integer(story.members.count)
      writer.key("weakest_pair")
      writer.number(Double(story.weakestPair))
      writer.key("wire")
      writer.array(wires[Int(article)]) { $0.string($1) }
    }
    writer.newline()
  }
}
