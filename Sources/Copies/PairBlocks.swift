package import Tables

/// Pairs in the blocks in which they are verified.
package enum PairBlocks {
  /// The pairs in blocks that touch about `articles` articles each.
  ///
  /// Pairs of one component stand together, so that an article is read for one block and seldom for more. O(n log n).
  package static func blocks(_ pairs: [UInt64], of components: inout DisjointSets, articles: Int) -> [[UInt64]] {
    var order = pairs.map { (root: UInt32(components.find(Int($0 >> 32))), pair: $0) }
    order.sort { ($0.root, $0.pair) < ($1.root, $1.pair) }
    var blocks: [[UInt64]] = []
    var block: [UInt64] = []
    var members: Set<UInt32> = []
    for (_, pair) in order {
      members.insert(UInt32(pair >> 32))
      members.insert(UInt32(truncatingIfNeeded: pair))
      block.append(pair)
      if members.count >= articles {
        blocks.append(block)
        block = []
        members = []
      }
    }
    if !block.isEmpty { blocks.append(block) }
    return blocks
  }

  /// Blocks of pairs of `count` articles whose components are those of the pairs themselves.
  package static func blocks(_ pairs: [UInt64], count: Int, articles: Int) -> [[UInt64]] {
    var components = DisjointSets(count: count)
    for pair in pairs { components.union(Int(pair >> 32), Int(pair & 0xFFFF_FFFF)) }
    return blocks(pairs, of: &components, articles: articles)
  }
}
