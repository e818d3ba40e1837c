import Alignment
import Lexicon
import Text

/// Everything that remembers words, for one language; made anew when it has met too many.
struct DriftSession {
  let analysis: LinguisticAnalysis
  let knowledge: WordKnowledge
  let articleAligner: ArticleAligner
  let wordAligner: WordAligner
  let resources: DriftResources
  let rules: [any DriftRule]
  /// Those of them that speak of quotations.
  let quotationRules: [any DriftRule]
  let units: UnitKnowledge
  private var recent = RecentTexts<DriftArticle>()

  init(lexicon: Lexicon, language: Language?) {
    let data = LanguageData(language)
    analysis = LinguisticAnalysis(words: WordTable(), language: language)
    knowledge = WordKnowledge(words: analysis.words, lexicon: LexiconSession(lexicon))
    articleAligner = ArticleAligner(knowledge: knowledge)
    wordAligner = WordAligner(knowledge: knowledge)
    let resources = DriftResources(knowledge: knowledge, vocabulary: analysis.vocabulary, data: data)
    self.resources = resources
    units = UnitKnowledge(resources)
    rules = DriftRules.all.filter { $0.languages.contains(language) }.map { $0.init(resources: resources) }
    quotationRules = rules.filter { type(of: $0).category == .quotation }
  }

  mutating func article(_ bytes: [UInt8]) -> DriftArticle {
    recent.value(of: bytes) { [analysis, knowledge] bytes in
      DriftArticle(Self.read(bytes, analysis, knowledge), knowledge: knowledge)
    }
  }

  /// Whether a title says that the article is a correction.
  func isMarked(title: [UInt8]) -> Bool {
    let text = text(title)
    return rules.contains { ($0 as? CorrectionMarkerRule)?.marks(text) == true }
  }

  func text(_ bytes: [UInt8]) -> LinguisticText { Self.read(bytes, analysis, knowledge) }

  private static func read(_ bytes: [UInt8], _ analysis: LinguisticAnalysis, _ knowledge: WordKnowledge) -> LinguisticText {
    // Without a dictionary every word may be a common one.
    let hasDictionary = analysis.vocabulary.language == .english
    return analysis.read(bytes) { !hasDictionary || knowledge.traits($0).contains(.common) }
  }
}
