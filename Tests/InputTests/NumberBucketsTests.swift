import Files
import TestSupport
import Testing

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
