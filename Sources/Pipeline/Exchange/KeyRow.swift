internal import Articles
internal import Copies
package import Files
package import Input
package import Output

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
  init?(_ text: String) {
    let digits = Array(text.utf8)
    func number(_ range: Range<Int>) -> UInt64? { UInt64(String(decoding: digits[range], as: UTF8.self), radix: 16) }
    guard digits.count == 48, let high = number(0..<16), let low = number(16..<32), let tie = number(32..<48) else { return nil }
    content = ArticleTable.ContentHash(high: high, low: low)
    self.tie = tie
  }

  var text: String {
    Hexadecimal.digits(content.high, 16) + Hexadecimal.digits(content.low, 16) + Hexadecimal.digits(tie, 16)
  }

  static func < (a: Self, b: Self) -> Bool { a.content == b.content ? a.tie < b.tie : a.content < b.content }
}

/// A key by which candidates are found.
enum StageKey: Sendable, Hashable {
  case copy(CopyKey)
  /// A rare stem or pair of stems.
  case rare(UInt32)

  /// Such as `b07:1f2e3d4c`.
  var text: String {
    switch self {
    case .rare(let value): "r:" + Hexadecimal.digits(UInt64(value), 8)
    case .copy(let key): Self.name(key.kind) + ":" + Hexadecimal.digits(UInt64(key.value), 8)
    }
  }

  private static func name(_ kind: CopyKey.Kind) -> String {
    switch kind {
    case .band(let band): band < 10 ? "b0\(band)" : "b\(band)"
    case .sample: "s"
    case .head: "h"
    case .tail: "t"
    }
  }

  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let value = UInt32(parts[1], radix: 16) else { return nil }
    switch parts[0] {
    case "r": self = .rare(value)
    case "s": self = .copy(CopyKey(.sample, value))
    case "h": self = .copy(CopyKey(.head, value))
    case "t": self = .copy(CopyKey(.tail, value))
    default:
      guard parts[0].first == "b", let band = Int(parts[0].dropFirst()), (0..<4096).contains(band) else { return nil }
      self = .copy(CopyKey(.band(band), value))
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
    guard let order = ContentOrder(try row.string("order")) else { throw row.error("\"order\" has 48 hexadecimal digits") }
    self.order = order
    idIsString = try row.verbatim("id").first == UInt8(ascii: "\"")
    id = idIsString ? Array(try row.string("id").utf8) : Array(try row.verbatim("id"))
    published = row.has("published") ? try row.integer("published") : .max
    outletRank = try row.integer("outlet_rank")
    words = try row.integer("words")
    sample = try row.integer("sample")
    names = try row.integers("names")
    keys = try row.strings("keys").map { text throws(ReadingError) in
      guard let key = StageKey(text) else { throw row.error("there is no key \"\(text)\"") }
      return key
    }
  }

  package var members: [String: (inout JSONWriter) -> Void] {
    [
      "id": { if idIsString { $0.string(id.span) } else { $0.verbatim(id.span) } },
      "keys": { $0.array(keys) { $0.string($1.text) } }, "n": { $0.integer(n) },
      "names": { $0.array(names) { $0.integer($1) } }, "order": { $0.string(order.text) },
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
