public import FoundationEssentials
internal import Input
internal import Output

/// An article in memory: what a record of an input file is, as a value.
///
/// ```swift
/// let wire = Article(id: "wire-1", text: "The harbour of Velmora was closed on Monday.", outlet: "Velmora Herald")
/// ```
public struct Article: Sendable, Hashable, Identifiable {
  /// Tells the article from the others of a batch, in which it must not repeat; empty only where articles are looked at alone.
  public var id: String
  /// The text as it was published, title and boilerplate with it or not.
  ///
  /// Every byte range in a result counts the UTF-8 bytes of this string.
  public var text: String
  /// The headline, where it is not part of the text.
  public var title: String?
  /// Who published it; versions of one outlet can be updates of each other.
  public var outlet: String?
  /// The address, which stands for the outlet where none is named.
  public var url: String?
  /// When it was published, used to the second; the best sign of which version came first.
  public var published: Date?

  /// An article of which only the text must be known.
  public init(
    id: String = "", text: String, title: String? = nil, outlet: String? = nil, url: String? = nil, published: Date? = nil
  ) {
    self.id = id
    self.text = text
    self.title = title
    self.outlet = outlet
    self.url = url
    self.published = published
  }
}

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
