import Alignment
import Articles
import Lexicon
import Text

@testable import Drift

/// Sentences read and aligned as drift does, for what its rules ask about them.
final class PassageReader {
  let analysis = LinguisticAnalysis(words: WordTable(), language: .english)
  let knowledge: WordKnowledge
  let resources: DriftResources

  init() {
    knowledge = WordKnowledge(words: analysis.words, lexicon: LexiconSession())
    resources = DriftResources(knowledge: knowledge, vocabulary: analysis.vocabulary)
  }

  func read(_ text: String) -> LinguisticText {
    analysis.read(Array(text.utf8)) { [knowledge] in knowledge.traits($0).contains(.common) }
  }

  func pair(_ a: String, _ b: String) -> SentencePair {
    let (first, second) = (read(a), read(b))
    return WordAligner(knowledge: knowledge).align(
      SentenceSide(text: first, tokens: first.tokens.indices), SentenceSide(text: second, tokens: second.tokens.indices))
  }

  func reader(_ a: String, _ b: String) -> PairReader { reader(pair(a, b)) }

  func reader(_ pair: SentencePair) -> PairReader { PairReader(pair, context(pair)) }

  /// What is known of two articles that are one passage each.
  func context(_ pair: SentencePair) -> DriftContext {
    let (first, second) = (pair.a.text, pair.b.text)
    return DriftContext(
      a: first, b: second, alignment: ArticleAligner(knowledge: knowledge).align(first, second), closeness: pair.closeness,
      resources: resources,
      occurrences: DocumentOccurrences(
        a: DriftArticle(first, knowledge: knowledge), b: DriftArticle(second, knowledge: knowledge)),
      titles: DriftContext.Titles(a: read(""), b: read("")), names: NamePlaces(first, second, knowledge: knowledge))
  }
}

extension SentencePair {
  /// The same passages and the same links with the sides exchanged.
  var mirrored: SentencePair {
    var alignment = WordAlignment(a: b.count, b: a.count)
    for position in 0..<a.count {
      if let other = match(a: position) { alignment.link(other, position, substituted: isSubstitution(a: position)) }
    }
    return SentencePair(a: b, b: a, alignment: alignment, closeness: closeness)
  }
}
