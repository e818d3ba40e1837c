import Files
import Output
import TestSupport
import Testing

@testable import Copies
@testable import Pipeline

/// Rows are read as they were written, whatever they hold and in whatever order they come.
@Suite struct StageRowTests {
  private static func text(_ rows: [any StageRow]) -> String {
    var writer = JSONWriter()
    for row in rows { row.append(to: &writer) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// What a stage has of the rows that others wrote, shuffled.
  private static func read(_ rows: [any StageRow], seed: Int) throws -> StageRows {
    var generator = SeededGenerator(seed)
    let folder = try Folder()
    let lines = rows.map { String(text([$0]).dropLast()) }.shuffled(using: &generator)
    // In two files, as two machines write them.
    return try StageRows([
      folder.file("a.jsonl", Array(lines.prefix(lines.count / 2))),
      folder.file("b.jsonl", Array(lines.dropFirst(lines.count / 2))),
    ])
  }

  private static func share(_ generator: inout SeededGenerator) -> Float {
    generator.pick([0, 1, 1e-30, 0.1, 1 / 3, Float(bitPattern: UInt32(generator.below(0x3F80_0000)))])
  }

  private static func order(_ generator: inout SeededGenerator) -> ContentOrder {
    func number() -> UInt64 { generator.pick([0, 1, .max, generator.next()]) }
    return ContentOrder(ArticleTable.ContentHash(high: number(), low: number()), tie: number())
  }

  private static func key(_ generator: inout SeededGenerator) -> StageKey {
    let value = generator.pick([0, 1, UInt32.max, UInt32(truncatingIfNeeded: generator.next())])
    return generator.pick([
      .rare(value), .copy(CopyKey(.sample, value)), .copy(CopyKey(.head, value)), .copy(CopyKey(.tail, value)),
      .copy(CopyKey(.band(generator.below(130)), value)),
    ])
  }

  @Test(arguments: 0..<20) func `keys come back with ids of any kind`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let rows = (0..<12).map { number -> KeyRow in
      let isNumber = generator.below(3) == 0
      let id = isNumber ? generator.pick(["0", "-7", "1e5", "12.50"]) : generator.pick(Hostile.strings)
      return KeyRow(
        n: generator.pick([UInt64(number), .max - UInt64(number)]), order: Self.order(&generator), id: Array(id.utf8),
        idIsString: !isNumber,
        published: generator.pick([.max, .min, 0, -1, 1_700_000_000]), outletRank: generator.pick([0, .max]),
        words: generator.below(9_000), sample: generator.below(9),
        names: (0..<generator.below(4)).map { _ in UInt32(generator.below(9)) },
        keys: (0..<generator.below(20)).map { _ in Self.key(&generator) })
    }
    let read = try Self.read(rows, seed: seed).keys
    #expect(Set(read.map { Self.text([$0]) }) == Set(rows.map { Self.text([$0]) }))
    for row in rows {
      let same = try #require(read.first { $0.n == row.n })
      #expect(
        same.id == row.id && same.idIsString == row.idIsString, "\(String(decoding: row.id, as: UTF8.self).debugDescription)")
      #expect(same.order == row.order)
      #expect([same.published, Int64(same.outletRank)] == [row.published, Int64(row.outletRank)])
      #expect([same.words, same.sample] == [row.words, row.sample])
      #expect(same.names == row.names)
      #expect(same.keys == row.keys)
    }
  }

  @Test(arguments: 0..<20) func `pairs, copies and conditions come back as they were`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    var pairs: [PairRow] = [], identical: [IdenticalRow] = [], verified: [VerifiedRow] = []
    var conditions: [ConditionRow] = [], copies: [CopyRow] = []
    for number in 0..<10 {
      let (a, b) = (UInt64(number), UInt64.max - UInt64(number))
      let part = PairRow.Part(
        by: generator.pick([.band, .sample, .head, .tail, .rare]), common: generator.below(99), least: generator.below(99),
        orderOfA: Self.order(&generator), orderOfB: Self.order(&generator))
      pairs.append(PairRow(a: a, b: b, part: generator.below(2) == 0 ? nil : part))
      identical.append(IdenticalRow(n: a, of: b))
      let relation = generator.pick([nil, .identical, .reprint, .edited, .excerpt] as [CopyRelation?])
      verified.append(
        VerifiedRow(
          CopyGroups.Verified(
            pair: 1, relation: relation, resemblance: Self.share(&generator), containmentOfFirst: Self.share(&generator),
            containmentOfSecond: Self.share(&generator)), a: a, b: b))
      conditions.append(
        ConditionRow(
          n: a,
          condition: TextCondition(
            words: generator.below(99), residue: generator.below(99), repeated: generator.below(99),
            damage: generator.below(99),
            accents: generator.below(99), isStub: generator.below(2) == 0)))
      copies.append(
        CopyRow(
          n: a, of: b,
          copy: CopyStage.Copy(
            of: 0, relation: relation ?? .edited, resemblance: Self.share(&generator), containment: Self.share(&generator))))
    }
    let rows: [any StageRow] = pairs + verified + conditions + copies
    let read = try Self.read(rows, seed: seed)
    #expect(Set(read.pairs) == Set(pairs))
    func texts(_ rows: [any StageRow]) -> [String] { rows.map { Self.text([$0]) }.sorted() }
    #expect(texts(read.verified) == texts(verified))
    #expect(texts(read.conditions) == texts(conditions) && texts(read.copies) == texts(copies))
    for row in verified {
      let same = try #require(read.verified.first { $0.a == row.a })
      #expect(same.resemblance == row.resemblance && same.containmentOfFirst == row.containmentOfFirst)
      #expect(same.containmentOfSecond == row.containmentOfSecond && same.relation == row.relation)
    }
    #expect(
      Dictionary(uniqueKeysWithValues: read.conditions.map { ($0.n, $0.condition) })
        == Dictionary(uniqueKeysWithValues: conditions.map { ($0.n, $0.condition) }))
  }

  @Test(arguments: 0..<20) func `rows of many pairs come back, and give what rows of one pair give`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let articles = (0..<12).map {
      SharedKeyCounts.Article(n: UInt64($0 * 7), order: Self.order(&generator), sample: generator.below(99))
    }
    .sorted { ($0.order, $0.n) < ($1.order, $1.n) }
    var pairs: [UInt64] = []
    for _ in 0..<generator.below(60) {
      let (first, second) = (generator.below(12), generator.below(12))
      guard first != second else { continue }
      let pair = UInt64(min(first, second)) << 32 | UInt64(max(first, second))
      pairs += repeatElement(pair, count: 1 + generator.below(4))
    }
    let row = SharedRow(part: seed, by: generator.pick(PairEvidenceKind.allCases), articles: articles, pairs: pairs)
    let read = try Self.read([row], seed: seed)
    #expect(Self.text(read.shared) == Self.text([row]))
    #expect(read.shared.first?.articles == articles)

    let counts = SharedKeyCounts(read)
    let again = try Self.read(counts.rows(parts: 1 + generator.below(5)), seed: seed + 1)
    let single = try Self.read(counts.rows, seed: seed + 2)
    let expected = Dictionary(grouping: pairs, by: \.self).map { pair, found in
      "\(articles[Int(pair >> 32)].n) \(articles[Int(pair & 0xFFFF_FFFF)].n) \(found.count)"
    }
    for rows in [read, again, single] {
      #expect(Set(SharedKeyCounts(rows).rows.map { "\($0.a) \($0.b) \($0.part?.common ?? 0)" }) == Set(expected))
      #expect(Self.text(SharedKeyCounts(rows).rows) == Self.text(counts.rows))
    }
    #expect(Set(again.shared.map(\.part)).count <= 5)
  }

  @Test(arguments: [
    #""articles":"AAAAAAAAAAA=","orders":"","pairs":"","samples":"AAA=""#,
    #""articles":"","orders":"","pairs":"AAAAAAAAAAA=","samples":"""#, #""articles":"","orders":"","pairs":"!","samples":"""#,
  ]) func `a row of many pairs that names what it has not got is an error`(members: String) throws {
    let row = "{\(members),\"by\":\"sample\",\"part\":0,\"stage\":\"shared\",\"v\":1}\n"
    let folder = try Folder()
    #expect(throws: ReadingError.self) { try StageRows([folder.file("a.jsonl", Array(row.utf8))]) }
  }

  @Test(arguments: 0..<40) func `the order of content survives its text, and sorts as the text does`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let orders = (0..<12).map { _ in Self.order(&generator) }
    for order in orders { #expect(ContentOrder(Array(order.text.utf8)[...]) == order) }
    #expect(orders.sorted().map(\.text) == orders.map(\.text).sorted())
    for text in [
      "", "x", String(repeating: "g", count: 48), String(repeating: "0", count: 47), String(repeating: "é", count: 24),
    ] {
      #expect(ContentOrder(Array(text.utf8)[...]) == nil)
    }
  }

  @Test(arguments: 0..<20) func `keys survive their text, and no two share one`(seed: Int) {
    var generator = SeededGenerator(seed)
    let keys = Set((0..<40).map { _ in Self.key(&generator) })
    for key in keys { #expect(StageKey(Array(key.text.utf8)[...]) == key) }
    #expect(Set(keys.map(\.text)).count == keys.count)
    for text in ["", "r", "r:", "x:00000001", "b:1", "b-1:1", "b99999:1", "r:fffffffff", "s:zz"] {
      #expect(StageKey(Array(text.utf8)[...]) == nil, "\(text)")
    }
  }

  @Test(arguments: 0..<20) func `an article's keys from several parts are put together`(seed: Int) {
    var generator = SeededGenerator(seed)
    var whole: [UInt64: [StageKey]] = [:]
    var rows: [KeyRow] = []
    for number in UInt64(0)..<6 {
      let order = Self.order(&generator)
      for _ in 0..<1 + generator.below(4) {
        let keys = (0..<generator.below(4)).map { _ in Self.key(&generator) }
        whole[number, default: []] += keys
        rows.append(
          KeyRow(
            n: number, order: order, id: Array("x".utf8), idIsString: true, published: .max, outletRank: .max, words: 1,
            sample: 0,
            names: [], keys: keys))
      }
    }
    let merged = KeyRow.merged(rows.shuffled(using: &generator))
    #expect(merged.map(\.n) == whole.keys.sorted())
    for row in merged { #expect(row.keys.map(\.text).sorted() == whole[row.n]?.map(\.text).sorted()) }
  }
}

extension ContentOrder {
  fileprivate var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension StageKey {
  fileprivate var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
