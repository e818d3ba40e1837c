import Drift
import TestSupport
import Testing

/// Words in disorder: the rule, which asks cheap questions first, against the plain measure of two bags.
struct WordOrderTests {
  @Test func `disorder is told exactly where the plain measure tells it`() {
    let analyzer = DriftAnalyzer()
    var told = 0
    var near = 0
    for seed in 0..<500 {
      var random = SeededGenerator(seed)
      let (a, b) = Self.versions(&random)
      let measure = Self.measure(a, b)
      let isDisordered = max(a.count, b.count) >= 8 && measure.words > 0.8 && measure.neighbours < 0.27
      let report = analyzer.compare(a.joined(separator: " "), b.joined(separator: " "))
      #expect(report.findings.contains { $0.rule == .fluencyOrder } == isDisordered, "seed \(seed): \(measure)")
      if isDisordered { told += 1 }
      if measure.words > 0.8, (0.22..<0.32).contains(measure.neighbours) { near += 1 }
    }
    // The texts must lie on both sides of the limits and close to them.
    #expect(told > 65 && told < 430 && near > 33, "\(told) told, \(near) near the limit")
  }

  /// A sentence and its words in blocks of another order, a few of them replaced.
  private static func versions(_ random: inout SeededGenerator) -> (a: [String], b: [String]) {
    let vocabulary = 6 + random.below(60)
    let a = (0..<5 + random.below(36)).map { _ in "kw" + letters(random.below(vocabulary)) + "z" }
    let togetherness = random.below(6)
    var blocks: [[String]] = []
    for word in a {
      if !blocks.isEmpty, random.below(10) < togetherness { blocks[blocks.count - 1].append(word) } else { blocks.append([word]) }
    }
    blocks.shuffle(using: &random)
    var b = blocks.flatMap { $0 }
    for _ in 0..<random.below(4) { b[random.below(b.count)] = "kw" + letters(random.below(vocabulary)) + "z" }
    if random.below(4) == 0 { b.removeLast(min(b.count - 1, random.below(4))) }
    return (a, b)
  }

  /// Share of the words in common, and share of those with a neighbour in common, by removing one from the other.
  private static func measure(_ a: [String], _ b: [String]) -> (words: Double, neighbours: Double) {
    func common(_ x: [String], _ y: [String]) -> Int {
      var rest = y
      return x.count { word in
        guard let place = rest.firstIndex(of: word) else { return false }
        rest.remove(at: place)
        return true
      }
    }
    func pairs(_ words: [String]) -> [String] { zip(words, words.dropFirst()).map { "\($0) \($1)" } }
    let shared = common(a, b)
    return (
      2 * Double(shared) / Double(a.count + b.count), shared == 0 ? 1 : Double(common(pairs(a), pairs(b))) / Double(shared)
    )
  }
}
