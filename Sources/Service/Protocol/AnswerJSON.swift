internal import Drift
package import Index
package import Output
internal import Pipeline
internal import Relations

/// Articles, stories and events of the index as the service writes them.
enum PlacementJSON {
  /// What became of an article that was added, and where it stands; `line` is that of a stream.
  static func write(_ arrival: Writer.Arrival, line: Int? = nil, to writer: inout JSONWriter) {
    let article = arrival.article
    writer.object { writer in
      head(article, to: &writer)
      if let line {
        writer.key("line")
        writer.integer(line)
      }
      writer.key("outcome")
      writer.string(arrival.outcome.rawValue)
      writer.optional("parent", article.parent)
      likeness(article.role, article.similarity, to: &writer)
      if line != nil {
        writer.key("status")
        writer.integer(arrival.outcome == .new ? 201 : 200)
      }
      place(article, to: &writer)
    }
  }

  /// The answer to a line of a stream that was refused.
  static func write(_ problem: Problem, line: Int, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("line")
      writer.integer(line)
      writer.key("problem")
      problem.write(to: &writer)
      writer.key("status")
      writer.integer(problem.kind.status)
    }
  }

  static func write(_ article: StoredArticle, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("added")
      writer.integer(article.added)
      head(article, to: &writer)
      writer.optional("parent", article.parent)
      writer.key("record")
      writer.verbatim(article.record.span)
      likeness(article.role, article.similarity, to: &writer)
      place(article, to: &writer)
    }
  }

  /// A story with at most `limit` of its members.
  static func write(_ story: StoredStory, limit: Int, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("aliases")
      writer.array(story.aliases) { $0.string($1) }
      head(changed: story.changed, event: story.event, id: story.id, to: &writer)
      writer.key("is_complete")
      writer.bool(story.members.count <= limit)
      writer.key("members")
      writer.array(story.members.prefix(limit)) { write($1, to: &$0) }
    }
  }

  /// A list of stories; an empty one goes on from where it was asked for.
  static func write(_ stories: [ListedStory], since: Int64, after: Int64, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("next")
      writer.object { writer in
        writer.key("after")
        writer.integer(stories.last?.number ?? after)
        writer.key("since")
        writer.integer(stories.last?.changed ?? since)
      }
      writer.key("stories")
      writer.array(stories) { writer, story in
        writer.object { writer in
          head(changed: story.changed, event: story.event, id: story.id, to: &writer)
          writer.key("size")
          writer.integer(story.size)
        }
      }
    }
  }

  static func write(_ event: StoredEvent, limit: Int, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("aliases")
      writer.array(event.aliases) { $0.string($1) }
      writer.key("id")
      writer.string(event.id)
      writer.key("is_complete")
      writer.bool(event.stories.count <= limit)
      writer.key("stories")
      writer.array(event.stories.prefix(limit)) { $0.string($1) }
    }
  }

  /// How an article stands to the others of its story.
  private static func likeness(_ role: Role, _ similarity: Double, to writer: inout JSONWriter) {
    writer.key("role")
    writer.string(role.rawValue)
    writer.key("similarity")
    writer.number(similarity)
  }

  private static func place(_ article: StoredArticle, to writer: inout JSONWriter) {
    writer.key("story")
    writer.string(article.story)
    writer.key("version")
    writer.integer(article.version)
  }

  private static func head(changed: Int64, event: String, id: String, to writer: inout JSONWriter) {
    writer.key("changed")
    writer.integer(changed)
    writer.key("event")
    writer.string(event)
    writer.key("id")
    writer.string(id)
  }

  private static func head(_ article: StoredArticle, to writer: inout JSONWriter) {
    writer.key("event")
    writer.string(article.event)
    writer.key("id")
    writer.string(article.id)
  }

  private static func write(_ member: StoredStory.Member, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("added")
      writer.integer(member.added)
      writer.key("id")
      writer.string(member.id)
      writer.optional("parent", member.parent)
      writer.key("published")
      if let published = member.published { writer.integer(published) } else { writer.null() }
      likeness(member.role, member.similarity, to: &writer)
      writer.key("superseded")
      writer.bool(member.isSuperseded)
      writer.key("version")
      writer.integer(member.version)
    }
  }
}

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
