import Files
import TestSupport
import Testing

/// Sorting outside memory against sorting in it.
@Suite struct ExternalSortTests {
  private func sorted(_ numbers: [UInt64], memory: Int, pieces: Int) throws -> [[UInt64]] {
    var sort = ExternalSort(memory: memory, folder: nil)
    var rest = numbers[...]
    while !rest.isEmpty {
      let part = rest.prefix(max(1, numbers.count / pieces))
      try sort.append(part)
      rest = rest.dropFirst(part.count)
    }
    var found: [[UInt64]] = []
    try sort.forEachDistinct { number, count in found.append([number, UInt64(count)]) }
    return found
  }

  private func oracle(_ numbers: [UInt64]) -> [[UInt64]] {
    var counts: [UInt64: UInt64] = [:]
    for number in numbers { counts[number, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }
  }

  @Test(arguments: 1...8) func `any numbers come out ascending with their counts, whatever fits into memory`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let range = [3, 50, 5_000, Int.max][seed % 4]
    let numbers = (0..<generator.below(6_000) + 64).map { _ in UInt64(generator.below(range)) &* (seed % 2 == 0 ? 1 : 0x9E37_79B9)
    }
    for memory in [1 << 10, 3_000, 1 << 14, 1 << 24] {
      #expect(try sorted(numbers, memory: memory, pieces: generator.below(9) + 1) == oracle(numbers))
    }
  }

  @Test(arguments: [0, 1, 63, 64, 65, 128]) func `runs that are just full are runs too`(count: Int) throws {
    let numbers = (0..<count).map { UInt64(count - $0) << 40 }
    #expect(try sorted(numbers, memory: 1 << 10, pieces: 1) == oracle(numbers))
  }

  @Test func `the largest number is one like any other`() throws {
    let numbers = [UInt64.max, 0, .max, 1] + [UInt64](repeating: .max, count: 200)
    #expect(try sorted(numbers, memory: 1 << 10, pieces: 3) == oracle(numbers))
  }
}

/// Numbers come back by bucket and in the order in which they came, however few of them fit into memory.
@Suite struct NumberBucketsTests {
  @Test(arguments: 0..<12) func `every bucket keeps its numbers in order`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let count = 1 + generator.below(9)
    var buckets = NumberBuckets(count: count, memory: seed % 3 == 0 ? nil : 1 << (4 + seed), folder: nil)
    var expected = [[UInt64]](repeating: [], count: count)
    for _ in 0..<generator.below(4000) {
      let (number, bucket) = (UInt64(generator.below(1 << 40)), generator.below(count))
      try buckets.append(number, to: bucket)
      expected[bucket].append(number)
    }
    for bucket in (0..<count).shuffled(using: &generator) {
      #expect(buckets.size(of: bucket) == expected[bucket].count)
      #expect(try buckets.take(bucket) == expected[bucket])
      #expect(try buckets.take(bucket).isEmpty)
    }
  }

  @Test func `a bucket that was taken can be filled again`() throws {
    var buckets = NumberBuckets(count: 2, memory: 1, folder: nil)
    for round in 0..<3 {
      for number in 0..<1000 { try buckets.append(UInt64(number + round), to: number % 2) }
      #expect(try buckets.take(1) == (0..<500).map { UInt64($0 * 2 + 1 + round) })
      #expect(try buckets.take(0) == (0..<500).map { UInt64($0 * 2 + round) })
    }
    #expect(!buckets.areInMemory)
  }
}
