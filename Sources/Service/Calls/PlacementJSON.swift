internal import Index
internal import Output

/// Articles, stories and events of the index as the service writes them.
enum PlacementJSON {
  static func write(_ arrival: Arrival, to writer: inout JSONWriter) {
    writer.object { writer in
      head(arrival.placement, to: &writer)
      writer.key("outcome")
      writer.string(arrival.outcome.rawValue)
      writer.optional("parent", arrival.placement.parent)
      tail(arrival.placement, to: &writer)
    }
  }

  /// The answer to a line of a stream.
  static func write(_ arrival: Arrival, line: Int, to writer: inout JSONWriter) {
    writer.object { writer in
      head(arrival.placement, to: &writer)
      writer.key("line")
      writer.integer(line)
      writer.key("outcome")
      writer.string(arrival.outcome.rawValue)
      writer.optional("parent", arrival.placement.parent)
      writer.key("role")
      writer.string(arrival.placement.role)
      writer.key("similarity")
      writer.number(arrival.placement.similarity)
      writer.key("status")
      writer.integer(arrival.outcome == .new ? 201 : 200)
      writer.key("story")
      writer.string(arrival.placement.story)
    }
  }

  /// The answer to a line that was refused.
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
      let placement = article.placement
      head(placement, to: &writer)
      writer.key("older_versions")
      writer.integer(article.olderVersions)
      writer.optional("parent", placement.parent)
      writer.key("record")
      writer.verbatim(article.record.span)
      tail(placement, to: &writer)
    }
  }

  static func write(_ story: StoredStory, isFull: Bool, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.optional("event", story.event)
      writer.key("id")
      writer.string(story.id)
      writer.key("members")
      writer.array(story.members) { member($1, to: &$0) }
      writer.key("next")
      if isFull, let last = story.members.last { writer.integer(last.number) } else { writer.null() }
      writer.key("size")
      writer.integer(story.size)
    }
  }

  static func write(_ stories: [StorySummary], next: Int64, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("next")
      writer.integer(next)
      writer.key("stories")
      writer.array(stories) { summary($1, to: &$0) }
    }
  }

  static func write(_ event: StoredEvent, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("id")
      writer.string(event.id)
      writer.key("stories")
      writer.array(event.stories) { summary($1, to: &$0) }
    }
  }

  // MARK: Parts

  private static func head(_ placement: Placement, to writer: inout JSONWriter) {
    writer.optional("event", placement.event)
    writer.key("id")
    writer.string(placement.id)
  }

  private static func tail(_ placement: Placement, to writer: inout JSONWriter) {
    writer.key("role")
    writer.string(placement.role)
    writer.key("similarity")
    writer.number(placement.similarity)
    writer.key("story")
    writer.string(placement.story)
  }

  private static func summary(_ story: StorySummary, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.optional("event", story.event)
      writer.key("id")
      writer.string(story.id)
      writer.key("size")
      writer.integer(story.size)
    }
  }

  private static func member(_ member: StoredStory.Member, to writer: inout JSONWriter) {
    writer.object { writer in
      let placement = member.placement
      writer.key("id")
      writer.string(placement.id)
      writer.optional("parent", placement.parent)
      writer.optional("published", member.fields.published)
      writer.key("role")
      writer.string(placement.role)
      writer.key("similarity")
      writer.number(placement.similarity)
      writer.optional("source", member.fields.source)
      writer.key("superseded")
      writer.bool(placement.isSuperseded)
      writer.optional("title", member.fields.title)
      writer.optional("url", member.fields.url)
    }
  }
}
