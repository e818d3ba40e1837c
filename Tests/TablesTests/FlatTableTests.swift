import Tables
import TestSupport
import Testing

struct FlatTableTests {
  @Test(arguments: 0..<20) func `a table is a dictionary whose keys keep their first value`(seed: Int) {
    var random = SeededGenerator(seed)
    var table = FlatTable<UInt32, Int>(filler: -1, capacity: 4)
    for round in 0..<5 {
      var dictionary: [UInt32: Int] = [:]
      table.removeAll(reserving: random.below(50))
      #expect(table.isEmpty)
      // Few keys, many of them in one run of places; zero is a key like any other.
      let keys = (0..<random.below(600)).map { _ in UInt32(random.below(200)) << UInt32(random.below(25)) }
      for (number, key) in keys.enumerated() {
        let isNew = dictionary[key] == nil
        if isNew { dictionary[key] = number }
        #expect(table.insert(key, number) == isNew, "round \(round), key \(key)")
      }
      #expect(table.count == dictionary.count)
      for key in keys + [7, .max] { #expect(table.find(key).map { table[$0] } == dictionary[key]) }
    }
  }

  @Test func `a value is changed in its place`() {
    var counts = FlatTable<UInt64, Int>(filler: 0)
    for key in [3, 9, 3, 3] as [UInt64] {
      if let place = counts.find(key) { counts[place] += 1 } else { _ = counts.insert(key, 1) }
    }
    #expect(counts.find(3).map { counts[$0] } == 3)
    #expect(counts.find(9).map { counts[$0] } == 1)
    #expect(!counts.contains(4))
  }

  @Test func `a set that was emptied ten thousand times holds what was put in last`() {
    var set = FeatureSet()
    for round in 0..<10_000 as Range<UInt32> {
      set.removeAll(reserving: 4)
      #expect(set.insert(round) && !set.insert(round) && set.count == 1)
      #expect(!set.contains(round &- 1))
    }
  }
}

struct BloomFilterTests {
  @Test func `what was added passes, and few others`() {
    var random = SeededGenerator(1)
    var filter = BloomFilter(words: 256)
    let members = (0..<1_000).map { _ in random.next() }
    for member in members { filter.insert(member) }
    #expect(members.allSatisfy { filter.mayContain($0) })
    // 1,000 of 16,384 bits: 6 % of others pass, five standard deviations are 1.1 points.
    let passed = (0..<10_000).count { _ in filter.mayContain(random.next()) }
    #expect((470...720).contains(passed), "\(passed)")
    filter.removeAll()
    #expect(!members.contains { filter.mayContain($0) })
  }
}

struct BinarySearchTests {
  @Test(arguments: 0..<30) func `the place is the first that has the property`(seed: Int) {
    var random = SeededGenerator(seed)
    let values = (0..<random.below(40)).map { _ in random.below(30) }.sorted()
    for value in -1...31 {
      let naive = values.firstIndex { $0 >= value } ?? values.endIndex
      #expect(values.partitioningIndex { $0 >= value } == naive)
      #expect(values[...].dropFirst(2).partitioningIndex { $0 >= value } == max(naive, min(2, values.count)))
    }
  }

  @Test func `a search asks as often as the length has binary digits`() {
    var asked = 0
    _ = (0..<1_000_000).partitioningIndex { place in
      asked += 1
      return place >= 654_321
    }
    #expect(asked <= 20)
  }
}

struct RadixSortTests {
  @Test(arguments: 0..<20) func `values are sorted by some of their bits, equal ones in their order`(seed: Int) {
    var random = SeededGenerator(seed)
    let values = (0..<random.below(500)).map { _ in random.next() >> UInt64(random.below(40)) }
    let low = random.below(40)
    let bits = low..<low + 1 + random.below(24)
    var sorted = values
    RadixSort.sort(&sorted, bits: bits)
    let mask = (UInt64(1) << UInt64(bits.count)) - 1
    func key(_ value: UInt64) -> UInt64 { value >> UInt64(bits.lowerBound) & mask }
    let naive = values.enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }.map(\.element)
    #expect(sorted == naive)
  }
}

/// Answers that the authors of the hash publish with it.
struct FNV1aTests {
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("b", 0xaf63_df4c_8601_f1a5), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func `the hash is the published one`(text: String, hash: UInt64) {
    #expect(FNV1a.hash(text.utf8) == hash)
    #expect(text.utf8.reduce(FNV1a.basis) { FNV1a.appending(UInt64($1), to: $0) } == hash)
  }

  @Test func `a character goes in whole`() {
    // One step for a scalar above a byte, where its two bytes would be two.
    #expect(FNV1a.appending(UInt64(0x00E9), to: FNV1a.basis) == FNV1a.hash([0xE9]))
    #expect(FNV1a.appending(UInt64(0x2026), to: FNV1a.basis) != FNV1a.hash([0x26, 0x20]))
    #expect(FNV1a.appending(UInt64(0x2026), to: FNV1a.basis) == (FNV1a.basis ^ 0x2026) &* 0x0100_0000_01B3)
  }
}
