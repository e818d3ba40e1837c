import Fingerprints
import TestSupport
import Testing
import Text

@testable import Copies
@testable import Tables

/// Which words two articles share and which are left, against runs of words held against each other one by one.
@Suite struct PairAnatomyTests {
  private static let shingler = Shingler(width: 5)

  private static func digest(_ text: String, title: String = "") -> CopyDigest {
    let bytes = Array(text.utf8)[...]
    return CopyDigest(text.words, shingler: shingler, text: bytes, reading: bytes, title: title.words)
  }

  /// Two texts with passages in common, in other places and cut in other ways.
  private static func texts(_ seed: Int) -> (String, String) {
    var generator = SeededGenerator(seed)
    func words(_ count: Int, _ kind: Int) -> [String] { (0..<count).map { "q\(letters(kind))x\(letters($0))" } }
    let passages = (0..<4).map { words(3 + generator.below(20), $0) }
    func text(_ own: Int) -> String {
      var text: [String] = []
      for number in 0..<2 + generator.below(5) {
        text += generator.below(3) == 0 ? words(generator.below(12), own + number) : generator.pick(passages)
      }
      for _ in 0..<generator.below(4) where !text.isEmpty { text[generator.below(text.count)] = "edited" }
      return text.joined(separator: " ")
    }
    return (text(100), text(200))
  }

  private static func anatomy(_ a: String, _ b: String) -> (anatomy: PairAnatomy, probe: CopyProbe, b: CopyDigest) {
    var probe = CopyProbe()
    let (first, second) = (digest(a), digest(b))
    probe.load(first)
    _ = probe.measure(second)
    return (probe.anatomy(first, second), probe, second)
  }

  /// Whether each word stands in a run of five (of all, where there are fewer) that the other text has too.
  private static func shared(_ text: String, _ other: String) -> [Bool] {
    let (own, theirs) = (text.split(separator: " "), other.split(separator: " "))
    func runs(_ words: [Substring]) -> [[Substring]] {
      if words.isEmpty { return [] }
      if words.count < 5 { return [words] }
      return (0...words.count - 5).map { Array(words[$0..<$0 + 5]) }
    }
    let known = Set(runs(theirs))
    var flags = [Bool](repeating: false, count: own.count)
    for (start, run) in runs(own).enumerated() where known.contains(run) {
      for word in start..<start + run.count { flags[word] = true }
    }
    return flags
  }

  private static func runs(_ flags: [Bool], of value: Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in flags.indices where flags[index] == value {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  @Test(arguments: 0..<60) func `shared words are those in a run that both have`(seed: Int) {
    let (a, b) = Self.texts(seed)
    let found = Self.anatomy(a, b).anatomy
    for (side, flags) in [(found.a, Self.shared(a, b)), (found.b, Self.shared(b, a))] {
      #expect(side.isShared == flags, "\(a) | \(b)")
      #expect(side.sharedWords == flags.count { $0 } && side.sharedRuns == Self.runs(flags, of: true))
      let rests = Self.runs(flags, of: false).filter { $0.count >= 4 }
      #expect(side.rests == rests && side.restWords == rests.reduce(0) { $0 + $1.count })
    }
  }

  @Test(arguments: 0..<60, [1, 3, 4]) func `words of its own are counted without the anatomy too`(seed: Int, shortest: Int) {
    let (a, b) = Self.texts(seed)
    let (_, probe, second) = Self.anatomy(a, b)
    let rests = Self.runs(Self.shared(b, a), of: false).filter { $0.count >= shortest }
    #expect(probe.restWords(of: second, shortest: shortest) == rests.reduce(0) { $0 + $1.count })
  }

  @Test(arguments: 0..<40) func `the verdict on the page does not depend on which article comes first`(seed: Int) {
    var generator = SeededGenerator(seed)
    func prose(_ sentences: Int, _ kind: Int) -> String {
      (0..<sentences).map { randomText(words: 12, vocabulary: 500, seed: kind * 100 + $0) + "." }.joined(separator: " ")
    }
    func list(_ lines: Int, _ kind: Int) -> String {
      (0..<lines).map { "Item \(letters(kind)) \(letters($0)) now" }.joined(separator: "\n")
    }
    let common = generator.below(2) == 0 ? list(6 + generator.below(12), seed) : prose(1 + generator.below(5), seed)
    let (a, b) = (prose(generator.below(5), 1_000 + seed), prose(generator.below(5), 2_000 + seed))
    let texts = generator.below(2) == 0 ? (a + "\n" + common, b + "\n" + common) : (common + "\n" + a, common + "\n" + b)
    var judges = [CopyJudge(CopyRule()), CopyJudge(CopyRule())]
    let (first, second) = (Self.digest(texts.0), Self.digest(texts.1))
    judges[0].load(first)
    judges[1].load(second)
    let (there, back) = (judges[0].judge(first, second), judges[1].judge(second, first))
    #expect(there.relation == back.relation && there.isCertain == back.isCertain && there.holdsAnother == back.holdsAnother)
    #expect(there.passagesOfA == back.passagesOfB && there.passagesOfB == back.passagesOfA)
    #expect(there.measure.resemblance == back.measure.resemblance)
  }
}
