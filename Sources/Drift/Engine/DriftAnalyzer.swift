import Alignment
internal import Articles
package import Boilerplate
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

extension DriftAnalyzer {
  /// How the body of `b` differs from that of `a`: what belongs to the page changes nothing.
  ///
  /// The ranges of the report are those of the texts as they came in.
  package func compare(_ a: ArticleBody, _ b: ArticleBody, titles: ArticleTitles = ArticleTitles()) -> DriftReport {
    var report = compare(a.body, b.body, titles: titles)
    if a.view != nil { report.sentencesOfA = report.sentencesOfA.map { Self.source($0, a) } }
    if b.view != nil { report.sentencesOfB = report.sentencesOfB.map { Self.source($0, b) } }
    guard a.view != nil || b.view != nil else { return report }
    report.findings = report.findings.map { finding in
      var finding = finding
      finding.a = finding.a.map { .init(Self.source($0.range, a)) }
      finding.b = finding.b.map { .init(Self.source($0.range, b)) }
      return finding
    }
    return report
  }

  private static func source(_ range: Range<Int>, _ body: ArticleBody) -> Range<Int> {
    body.source(ByteRange(range.lowerBound, range.upperBound)).indices
  }
}

/// The language in which two versions are compared.
enum PairLanguage {
  /// Below this many bytes of both texts one reading of the two together says more than two.
  private static let short = 600

  /// The language of both texts; nil where they are surely in different ones, or have no words.
  ///
  /// What the detector is not sure of counts as far as nothing speaks against it.
  static func language(of a: [UInt8], _ b: [UInt8]) -> Language? {
    if a.count + b.count < short { return LanguageDetector.reading(of: a, b)?.language }
    guard let first = LanguageDetector.reading(of: a), let second = LanguageDetector.reading(of: b) else {
      return LanguageDetector.reading(of: a, b)?.language
    }
    if first.language == second.language { return first.language }
    switch (first.isSure, second.isSure) {
    case (true, true): return nil
    case (true, false): return first.language
    case (false, true): return second.language
    case (false, false): return LanguageDetector.reading(of: a, b)?.language
    }
  }
}

/// Tells aligned passages that stand in both articles word for word, so that most sentences of a copy cost one comparison.
///
/// Two passages are unchanged when their tokens agree in word, kind and shape: the same words, marks, quotation marks, names and
/// figures. How the lines are broken makes no difference. No rule has anything to say about such a pair, for whatever changed
/// around it is told where it changed or by what rules say about whole articles.
enum UnchangedPassages {
  private static let layout: TokenShape = [.spaced, .lineStart, .paragraphStart]

  /// How many words stand on each side; nil when anything differs.
  ///
  /// Complexity: O(tokens before the first difference).
  static func words(_ passages: AlignedPassages, _ a: LinguisticText, _ b: LinguisticText) -> Int? {
    guard passages.a.count == passages.b.count else { return nil }
    var words = 0
    for (i, j) in zip(passages.a, passages.b) {
      let x = a.tokens[i]
      let y = b.tokens[j]
      guard x.word == y.word, x.kind == y.kind, x.shape.union(layout) == y.shape.union(layout) else { return nil }
      if x.kind != .mark, x.kind != .quote { words += 1 }
    }
    return words
  }
}
