/// Two passages as one text: what both have stands once, what went and what came stand where they differ.
///
/// Side by side they would say most of it twice. Leaving out one side's pieces gives the other side, but for white space.
struct WordMix {
  enum Side { case both, a, b }

  struct Piece: Equatable {
    var side: Side
    /// Bytes of the second text for what both have, else of the side's own.
    var range: Range<Int>
    /// Place of the finding that speaks of the piece.
    var finding: Int?
    /// Whether white space stands before it.
    var isSpaced = false
  }

  private(set) var pieces: [Piece] = []
  /// Words that both have, of those of the longer passage, 0...1.
  let kept: Double

  /// A finding's place in a list, and its bytes.
  typealias Mark = (place: Int, range: Range<Int>)

  /// Mixes two passages; `marks` are the findings' ranges on both sides, of which the earlier counts where two are over one word.
  ///
  /// - Complexity: O((n + m) d) for n and m words of which d differ.
  init(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, marks: (a: [Mark], b: [Mark])) {
    let first = WordMarks.words(a, marks.a)
    let second = WordMarks.words(b, marks.b)
    let pairs = WordMarks.kept(first, second)
    kept = Double(pairs.count) / Double(max(1, first.count, second.count))
    var (i, j) = (0, 0)
    for (p, q) in pairs {
      change(first, i..<p, second, j..<q)
      keep(first, p, second, q, isNext: p == i && q == j && i > 0)
      (i, j) = (p + 1, q + 1)
    }
    change(first, i..<first.count, second, j..<second.count)
  }

  /// A word of both; `isNext` when the one before it was one too.
  private mutating func keep(_ a: [WordMarks.Word], _ p: Int, _ b: [WordMarks.Word], _ q: Int, isNext: Bool) {
    if isNext, let last = pieces.indices.last {
      pieces[last].range = pieces[last].range.lowerBound..<b[q].range.upperBound
    } else {
      pieces.append(Piece(side: .both, range: b[q].range, isSpaced: Self.isSpaced(a, p) || Self.isSpaced(b, q)))
    }
  }

  private mutating func change(_ a: [WordMarks.Word], _ gone: Range<Int>, _ b: [WordMarks.Word], _ came: Range<Int>) {
    var gone = Self.runs(a, gone, .a)
    var came = Self.runs(b, came, .b)
    // A blank before both belongs to neither.
    if let first = gone.first, let second = came.first, first.isSpaced, second.isSpaced {
      pieces.append(Piece(side: .both, range: 0..<0, isSpaced: true))
      gone[0].isSpaced = false
      came[0].isSpaced = false
    }
    pieces += gone + came
  }

  /// Neighbouring words of one side of which the same finding speaks.
  private static func runs(_ words: [WordMarks.Word], _ range: Range<Int>, _ side: Side) -> [Piece] {
    var runs: [Piece] = []
    for index in range {
      if let last = runs.last, last.finding == words[index].finding {
        runs[runs.count - 1].range = last.range.lowerBound..<words[index].range.upperBound
      } else {
        runs.append(
          Piece(side: side, range: words[index].range, finding: words[index].finding, isSpaced: isSpaced(words, index)))
      }
    }
    return runs
  }

  private static func isSpaced(_ words: [WordMarks.Word], _ index: Int) -> Bool {
    index > 0 && words[index].range.lowerBound > words[index - 1].range.upperBound
  }
}
