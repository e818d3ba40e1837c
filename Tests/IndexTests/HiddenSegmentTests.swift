import GRDB
import TestSupport
import Testing

@testable import Index

/// A segment that is written a few blocks at a time, against one that is written at once.
@Suite struct HiddenSegmentTests {
  private static func postings(_ generator: inout SeededGenerator, keys: Int, count: Int)
    -> [Posting]
  {
    Set(
      (0..<count).map { _ in
        Posting(
          key: UInt64(generator.below(keys)) * 7919, article: UInt32(generator.below(5000) + 1))
      }
    ).sorted()
  }

  private static func all(_ index: IndexFile) throws -> [Posting] {
    var found: [Posting] = []
    try index.read { database in
      let postings = Postings(database: database)
      try postings.forEach { posting in found.append(posting) }
    }
    return found
  }

  private static func blocks(_ index: IndexFile) throws -> Int {
    try index.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM block") ?? 0 }
  }

  @Test(arguments: 0..<12)
  func `it holds what one that is written at once holds, and merges as that does`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let first = Self.postings(&generator, keys: 400, count: [0, 300, 5000][seed % 3])
    let postings = Self.postings(
      &generator, keys: [3, 90, 4000][generator.below(3)],
      count: [0, 1, 95, 2000, 6000][generator.below(5)])
    let hidden = try Place().open()
    let plain = try Place().open()
    for index in [hidden, plain] { try index.write { try Postings(database: $0).add(first) } }
    var writer = try HiddenSegmentWriter(hidden, blocksTogether: 1 + generator.below(9))
    for posting in postings { try writer.append(posting) }
    try writer.finish()
    try plain.write { try Postings(database: $0).add(postings) }
    #expect(try Self.all(hidden) == Self.all(plain))
    #expect(try Self.blocks(hidden) == Self.blocks(plain))
    #expect(try hidden.statistics().segments == plain.statistics().segments)
    #expect(try hidden.problems() == [])
  }

  @Test func `nobody sees it before it is whole, and others add between`() throws {
    var generator = SeededGenerator(1)
    let index = try Place().open()
    let postings = Self.postings(&generator, keys: 300, count: 3000)
    var writer = try HiddenSegmentWriter(index, blocksTogether: 2)
    var others: [Posting] = []
    for (place, posting) in postings.enumerated() {
      try writer.append(posting)
      guard place % 500 == 250 else { continue }
      let other = Posting(key: 3 + UInt64(place), article: UInt32(9000 + place))
      others.append(other)
      try index.write { try Postings(database: $0).add([other]) }
      #expect(try Self.all(index).sorted() == others.sorted())
    }
    try writer.finish()
    #expect(try Self.all(index).sorted() == (postings + others).sorted())
    #expect(try index.problems() == [])
  }

  @Test func `what a crash leaves of it is seen by nobody and goes when the index is compacted`()
    throws
  {
    var generator = SeededGenerator(2)
    let index = try Place().open()
    let kept = Self.postings(&generator, keys: 100, count: 500)
    try index.write { try Postings(database: $0).add(kept) }
    let before = try Self.blocks(index)
    var broken = try HiddenSegmentWriter(index, blocksTogether: 1)
    for posting in Self.postings(&generator, keys: 300, count: 2000) { try broken.append(posting) }
    #expect(try Self.blocks(index) > before)
    #expect(try index.problems() == [])
    // The next one has another number.
    let more = Self.postings(&generator, keys: 60, count: 600)
    var writer = try HiddenSegmentWriter(index, blocksTogether: 1)
    for posting in more { try writer.append(posting) }
    try writer.finish()
    #expect(try Set(Self.all(index)) == Set(kept + more))
    try index.write { try Postings(database: $0).compact { _ in false } }
    #expect(
      try index.read { try Int.fetchOne($0, sql: "SELECT count(DISTINCT segment) FROM block") } == 1
    )
    // It is not made whole any more.
    #expect(throws: (any Error).self) { try broken.finish() }
    broken.discard()
    #expect(try index.statistics().segments == 1 && index.problems() == [])
  }

  @Test func `what is discarded is gone`() throws {
    var generator = SeededGenerator(3)
    let index = try Place().open()
    var writer = try HiddenSegmentWriter(index, blocksTogether: 1)
    for posting in Self.postings(&generator, keys: 300, count: 2000) { try writer.append(posting) }
    writer.discard()
    #expect(try Self.blocks(index) == 0 && index.statistics().segments == 0)
  }
}
