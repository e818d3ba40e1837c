package import Text

/// Aligns the words of two passages: greedy, best pair first, by base similarity and context.
///
/// After Sultan, Bethard, Sumner 2014 (Back to Basics for Monolingual Alignment, 10.1162/tacl_a_00178), without its parser:
/// context is the similarity of up to three neighbours on either side. Then words that nothing links but their place are joined,
/// see ``GapSubstitution``. Mirrored input gives the mirrored alignment.
///
/// Complexity: O(n m). Passages of more than ``limit`` cells are not aligned at all; ``ArticleAligner`` makes none.
package final class WordAligner {
  package static let limit = 1_000_000

  let knowledge: WordKnowledge
  /// More equals of a word than this in one passage are too many to look at each.
  private static let crowd = 24
  private let tuning = AlignmentTuning.standard.words

  private struct Candidate {
    var score: Float
    var i: Int32
    var j: Int32
    var place: (Int32, Int32, Int32) { (-abs(i - j), -(i + j), -i) }
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
      align(first, second, &alignment)
    }
    GapSubstitution.link(first, second, knowledge: knowledge, &alignment)
    let closeness = Closeness.measure(a.ids, b.ids, alignment: alignment)
    return SentencePair(a: a, b: b, alignment: alignment, closeness: closeness)
  }

  private func align(_ a: SideWords, _ b: SideWords, _ alignment: inout WordAlignment) {
    guard !a.ids.isEmpty, !b.ids.isEmpty else { return }
    var matrix = SimilarityMatrix(rows: a.ids.count, columns: b.ids.count)
    fill(&matrix, a, b)
    var candidates = candidates(matrix, a, b)
    // Ties are broken by place along the diagonal and then symmetrically, so that mirrored input mirrors the result.
    candidates.sort { $0.score != $1.score ? $0.score > $1.score : $0.place > $1.place }
    for candidate in candidates {
      let i = Int(candidate.i)
      let j = Int(candidate.j)
      if alignment.aToB[i] < 0, alignment.bToA[j] < 0 { alignment.link(i, j) }
    }
  }

  private func candidates(_ matrix: SimilarityMatrix, _ a: SideWords, _ b: SideWords) -> [Candidate] {
    var candidates: [Candidate] = []
    candidates.reserveCapacity(matrix.filled.count)
    let rows = Float(matrix.rows)
    let columns = Float(matrix.columns)
    let crowded = matrix.crowded(limit: Self.crowd)
    for (i, j) in matrix.filled {
      let base = matrix[i, j]
      let place = abs((Float(i) + 0.5) / rows - (Float(j) + 0.5) / columns)
      // Where a word stands dozens of times on both sides, only its neighbourhood is looked at.
      if let crowded, crowded.rows[i], crowded.columns[j], place * min(rows, columns) > Float(Self.crowd) / 2 { continue }
      let context = matrix.context(i, j, a.isStop, b.isStop)
      if a.isStop[i] ? context < tuning.leastStopContext : base < tuning.ample && context < tuning.leastContext { continue }
      let score =
        base * (a.isStop[i] ? tuning.stopSimilarity : tuning.similarity) + tuning.contextWeight * context
        + tuning.place * (1 - place)
      candidates.append(Candidate(score: score, i: Int32(i), j: Int32(j)))
    }
    return candidates
  }

  /// Base similarities.
  ///
  /// Words that the other side has too are compared with their equals only.
  private func fill(_ matrix: inout SimilarityMatrix, _ a: SideWords, _ b: SideWords) {
    var coveredA = [Bool](repeating: false, count: matrix.rows)
    var coveredB = [Bool](repeating: false, count: matrix.columns)
    let columns = b.ids.span
    for i in 0..<matrix.rows {
      let word = a.ids[i]
      for j in columns.indices where columns[j] == word {
        matrix.set(i, j, to: 1)
        coveredA[i] = true
        coveredB[j] = true
      }
    }
    for i in 0..<matrix.rows where !coveredA[i] && !a.isStop[i] {
      for j in 0..<matrix.columns where !coveredB[j] && !b.isStop[j] { matrix.set(i, j, to: base(a, i, b, j)) }
    }
  }

  private func base(_ a: SideWords, _ i: Int, _ b: SideWords, _ j: Int) -> Float {
    let figureA = a.figure[i]
    let figureB = b.figure[j]
    if figureA >= 0 || figureB >= 0 {
      guard figureA >= 0, figureB >= 0 else { return 0 }
      let x = a.side.text.figures[Int(figureA)]
      let y = b.side.text.figures[Int(figureB)]
      return x.value == y.value || (x.alternate ?? .nan) == y.value || x.value == (y.alternate ?? .nan) ? tuning.figure : 0
    }
    if a.traits[i].contains(.nonWord) || b.traits[j].contains(.nonWord) { return 0 }
    if a.isName[i], b.isName[j] {
      return max(knowledge.nameSimilarity(a.ids[i], b.ids[j]), knowledge.similarity(a.ids[i], b.ids[j]))
    }
    return knowledge.similarity(a.ids[i], b.ids[j])
  }
}

/// One side's words with what the aligner asks about them, side by side.
struct SideWords {
  let side: SentenceSide
  let ids: [WordNumber]
  let traits: [WordTraits]
  let isStop: [Bool]
  let isName: [Bool]
  /// Index into the text's figures, or -1.
  let figure: [Int32]

  init(_ side: SentenceSide, knowledge: WordKnowledge) {
    self.side = side
    ids = side.ids
    traits = side.ids.map(knowledge.traits)
    isName = side.words.map { side.text.tokens[$0].shape.contains(.name) }
    var isStop = traits.map { $0.contains(.stop) }
    var figure = [Int32](repeating: -1, count: side.count)
    for (index, range) in FigureLookup.figures(of: side) {
      for position in range { figure[position] = Int32(index) }
    }
    for position in isStop.indices where isName[position] || figure[position] >= 0 { isStop[position] = false }
    self.isStop = isStop
    self.figure = figure
  }
}

/// The figures inside a passage.
package enum FigureLookup {
  /// How many figures begin in a token range.
  package static func count(in range: Range<Int>, of text: LinguisticText) -> Int {
    first(from: range.upperBound, text.figures) - first(from: range.lowerBound, text.figures)
  }

  /// The first figure that begins at a token or behind it; written out, since a generic search is not specialised across modules.
  private static func first(from token: Int, _ figures: [Figure]) -> Int {
    var low = 0
    var high = figures.count
    while low < high {
      let middle = (low + high) / 2
      if figures[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Index into the text's figures and word positions of each figure of a side.
  ///
  /// Complexity: O(log figures + found).
  package static func figures(of side: SentenceSide) -> [(index: Int, positions: Range<Int>)] {
    let figures = side.text.figures
    var low = first(from: side.tokens.lowerBound, figures)
    var found: [(index: Int, positions: Range<Int>)] = []
    while low < figures.count, figures[low].tokens.upperBound <= side.tokens.upperBound {
      found.append((low, side.positions(in: figures[low].tokens)))
      low += 1
    }
    return found
  }
}

/// Base similarities of all words of one passage with all of the other, row by row.
struct SimilarityMatrix {
  let rows: Int
  let columns: Int
  /// With a border of empty cells, so that nobody asks whether a neighbour is inside.
  private var cells: [Float]
  private let stride: Int
  private static let border = 4
  /// The cells above 0, few of all.
  private(set) var filled: [(row: Int, column: Int)] = []
  private let tuning = AlignmentTuning.standard.context

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    stride = columns + 2 * Self.border
    cells = Array(repeating: 0, count: (rows + 2 * Self.border) * stride)
  }

  subscript(row: Int, column: Int) -> Float { cells[place(row, column)] }

  private func place(_ row: Int, _ column: Int) -> Int { (row + Self.border) * stride + column + Self.border }

  /// Fills a cell, each at most once.
  mutating func set(_ row: Int, _ column: Int, to value: Float) {
    guard value > 0 else { return }
    cells[place(row, column)] = value
    filled.append((row, column))
  }

  /// Rows and columns with more than `limit` cells above 0; nil when a row and a column of such length cannot meet.
  func crowded(limit: Int) -> (rows: [Bool], columns: [Bool])? {
    guard rows > limit, columns > limit else { return nil }
    var inRow = [Int](repeating: 0, count: rows)
    var inColumn = [Int](repeating: 0, count: columns)
    for (row, column) in filled {
      inRow[row] += 1
      inColumn[column] += 1
    }
    return (inRow.map { $0 > limit }, inColumn.map { $0 > limit })
  }

  /// Similarity of the neighbours of a cell, 0 to 1: for each offset up to three the best of the nearest places, stop words
  /// weighing .6 and places one off .8.
  ///
  /// Symmetric in rows and columns.
  func context(_ i: Int, _ j: Int, _ rowIsStop: [Bool], _ columnIsStop: [Bool]) -> Float {
    var sum: Float = 0
    for distance in 1...3 {
      sum += (side(i, j, -distance, rowIsStop, columnIsStop) + side(i, j, distance, rowIsStop, columnIsStop)) / Float(distance)
    }
    return sum / tuning.total
  }

  private func side(_ i: Int, _ j: Int, _ offset: Int, _ rowIsStop: [Bool], _ columnIsStop: [Bool]) -> Float {
    let row = i + offset
    let column = j + offset
    // The passages' common ends are as good as a neighbour in common.
    var best: Float = (row < 0 && column < 0) || (row >= rows && column >= columns) ? tuning.end : 0
    if row >= 0, row < rows {
      let weight: Float = rowIsStop[row] ? tuning.stop : 1
      best = max(best, self[row, column] * weight)
      if column + 1 != j { best = max(best, self[row, column + 1] * weight * tuning.shifted) }
      if column - 1 != j { best = max(best, self[row, column - 1] * weight * tuning.shifted) }
    }
    if column >= 0, column < columns {
      let weight: Float = columnIsStop[column] ? tuning.stop : 1
      if row + 1 != i { best = max(best, self[row + 1, column] * weight * tuning.shifted) }
      if row - 1 != i { best = max(best, self[row - 1, column] * weight * tuning.shifted) }
    }
    return best
  }
}
