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
  private let a: [[SentenceBags.Term]]
  private let b: [[SentenceBags.Term]]
  private let weights: TermWeights

  init(_ a: [[SentenceBags.Term]], _ b: [[SentenceBags.Term]], weights: TermWeights) {
    self.a = a
    self.b = b
    self.weights = weights
    groupOfA = Array(repeating: -1, count: a.count)
    groupOfB = Array(repeating: -1, count: b.count)
  }

  mutating func run() {
    var candidates: [(score: Double, similarity: Double, i: Int, j: Int)] = []
    for (i, j) in proposals() {
      let similarity = weights.dice(a[i], b[j])
      let score = similarity - 0.05 * distance(i, j)
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
    var index: [SentenceBags.Term: [Int32]] = [:]
    for (j, bag) in b.enumerated() {
      var last: SentenceBags.Term?
      for term in bag where term != last {
        last = term
        if weights.frequency(term) <= ArticleAligner.proposingFrequency { index[term, default: []].append(Int32(j)) }
      }
    }
    var seen = [Int32](repeating: -1, count: b.count)
    var proposals: [(Int, Int)] = []
    for (i, bag) in a.enumerated() {
      for term in bag {
        for j in index[term] ?? [] where seen[Int(j)] != Int32(i) {
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
        var wider = groups[index]
        if isA {
          wider.a = min(sentence, wider.a.lowerBound)..<max(sentence + 1, wider.a.upperBound)
        } else {
          wider.b = min(sentence, wider.b.lowerBound)..<max(sentence + 1, wider.b.upperBound)
        }
        wider.similarity = weights.dice(bag(a, wider.a), bag(b, wider.b))
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
      var wider = group
      if isA {
        wider.a = min(sentence, wider.a.lowerBound)..<max(sentence + 1, wider.a.upperBound)
      } else {
        wider.b = min(sentence, wider.b.lowerBound)..<max(sentence + 1, wider.b.upperBound)
      }
      let (own, other) = isA ? (bag(a, group.a), bag(b, group.b)) : (bag(b, group.b), bag(a, group.a))
      let rest = TermWeights.difference(other, own)
      let completed = TermWeights.intersection(rest, isA ? a[sentence] : b[sentence])
      wider.similarity = weights.dice(bag(a, wider.a), bag(b, wider.b))
      guard completed.count >= 2, weights.total(completed) >= ArticleAligner.completion * weights.total(rest),
        weights.total(completed) >= ArticleAligner.completion / 2 * weights.total(isA ? a[sentence] : b[sentence]),
        wider.similarity > max(best?.group.similarity ?? 0, group.similarity - ArticleAligner.completionLoss)
      else { continue }
      best = (wider, isA, sentence)
    }
    return best
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

  private func bag(_ bags: [[SentenceBags.Term]], _ range: Range<Int>) -> [SentenceBags.Term] {
    range.count == 1 ? bags[range.lowerBound] : range.flatMap { bags[$0] }.sorted()
  }
}
