import Foundation
import TestSupport
import Testing

@testable import Lexicon

/// What is remembered of words: never a wrong answer, and the same for all who ask.
@Suite struct WordCacheTests {
  @Test(arguments: 0..<20) func `a cache of pairs gives what was put in or nothing`(seed: Int) {
    var random = SeededGenerator(seed)
    var cache = PairCache<Int>(bits: 1 + seed % 8)
    var known: [UInt64: Int] = [:]
    for value in 0..<600 {
      let key = UInt64(random.below(200)) << 32 | UInt64(random.below(3))
      let found = cache.value(for: key)
      #expect(found == nil || found == known[key])
      guard found == nil else { continue }
      cache.insert(value, for: key)
      known[key] = value
      #expect(cache.value(for: key) == value)
    }
  }

  @Test(arguments: 1...10) func `a set holds the two pairs that came last`(bits: Int) {
    var cache = PairCache<UInt64>(bits: bits)
    // Every key of a cache of one set falls into it; of larger ones keys of one place are looked for.
    let keys = (UInt64(1)...200_000).filter { cache.place($0) == cache.place(1) }.prefix(20)
    #expect(keys.count > 3)
    var before: UInt64?
    for key in keys {
      cache.insert(key * 3, for: key)
      #expect(cache.value(for: key) == key * 3)
      if let before { #expect(cache.value(for: before) == before * 3) }
      before = key
    }
    #expect(keys.count { cache.value(for: $0) != nil } == 2)
  }

  @Test func `places are even and inside`() {
    let cache = PairCache<Int>(bits: 6)
    for key in UInt64(0)..<5_000 {
      let place = cache.place(key)
      #expect(place % 2 == 0 && (0..<63).contains(place))
    }
  }

  @Test func `a word has one number, whoever meets it first`() async {
    let words = SharedWords()
    let met = await withTaskGroup(of: [(String, UInt32)].self) { group in
      for worker in 0..<8 {
        group.addTask {
          (0..<200).map { round in
            let id = words.id(of: "w\((round * 13 + worker * 7) % 90)")
            return (words.text(of: id), id.rawValue)
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    let numbers = Dictionary(grouping: met, by: \.0).mapValues { Set($0.map(\.1)) }
    #expect(numbers.count == 90 && numbers.values.allSatisfy { $0.count == 1 })
    #expect(Set(numbers.values.joined()) == Set(0..<90) && words.count == 90)
  }

  @Test func `what was found out about a word first counts`() {
    let words = SharedWords()
    let (one, other) = (words.id(of: "one"), words.id(of: "other"))
    let lexicon = LexiconSession()
    var made = 0
    func features(_ id: WordID) -> WordFeatures {
      words.features(of: id) {
        made += 1
        return lexicon.features(of: lexicon.id(for: words.text(of: id)))
      }
    }
    for _ in 0..<3 {
      _ = features(one)
      _ = features(other)
    }
    #expect(made == 2)
  }
}

/// Files that are mapped instead of read.
@Suite struct MappedFileTests {
  @Test(arguments: [0, 1, 4_095, 4_096, 4_097, 20_000]) func `a mapped file has the bytes of the file`(count: Int) throws {
    var random = SeededGenerator(count)
    let folder = try Folder()
    let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let file = try #require(MappedFile(path: folder.file("content", bytes)))
    #expect(file.count == count)
    let read = file.withSpan { span in (0..<span.count).map { span[$0] } }
    #expect(read == bytes)
  }

  @Test func `what is no file is not mapped`() throws {
    let folder = try Folder()
    #expect(MappedFile(path: folder.path) == nil)
    #expect(MappedFile(path: folder.path + "/missing") == nil && MappedFile(path: "/dev/null") == nil)
  }

  @Test func `a file that is removed is still there for who mapped it`() throws {
    let folder = try Folder()
    let mapped = try #require(MappedFile(path: folder.file("inner/content", "some bytes")))
    try FileManager.default.removeItem(at: folder.url("inner"))
    #expect(mapped.withSpan { span in (0..<span.count).map { span[$0] } } == Array("some bytes".utf8))
  }
}
