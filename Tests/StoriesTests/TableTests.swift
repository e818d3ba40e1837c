import TestSupport
import Testing
import Text

@testable import Tables
@testable import Copies
@testable import Stories

/// The hash tables and the sort that the hot loops rest on, against the standard library's.
@Suite struct TableTests {
  @Test(arguments: 0..<30) func `radix sort is a stable sort by the chosen bits`(seed: Int) {
    var generator = SeededGenerator(seed)
    let low = generator.below(40)
    let bits = low..<low + 1 + generator.below(64 - low)
    let values = (0..<generator.below(3000)).map { _ in generator.next() >> UInt64(generator.below(50)) }
    let mask: UInt64 = bits.count == 64 ? .max : (1 << UInt64(bits.count)) - 1
    func key(_ value: UInt64) -> UInt64 { value >> UInt64(bits.lowerBound) & mask }
    // A stable sort written down: equal keys keep their places.
    let expected = values.enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }.map(\.element)
    var sorted = values
    RadixSort.sort(&sorted, bits: bits)
    #expect(sorted == expected)
  }

  @Test func `radix sort of all bits sorts, whatever comes in`() {
    for count in [0, 1, 2, 2047, 2048, 5000] {
      var generator = SeededGenerator(count)
      var values = (0..<count).map { _ in generator.next() } + [0, .max, 0]
      let expected = values.sorted()
      RadixSort.sort(&values, bits: 0..<64)
      #expect(values == expected)
    }
  }

  @Test(arguments: 0..<40) func `a feature set knows what was put in since it was emptied`(seed: Int) {
    var generator = SeededGenerator(seed)
    var set = FeatureSet()
    for _ in 0..<20 {
      let count = generator.below(3) == 0 ? generator.below(5000) : generator.below(200)
      set.removeAll(reserving: count)
      var naive: Set<UInt32> = []
      for _ in 0..<count {
        // Few low and many equal bits: collisions.
        let feature = UInt32(truncatingIfNeeded: generator.next()) & (seed % 2 == 0 ? 0xFF : 0xFFFF_0000)
        #expect(set.insert(feature) == naive.insert(feature).inserted)
      }
    }
  }

  @Test(arguments: 0..<30) func `a counting table counts distinct and common values as sets do`(seed: Int) {
    var generator = SeededGenerator(seed)
    func values() -> [UInt32] {
      (0..<generator.below(700)).map { _ in UInt32(generator.below(400)) &* (seed % 2 == 0 ? 1 : 0x0100_0000) }
    }
    var table = CountingTable()
    for _ in 0..<10 {
      let mine = values()
      table.load(mine, count: mine.count)
      #expect(table.distinct == Set(mine).count)
      for _ in 0..<4 {
        let theirs = values()
        let counted = table.compare(theirs, count: theirs.count)
        #expect(counted.distinct == Set(theirs).count)
        #expect(counted.common == Set(mine).intersection(theirs).count)
      }
    }
  }

  @Test(arguments: 0..<20) func `a weighted table visits each of its features once a pass`(seed: Int) {
    var generator = SeededGenerator(seed)
    var table = WeightedTable()
    for _ in 0..<8 {
      let features = (0..<generator.below(1500)).map { _ in
        (UInt32(generator.below(900)) &* 0x0001_0001, UInt8(generator.below(255) + 1), generator.below(2) == 0)
      }
      table.reset(for: features.count)
      for (key, weight, isName) in features { table.insert(key, weight, isName: isName) }
      let first = Dictionary(features.map { ($0.0, $0.1) }, uniquingKeysWith: { old, _ in old })
      let names = Set(features.filter(\.2).map(\.0))
      for key in UInt32(0)..<900 {
        #expect(table.contains(key &* 0x0001_0001) == (first[key &* 0x0001_0001] != nil))
        #expect(table.containsName(key &* 0x0001_0001) == names.contains(key &* 0x0001_0001))
      }
      for _ in 0..<3 {
        table.beginPass()
        var seen: Set<UInt32> = []
        for _ in 0..<500 {
          let key = UInt32(generator.below(1000)) &* 0x0001_0001
          #expect(table.visit(key) == (seen.insert(key).inserted ? first[key] : nil))
        }
      }
    }
  }

  @Test(arguments: 0..<10) func `few features are counted as a dictionary counts them`(seed: Int) {
    var generator = SeededGenerator(seed)
    // Numbers up to 1,000 times an odd constant fall on counters of their own in a table of 65,536 and more.
    var table = CountTable(expected: 1000), other = CountTable(expected: 1000)
    var naive: [UInt32: UInt16] = [:]
    for round in 0..<30 {
      let features = (0..<generator.below(300)).map { _ in UInt32(generator.below(1000)) }
      for feature in features { naive[feature, default: 0] += 1 }
      if round % 2 == 0 { table.increment(features) } else { other.increment(features) }
    }
    table.add(other)
    var counts: [UInt16] = []
    let all = (0..<1000).map { UInt32($0) }
    table.counts(of: all, into: &counts)
    let slots = Dictionary(grouping: all) { ($0 &* 0x9E37_79B1) >> 16 }
    #expect(zip(all, counts).allSatisfy { feature, count in count >= naive[feature] ?? 0 })
    let alone = slots.values.filter { $0.count == 1 }.joined()
    #expect(alone.count > 900)
    #expect(alone.allSatisfy { counts[Int($0)] == naive[$0] ?? 0 })
  }

  @Test func `counts stop at 65,535 and do not begin anew`() {
    var table = CountTable(expected: 1), other = CountTable(expected: 1)
    for _ in 0..<70 { table.increment([UInt32](repeating: 5, count: 1000)) }
    other.increment([UInt32](repeating: 5, count: 60_000))
    var counts: [UInt16] = []
    table.counts(of: [5], into: &counts)
    #expect(counts == [.max])
    other.add(other)
    other.counts(of: [5], into: &counts)
    #expect(counts == [.max])
  }

  @Test func `counts that are added together stop at 65,535 too`() {
    var sequences = StemSequences()
    for _ in 0..<300 { sequences.append(codes: [5 << 5]) }
    let all = sequences
    var statistics = BatchStatistics(words: 1)
    for _ in 0..<300 { statistics.count(articles: 300) { $0.count(all, articles: 0..<300) } }
    var counts: [UInt16] = []
    statistics.stems.counts(of: [5], into: &counts)
    #expect(counts == [.max])
  }
}
