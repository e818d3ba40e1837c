import Alignment
import Lexicon
import Text

/// Texts read and aligned for a test.
final class Aligner {
  let knowledge: WordKnowledge
  private let analysis: LinguisticAnalysis

  init() {
    analysis = LinguisticAnalysis(words: WordTable())
    knowledge = WordKnowledge(words: analysis.words, lexicon: LexiconSession())
  }

  func read(_ text: String) -> LinguisticText {
    analysis.read(Array(text.utf8)) { [knowledge] in knowledge.traits($0).contains(.common) }
  }

  func words(_ a: String, _ b: String) -> SentencePair {
    let first = read(a)
    let second = read(b)
    return WordAligner(knowledge: knowledge).align(
      SentenceSide(text: first, tokens: first.tokens.indices), SentenceSide(text: second, tokens: second.tokens.indices))
  }

  func articles(_ a: String, _ b: String) -> (ArticleAlignment, LinguisticText, LinguisticText) {
    let first = read(a)
    let second = read(b)
    return (ArticleAligner(knowledge: knowledge).align(first, second), first, second)
  }
}

extension SentencePair {
  /// `rose>fell` for every pair of aligned words that differ.
  var differences: [String] {
    (0..<a.count).compactMap { i in match(a: i).flatMap { a.ids[i] == b.ids[$0] ? nil : "\(a.string(i))>\(b.string($0))" } }
  }
}

struct TestRandom {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % bound
  }
}
