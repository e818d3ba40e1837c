/// Puts the passages of two texts in the order in which a person reads the second one.
enum ComparisonRows {
  /// Which sentences stand for each other.
  struct Alignment {
    struct Pair {
      var a: Range<Int>
      var b: Range<Int>
      var isMoved: Bool
    }

    var pairs: [Pair]
    /// Bytes of every sentence.
    var sentencesOfA: [Range<Int>]
    var sentencesOfB: [Range<Int>]
  }

  /// Linear in sentences and boilerplate, but for the sorting.
  static func rows(_ alignment: Alignment, _ a: [UInt8], _ b: [UInt8], boilerplate: ([Range<Int>], [Range<Int>])) -> [ReportRow] {
    var pairOfA = [Int](repeating: -1, count: alignment.sentencesOfA.count)
    var pairOfB = [Int](repeating: -1, count: alignment.sentencesOfB.count)
    for (index, pair) in alignment.pairs.enumerated() {
      for sentence in pair.a.clamped(to: pairOfA.indices) { pairOfA[sentence] = index }
      for sentence in pair.b.clamped(to: pairOfB.indices) { pairOfB[sentence] = index }
    }
    var rows: [ReportRow] = []
    var nextOfA = 0
    func emitDropped(before end: Int) {
      while nextOfA < end {
        if pairOfA[nextOfA] < 0 {
          let range = alignment.sentencesOfA[nextOfA]
          rows.append(ReportRow(a: ReportSpan(range), isBoilerplate: covers(boilerplate.0, range)))
        }
        nextOfA += 1
      }
    }
    var emitted: Set<Int> = []
    for (sentence, range) in alignment.sentencesOfB.enumerated() {
      let index = pairOfB[sentence]
      guard index >= 0 else {
        rows.append(ReportRow(b: ReportSpan(range), isBoilerplate: covers(boilerplate.1, range)))
        continue
      }
      guard emitted.insert(index).inserted else { continue }
      let pair = alignment.pairs[index]
      if !pair.isMoved { emitDropped(before: pair.a.lowerBound) }
      rows.append(row(pair, alignment, a, b, boilerplate))
    }
    emitDropped(before: pairOfA.count)
    return rows
  }

  private static func row(
    _ pair: Alignment.Pair, _ alignment: Alignment, _ a: [UInt8], _ b: [UInt8], _ boilerplate: ([Range<Int>], [Range<Int>])
  ) -> ReportRow {
    let first = alignment.sentencesOfA[pair.a.lowerBound].lowerBound..<alignment.sentencesOfA[pair.a.upperBound - 1].upperBound
    let second = alignment.sentencesOfB[pair.b.lowerBound].lowerBound..<alignment.sentencesOfB[pair.b.upperBound - 1].upperBound
    return ReportRow(
      a: ReportSpan(first), b: ReportSpan(second), isSame: isSame(a[first], b[second]),
      isBoilerplate: covers(boilerplate.0, first) && covers(boilerplate.1, second),
      moved: pair.isMoved ? .init(from: pair.a.lowerBound + 1, to: pair.b.lowerBound + 1) : nil)
  }

  /// Equal but for white space.
  private static func isSame(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    a == b || a.lazy.filter { !isSpace($0) }.elementsEqual(b.lazy.filter { !isSpace($0) })
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  private static func covers(_ spans: [Range<Int>], _ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    let covered = spans.reduce(0) { $0 + $1.clamped(to: range).count }
    return Double(covered) >= ReportTuning.standard.boilerplateShare * Double(range.count)
  }
}
