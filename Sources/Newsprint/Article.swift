public import FoundationEssentials

/// An article in memory: what a record of an input file is, as a value.
///
/// ```swift
/// let wire = Article(id: "wire-1", text: "The harbour of Velmora was closed on Monday.", outlet: "Velmora Herald")
/// ```
public struct Article: Sendable, Hashable, Identifiable {
  /// Tells the article from the others of a batch, in which it must not repeat; empty only where articles are looked at alone.
  public var id: String
  /// The text as it was published, title and page furniture with it or not.
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
