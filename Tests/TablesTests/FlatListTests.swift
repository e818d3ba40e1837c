import Articles
import Tables
import TestSupport
import Testing

/// Flat structures against dictionaries and arrays of arrays.
struct FlatListTests {
  @Test(arguments: 0..<30) func `lists hold their numbers in the order in which they came`(seed: Int) {
    var random = SeededGenerator(seed)
    let count = 1 + random.below(9)
    let listOf = (0..<40).map { _ in UInt32(random.below(count)) }
    let items = (0..<random.below(60)).map { _ in UInt32(random.below(40)) }
    let lists = NumberLists(items, listOf: listOf, count: count)
    #expect(lists.count == count)
    for list in 0..<count { #expect(Array(lists[list]) == items.filter { listOf[Int($0)] == UInt32(list) }) }
  }

  @Test(arguments: 0..<30) func `sets are what a flood over their unions gives, by their least member`(seed: Int) {
    var random = SeededGenerator(seed)
    let size = 1 + random.below(30)
    let unions = (0..<random.below(30)).map { _ in (random.below(size), random.below(size)) }
    var sets = DisjointSets(count: size)
    for (a, b) in unions { sets.union(a, b) }
    var label = Array(0..<size)
    var changed = true
    while changed {
      changed = false
      for (a, b) in unions where label[a] != label[b] {
        (label[a], label[b]) = (min(label[a], label[b]), min(label[a], label[b]))
        changed = true
      }
    }
    #expect((0..<size).map { sets.find($0) } == label)
    var turned = DisjointSets(count: size)
    for (a, b) in unions.shuffled(using: &random) { turned.union(b, a) }
    #expect((0..<size).map { turned.find($0) } == label)
  }

  @Test(arguments: 0..<30) func `a sorted array loses its repetitions`(seed: Int) {
    var random = SeededGenerator(seed)
    let values = (0..<random.below(40)).map { _ in UInt64(random.below(12)) }.sorted()
    #expect(values.deduplicated() == Set(values).sorted())
  }

  @Test(arguments: 0..<20) func `pairs below a limit are sorted by both numbers`(seed: Int) {
    var random = SeededGenerator(seed)
    for limit in [1, 2, 40, 3_000, 1 << 20] {
      var pairs = (0..<random.below(90)).map { _ in UInt64(random.below(limit)) << 32 | UInt64(random.below(limit)) }
      let expected = pairs.sorted()
      RadixSort.sortPairs(&pairs, below: limit)
      #expect(pairs == expected, "\(limit)")
    }
  }

  @Test(arguments: 0..<20) func `warnings are counted by file and kind, the first named`(seed: Int) {
    var random = SeededGenerator(seed)
    let kinds: [Warnings.Kind] = [.notADate, .ambiguousDate, .ignored(1), .ignored(2), .repeatedID, .file("a")]
    let all = (0..<random.below(40)).map { line in
      (random.pick(kinds), SkippedRecord(file: random.pick(["a.jsonl", "b.jsonl"]), line: line, reason: "r\(line)"))
    }
    var whole = Warnings(), parts = [Warnings(), Warnings(), Warnings()]
    for (place, (kind, record)) in all.enumerated() {
      whole.add(kind, record)
      parts[place * 3 / max(1, all.count)].add(kind, record)
    }
    var merged = Warnings()
    for part in parts { merged += part }
    var seen: [String] = []
    for (kind, record) in all where !seen.contains("\(record.file) \(kind)") { seen.append("\(record.file) \(kind)") }
    #expect(whole.entries.map { "\($0.record.file) \($0.kind)" } == seen)
    for entry in whole.entries {
      let same = all.filter { $0.0 == entry.kind && $0.1.file == entry.record.file }
      #expect(entry.count == same.count && entry.record == same.first?.1)
    }
    #expect(merged == whole && merged.entries.map(\.count) == whole.entries.map(\.count))
  }
}
