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
