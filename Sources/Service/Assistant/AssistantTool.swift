internal import Input
internal import Output

/// A tool that an assistant can call; the list is all that there is to extend.
enum AssistantTool: String, CaseIterable, Sendable {
  case query, compare, flag, article, story, stories, event, add, remove

  /// One argument of a tool.
  struct Argument: Sendable {
    var name: String
    var type = "string"
    var about: String
    var isRequired = false
  }

  /// Whether it works without an index, and whether it changes one.
  var needsIndex: Bool { self != .compare && self != .flag }
  var isChange: Bool { self == .add || self == .remove }

  var about: String {
    switch self {
    case .query:
      "Says of a news article what it would be in the index: whether it is a copy or rewrite of one that is there, of which, how alike "
        + "they are, and which facts it changed. Nothing is stored."
    case .compare:
      "Compares two versions of a news text: how B relates to A (identical, reprint, edited, rewrite, excerpt, update, template, "
        + "shared-quotes, unrelated) and what B changed: numbers, names, quotations, negations, certainty, and so on, with the places."
    case .flag:
      "Finds defects of one article: chatbot leftovers, truncation, boilerplate, broken quotations. Gives a score from 0 (clean) to 1."
    case .article: "An article of the index by its id: the record as it came, its story, role and the version it comes from."
    case .story: "A story (all articles from the same text) with its versions, by its id."
    case .stories: "Stories that articles came to since a time, the ones that changed longest ago first."
    case .event: "An event (stories about the same happening) with its stories, by its id."
    case .add: "Puts an article into the index, into its story. The same id with another text is a newer version."
    case .remove: "Takes an article out of the index, with all its versions."
    }
  }

  var arguments: [Argument] {
    let id = Argument(name: "id", about: "Its id.", isRequired: true)
    let limit = Argument(name: "limit", type: "integer", about: "How many at most, 1 to 1000; 100 without it.")
    switch self {
    case .query, .flag: return Self.article(needsID: false)
    case .add: return Self.article(needsID: true)
    case .compare:
      return [
        Argument(name: "a", about: "The earlier text, or the source.", isRequired: true),
        Argument(name: "b", about: "The later text, or the copy.", isRequired: true),
      ]
    case .article, .remove: return [id]
    case .story: return [id, limit]
    case .stories:
      return [
        Argument(name: "since", type: "integer", about: "Seconds since 1970: those that changed then or later."),
        Argument(name: "after", type: "integer", about: "\"next.after\" of the answer before, together with its \"next.since\"."),
        limit,
      ]
    case .event: return [id, limit]
    }
  }

  private static func article(needsID: Bool) -> [Argument] {
    [
      Argument(name: "text", about: "The article's text.", isRequired: true),
      Argument(name: "id", about: "Its id.", isRequired: needsID),
      Argument(name: "title", about: "Its headline."), Argument(name: "source", about: "The outlet."),
      Argument(name: "published", about: "When, ISO 8601."), Argument(name: "url", about: "Its address."),
    ]
  }

  /// The tool as `tools/list` names it.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("annotations")
      writer.object { writer in
        writer.member("destructiveHint", self == .remove)
        writer.member("readOnlyHint", !isChange)
      }
      writer.member("description", about)
      writer.key("inputSchema")
      writer.object { writer in
        writer.member("additionalProperties", false)
        writer.key("properties")
        writer.object { writer in
          for argument in arguments.sorted(by: { $0.name < $1.name }) {
            writer.key(argument.name)
            writer.object { writer in
              writer.member("description", argument.about)
              writer.member("type", argument.type)
            }
          }
        }
        writer.key("required")
        writer.array(arguments.filter(\.isRequired).map(\.name).sorted()) { $0.string($1) }
        writer.member("type", "object")
      }
      writer.member("name", rawValue)
    }
  }
}
