package import Articles
package import Boilerplate
internal import Text

extension BodyReader {
  /// Reads the body of a record.
  ///
  /// `site` is whose recurring lines are left out, 0 for none; `article` its number in the batch, for the passages that the batch
  /// knows as the page's.
  package mutating func read(_ record: ArticleRecord, of batch: ArticleBatch, site: UInt64, article: UInt32? = nil) {
    read(batch.bytes, text: record.text.indices, title: record.title.indices, site: site, article: article)
  }

  /// The body of a record as a value.
  package mutating func body(_ record: ArticleRecord, of batch: ArticleBatch, site: UInt64, article: UInt32? = nil) -> ArticleBody
  {
    read(record, of: batch, site: site, article: article)
    return body(of: batch.bytes[record.text.indices])
  }
}

extension ArticleRecord {
  /// A hash of the article's outlet, or else of its address' host; 0 when neither is known.
  func site(in batch: ArticleBatch) -> UInt64 {
    source.isEmpty ? host(in: batch) : WordScanner.hash(folded: batch.bytes[source.indices])
  }

  /// A hash of the address' host without "www."; 0 when there is no address.
  func host(in batch: ArticleBatch) -> UInt64 {
    guard !url.isEmpty else { return 0 }
    var host = batch.bytes[url.indices]
    let isScheme = { (place: Int) in host[place] == 0x3A && host[place + 1] == 0x2F && host[place + 2] == 0x2F }
    if let scheme = host.indices.dropLast(2).first(where: isScheme) {
      host = host[(scheme + 3)...]
    }
    host = host.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: ":") }
    if host.starts(with: Array("www.".utf8)) { host = host.dropFirst(4) }
    return WordScanner.hash(folded: host)
  }
}
