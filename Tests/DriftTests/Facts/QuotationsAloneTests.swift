import Lexicon
import TestSupport
import Testing

@testable import Drift

/// Quotations asked for alone, for which passages and rules without them are passed over, against what the whole comparison says.
@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct QuotationsAloneTests {
  private static let names = ["Ana Lind", "Bo Moe", "Mayor Hollister", "Olav Brandvold"]
  private static let quoted = [
    "nobody asked the fishermen about the closure", "we will not raise the fares this year", "the crane is safe and it works",
    "this is a victory for all who live here", "the board has always been open about the costs",
  ]
  private static let plain = [
    "The harbour board approved the new crane on Monday.", "The board said that it would not close the north quay.",
    "Solveig Lines launched the ferry in 2005 and it carries 900 passengers a day.", "Prices rose by 3 percent in March.",
    "The engineers praised the old pier, which was built by the town.", "Nobody was hurt, and the fish hall stays open.",
  ]
  /// Words of which one stands for another in a version: opposites, other words, other figures, negations.
  private static let exchanges = [
    ("approved", "rejected"), ("would not", "would"), ("rose", "fell"), ("launched", "painted"), ("safe", "dangerous"),
    ("victory", "defeat"), ("will not", "will"), ("900", "700"), ("praised", "criticised"), ("open", "closed"),
    ("nobody", "everybody"), ("fishermen", "fishers"), ("raise", "lower"), ("“", ""), ("crane", "digger"),
  ]

  private static func article(_ random: inout SeededGenerator) -> [String] {
    (0..<2 + random.below(7)).map { _ in
      guard random.below(2) == 0 else { return random.pick(plain) }
      let (words, name) = (random.pick(quoted), random.pick(names))
      return random.below(2) == 0 ? "“\(words),” \(name) said." : "\(name) told reporters that “\(words)”."
    }
  }

  /// An article and a version of it: some words exchanged, or sentences written anew around what it keeps.
  private static func versions(_ seed: Int) -> (String, String) {
    var random = SeededGenerator(seed)
    let a = article(&random)
    var b = a
    for _ in 0..<random.below(5) {
      let (from, to) = random.pick(exchanges)
      b = b.map { $0.replacing(from, with: to) }
    }
    for place in b.indices {
      switch random.below(8) {
      case 0: b[place] = b[place].replacing("The", with: "In Holmvik yesterday a")
      case 1: b[place] = article(&random)[0]
      case 2: b[place] = b[place].replacing(random.pick(names), with: random.pick(names))
      case 3: b[place] = b[place].split(separator: " ").reversed().joined(separator: " ")
      case 4: b[place] += " It was said in the hall of the town, late in the evening, and many heard it."
      default: break
      }
    }
    if random.below(3) == 0 { b.reverse() }
    return (a.joined(separator: " "), b.joined(separator: "\n"))
  }

  @Test func `what is said of quotations is the same`() {
    let analyzer = DriftAnalyzer()
    var (found, free, raised) = (0, 0, 0)
    for seed in 0..<400 {
      let (a, b) = Self.versions(seed)
      let whole = analyzer.compare(a, b)
      let expected = whole.findings.filter { $0.category == .quotation }
      #expect(analyzer.quotations(Array(a.utf8), Array(b.utf8)) == expected, "seed \(seed): \(a) | \(b)")
      found += expected.count
      if whole.closeness < 0.7 { free += expected.count }
      if whole.closeness >= 0.7 { raised += expected.count { $0.confidence == DriftOptions().preset.threshold } }
    }
    #expect(found > 200 && free > 30 && raised > 0, "\(found) found, \(free) in free versions, \(raised) in falsified ones")
  }

  @Test func `in other languages too`() {
    let a = "El alcalde Ana Lind dijo que «la grúa es segura y nadie debe temer nada en el puerto de la ciudad». El lunes llovió."
    let b = "Ana Lind, la alcaldesa, declaró: «la máquina es buena y ninguno ha de sentir miedo en la dársena». Llovió el martes."
    let analyzer = DriftAnalyzer()
    let expected = analyzer.compare(a, b).findings.filter { $0.category == .quotation }
    #expect(analyzer.quotations(Array(a.utf8), Array(b.utf8)) == expected)
  }
}
