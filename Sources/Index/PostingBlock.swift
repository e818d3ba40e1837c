internal import Foundation

/// A key of an article: what two articles share when they may be copies or versions of one story.
struct Posting: Comparable, Hashable, Sendable {
  /// See ``ArticleKeys``.
  var key: UInt64
  var article: UInt32

  static func < (a: Posting, b: Posting) -> Bool { (a.key, a.article) < (b.key, b.article) }
}

/// Postings in ascending order as bytes: differences of keys, and of the articles of a key, seven bits a byte.
///
/// The lowest bit of a key's difference says whether its number of articles follows; otherwise there is one.
enum PostingBlock {
  /// - Complexity: linear; about 6 bytes a posting of a million articles.
  static func encode(_ postings: [Posting]) -> Data {
    // An array, since every byte that is appended to data is checked for sharing and kind.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(postings.count * 7)
    var key: UInt64 = 0
    var index = 0
    while index < postings.count {
      let current = postings[index].key
      var end = index + 1
      while end < postings.count, postings[end].key == current { end += 1 }
      append((current - key) << 1 | (end - index > 1 ? 1 : 0), to: &bytes)
      if end - index > 1 { append(UInt64(end - index), to: &bytes) }
      var last: UInt32 = 0
      for posting in postings[index..<end] {
        append(UInt64(posting.article - last), to: &bytes)
        last = posting.article
      }
      key = current
      index = end
    }
    return Data(bytes)
  }

  /// Calls `body` with every posting in ascending order.
  ///
  /// - Returns: false where the bytes are no block.
  static func forEach(_ data: Data, _ body: (Posting) -> Void) -> Bool {
    read(data) { posting in
      body(posting)
      return true
    }
  }

  /// Calls `body` with one posting after the other, ascending, until it says false.
  ///
  /// - Returns: false where what was read is no block.
  static func read(_ data: Data, while body: (Posting) -> Bool) -> Bool {
    // SAFETY: the reader checks the bounds of every byte.
    unsafe data.withUnsafeBytes { bytes in
      var reader = unsafe Reader(bytes: bytes)
      var key: UInt64 = 0
      while !reader.isAtEnd {
        guard let step = reader.next() else { return false }
        key &+= step >> 1
        var count: UInt64 = 1
        if step & 1 == 1 {
          guard let number = reader.next() else { return false }
          count = number
        }
        var article: UInt64 = 0
        for _ in 0..<count {
          guard let step = reader.next(), article &+ step <= UInt64(UInt32.max) else { return false }
          article &+= step
          guard body(Posting(key: key, article: UInt32(article))) else { return true }
        }
      }
      return true
    }
  }

  @safe private struct Reader {
    let bytes: UnsafeRawBufferPointer
    var index = 0

    var isAtEnd: Bool { unsafe index >= bytes.count }

    mutating func next() -> UInt64? {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while unsafe index < bytes.count, shift < 64 {
        // SAFETY: the index was checked.
        let byte = unsafe bytes[index]
        index += 1
        value |= UInt64(byte & 0x7F) << shift
        if byte & 0x80 == 0 { return value }
        shift += 7
      }
      return nil
    }
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }
}

/// A block that cannot be read: the file is damaged.
struct BrokenBlock: Error, CustomStringConvertible {
  var segment: Int64
  var first: Int64
  var description: String { "the postings of segment \(segment) from key \(first) are damaged" }
}
