internal import Text

/// The greedy matching of sentences, see ``ArticleAligner``.
struct SentenceMatching {
  struct Group {
    var a: Range<Int>
    var b: Range<Int>
    var similarity: Double
  }

  private(set) var groups: [Group] = []
  private(set) var groupOfA: [Int]
  private(set) var groupOfB: [Int]
  private let a: SentenceTerms
  private let b: SentenceTerms
  private let weights: TermWeights

  init(_ a: SentenceTerms, _ b: SentenceTerms, weights: TermWeights) {
    self.a = a
    self.b = b
    self.weights = weights
    groupOfA = Array(repeating: -1, count: a.count)
    groupOfB = Array(repeating: -1, count: b.count)
  }

  mutating func run() {
    var candidates: [(score: Double, similarity: Double, i: Int, j: Int)] = []
    let perDistance = AlignmentTuning.standard.sentences.distance
    for (i, j) in proposals() {
      let similarity = weights.dice(i..<i + 1, of: a, j..<j + 1, of: b)
      let score = similarity - perDistance * distance(i, j)
      if score >= ArticleAligner.threshold { candidates.append((score, similarity, i, j)) }
    }
    candidates.sort { ($0.score, -($0.i + $0.j), -$0.i) > ($1.score, -($1.i + $1.j), -$1.i) }
    for candidate in candidates where groupOfA[candidate.i] < 0 && groupOfB[candidate.j] < 0 {
      groupOfA[candidate.i] = groups.count
      groupOfB[candidate.j] = groups.count
      groups.append(
        Group(a: candidate.i..<candidate.i + 1, b: candidate.j..<candidate.j + 1, similarity: candidate.similarity))
    }
    for index in groups.indices { merge(index) }
  }

  /// Difference of the relative places, 0 to 1.
  private func distance(_ i: Int, _ j: Int) -> Double {
    abs((Double(i) + 0.5) / Double(a.count) - (Double(j) + 0.5) / Double(b.count))
  }

  /// Pairs of sentences that share a term few sentences hold.
  private func proposals() -> [(Int, Int)] {
    var seen = [Int32](repeating: -1, count: b.count)
    var proposals: [(Int, Int)] = []
    for i in 0..<a.count {
      for slot in a.slots(i) {
        let other = Int(weights.counterparts[Int(slot)])
        guard other >= 0 else { continue }
        guard a.holderCount(Int(slot)) + b.holderCount(other) <= ArticleAligner.proposingFrequency else { continue }
        for j in b.holders(other) where seen[Int(j)] != Int32(i) {
          seen[Int(j)] = Int32(i)
          proposals.append((i, Int(j)))
        }
      }
    }
    return proposals
  }

  // MARK: Neighbours

  /// Takes in unaligned neighbours while the similarity grows.
  private mutating func merge(_ index: Int) {
    while true {
      var best: (group: Group, isA: Bool, sentence: Int)?
      for (isA, sentence) in neighbours(of: groups[index]) {
        let wider = widened(groups[index], isA: isA, by: sentence)
        if wider.similarity > (best?.group.similarity ?? groups[index].similarity + ArticleAligner.mergeGain) {
          best = (wider, isA, sentence)
        }
      }
      best = best ?? completion(of: groups[index])
      guard let best else { return }
      groups[index] = best.group
      if best.isA { groupOfA[best.sentence] = index } else { groupOfB[best.sentence] = index }
    }
  }

  /// The neighbour that says what the other side of the group has over and above it, however much else it says.
  private func completion(of group: Group) -> (group: Group, isA: Bool, sentence: Int)? {
    var best: (group: Group, isA: Bool, sentence: Int)?
    for (isA, sentence) in neighbours(of: group) {
      let wider = widened(group, isA: isA, by: sentence)
      let gap =
        isA
        ? weights.gapOfB(b.slots(group.b), a.slots(group.a), filledBy: a.slots(sentence))
        : weights.gapOfA(a.slots(group.a), b.slots(group.b), filledBy: b.slots(sentence))
      guard gap.terms >= 2, gap.filled >= ArticleAligner.completion * gap.weight,
        gap.filled >= ArticleAligner.completion / 2 * (isA ? weights.totalsOfA[sentence] : weights.totalsOfB[sentence]),
        wider.similarity > max(best?.group.similarity ?? 0, group.similarity - ArticleAligner.completionLoss)
      else { continue }
      best = (wider, isA, sentence)
    }
    return best
  }

  /// The group with a neighbouring sentence of one side, measured anew.
  private func widened(_ group: Group, isA: Bool, by sentence: Int) -> Group {
    var wider = group
    if isA {
      wider.a = min(sentence, wider.a.lowerBound)..<max(sentence + 1, wider.a.upperBound)
    } else {
      wider.b = min(sentence, wider.b.lowerBound)..<max(sentence + 1, wider.b.upperBound)
    }
    wider.similarity = weights.dice(wider.a, of: a, wider.b, of: b)
    return wider
  }

  private func neighbours(of group: Group) -> [(isA: Bool, sentence: Int)] {
    var found: [(isA: Bool, sentence: Int)] = []
    if group.a.count < ArticleAligner.longestMerge {
      if group.a.upperBound < a.count, groupOfA[group.a.upperBound] < 0 { found.append((true, group.a.upperBound)) }
      if group.a.lowerBound > 0, groupOfA[group.a.lowerBound - 1] < 0 { found.append((true, group.a.lowerBound - 1)) }
    }
    if group.b.count < ArticleAligner.longestMerge {
      if group.b.upperBound < b.count, groupOfB[group.b.upperBound] < 0 { found.append((false, group.b.upperBound)) }
      if group.b.lowerBound > 0, groupOfB[group.b.lowerBound - 1] < 0 { found.append((false, group.b.lowerBound - 1)) }
    }
    return found
  }
}
