internal import Articles
internal import FoundationEssentials
internal import Output
internal import Pipeline

/// An article on its way into the index.
struct NewArticle: Sendable {
  var id: String
  var idIsText: Bool
  var content: ArticleTable.ContentHash
  var published: Int64?
  /// See ``StoredRecord/article``.
  var line: [UInt8]
  /// The record as it came, JSON on one line; filled in when its batch is whole.
  var record: [UInt8] = []

  init(_ record: ArticleRecord, of batch: ArticleBatch) {
    id = ""
    idIsText = record.idIsString || record.id.isEmpty
    content = ArticleTable.ContentHash(batch.bytes, record.text.indices)
    published = record.published
    var writer = JSONWriter()
    writer.object { writer in
      func member(_ name: String, _ field: ByteRange) {
        guard !field.isEmpty else { return }
        writer.key(name)
        writer.string(batch.string(field))
      }
      member("language", record.language)
      if let published = record.published {
        writer.key("published")
        writer.string(Date(timeIntervalSince1970: Double(published)).ISO8601Format())
      }
      member("source", record.source)
      member("text", record.text)
      member("title", record.title)
      member("url", record.url)
    }
    line = writer.bytes
  }
}
