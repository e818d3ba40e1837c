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
        guard let count = reader.advance(&key) else { return false }
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

  /// Appends to `found` what a block has of ascending `keys` from `place` on; `place` is then that of the first key that is not
  /// below the block's last.
  ///
  /// - Returns: false where what was read is no block.
  static func search(_ data: Data, for keys: [UInt64], from place: inout Int, into found: inout PostingLists) -> Bool {
    // SAFETY: the reader checks the bounds of every byte.
    unsafe data.withUnsafeBytes { bytes in
      var reader = unsafe Reader(bytes: bytes)
      let keys = keys.span
      var key: UInt64 = 0
      while !reader.isAtEnd {
        guard let count = reader.advance(&key) else { return false }
        while place < keys.count, keys[place] < key { place += 1 }
        guard place < keys.count else { return true }
        guard keys[place] == key else {
          guard reader.skip(count) else { return false }
          continue
        }
        var article: UInt64 = 0
        var left = found.begin(key)
        defer { found.end() }
        for _ in 0..<count {
          guard let step = reader.next(), article &+ step <= UInt64(UInt32.max) else { return false }
          article &+= step
          guard left > 0 else { continue }
          left -= 1
          found.append(UInt32(article))
        }
      }
      return true
    }
  }

  @safe private struct Reader {
    let bytes: UnsafeRawBufferPointer
    var index = 0

    var isAtEnd: Bool { unsafe index >= bytes.count }

    /// Goes on to the next key; how many articles it has, nil where there is none.
    @inline(__always)
    mutating func advance(_ key: inout UInt64) -> UInt64? {
      guard let step = next() else { return nil }
      key &+= step >> 1
      return step & 1 == 1 ? next() : 1
    }

    /// Passes over some numbers; false where there are not so many.
    mutating func skip(_ numbers: UInt64) -> Bool {
      var left = numbers
      while left > 0 {
        guard unsafe index < bytes.count else { return false }
        // SAFETY: the index was checked.
        if unsafe bytes[index] & 0x80 == 0 { left -= 1 }
        index += 1
      }
      return true
    }

    @inline(__always)
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

/// What a search in the postings found: keys in ascending order, each with its articles in ascending order.
///
/// Four bytes a posting. A key that more than ``IndexTuning/mostArticles`` have keeps one more than these, so that it is known
/// that there were more.
struct PostingLists: Sendable {
  private(set) var keys: [UInt64] = []
  /// Where each key's articles end.
  private var ends: [Int] = []
  private var articles: [UInt32] = []
  private static let most = IndexTuning.mostArticles + 1

  init() {}

  var count: Int { keys.count }

  /// The articles of the key at an index.
  subscript(index: Int) -> ArraySlice<UInt32> { articles[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

  /// Begins with the articles of a key, which is not below the last one.
  ///
  /// - Returns: how many there is room for.
  fileprivate mutating func begin(_ key: UInt64) -> Int {
    if keys.last == key { return Self.most - (articles.count - (keys.count == 1 ? 0 : ends[keys.count - 2])) }
    keys.append(key)
    ends.append(articles.count)
    return Self.most
  }

  /// Adds an article of the key that was begun, which comes after those that are there.
  fileprivate mutating func append(_ article: UInt32) { articles.append(article) }

  /// The key that was begun has no more articles.
  fileprivate mutating func end() { ends[ends.count - 1] = articles.count }

  /// Adds a posting that comes after all that are there.
  mutating func append(_ posting: Posting) {
    if begin(posting.key) > 0 { articles.append(posting.article) }
    end()
  }

  /// Both in one, what is in both once.
  static func merged(_ a: PostingLists, _ b: PostingLists) -> PostingLists {
    if a.keys.isEmpty { return b }
    if b.keys.isEmpty { return a }
    var result = PostingLists()
    result.keys.reserveCapacity(max(a.count, b.count))
    result.articles.reserveCapacity(a.articles.count + b.articles.count)
    var (first, second) = (0, 0)
    while first < a.count || second < b.count {
      let next = min(first < a.count ? a.keys[first] : .max, second < b.count ? b.keys[second] : .max)
      let isInA = first < a.count && a.keys[first] == next
      let isInB = second < b.count && b.keys[second] == next
      result.keys.append(next)
      if isInA && isInB {
        result.appendBoth(a[first], b[second])
      } else {
        result.articles += isInA ? a[first] : b[second]
      }
      result.ends.append(result.articles.count)
      if isInA { first += 1 }
      if isInB { second += 1 }
    }
    return result
  }

  private mutating func appendBoth(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) {
    var (a, b) = (a, b)
    let limit = articles.count + Self.most
    while articles.count < limit {
      guard let one = a.first, let other = b.first else {
        articles += (a.isEmpty ? b : a).prefix(limit - articles.count)
        return
      }
      articles.append(min(one, other))
      if one <= other { a.removeFirst() }
      if other <= one { b.removeFirst() }
    }
  }

  /// All of them, one by one.
  var postings: [Posting] {
    keys.indices.flatMap { index in self[index].map { Posting(key: keys[index], article: $0) } }
  }
}
