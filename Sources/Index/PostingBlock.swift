internal import Foundation

/// A key of an article: what two articles share when they may be copies or versions of one story.
struct Posting: Comparable, Hashable {
  /// Below 2^63, so that SQLite orders keys as Swift does.
  var key: UInt64
  var article: UInt32

  static func < (a: Posting, b: Posting) -> Bool { (a.key, a.article) < (b.key, b.article) }
}

/// Postings in ascending order as bytes: differences of keys, and of the articles of a key, seven bits a byte.
enum PostingBlock {
  /// The key with the articles that have it, once for each key.
  ///
  /// - Complexity: linear; about 3 bytes an article for keys that few share.
  static func encode(_ postings: some Sequence<Posting>) -> Data {
    var bytes = Data()
    var key: UInt64 = 0
    var waiting: [UInt32] = []
    func flush() {
      guard !waiting.isEmpty else { return }
      append(UInt64(waiting.count), to: &bytes)
      var last: UInt32 = 0
      for article in waiting {
        append(UInt64(article - last), to: &bytes)
        last = article
      }
      waiting.removeAll(keepingCapacity: true)
    }
    for posting in postings {
      if waiting.isEmpty || posting.key != key {
        flush()
        append(posting.key - key, to: &bytes)
        key = posting.key
      }
      waiting.append(posting.article)
    }
    flush()
    return bytes
  }

  /// Calls `body` with every posting in ascending order.
  ///
  /// - Returns: false where the bytes are no block.
  static func forEach(_ data: Data, _ body: (Posting) -> Void) -> Bool {
    var index = data.startIndex
    func next() -> UInt64? {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while index < data.endIndex, shift < 64 {
        let byte = data[index]
        index += 1
        value |= UInt64(byte & 0x7F) << shift
        if byte & 0x80 == 0 { return value }
        shift += 7
      }
      return nil
    }
    var key: UInt64 = 0
    while index < data.endIndex {
      guard let step = next(), let count = next() else { return false }
      key &+= step
      var article: UInt64 = 0
      for _ in 0..<count {
        guard let step = next(), article &+ step <= UInt64(UInt32.max) else { return false }
        article &+= step
        body(Posting(key: key, article: UInt32(article)))
      }
    }
    return true
  }

  private static func append(_ value: UInt64, to bytes: inout Data) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }
}
