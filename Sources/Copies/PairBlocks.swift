internal import Tables

/// Pairs in the blocks in which they are verified.
package enum PairBlocks {
  /// Pairs of places below `count` in blocks that touch about `articles` of them each, ascending within a block.
  ///
  /// Pairs stand in the order of a walk in depth from article to article, so that an article is read for one block and seldom for
  /// more, in a component of thousands too: what boxes and forms link has a chain of links where it is large. O(n log n).
  package static func blocks(_ pairs: [UInt64], count: Int, articles: Int) -> [[UInt64]] {
    let ranks = walk(pairs, count: count)
    var order = pairs.map { pair in
      let ranks = (ranks[pair.first], ranks[pair.second])
      return (key: UInt64(unordered: ranks.0, ranks.1), pair: pair)
    }
    order.sort { $0.key < $1.key }
    var blocks: [[UInt64]] = []
    var block: [UInt64] = []
    var members: Set<Int> = []
    func close() {
      blocks.append(block.sorted())
      block.removeAll()
      members.removeAll()
    }
    for (_, pair) in order {
      members.insert(pair.first)
      members.insert(pair.second)
      block.append(pair)
      if members.count >= articles { close() }
    }
    if !block.isEmpty { close() }
    return blocks
  }

  /// The number of each place in a walk in depth from the smallest place of each component; the largest number for those without
  /// a pair.
  private static func walk(_ pairs: [UInt64], count: Int) -> [UInt32] {
    let (starts, neighbours) = neighbours(pairs, count: count)
    var ranks = [UInt32](repeating: .max, count: count)
    var next: UInt32 = 0
    var open: [UInt32] = []
    for start in 0..<count where starts[start] < starts[start + 1] && ranks[start] == .max {
      open.append(UInt32(start))
      while let place = open.popLast() {
        guard ranks[Int(place)] == .max else { continue }
        ranks[Int(place)] = next
        next += 1
        for neighbour in neighbours[starts[Int(place)]..<starts[Int(place) + 1]].reversed() where ranks[Int(neighbour)] == .max {
          open.append(neighbour)
        }
      }
    }
    return ranks
  }

  /// The places that each place is paired with, one place's after another's.
  private static func neighbours(_ pairs: [UInt64], count: Int) -> (starts: [Int], places: [UInt32]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for pair in pairs {
      starts[pair.first + 1] += 1
      starts[pair.second + 1] += 1
    }
    for place in 0..<count { starts[place + 1] += starts[place] }
    var next = starts
    var places = [UInt32](repeating: 0, count: 2 * pairs.count)
    func add(_ place: Int, _ other: Int) {
      places[next[place]] = UInt32(other)
      next[place] += 1
    }
    for pair in pairs {
      add(pair.first, pair.second)
      add(pair.second, pair.first)
    }
    return (starts, places)
  }
}
