import Alignment
package import Lexicon
import Resources
import Text

/// The titles of two articles in UTF-8, empty where there is none.
package struct ArticleTitles: Sendable, Hashable {
  package var a: [UInt8]
  package var b: [UInt8]

  package init(a: [UInt8] = [], b: [UInt8] = []) {
    self.a = a
    self.b = b
  }
}

/// Compares two articles: which sentences stand for each other, and what the copying changed in them.
///
/// Keeps the words it met, what the lexicon said about them and the articles it read last, so make one for each thread and use it
/// for many pairs. Results do not depend on what was compared before.
package final class DriftAnalyzer {
  package let options: DriftOptions
  private let lexicon: Lexicon
  /// One for each language that was met: words are numbered and read by the language.
  private var sessions: [Language?: Session] = [:]

  /// Everything that remembers words; made anew when it has met too many.
  private struct Session {
    let analysis: LinguisticAnalysis
    let knowledge: WordKnowledge
    let articleAligner: ArticleAligner
    let wordAligner: WordAligner
    let resources: DriftResources
    let rules: [any DriftRule]
    let units: UnitKnowledge
    private var recent = RecentArticles()

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
    }

    mutating func article(_ bytes: [UInt8]) -> DriftArticle {
      recent.article(bytes) { [analysis, knowledge] in
        DriftArticle(Self.read(bytes, analysis, knowledge), knowledge: knowledge)
      }
    }

    func text(_ bytes: [UInt8]) -> LinguisticText { Self.read(bytes, analysis, knowledge) }

    private static func read(_ bytes: [UInt8], _ analysis: LinguisticAnalysis, _ knowledge: WordKnowledge) -> LinguisticText {
      // Without a dictionary every word may be a common one.
      let hasDictionary = analysis.vocabulary.language == .english
      return analysis.read(bytes) { !hasDictionary || knowledge.traits($0).contains(.common) }
    }
  }

  private static let mostWords = 150_000

  package init(options: DriftOptions = DriftOptions(), lexicon: Lexicon = .standard) {
    self.options = options
    self.lexicon = lexicon
  }

  package func compare(_ a: String, _ b: String) -> DriftReport { compare(Array(a.utf8), Array(b.utf8)) }

  /// How `b` differs from `a`.
  ///
  /// - Complexity: linear in the texts but for the words inside aligned sentences, see ``WordAligner``.
  package func compare(_ a: [UInt8], _ b: [UInt8], titles: ArticleTitles = ArticleTitles()) -> DriftReport {
    let language = PairLanguage.language(of: a, b)
    var session = takeSession(language)
    defer { sessions[language] = session }
    let (first, second) = (session.article(a), session.article(b))
    let titles = DriftContext.Titles(a: session.text(titles.a), b: session.text(titles.b))
    return compare(first, second, titles: titles, session)
  }

  /// The session of a language, taken out while it is used.
  private func takeSession(_ language: Language?) -> Session {
    if let known = sessions.removeValue(forKey: language), known.analysis.words.count <= Self.mostWords { return known }
    if sessions.count >= Self.mostSessions { sessions.removeAll() }
    return Session(lexicon: language == .english ? lexicon : Self.lexicon(of: language), language: language)
  }

  private static let mostSessions = 8

  /// The own lists of a language, with stems in the place of base forms.
  private static func lexicon(of language: Language?) -> Lexicon {
    let data = LanguageData(language)
    let code = language?.rawValue ?? ""
    func stemmed(_ section: LanguageData.Section, _ separators: Set<Character>) -> String {
      Lexicon.withStems(data.text(section), language: code, separators: separators)
    }
    func phrases(_ section: LanguageData.Section) -> String { Lexicon.withStemLines(data.text(section), language: code) }
    let texts = [
      "opposites.txt": stemmed(.opposites, [",", "|"]), "scales.txt": stemmed(.scales, [",", "<"]),
      "negators.txt": phrases(.negators), "hedges.txt": data.text(.hedges), "reporting_verbs.txt": phrases(.reporting),
      "titles.txt": data.text(.titles), "units.txt": Resource.text("units.txt") ?? "",
      "places.tsv": Resource.text("places.tsv") ?? "", "organisations.tsv": Resource.text("organisations.tsv") ?? "",
    ]
    return Lexicon(language: code, lists: CuratedLists { texts[$0] })
  }

  private func compare(
    _ first: DriftArticle, _ second: DriftArticle, titles: DriftContext.Titles, _ session: Session
  ) -> DriftReport {
    let (a, b) = (first.text, second.text)
    let alignment = session.articleAligner.align(a, first.bags, b, second.bags)
    var closeness = MeanCloseness()
    var form = RecurringForm(a, b, calendar: session.resources.vocabulary.calendar)
    let pairs = alignment.pairs.compactMap { passages -> SentencePair? in
      if let unchanged = UnchangedPassages.words(passages, a, b) {
        closeness.add(1, words: 2 * unchanged)
        form.add(unchanged: passages, a)
        return nil
      }
      let pair = session.wordAligner.align(
        SentenceSide(text: a, tokens: passages.a), SentenceSide(text: b, tokens: passages.b))
      closeness.add(pair.closeness, words: pair.a.count + pair.b.count)
      form.add(pair, units: session.units)
      return pair
    }
    let context = DriftContext(
      a: a, b: b, alignment: alignment, closeness: closeness.value, resources: session.resources,
      occurrences: DocumentOccurrences(a: first, b: second), titles: titles,
      names: NamePlaces(a, b, knowledge: session.knowledge))
    var findings: [DriftFinding] = []
    for pair in pairs {
      if pair.a.ids == pair.b.ids, pair.a.tokens.count == pair.b.tokens.count, context.isSentenceLevel { continue }
      var collector = FindingCollector(options: options, context: context, pair: pair)
      for rule in session.rules { rule.examine(pair, in: context, report: &collector) }
      findings += collector.findings
    }
    var collector = FindingCollector(options: options, context: context, pair: nil)
    for rule in session.rules { rule.examineDocument(context, report: &collector) }
    findings += collector.findings
    var report = DriftReport(alignment: alignment, closeness: context.closeness, a: a, b: b)
    if !context.isSentenceLevel || report.isFree && report.isOfArticle || form.areOfTwoDays {
      findings = form.weigh(findings, closeness: closeness.value, options: options)
    }
    findings = TranslatedQuotations.weigh(findings, context, options: options)
    if !context.isSentenceLevel {
      findings = FalsifiedCopy.weigh(
        findings, passages: alignment.pairs.count, closeness: context.closeness, options: options)
    }
    report.findings = FindingMerger.merge(findings, context: context, options: options)
    return report
  }
}

/// A mean of closeness L, weighted by the words of both sides.
private struct MeanCloseness {
  private var sum = 0.0
  private var words = 0

  mutating func add(_ closeness: Double, words: Int) {
    sum += closeness * Double(words)
    self.words += words
  }

  var value: Double { words > 0 ? sum / Double(words) : 0 }
}
