internal import FoundationEssentials
internal import Input
internal import Output

extension Article {
  /// What messages and ids call articles in memory: `articles:1` is the first.
  static let name = "articles"

  /// The articles as JSON lines, so that they are read as the records of a file are.
  static func inputs(_ articles: [Article]) -> ArticleInputs {
    var writer = JSONWriter()
    for article in articles { article.append(to: &writer) }
    return .memory(writer.bytes, name: name)
  }

  private func append(to writer: inout JSONWriter) {
    writer.object { writer in
      if !id.isEmpty { writer.member("id", id) }
      if let published { writer.member("published", published.ISO8601Format()) }
      if let outlet { writer.member("source", outlet) }
      writer.member("text", text)
      if let title { writer.member("title", title) }
      if let url { writer.member("url", url) }
    }
    writer.newline()
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }
}
