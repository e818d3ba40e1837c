internal import Text

/// What stands in the gaps of a common frame: where two articles have the same words around a gap, and other words in it.
///
/// Who edits a text leaves sentences out, puts new ones in, or says in other words what stood there; who fills in a form puts
/// something else into every gap.
struct FrameGaps: Equatable {
  /// Gaps between the same words that have no word in common, and those that have one.
  private(set) var replaced = 0
  private(set) var reworded = 0
  /// The same of gaps that hold two words or more in both: no word that was put for another.
  private(set) var longReplaced = 0
  private(set) var longReworded = 0

  /// Words of a gap that are looked at; bound of the work.
  private static let longest = 64
  /// Words of a long gap.
  private static let fewWords = 2

  private struct Gap {
    /// The words before and after it.
    var context: UInt64
    var words: Range<Int>
  }

  /// Compares the words `a` and `b`, two articles of `sequences`; `isCommon` says of a word pair whether both have it.
  ///
  /// Linear but for gaps that share their context, which are compared word by word, ``longest`` of either.
  init(_ a: Range<Int>, _ b: Range<Int>, of sequences: borrowing StemSequences, _ isCommon: (UInt32) -> Bool) {
    let first = Self.gaps(a, of: sequences, isCommon)
    let second = Self.gaps(b, of: sequences, isCommon)
    let codes = sequences.codes.span
    var j = 0
    for (i, gap) in first.enumerated() {
      // A context that comes twice does not say which gap is which.
      if i > 0, first[i - 1].context == gap.context { continue }
      if i + 1 < first.count, first[i + 1].context == gap.context { continue }
      while j < second.count, second[j].context < gap.context { j += 1 }
      guard j < second.count else { break }
      guard second[j].context == gap.context else { continue }
      if j + 1 < second.count, second[j + 1].context == gap.context { continue }
      let other = second[j].words.prefix(Self.longest)
      let isReworded = gap.words.prefix(Self.longest).contains { word in
        let stem = codes[word].stem
        return other.contains { codes[$0].stem == stem }
      }
      if isReworded { reworded += 1 } else { replaced += 1 }
      guard min(gap.words.count, second[j].words.count) >= Self.fewWords else { continue }
      if isReworded { longReworded += 1 } else { longReplaced += 1 }
    }
  }

  /// The runs of words outside common pairs, ascending by context.
  private static func gaps(
    _ words: Range<Int>, of sequences: borrowing StemSequences, _ isCommon: (UInt32) -> Bool
  ) -> [Gap] {
    let codes = sequences.codes.span
    func neighbour(_ index: Int) -> UInt64 { words.contains(index) ? UInt64(codes[index].stem) : 1 << 27 }
    var gaps: [Gap] = []
    var start: Int?
    var wasCommon = false
    for index in words {
      let next = index + 1
      let isNextCommon = next < words.upperBound && isCommon(Features.pair(codes[index].stem, codes[next].stem))
      if wasCommon || isNextCommon {
        if let first = start { gaps.append(Gap(context: neighbour(first - 1) << 32 | neighbour(index), words: first..<index)) }
        start = nil
      } else {
        start = start ?? index
      }
      wasCommon = isNextCommon
    }
    if let first = start {
      gaps.append(Gap(context: neighbour(first - 1) << 32 | neighbour(words.upperBound), words: first..<words.upperBound))
    }
    return gaps.sorted { ($0.context, $0.words.lowerBound) < ($1.context, $1.words.lowerBound) }
  }
}

/// Figures by the words around them: in a copy the same figure stands between the same words, in a form filled anew another.
enum FigureSlots {
  struct Slot: Sendable {
    var context: UInt64
    var figure: UInt32
  }

  /// The figures that have a word beside them that is none, ascending by context, in reading order where contexts are equal.
  static func read(_ words: Range<Int>, of sequences: borrowing StemSequences, into slots: inout [Slot]) {
    slots.removeAll(keepingCapacity: true)
    let codes = sequences.codes.span
    /// A figure beside a figure is as good as any other.
    func neighbour(_ index: Int) -> UInt64 {
      guard words.contains(index) else { return 1 << 27 }
      return codes[index].isNumber ? 1 << 28 : UInt64(codes[index].stem)
    }
    for index in words where codes[index].isNumber {
      let around = (neighbour(index - 1), neighbour(index + 1))
      if around.0 >> 27 != 0, around.1 >> 27 != 0 { continue }
      slots.append(Slot(context: around.0 << 32 | around.1, figure: codes[index].stem))
    }
    let places = slots.indices.sorted { (slots[$0].context, $0) < (slots[$1].context, $1) }
    slots = places.map { slots[$0] }
  }

  /// How many figures in the same places are equal, and how many differ; places that one text has more often do not count.
  ///
  /// Linear.
  static func compare(_ a: [Slot], _ b: [Slot]) -> (kept: Int, changed: Int) {
    var kept = 0, changed = 0
    var i = 0, j = 0
    while i < a.count, j < b.count {
      let (endI, endJ) = (end(a, i), end(b, j))
      if a[i].context < b[j].context {
        i = endI
      } else if b[j].context < a[i].context {
        j = endJ
      } else {
        if endI - i == endJ - j {
          for offset in 0..<endI - i {
            if a[i + offset].figure == b[j + offset].figure { kept += 1 } else { changed += 1 }
          }
        }
        (i, j) = (endI, endJ)
      }
    }
    return (kept, changed)
  }

  private static func end(_ slots: [Slot], _ start: Int) -> Int {
    var end = start + 1
    while end < slots.count, slots[end].context == slots[start].context { end += 1 }
    return end
  }
}
