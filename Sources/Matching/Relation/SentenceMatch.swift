internal import TextAnalysis

/// Which sentences of two articles say the same, by their rare stems, and in what order they come.
struct SentenceMatch {
  private(set) var coverageOfA: Float = 0
  private(set) var coverageOfB: Float = 0
  private(set) var order: Float = 1

  /// From this share of common weight on, two sentences are counterparts.
  private static let least: Float = 0.35

  private struct Sentence {
    var stems: [UInt32: Float] = [:]
    var mass: Float = 0
  }

  /// Matches the sentences of the articles 0 and 1.
  init(_ weighted: WeightedSequences) {
    let a = Self.sentences(weighted, 0), b = Self.sentences(weighted, 1)
    let places = Self.index(b)
    var matched = [Bool](repeating: false, count: b.count)
    var partners: [Int] = []
    var coveredMass: Float = 0
    for sentence in a {
      guard let best = Self.best(sentence, places, b) else { continue }
      coveredMass += sentence.mass
      partners.append(best)
    }
    let reverse = Self.index(a)
    for (number, sentence) in b.enumerated() where Self.best(sentence, reverse, a) != nil { matched[number] = true }
    let massOfA = a.reduce(0) { $0 + $1.mass }, massOfB = b.reduce(0) { $0 + $1.mass }
    coverageOfA = massOfA > 0 ? coveredMass / massOfA : 0
    coverageOfB = massOfB > 0 ? b.indices.reduce(0) { $0 + (matched[$1] ? b[$1].mass : 0) } / massOfB : 0
    order = Self.order(partners)
  }

  private static func sentences(_ weighted: WeightedSequences, _ article: Int) -> [Sentence] {
    var result: [Sentence] = []
    let codes = weighted.sequences.codes
    for index in weighted.sequences.range(article) {
      if result.isEmpty || codes[index].isSentenceStart { result.append(Sentence()) }
      let weight = WeightScale.weights[Int(weighted.wordWeights[index])]
      let last = result.count - 1
      if result[last].stems.updateValue(weight, forKey: codes[index].stem) == nil { result[last].mass += weight }
    }
    return result
  }

  /// Sentences of each stem that is in few of them.
  private static func index(_ sentences: [Sentence]) -> [UInt32: [Int]] {
    var result: [UInt32: [Int]] = [:]
    for (number, sentence) in sentences.enumerated() {
      for stem in sentence.stems.keys { result[stem, default: []].append(number) }
    }
    return result.filter { $0.value.count <= 16 }
  }

  /// The sentence that shares most with `sentence`, if that is enough of the lighter one; the first of equals.
  private static func best(_ sentence: Sentence, _ places: [UInt32: [Int]], _ others: [Sentence]) -> Int? {
    var shared: [Int: Float] = [:]
    for stem in sentence.stems.keys.sorted() {
      for other in places[stem] ?? [] { shared[other, default: 0] += sentence.stems[stem] ?? 0 }
    }
    var best: Int?
    var most: Float = 0
    for other in shared.keys.sorted() {
      let share = 2 * (shared[other] ?? 0) / (sentence.mass + others[other].mass)
      if share >= least, share > most {
        most = share
        best = other
      }
    }
    return best
  }

  /// Share of the pairs of partners that come in ascending order.
  private static func order(_ partners: [Int]) -> Float {
    guard partners.count >= 3 else { return 1 }
    var ascending = 0
    var all = 0
    for (index, first) in partners.enumerated() {
      for second in partners[(index + 1)...].prefix(64) where second != first {
        all += 1
        if second > first { ascending += 1 }
      }
    }
    return all > 0 ? Float(ascending) / Float(all) : 1
  }
}
