import TextAnalysis

/// Positions of both sides that are aligned with each other and nothing outside.
struct AlignmentBlock {
  var a: Range<Int>
  var b: Range<Int>
}

/// Cuts long passages at words that occur once on both sides, so that the quadratic aligner meets short blocks only.
enum Anchors {
  /// The blocks still to be aligned; anchors are linked right away. A block that has no anchor and is too large is given up.
  static func blocks(_ a: [WordNumber], _ b: [WordNumber], limit: Int, into alignment: inout WordAlignment) -> [AlignmentBlock] {
    let whole = AlignmentBlock(a: 0..<a.count, b: 0..<b.count)
    if a.count * b.count <= limit { return [whole] }
    var done: [AlignmentBlock] = []
    var open = [whole]
    while let block = open.popLast() {
      if block.a.isEmpty || block.b.isEmpty { continue }
      if block.a.count * block.b.count <= limit {
        done.append(block)
        continue
      }
      open.append(contentsOf: cut(block, a, b, &alignment))
    }
    return done
  }

  private static func cut(
    _ block: AlignmentBlock, _ a: [WordNumber], _ b: [WordNumber], _ alignment: inout WordAlignment
  ) -> [AlignmentBlock] {
    var placeA: [WordNumber: Int] = [:]
    var placeB: [WordNumber: Int] = [:]
    for i in block.a { placeA[a[i]] = placeA[a[i]] == nil ? i : -1 }
    for j in block.b { placeB[b[j]] = placeB[b[j]] == nil ? j : -1 }
    var shared: [(i: Int, j: Int)] = []
    for i in block.a {
      if placeA[a[i]] == i, let j = placeB[a[i]], j >= 0 { shared.append((i, j)) }
    }
    let chain = LongestIncreasing.indices(shared.map(\.j)).map { shared[$0] }
    var blocks: [AlignmentBlock] = []
    var i = block.a.lowerBound
    var j = block.b.lowerBound
    for anchor in chain {
      alignment.link(anchor.i, anchor.j)
      blocks.append(AlignmentBlock(a: i..<anchor.i, b: j..<anchor.j))
      i = anchor.i + 1
      j = anchor.j + 1
    }
    if chain.isEmpty { return [] }
    blocks.append(AlignmentBlock(a: i..<block.a.upperBound, b: j..<block.b.upperBound))
    return blocks
  }
}
