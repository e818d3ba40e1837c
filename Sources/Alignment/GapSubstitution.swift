/// Joins words that no lexicon links but whose aligned neighbours correspond: one was put in the other's place.
///
/// score = class + .5 left + .5 right - .15 offset - .1 distance to the nearest aligned neighbour - .05 gap size; from .6 the two
/// are joined, best first. The numbers stand in ``GapTuning``.
enum GapSubstitution {
  /// A longer run of unaligned words is a rewritten passage, not a substitution.
  private static let longestRun = 12

  private struct Candidate {
    var score: Double
    var i: Int
    var j: Int
  }

  private struct Run {
    var range: Range<Int>
    /// The aligned neighbours, -1 and the count at the ends.
    var left: Int { range.lowerBound - 1 }
    var right: Int { range.upperBound }
  }

  static func link(_ a: SideWords, _ b: SideWords, knowledge: WordKnowledge, _ alignment: inout WordAlignment) {
    let runsB = runs(alignment.bToA)
    guard !runsB.isEmpty else { return }
    var byLeft: [Int: Int] = [:]
    var byRight: [Int: Int] = [:]
    for (index, run) in runsB.enumerated() {
      byLeft[run.left] = index
      byRight[run.right] = index
    }
    var candidates: [Candidate] = []
    for run in runs(alignment.aToB) where run.range.count <= longestRun {
      let left = run.left < 0 ? -1 : Int(alignment.aToB[run.left])
      let right = run.right >= a.ids.count ? b.ids.count : Int(alignment.aToB[run.right])
      let leftRun = byLeft[left]
      let rightRun = byRight[right]
      if let leftRun { collect(run, runsB[leftRun], left: true, right: leftRun == rightRun, a, b, &candidates) }
      if let rightRun, rightRun != leftRun { collect(run, runsB[rightRun], left: false, right: true, a, b, &candidates) }
    }
    candidates.sort {
      ($0.score, -abs($0.i - $0.j), -($0.i + $0.j), -$0.i) > ($1.score, -abs($1.i - $1.j), -($1.i + $1.j), -$1.i)
    }
    for candidate in candidates where alignment.aToB[candidate.i] < 0 && alignment.bToA[candidate.j] < 0 {
      alignment.link(candidate.i, candidate.j, substituted: true)
    }
  }

  private static func runs(_ links: [Int32]) -> [Run] {
    var runs: [Run] = []
    var index = 0
    while index < links.count {
      guard links[index] < 0 else {
        index += 1
        continue
      }
      var end = index + 1
      while end < links.count, links[end] < 0 { end += 1 }
      runs.append(Run(range: index..<end))
      index = end
    }
    return runs
  }

  private static func collect(
    _ x: Run, _ y: Run, left: Bool, right: Bool, _ a: SideWords, _ b: SideWords, _ candidates: inout [Candidate]
  ) {
    guard y.range.count <= longestRun else { return }
    let tuning = AlignmentTuning.standard.gaps
    let size = Double(x.range.count + y.range.count) / 2 - 1
    for i in x.range {
      for j in y.range {
        let fromLeft = abs((i - x.left) - (j - y.left))
        let fromRight = abs((x.right - i) - (y.right - j))
        let offset = left && right ? min(fromLeft, fromRight) : left ? fromLeft : fromRight
        let distance =
          left && right
          ? min(i - x.left, x.right - i, j - y.left, y.right - j)
          : left ? min(i - x.left, j - y.left) : min(x.right - i, y.right - j)
        let score =
          compatibility(a, i, b, j, tuning) + (left ? tuning.neighbour : 0) + (right ? tuning.neighbour : 0)
          - tuning.perOffset * Double(offset) - tuning.perDistance * Double(distance - 1) - tuning.perSize * size
        if score >= tuning.least { candidates.append(Candidate(score: score, i: i, j: j)) }
      }
    }
  }

  /// How well two words fit one place: 1 for the same class.
  private static func compatibility(_ a: SideWords, _ i: Int, _ b: SideWords, _ j: Int, _ tuning: GapTuning) -> Double {
    if a.figure[i] >= 0 || b.figure[j] >= 0 { return a.figure[i] >= 0 && b.figure[j] >= 0 ? 1 : tuning.unlike }
    let x = a.traits[i]
    let y = b.traits[j]
    if x.contains(.nonWord) || y.contains(.nonWord) {
      return x.contains(.nonWord) && y.contains(.nonWord) ? tuning.marks : tuning.unlike
    }
    if a.isName[i] || b.isName[j] {
      if a.isName[i] && b.isName[j] { return 1 }
      return a.isStop[i] || b.isStop[j]
        ? (x.contains(.pronoun) || y.contains(.pronoun) ? tuning.pronounForName : 0) : tuning.wordForName
    }
    if a.isStop[i] || b.isStop[j] {
      if x.contains(.pronoun) && y.contains(.pronoun) { return 1 }
      if x.contains(.auxiliary) && y.contains(.auxiliary) { return 1 }
      if a.isStop[i] && b.isStop[j] { return tuning.stops }
      if x.contains(.pronoun) || y.contains(.pronoun) { return tuning.pronounForWord }
      return tuning.stopForWord
    }
    let shared = x.intersection(y).intersection(.openClasses)
    return shared.isEmpty && x.contains(.known) && y.contains(.known) ? tuning.otherClass : 1
  }
}
