internal import Drift
package import Index
package import Output
internal import Pipeline
internal import Relations
internal import Reports

/// Articles, stories and events of the index as the service writes them.
enum PlacementJSON {
  /// What became of an article that was added, and where it stands; `line` is that of a stream.
  static func write(_ arrival: Writer.Arrival, line: Int? = nil, to writer: inout JSONWriter) {
    let article = arrival.article
    writer.object { writer in
      head(article, to: &writer)
      if let line {
        writer.member("line", line)
      }
      writer.member("outcome", arrival.outcome.rawValue)
      writer.member("parent", article.parent)
      likeness(article.role, article.similarity, to: &writer)
      if line != nil {
        writer.member("status", arrival.outcome == .new ? 201 : 200)
      }
      place(article, to: &writer)
    }
  }

  /// The answer to a line of a stream that was refused.
  static func write(_ problem: Problem, line: Int, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("line", line)
      writer.key("problem")
      problem.write(to: &writer)
      writer.member("status", problem.kind.status)
    }
  }

  static func write(_ article: StoredArticle, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("added", article.added)
      head(article, to: &writer)
      writer.member("parent", article.parent)
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
      writer.member("is_complete", story.members.count <= limit)
      writer.key("members")
      writer.array(story.members.prefix(limit)) { write($1, to: &$0) }
    }
  }

  /// A list of stories; an empty one goes on from where it was asked for.
  static func write(_ stories: [ListedStory], since: Int64, after: Int64, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("next")
      writer.object { writer in
        writer.member("after", stories.last?.number ?? after)
        writer.member("since", stories.last?.changed ?? since)
      }
      writer.key("stories")
      writer.array(stories) { writer, story in
        writer.object { writer in
          head(changed: story.changed, event: story.event, id: story.id, to: &writer)
          writer.member("size", story.size)
        }
      }
    }
  }

  static func write(_ event: StoredEvent, limit: Int, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("aliases")
      writer.array(event.aliases) { $0.string($1) }
      writer.member("id", event.id)
      writer.member("is_complete", event.stories.count <= limit)
      writer.key("stories")
      writer.array(event.stories.prefix(limit)) { $0.string($1) }
    }
  }

  /// How an article stands to the others of its story.
  private static func likeness(_ role: Role, _ similarity: Double, to writer: inout JSONWriter) {
    writer.member("role", role.rawValue)
    writer.member("similarity", similarity)
  }

  private static func place(_ article: StoredArticle, to writer: inout JSONWriter) {
    writer.member("story", article.story)
    writer.member("version", article.version)
  }

  private static func head(changed: Int64, event: String, id: String, to writer: inout JSONWriter) {
    writer.member("changed", changed)
    writer.member("event", event)
    writer.member("id", id)
  }

  private static func head(_ article: StoredArticle, to writer: inout JSONWriter) {
    writer.member("event", article.event)
    writer.member("id", article.id)
  }

  private static func write(_ member: StoredStory.Member, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("added", member.added)
      writer.member("id", member.id)
      writer.member("parent", member.parent)
      writer.key("published")
      if let published = member.published { writer.integer(published) } else { writer.null() }
      likeness(member.role, member.similarity, to: &writer)
      writer.member("superseded", member.isSuperseded)
      writer.member("version", member.version)
    }
  }
}

/// What the index says of an article, as `newsprint index query` and the service write it.
package enum QueryJSON {
  /// Writes one object.
  package static func write(_ answer: QueryAnswer, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("changes")
      writer.array(answer.comparison?.drift.findings.filter { $0.severity > .minor } ?? []) {
        $0.change(category: $1.category.rawValue, message: $1.message, severity: $1.severity)
      }
      writer.member("event", answer.event)
      writer.key("id")
      writer.verbatim(answer.identifier.span)
      writer.member("original", answer.original)
      writer.member("parent", answer.parent)
      writer.member("relation", answer.comparison?.relation.relation.rawValue)
      writer.member("role", answer.role.rawValue)
      writer.member("similarity", Double(answer.similarity))
      writer.member("story", answer.story)
    }
  }
}
