internal import Articles
internal import Text
internal import Boilerplate

/// Reads an article's words for matching, furniture left out; one for each thread, as it reuses its buffers.
///
/// An article that is nothing but furniture keeps its words: two copies of one error page are copies.
struct ArticleScanner: Sendable {
  private let detector: FurnitureDetector
  /// Lines that recur across a site's articles; none while the batch is read for the first time.
  private let recurring: RecurringFurniture
  var words = WordStream()
  var scanner = WordScanner()
  /// What the detector found in the last article.
  private(set) var furniture = FurnitureScan()
  /// The ranges that it left out, ascending bytes of the text.
  private(set) var excluded: [Range<Int>] = []

  init(detector: FurnitureDetector, recurring: RecurringFurniture = RecurringFurniture()) {
    self.detector = detector
    self.recurring = recurring
  }

  /// Replaces ``words`` by the words of the article.
  mutating func read(_ record: ArticleRecord, of batch: ArticleBatch, site: UInt64) {
    let range = record.text.indices
    let bytes = batch.bytes.span
    detector.scan(bytes.extracting(range), title: bytes.extracting(record.title.indices), into: &furniture)
    excluded.removeAll(keepingCapacity: true)
    for span in recurring.spans(of: furniture, site: site) { excluded.append(span.range.indices) }
    scanner.scan(batch.bytes, range, excluding: excluded, into: &words)
    if words.count == 0, !excluded.isEmpty { scanner.scan(batch.bytes, range, into: &words) }
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
    if let scheme = host.indices.dropLast(2).first(where: { Array(host[$0...].prefix(3)) == Array("://".utf8) }) {
      host = host[(scheme + 3)...]
    }
    host = host.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: ":") }
    if host.starts(with: Array("www.".utf8)) { host = host.dropFirst(4) }
    return WordScanner.hash(folded: host)
  }
}
