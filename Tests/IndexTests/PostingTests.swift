import Foundation
import GRDB
import TestSupport
import Testing

@testable import Index

/// Blocks and segments against lists.
@Suite struct PostingTests {
  private func postings(_ generator: inout SeededGenerator, keys: Int, articles: Int, count: Int) -> [Posting] {
    let all = (0..<count).map { _ in
      Posting(key: UInt64(generator.below(keys)) &* 0x2_4924_9249 & (1 << 38 - 1), article: UInt32(generator.below(articles) + 1))
    }
    return Set(all).sorted()
  }

  @Test(arguments: 1...40) func `a block gives back what was put into it`(seed: Int) {
    var generator = SeededGenerator(seed)
    let postings = postings(&generator, keys: 1 + generator.below(300), articles: 1 << (1 + generator.below(30)), count: 400)
    var read: [Posting] = []
    #expect(PostingBlock.forEach(PostingBlock.encode(postings)) { read.append($0) })
    #expect(read == postings)
  }

  @Test func `an empty block is a block`() {
    #expect(PostingBlock.encode([]).isEmpty)
    #expect(PostingBlock.forEach(Data()) { _ in Issue.record("nothing is there") })
  }

  @Test(arguments: 1...200) func `damaged blocks are read to an end`(seed: Int) {
    var generator = SeededGenerator(seed)
    var data = PostingBlock.encode(postings(&generator, keys: 50, articles: 1000, count: 60))
    switch seed % 3 {
    case 0: data = data.prefix(generator.below(data.count))
    case 1: data[generator.below(data.count)] ^= UInt8(1 << generator.below(8))
    default: data = Data((0..<60).map { _ in UInt8(truncatingIfNeeded: generator.next()) })
    }
    var count = 0
    _ = PostingBlock.forEach(data) { _ in
      count += 1
      // A damaged count must not run on behind the bytes.
      if count > data.count { Issue.record("more postings than bytes") }
    }
    #expect(count <= data.count)
  }

  @Test(arguments: 1...80) func `a search in a block finds what a walk over all of it finds`(seed: Int) {
    var generator = SeededGenerator(seed)
    let postings = postings(&generator, keys: 1 + generator.below(120), articles: 1 << (1 + generator.below(30)), count: 300)
    var keys = Set(postings.map(\.key).filter { _ in generator.below(3) == 0 })
    for _ in 0..<generator.below(20) { keys.insert(UInt64(generator.below(1 << 38))) }
    let sought = keys.sorted()
    var data = PostingBlock.encode(postings)
    if seed % 4 == 0 { data = data.prefix(generator.below(data.count)) }
    var (place, found) = (0, PostingLists())
    let isWhole = PostingBlock.search(data, for: sought, from: &place, into: &found)
    // The walk, written down.
    var (expected, at) = (PostingLists(), 0)
    let isRead = PostingBlock.read(data) { posting in
      while at < sought.count, sought[at] < posting.key { at += 1 }
      guard at < sought.count else { return false }
      if sought[at] == posting.key { expected.append(posting) }
      return true
    }
    #expect(found.postings == expected.postings)
    // What is broken behind the last key is not looked at.
    #expect(isWhole || !isRead)
    if isRead { #expect(place == at) }
  }

  /// A key's list ends where merging cuts it.
  private func naive(_ batches: [[Posting]], _ keys: [UInt64]) -> [UInt64: Set<UInt32>] {
    var found: [UInt64: Set<UInt32>] = [:]
    for posting in batches.joined() where keys.contains(posting.key) { found[posting.key, default: []].insert(posting.article) }
    return found
  }

  @Test(arguments: 1...12) func `what was added batch by batch is found`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let index = try Place().open()
    var batches: [[Posting]] = []
    for number in 0..<generator.below(14) + 2 {
      let few = generator.below(3) == 0
      let batch = postings(&generator, keys: 400, articles: 200, count: few ? 20 : 1500).map {
        Posting(key: $0.key, article: $0.article + UInt32(number * 200))
      }
      batches.append(batch)
      try index.write { try Postings(database: $0).add(batch) }
    }
    let all = Set(batches.joined().map(\.key))
    for count in [1, 7, all.count] {
      var keys = Array(all.sorted().shuffled(using: &generator).prefix(count))
      keys.append(UInt64(generator.below(1 << 30)))
      keys = Set(keys).sorted()
      let found = try index.read { try Postings(database: $0).find(keys).postings }
      #expect(found == found.sorted())
      let lists = Dictionary(grouping: found, by: \.key).mapValues { Set($0.map(\.article)) }
      for (key, articles) in naive(batches, keys) {
        if articles.count <= IndexTuning.mostArticles {
          #expect(lists[key] == articles)
        } else {
          // Too many to tell anything: that is still seen, and those that are left are right.
          #expect((lists[key]?.count ?? 0) > IndexTuning.mostArticles && lists[key]?.isSubset(of: articles) == true)
        }
      }
      #expect(lists.keys.allSatisfy(all.contains))
    }
  }

  @Test(arguments: 1...6) func `directories of blocks change nothing, whatever is added and merged`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let index = try Place().open()
    let directories = BlockDirectories()
    for number in 0..<12 {
      let count = [900, 60, 1500][generator.below(3)]
      let batch = postings(&generator, keys: 3000, articles: 200, count: count).map {
        Posting(key: $0.key, article: $0.article + UInt32(number * 200))
      }
      try index.write { try Postings(database: $0).add(batch) }
      // What a writer saw and took back is not remembered.
      struct TakenBack: Error {}
      #expect(throws: TakenBack.self) {
        try index.write { database in
          try Postings(database: database).add(batch.map { Posting(key: $0.key + 1, article: 9) })
          _ = try Postings(database: database, directories: directories).find(batch.map(\.key).sorted().unique)
          throw TakenBack()
        }
      }
      let keys = (0..<20).map { _ in UInt64(generator.below(6000)) }.sorted().unique + batch.map(\.key).sorted().unique.suffix(3)
      let ascending = keys.sorted().unique
      for _ in 0..<4 {
        let (plain, found) = try index.read { database in
          (
            try Postings(database: database).find(ascending),
            try Postings(database: database, directories: directories).find(ascending)
          )
        }
        #expect(found.postings == plain.postings)
      }
    }
  }

  @Test func `segments stay few`() throws {
    var generator = SeededGenerator(5)
    let index = try Place().open()
    for number in 0..<200 {
      let batch = postings(&generator, keys: 100_000, articles: 1, count: 60).map {
        Posting(key: $0.key, article: UInt32(number + 1))
      }
      try index.write { try Postings(database: $0).add(batch) }
    }
    // Their sizes grow by IndexTuning.growth at least.
    #expect(try index.statistics().segments <= 6)
  }

  @Test func `compaction leaves out what is gone`() throws {
    var generator = SeededGenerator(9)
    let index = try Place().open()
    let batch = postings(&generator, keys: 300, articles: 100, count: 2000)
    try index.write { database in
      try Postings(database: database).add(batch)
      try Postings(database: database).compact { $0 % 3 == 0 }
    }
    let keys = Set(batch.map(\.key)).sorted()
    let found = try index.read { try Postings(database: $0).find(keys).postings }
    #expect(found == batch.filter { $0.article % 3 != 0 })
  }
}

extension [UInt64] {
  /// Each number of an ascending array once.
  fileprivate var unique: [UInt64] { reduce(into: []) { if $0.last != $1 { $0.append($1) } } }
}
