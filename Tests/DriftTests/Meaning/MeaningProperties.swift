import Drift
import Lexicon
import TestSupport
import Testing

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct MeaningProperties {
  private static let meaning: Set<DriftCategory> = [
    .polarity, .degree, .negation, .modality, .attribution, .pronoun, .agency, .term,
  ]
  private static let sentences = [
    "The council approved the tunnel last night.", "The council did not approve the tunnel last night.",
    "She said the weakest of the dams may fail.", "He said the worst of the dams will fail.",
    "Some of the farmers sued the bank in March.",
    "All of the banks sued the farmer in March.", "It allegedly quoted Hollister, not Brandvold.", "", "not", "no", "\"",
    "according to",
    "never never never not no without", "most more less least best", "may might will would could he she it by",
  ]

  @Test(arguments: sentences) func `a sentence does not differ from itself`(sentence: String) {
    #expect(MarkedPair(sentence, sentence).findings().isEmpty)
  }

  @Test func `the mirrored pair has the mirrored findings`() {
    let analyzer = DriftAnalyzer()
    for (place, first) in Self.sentences.enumerated() {
      for second in Self.sentences[..<place] {
        let there = MarkedPair(first, second).findings(with: analyzer).filter { Self.meaning.contains($0.category) }
        let back = MarkedPair(second, first).findings(with: analyzer).filter { Self.meaning.contains($0.category) }
        let one = Set(there.map { Key(category: $0.category, a: $0.a?.range, b: $0.b?.range) })
        let other = Set(back.map { Key(category: $0.category, a: $0.b?.range, b: $0.a?.range) })
        #expect(one == other, "\(first) | \(second)")
      }
    }
  }

  private struct Key: Hashable {
    var category: DriftCategory
    var a: Range<Int>?
    var b: Range<Int>?
  }

  /// One passage of many thousand words: what rules compare with each other is bounded, so findings stay fewer than words.
  @Test(
    arguments: ["not may never will no he", "hot said Anna according to allegedly", "Hollister said Brandvold"])
  func `a passage of many thousand words is examined in bounded time`(words: String) {
    let long = Array(repeating: words, count: 500).joined(separator: " ")
    let other = Array(repeating: words.split(separator: " ").reversed().joined(separator: " "), count: 500).joined(
      separator: " ")
    #expect(MarkedPair(long, other).findings().count <= 500 * words.split(separator: " ").count)
  }
}
