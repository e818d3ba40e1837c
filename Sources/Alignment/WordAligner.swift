import TextAnalysis

/// Aligns the words of two passages: greedy, best pair first, by base similarity and context.
///
/// After Sultan, Bethard, Sumner 2014 (Back to Basics for Monolingual Alignment, 10.1162/tacl_a_00178), without its parser: context is
/// the similarity of up to three neighbours on either side. Then words that nothing links but their place are joined, see
/// ``GapSubstitution``. Mirrored input gives the mirrored alignment.
///
/// Complexity: O(n m). Passages of more than ``limit`` cells are not aligned at all; ``ArticleAligner`` makes none.
package final class WordAligner {
  package static let limit = 1_000_000

  let knowledge: WordKnowledge
  var matrix: [Float] = []
  private var candidates: [Candidate] = []

  /// Positions of both sides that are aligned with each other and nothing outside.
  struct AlignmentBlock {
    var a: Range<Int>
    var b: Range<Int>
  }

  struct Candidate {
    var score: Float
    var i: Int32
    var j: Int32
  }

  package init(knowledge: WordKnowledge) { self.knowledge = knowledge }

  package func align(_ a: SentenceSide, _ b: SentenceSide) -> SentencePair {
    var alignment = WordAlignment(a: a.count, b: b.count)
    if a.ids == b.ids {
      for index in 0..<a.count { alignment.link(index, index) }
      return SentencePair(a: a, b: b, alignment: alignment, closeness: 1)
    }
    let first = SideWords(a, knowledge: knowledge)
    let second = SideWords(b, knowledge: knowledge)
    if a.count * b.count <= Self.limit {
      alignBlock(first, second, AlignmentBlock(a: 0..<a.count, b: 0..<b.count), &alignment)
    }
    GapSubstitution.link(first, second, knowledge: knowledge, &alignment)
    let closeness = Closeness.measure(a.ids, b.ids, alignment: alignment)
    return SentencePair(a: a, b: b, alignment: alignment, closeness: closeness)
  }

  private func alignBlock(_ a: SideWords, _ b: SideWords, _ block: AlignmentBlock, _ alignment: inout WordAlignment) {
    let rows = block.a.count
    let columns = block.b.count
    guard rows > 0, columns > 0 else { return }
    matrix.removeAll(keepingCapacity: true)
    matrix.append(contentsOf: repeatElement(0, count: rows * columns))
    fill(a, b, block)
    candidates.removeAll(keepingCapacity: true)
    for i in 0..<rows {
      let isStop = a.isStop[block.a.lowerBound + i]
      for j in 0..<columns {
        let base = matrix[i * columns + j]
        guard base > 0 else { continue }
        let context = self.context(i, j, a, b, block)
        if isStop ? context < 0.12 : base < 0.5 && context < 0.15 { continue }
        let place = abs((Float(i) + 0.5) / Float(rows) - (Float(j) + 0.5) / Float(columns))
        let score = base * (isStop ? 0.35 : 0.75) + 0.5 * context + 0.12 * (1 - place)
        candidates.append(Candidate(score: score, i: Int32(i), j: Int32(j)))
      }
    }
    // Ties are broken by place along the diagonal and then symmetrically, so that mirrored input mirrors the result.
    candidates.sort { ($0.score, -abs($0.i - $0.j), -($0.i + $0.j), -$0.i) > ($1.score, -abs($1.i - $1.j), -($1.i + $1.j), -$1.i) }
    for candidate in candidates {
      let i = block.a.lowerBound + Int(candidate.i)
      let j = block.b.lowerBound + Int(candidate.j)
      if alignment.aToB[i] < 0, alignment.bToA[j] < 0 { alignment.link(i, j) }
    }
  }

  /// Base similarities. Words that the other side has too, as often, are compared with their equals only.
  private func fill(_ a: SideWords, _ b: SideWords, _ block: AlignmentBlock) {
    let columns = block.b.count
    var coveredA = [Bool](repeating: false, count: block.a.count)
    var coveredB = [Bool](repeating: false, count: columns)
    for i in block.a {
      for j in block.b where a.ids[i] == b.ids[j] {
        matrix[(i - block.a.lowerBound) * columns + j - block.b.lowerBound] = 1
        coveredA[i - block.a.lowerBound] = true
        coveredB[j - block.b.lowerBound] = true
      }
    }
    for i in block.a where !coveredA[i - block.a.lowerBound] && !a.isStop[i] {
      for j in block.b where !coveredB[j - block.b.lowerBound] && !b.isStop[j] {
        matrix[(i - block.a.lowerBound) * columns + j - block.b.lowerBound] = base(a, i, b, j)
      }
    }
  }

  private func base(_ a: SideWords, _ i: Int, _ b: SideWords, _ j: Int) -> Float {
    let figureA = a.figure[i]
    let figureB = b.figure[j]
    if figureA >= 0 || figureB >= 0 {
      guard figureA >= 0, figureB >= 0 else { return 0 }
      let x = a.side.text.figures[Int(figureA)]
      let y = b.side.text.figures[Int(figureB)]
      return x.value == y.value || (x.alternate ?? .nan) == y.value || x.value == (y.alternate ?? .nan) ? 0.97 : 0
    }
    if a.traits[i].contains(.nonWord) || b.traits[j].contains(.nonWord) { return 0 }
    if a.isName[i], b.isName[j] { return max(knowledge.nameSimilarity(a.ids[i], b.ids[j]), knowledge.similarity(a.ids[i], b.ids[j])) }
    return knowledge.similarity(a.ids[i], b.ids[j])
  }

  /// Similarity of the neighbours, 0 to 1: for each offset up to three the best of the three nearest places.
  private func context(_ i: Int, _ j: Int, _ a: SideWords, _ b: SideWords, _ block: AlignmentBlock) -> Float {
    let rows = block.a.count
    let columns = block.b.count
    var sum: Float = 0
    for distance in 1...3 {
      for sign in [-1, 1] {
        let offset = distance * sign
        let row = i + offset
        let column = j + offset
        var best: Float = 0
        // The passages' common ends are as good as a neighbour in common.
        if (row < 0 && column < 0) || (row >= rows && column >= columns) { best = 0.6 }
        if row >= 0, row < rows {
          let weight: Float = a.isStop[block.a.lowerBound + row] ? 0.6 : 1
          if column >= 0, column < columns { best = max(best, matrix[row * columns + column] * weight) }
          if column + 1 >= 0, column + 1 < columns, column + 1 != j { best = max(best, matrix[row * columns + column + 1] * weight * 0.8) }
          if column - 1 >= 0, column - 1 < columns, column - 1 != j { best = max(best, matrix[row * columns + column - 1] * weight * 0.8) }
        }
        if column >= 0, column < columns {
          let weight: Float = b.isStop[block.b.lowerBound + column] ? 0.6 : 1
          if row + 1 >= 0, row + 1 < rows, row + 1 != i { best = max(best, matrix[(row + 1) * columns + column] * weight * 0.8) }
          if row - 1 >= 0, row - 1 < rows, row - 1 != i { best = max(best, matrix[(row - 1) * columns + column] * weight * 0.8) }
        }
        sum += best / Float(distance)
      }
    }
    return sum / 3.67
  }
}
