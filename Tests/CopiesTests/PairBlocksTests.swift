import Fingerprints
import TestSupport
import Testing
import Text

@testable import Copies

@Suite struct PairBlocksTests {
  private func pairs(_ generator: inout SeededGenerator, count: Int) -> [UInt64] {
    var pairs: Set<UInt64> = []
    for _ in 0..<count {
      let first = generator.below(count), second = first + 1 + generator.below(6)
      if second < count { pairs.insert(UInt64(first) << 32 | UInt64(second)) }
    }
    return pairs.sorted()
  }

  private func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { first << 32 | second }

  private func members(_ block: [UInt64]) -> Set<UInt64> { Set(block.flatMap { [$0 >> 32, $0 & 0xFFFF_FFFF] }) }

  @Test(arguments: 0..<20) func `every pair stands in one block, and blocks are bounded`(_ seed: Int) {
    var generator = SeededGenerator(seed)
    let pairs = pairs(&generator, count: 30 + generator.below(300))
    let blocks = PairBlocks.blocks(pairs, count: 400, articles: 16)
    #expect(blocks.flatMap { $0 }.sorted() == pairs)
    #expect(blocks.allSatisfy { !$0.isEmpty && members($0).count <= 17 })
  }

  @Test func `pairs of one component stand together, whatever lies between them`() {
    // 0-9 and 1-8 and 2-7: by number alone each block of two articles would hold parts of several.
    let components = [[pair(0, 9), pair(9, 12)], [pair(1, 8), pair(8, 11)], [pair(2, 7), pair(7, 10)]]
    let pairs = components.flatMap { $0 }.sorted()
    let blocks = PairBlocks.blocks(pairs, count: 13, articles: 3)
    #expect(blocks == components)
  }

  @Test(arguments: 0..<20) func `along a chain an article is read for one block, at a border for two`(_ seed: Int) {
    var generator = SeededGenerator(seed)
    let count = 50 + generator.below(400)
    // Neighbours of the chain have numbers far apart.
    let chain = (0..<UInt64(count)).shuffled(using: &generator)
    let pairs = zip(chain, chain.dropFirst()).map { pair(min($0, $1), max($0, $1)) }.sorted()
    let blocks = PairBlocks.blocks(pairs, count: count, articles: 16)
    #expect(blocks.flatMap { $0 }.sorted() == pairs && blocks.allSatisfy { $0 == $0.sorted() })
    // Two borders a block: the walk goes from the smallest place to one end, and then to the other.
    #expect(blocks.reduce(0) { $0 + members($1).count } <= count + 2 * blocks.count)
  }

  @Test(arguments: 0..<40) func `the words of a rest are counted as its runs are`(_ seed: Int) {
    var generator = SeededGenerator(seed)
    let words = (0..<1 + generator.below(80)).map { _ in ["storm", "harbour", "quay", "lamp"][generator.below(4)] }
    let text = words.joined(separator: " ")
    let bytes = Array(text.utf8)[...]
    let digest = CopyDigest(text.words, shingler: Shingler(width: 5), text: bytes, reading: bytes, title: "".words)
    let marks = digest.shingles.map { _ in generator.below(3) == 0 }
    let runs = PairAnatomy.Side.runs(digest.sharedFlags { marks[$0] }, of: false)
    for shortest in [1, 4, 7] {
      let naive = runs.filter { $0.count >= shortest }.reduce(0) { $0 + $1.count }
      #expect(digest.restWords(shortest: shortest) { marks[$0] } == naive)
    }
  }

  @Test(arguments: 0..<20) func `marked shingles are those of the table`(_ seed: Int) {
    var generator = SeededGenerator(seed)
    func shingles() -> [UInt64] { (0..<generator.below(60)).map { _ in UInt64(generator.below(40)) << 32 | 7 } }
    let (first, second) = (shingles(), shingles())
    var table = CountingTable(), plain = CountingTable()
    func halves(_ values: [UInt64]) -> [UInt32] { values.map { UInt32($0 >> 32) } }
    table.load(halves(first), count: first.count)
    plain.load(halves(first), count: first.count)
    var marks: [Bool] = []
    let marked = table.compare(second, marking: &marks)
    let naive = plain.compare(halves(second), count: second.count)
    #expect(marked.distinct == naive.distinct && marked.common == naive.common)
    #expect(Array(marks.prefix(second.count)) == second.map { Set(first).contains($0) })
  }
}
