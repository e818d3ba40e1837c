package import Files
internal import Articles
package import Pipeline
internal import Quality
internal import Input
package import Output

/// The lines of `cluster`: where each article belongs and what it is there.
package struct ClusterReport: Sendable {
  private let result: ClusterJob.Result

  package init(_ result: ClusterJob.Result) { self.result = result }

  /// One line for each article, in input order.
  package func write(to file: AtomicFile) throws(ReadingError) {
    var writer = JSONWriter()
    for article in result.batch.corpus.active {
      append(article, to: &writer)
      try file.write(writer.bytes.span)
      writer.removeAll()
    }
  }

  /// The line of one article without its line break.
  package func line(_ article: UInt32) -> [UInt8] {
    var writer = JSONWriter()
    append(article, to: &writer)
    return Array(writer.bytes.dropLast())
  }

  /// One line, with the article's flags where they were asked for.
  private func append(_ article: UInt32, to writer: inout JSONWriter) {
    let quality = result.quality.isEmpty ? nil : result.quality[Int(article)]
    let table = result.batch.corpus.table
    let names = result.batch.store.names
    let member = result.members[Int(article)]
    let story = result.stories[Int(member.story)]
    writer.object { writer in
      writer.key("cluster")
      writer.string(story.id)
      writer.key("event")
      writer.string(result.events[Int(member.event)])
      writer.key("evidence")
      writer.array(member.evidence) { $0.string($1) }
      if let quality { FlagReport.appendFlags(quality, to: &writer) }
      writer.key("id")
      writer.identifier(article, of: table, names)
      writer.key("original")
      writer.identifier(member.original, of: table, names)
      writer.key("original_confidence")
      writer.number(Double(story.originalConfidence))
      writer.key("parent")
      writer.identifier(member.parent, of: table, names)
      writer.key("role")
      writer.string(member.role.rawValue)
      writer.key("role_confidence")
      writer.number(Double(member.roleConfidence))
      if let quality {
        writer.key("score")
        writer.number(quality.score)
      }
      writer.key("similarity")
      writer.number(Double(member.similarity))
      writer.key("size")
      writer.integer(story.members.count)
      if !result.eventSources.isEmpty {
        let sources = result.eventSources[Int(member.event)]
        writer.key("source_names")
        writer.array(sources.names) { $0.string($1) }
        writer.key("sources")
        writer.integer(sources.count)
      }
      writer.key("weakest_pair")
      writer.number(Double(story.weakestPair))
      if !result.credits.isEmpty { appendCredits(article, member, to: &writer) }
    }
    writer.newline()
  }

  /// What is only known when the texts were read again.
  private func appendCredits(_ article: UInt32, _ member: ClusterJob.Member, to writer: inout JSONWriter) {
    writer.key("wire")
    writer.array(result.credits[Int(article)].wires) { $0.string($1) }
    writer.key("wire_lost")
    writer.bool(member.isCreditLost)
  }
}
