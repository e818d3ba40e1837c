package import Alignment
import Articles
package import Text

/// What a rule may keep for a session: the word table and the knowledge about words.
///
/// One thread's own.
package struct DriftResources {
  package let words: WordTable
  package let knowledge: WordKnowledge
  package let vocabulary: LinguisticVocabulary
  /// The words of the texts' language.
  package let data: LanguageData
  package var isEnglish: Bool { data.language == .english }

  package init(knowledge: WordKnowledge, vocabulary: LinguisticVocabulary, data: LanguageData = LanguageData(.english)) {
    words = knowledge.words
    self.knowledge = knowledge
    self.vocabulary = vocabulary
    self.data = data
  }

  /// The numbers of a list of folded words.
  package func set(_ words: String...) -> WordSet { WordSet(words, in: self.words) }
  package func set(_ words: [String]) -> WordSet { WordSet(words, in: self.words) }
}

/// Everything known about the two articles while their sentences are examined.
package struct DriftContext {
  package let a: LinguisticText
  package let b: LinguisticText
  package let alignment: ArticleAlignment
  /// Mean closeness L of the aligned passages, weighted by their words; 0 when nothing is aligned.
  package let closeness: Double
  package let resources: DriftResources
  /// What occurs anywhere in either article: a word "lost" here may stand elsewhere.
  package let occurrences: DocumentOccurrences
  package let titles: Titles
  /// Where the names of either article stand.
  let names: NamePlaces

  /// The titles of the two articles, empty where there is none.
  package struct Titles {
    package let a: LinguisticText
    package let b: LinguisticText
  }

  /// One sentence pair only: nothing can be known from the rest of the text.
  package var isSentenceLevel: Bool { alignment.pairs.count <= 1 && alignment.onlyInA.isEmpty && alignment.onlyInB.isEmpty }

  /// An article copied letter by letter but for a few places: whoever replaced a word there meant to.
  package var isVerbatimCopy: Bool {
    closeness >= DriftTuning.standard.articles.verbatim
      && alignment.pairs.count >= max(4, alignment.onlyInA.count + alignment.onlyInB.count)
  }
}

extension DriftContext {
  /// A copy word for word but for a place here and there, however short.
  var isWordForWord: Bool {
    let tuning = DriftTuning.standard.replacedWords
    return closeness >= tuning.article
      && alignment.pairs.count >= max(tuning.passages, alignment.onlyInA.count + alignment.onlyInB.count)
  }
}

/// Which words and figures occur in each article.
package struct DocumentOccurrences {
  package let wordsOfA: WordSet
  package let wordsOfB: WordSet
  private let figuresOfA: Set<Double>
  private let figuresOfB: Set<Double>

  init(a: DriftArticle, b: DriftArticle) {
    wordsOfA = a.words
    wordsOfB = b.words
    figuresOfA = a.figures
    figuresOfB = b.figures
  }

  package func a(hasFigure value: Double) -> Bool { figuresOfA.contains(value) }
  package func b(hasFigure value: Double) -> Bool { figuresOfB.contains(value) }
}

/// One article, read closely, with all that is known of it before it is compared.
final class DriftArticle {
  let text: LinguisticText
  let bags: SentenceBags
  /// The words and the values of the figures that occur anywhere.
  let words: WordSet
  let figures: Set<Double>

  init(_ text: LinguisticText, knowledge: WordKnowledge) {
    self.text = text
    bags = SentenceBags(text, knowledge: knowledge)
    var words = WordSet()
    for token in text.tokens where token.kind != .mark { words.insert(token.word) }
    self.words = words
    figures = Set(text.figures.lazy.map(\.value))
  }
}
