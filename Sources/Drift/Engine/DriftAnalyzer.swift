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
  /// One for each language that was met lately, the latest first: words are numbered and read by the language.
  private var sessions: [(language: Language?, session: DriftSession)] = []
  private var languages = RecentTexts<LanguageDetector.Reading?>()

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
    read(a, b, titles, compare)
  }

  /// What ``compare(_:_:titles:)`` finds of category `quotation`, at a third of its cost where the texts are no copies.
  func quotations(_ a: [UInt8], _ b: [UInt8], titles: ArticleTitles = ArticleTitles()) -> [DriftFinding] {
    read(a, b, titles, quotations)
  }

  /// Whether titles may make a finding of two articles of one body: nothing else can.
  package func mayTell(_ titles: ArticleTitles, of body: [UInt8]) -> Bool {
    guard titles.a != titles.b else { return false }
    let language = PairLanguage.language(of: body, body) { languages.value(of: $0, make: LanguageDetector.reading(of:)) }
    let session = takeSession(language)
    defer { sessions.insert((language, session), at: 0) }
    return session.isMarked(title: titles.a) || session.isMarked(title: titles.b)
  }

  private func read<Result>(
    _ a: [UInt8], _ b: [UInt8], _ titles: ArticleTitles,
    _ compare: (DriftArticle, DriftArticle, DriftContext.Titles, DriftSession) -> Result
  ) -> Result {
    let language = PairLanguage.language(of: a, b) { languages.value(of: $0, make: LanguageDetector.reading(of:)) }
    var session = takeSession(language)
    defer { sessions.insert((language, session), at: 0) }
    let (first, second) = (session.article(a), session.article(b))
    let titles = DriftContext.Titles(a: session.text(titles.a), b: session.text(titles.b))
    return compare(first, second, titles, session)
  }

  /// The session of a language, taken out while it is used.
  private func takeSession(_ language: Language?) -> DriftSession {
    if let place = sessions.firstIndex(where: { $0.language == language }) {
      let known = sessions.remove(at: place).session
      if known.analysis.words.count <= Self.mostWords { return known }
    }
    if sessions.count >= Self.mostSessions { sessions.removeLast() }
    return DriftSession(lexicon: language == .english ? lexicon : Self.lexicon(of: language), language: language)
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
      "opposites.txt": stemmed(.opposites, [",", "|"]), "contrasts.txt": stemmed(.contrasts, [",", "|"]),
      "scales.txt": stemmed(.scales, [",", "<"]),
      "negators.txt": phrases(.negators), "hedges.txt": data.text(.hedges), "reporting_verbs.txt": phrases(.reporting),
      "titles.txt": data.text(.titles), "units.txt": Resource.text("units.txt") ?? "",
      "places.tsv": Resource.text("places.tsv") ?? "", "organisations.tsv": Resource.text("organisations.tsv") ?? "",
    ]
    return Lexicon(language: code, lists: CuratedLists { texts[$0] })
  }

  private func compare(
    _ first: DriftArticle, _ second: DriftArticle, _ titles: DriftContext.Titles, _ session: DriftSession
  ) -> DriftReport {
    let passages = PassagePairs(first, second, session)
    let context = context(first, second, titles, passages, session)
    var findings = findings(passages.pairs, session.rules, context)
    var report = DriftReport(alignment: passages.alignment, closeness: context.closeness, a: first.text, b: second.text)
    if !context.isSentenceLevel || report.isFree && report.isOfArticle || passages.form.areOfTwoDays {
      findings = passages.form.weigh(findings, closeness: passages.closeness, options: options)
    }
    findings = TranslatedQuotations.weigh(findings, context, options: options)
    if !context.isSentenceLevel {
      findings = FalsifiedCopy.weigh(
        findings, passages: passages.alignment.pairs.count, closeness: context.closeness, options: options)
    }
    report.findings = FindingMerger.merge(findings, context: context, options: options)
    return report
  }

  /// The findings of category `quotation` alone.
  private func quotations(
    _ first: DriftArticle, _ second: DriftArticle, _ titles: DriftContext.Titles, _ session: DriftSession
  ) -> [DriftFinding] {
    if first.text.quotations.isEmpty, second.text.quotations.isEmpty { return [] }
    let passages = PassagePairs(first, second, session) {
      !(QuotationMatching.items($0).isEmpty && QuotationMatching.items($1).isEmpty)
    }
    let context = context(first, second, titles, passages, session)
    let findings = TranslatedQuotations.weigh(
      findings(passages.pairs, session.quotationRules, context), context, options: options)
    // The other rules are asked only where what they find can make a suspicion more.
    guard context.isSentenceLevel || !FalsifiedCopy.mayRaise(findings, closeness: context.closeness, options: options) else {
      return compare(first, second, titles, session).findings.filter { $0.category == .quotation }
    }
    return FindingMerger.merge(findings, context: context, options: options)
  }

  private func context(
    _ first: DriftArticle, _ second: DriftArticle, _ titles: DriftContext.Titles, _ passages: PassagePairs,
    _ session: DriftSession
  ) -> DriftContext {
    DriftContext(
      a: first.text, b: second.text, alignment: passages.alignment, closeness: passages.closeness,
      resources: session.resources, occurrences: DocumentOccurrences(a: first, b: second), titles: titles,
      names: NamePlaces(first.text, second.text, knowledge: session.knowledge))
  }

  /// What the rules say of the passages, and of the articles as a whole.
  private func findings(_ pairs: [SentencePair], _ rules: [any DriftRule], _ context: DriftContext) -> [DriftFinding] {
    var findings: [DriftFinding] = []
    for pair in pairs {
      if pair.a.ids == pair.b.ids, pair.a.tokens.count == pair.b.tokens.count, context.isSentenceLevel { continue }
      var collector = FindingCollector(options: options, context: context, pair: pair)
      for rule in rules { rule.examine(pair, in: context, report: &collector) }
      findings += collector.findings
    }
    var collector = FindingCollector(options: options, context: context, pair: nil)
    for rule in rules { rule.examineDocument(context, report: &collector) }
    return findings + collector.findings
  }
}

extension DriftAnalyzer {
  /// How the body of `b` differs from that of `a`: what belongs to the page changes nothing.
  ///
  /// The ranges of the report are those of the texts as they came in.
  package func compare(_ a: ArticleBody, _ b: ArticleBody, titles: ArticleTitles = ArticleTitles()) -> DriftReport {
    var report = compare(a.body, b.body, titles: titles)
    if a.view != nil { report.sentencesOfA = report.sentencesOfA.map { Self.source($0, a) } }
    if b.view != nil { report.sentencesOfB = report.sentencesOfB.map { Self.source($0, b) } }
    report.findings = Self.located(report.findings, a, b)
    return report
  }

  /// The findings of category `quotation` that ``compare(_:_:titles:)`` makes of two bodies.
  package func quotations(_ a: ArticleBody, _ b: ArticleBody, titles: ArticleTitles = ArticleTitles()) -> [DriftFinding] {
    Self.located(quotations(a.body, b.body, titles: titles), a, b)
  }

  private static func located(_ findings: [DriftFinding], _ a: ArticleBody, _ b: ArticleBody) -> [DriftFinding] {
    guard a.view != nil || b.view != nil else { return findings }
    return findings.map { finding in
      var finding = finding
      finding.a = finding.a.map { .init(source($0.range, a)) }
      finding.b = finding.b.map { .init(source($0.range, b)) }
      return finding
    }
  }

  private static func source(_ range: Range<Int>, _ body: ArticleBody) -> Range<Int> {
    body.source(ByteRange(range.lowerBound, range.upperBound)).indices
  }
}
