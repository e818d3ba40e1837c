internal import Articles
internal import Copies
package import Files
package import Input
internal import Output

/// Where an article stands in the order of content, in any part of a batch.
struct ContentOrder: Sendable, Hashable, Comparable {
  var content: ArticleTable.ContentHash
  /// Among those of equal content.
  var tie: UInt64

  init(_ content: ArticleTable.ContentHash, tie: UInt64 = 0) {
    self.content = content
    self.tie = tie
  }

  /// From 48 hexadecimal digits.
  init?(_ digits: ArraySlice<UInt8>) {
    guard digits.count == 48 else { return nil }
    let start = digits.startIndex
    func number(_ range: Range<Int>) -> UInt64? {
      Digits.hexadecimal(digits[start + range.lowerBound..<start + range.upperBound])
    }
    guard let high = number(0..<16), let low = number(16..<32), let tie = number(32..<48) else { return nil }
    content = ArticleTable.ContentHash(high: high, low: low)
    self.tie = tie
  }

  func append(to bytes: inout [UInt8]) {
    for number in [content.high, content.low, tie] { Hexadecimal.append(number, 16, to: &bytes) }
  }

  static func < (a: Self, b: Self) -> Bool { a.content == b.content ? a.tie < b.tie : a.content < b.content }
}

/// A key by which candidates are found.
enum StageKey: Sendable, Hashable {
  case copy(CopyKey)
  /// A rare stem or pair of stems.
  case rare(UInt32)

  /// Appends it, such as `b07:1f2e3d4c`.
  func append(to bytes: inout [UInt8]) {
    switch self {
    case .rare(let value): Self.append(UInt8(ascii: "r"), value, to: &bytes)
    case .copy(let key):
      switch key.kind {
      case .sample: Self.append(UInt8(ascii: "s"), key.value, to: &bytes)
      case .head: Self.append(UInt8(ascii: "h"), key.value, to: &bytes)
      case .tail: Self.append(UInt8(ascii: "t"), key.value, to: &bytes)
      case .band(let band):
        bytes.append(UInt8(ascii: "b"))
        bytes += (band < 10 ? "0\(band)" : "\(band)").utf8
        bytes.append(UInt8(ascii: ":"))
        Hexadecimal.append(UInt64(key.value), 8, to: &bytes)
      }
    }
  }

  private static func append(_ letter: UInt8, _ value: UInt32, to bytes: inout [UInt8]) {
    bytes.append(letter)
    bytes.append(UInt8(ascii: ":"))
    Hexadecimal.append(UInt64(value), 8, to: &bytes)
  }

  init?(_ text: ArraySlice<UInt8>) {
    guard let letter = text.first, let colon = text.firstIndex(of: UInt8(ascii: ":")),
      let value = Digits.hexadecimal(text[(colon + 1)...]).flatMap({ UInt32(exactly: $0) })
    else { return nil }
    let rest = text[..<colon].dropFirst()
    switch (letter, rest.isEmpty) {
    case (UInt8(ascii: "r"), true): self = .rare(value)
    case (UInt8(ascii: "s"), true): self = .copy(CopyKey(.sample, value))
    case (UInt8(ascii: "h"), true): self = .copy(CopyKey(.head, value))
    case (UInt8(ascii: "t"), true): self = .copy(CopyKey(.tail, value))
    case (UInt8(ascii: "b"), false):
      guard let band = Digits.decimal(rest, as: Int.self), (0..<4096).contains(band) else { return nil }
      self = .copy(CopyKey(.band(band), value))
    default: return nil
    }
  }
}

/// An article's keys, or some of them, with what the search for candidates asks of it.
package struct KeyRow: StageRow {
  package static let kind = StageRowKind.keys
  package var n: GlobalNumber
  var order: ContentOrder
  /// The id's bytes, and whether it is a string.
  var id: [UInt8]
  var idIsString: Bool
  /// Seconds since 1970, `Int64.max` unknown.
  var published: Int64
  var outletRank: UInt16
  var words: Int
  /// How many shingles are sampled.
  var sample: Int
  var names: [UInt32]
  /// With repetitions: a shingle can be sampled twice.
  var keys: [StageKey]

  init(
    n: GlobalNumber, order: ContentOrder, id: [UInt8], idIsString: Bool, published: Int64, outletRank: UInt16, words: Int,
    sample: Int, names: [UInt32], keys: [StageKey]
  ) {
    self.n = n
    self.order = order
    self.id = id
    self.idIsString = idIsString
    self.published = published
    self.outletRank = outletRank
    self.words = words
    self.sample = sample
    self.names = names
    self.keys = keys
  }

  package init(_ row: JSONRow) throws(ReadingError) {
    n = try row.integer("n")
    guard let order = ContentOrder(try row.plain("order")) else { throw row.error("\"order\" has 48 hexadecimal digits") }
    self.order = order
    idIsString = try row.verbatim("id").first == UInt8(ascii: "\"")
    id = idIsString ? Array(try row.string("id").utf8) : Array(try row.verbatim("id"))
    published = row.has("published") ? try row.integer("published") : .max
    outletRank = try row.integer("outlet_rank")
    words = try row.integer("words")
    sample = try row.integer("sample")
    names = try row.integers("names")
    keys = try row.list("keys", ofPlain: StageKey.init)
  }

  package var members: RowMembers {
    [
      "id": { if idIsString { $0.string(id.span) } else { $0.verbatim(id.span) } },
      "keys": { $0.array(keys) { writer, key in writer.string { key.append(to: &$0) } } }, "n": { $0.integer(n) },
      "names": { $0.array(names) { $0.integer($1) } }, "order": { $0.string(ofPlain: order.append) },
      "outlet_rank": { $0.integer(outletRank) },
      "published": { if published == .max { $0.null() } else { $0.integer(published) } },
      "sample": { $0.integer(sample) }, "words": { $0.integer(words) },
    ]
  }

  /// Rows of one article put together, in the order of the numbers.
  static func merged(_ rows: [KeyRow]) -> [KeyRow] {
    var result: [KeyRow] = []
    for row in rows.sorted(by: { ($0.n, $0.order) < ($1.n, $1.order) }) {
      if result.last?.n == row.n { result[result.count - 1].keys += row.keys } else { result.append(row) }
    }
    return result
  }
}
