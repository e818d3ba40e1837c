import Articles
import Boilerplate
import Copies
import Fingerprints
import TestSupport
import Testing

@testable import Pipeline

/// Blocks of pairs in pieces of so many bytes.
@Suite struct `Blocks bounded by bytes` {
  /// A verifier of articles whose records have these lengths; places are in another order than articles.
  private func verifier(_ lengths: [Int], _ articles: [UInt32]) -> PairVerifier {
    var table = ArticleTable()
    for length in lengths {
      let record = ArticleRecord(location: RecordLocation(file: 0, line: 1, offset: 0, length: UInt32(length)))
      table.append(record, of: ArticleBatch(text: []), content: .init(high: 0, low: 0), words: 0, site: 0)
    }
    return PairVerifier(
      articles: articles, table: table, shingler: Shingler(width: 5), rule: CopyRule(), keep: KeepRule(), counts: { _ in true },
      detector: .standard, knowledge: BatchBoilerplate())
  }

  @Test(arguments: 0..<60) func `every pair comes once, in its order, and no piece holds more than the bound and a pair`(
    seed: Int
  ) {
    var random = SeededGenerator(seed)
    let count = 2 + random.below(40)
    let most = [1 << 10, 4 << 20, 40 << 20, 200 << 20][seed % 4]
    let lengths = (0..<count).map { _ in random.below(most) }
    let articles = (0..<UInt32(count)).shuffled(using: &random)
    var pairs: Set<UInt64> = []
    for _ in 0..<random.below(200) {
      let (a, b) = (random.below(count), random.below(count))
      if a != b { pairs.insert(UInt64(min(a, b)) << 32 | UInt64(max(a, b))) }
    }
    let blocks = PairBlocks.blocks(pairs.sorted(), count: count, articles: 2 + random.below(20))
    let pieces = verifier(lengths, articles).bounded(blocks)
    #expect(pieces.flatMap { $0 } == blocks.flatMap { $0 })
    #expect(pieces.joined().sorted() == pairs.sorted())
    func bytes(_ pairs: some Sequence<UInt64>) -> Int {
      Set(pairs.flatMap { [Int($0 >> 32), Int($0 & 0xFFFF_FFFF)] }).reduce(0) { $0 + lengths[Int(articles[$1])] }
    }
    for piece in pieces {
      #expect(!piece.isEmpty && bytes(piece.dropLast()) <= PairVerifier.blockBytes)
    }
    // A piece ends only where it is full, or its block does.
    var rest = pieces[...]
    for block in blocks {
      var taken = 0
      while taken < block.count, let piece = rest.popFirst() {
        taken += piece.count
        #expect(taken == block.count || bytes(piece) > PairVerifier.blockBytes)
      }
    }
  }

  @Test func `nothing gives nothing`() {
    #expect(verifier([], []).bounded([]).isEmpty)
    #expect(verifier([1, 1], [0, 1]).bounded([[1]]) == [[1]])
  }
}
