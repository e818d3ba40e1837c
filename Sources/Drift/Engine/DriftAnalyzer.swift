import Alignment
package import Lexicon
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
  private var session: Session

  /// Everything that remembers words; made anew when it has met too many.
  private struct Session {
    let analysis: LinguisticAnalysis
    let knowledge: WordKnowledge
    let articleAligner: ArticleAligner
    let wordAligner: WordAligner
    let resources: DriftResources
    let rules: [any DriftRule]
    private var recent = RecentArticles()

    init(lexicon: Lexicon) {
      analysis = LinguisticAnalysis(words: WordTable())
      knowledge = WordKnowledge(words: analysis.words, lexicon: LexiconSession(lexicon))
      articleAligner = ArticleAligner(knowledge: knowledge)
      wordAligner = WordAligner(knowledge: knowledge)
      let resources = DriftResources(knowledge: knowledge, vocabulary: analysis.vocabulary)
      self.resources = resources
      rules = DriftRules.all.map { $0.init(resources: resources) }
    }

    mutating func article(_ bytes: [UInt8]) -> DriftArticle {
      recent.article(bytes) { [analysis, knowledge] bytes in
        DriftArticle(Self.read(bytes, analysis, knowledge), knowledge: knowledge)
      }
    }

    func text(_ bytes: [UInt8]) -> LinguisticText { Self.read(bytes, analysis, knowledge) }

    private static func read(_ bytes: [UInt8], _ analysis: LinguisticAnalysis, _ knowledge: WordKnowledge) -> LinguisticText {
      analysis.read(bytes) { knowledge.traits($0).contains(.common) }
    }
  }

  private static let mostWords = 150_000

  package init(options: DriftOptions = DriftOptions(), lexicon: Lexicon = .standard) {
    self.options = options
    self.lexicon = lexicon
    session = Session(lexicon: lexicon)
  }

  package func compare(_ a: String, _ b: String) -> DriftReport { compare(Array(a.utf8), Array(b.utf8)) }

  /// How `b` differs from `a`.
  ///
  /// - Complexity: linear in the texts but for the words inside aligned sentences, see ``WordAligner``.
  package func compare(_ a: [UInt8], _ b: [UInt8], titles: ArticleTitles = ArticleTitles()) -> DriftReport {
    if session.analysis.words.count > Self.mostWords { session = Session(lexicon: lexicon) }
    return compare(
      session.article(a), session.article(b), titles: DriftContext.Titles(a: session.text(titles.a), b: session.text(titles.b)))
  }

  private func compare(_ first: DriftArticle, _ second: DriftArticle, titles: DriftContext.Titles) -> DriftReport {
    let (a, b) = (first.text, second.text)
    let alignment = session.articleAligner.align(a, first.bags, b, second.bags)
    var closeness = MeanCloseness()
    let pairs = alignment.pairs.compactMap { passages -> SentencePair? in
      if let unchanged = UnchangedPassages.words(passages, a, b) {
        closeness.add(1, words: 2 * unchanged)
        return nil
      }
      let pair = session.wordAligner.align(
        SentenceSide(text: a, tokens: passages.a), SentenceSide(text: b, tokens: passages.b))
      closeness.add(pair.closeness, words: pair.a.count + pair.b.count)
      return pair
    }
    let context = DriftContext(
      a: a, b: b, alignment: alignment, closeness: closeness.value, resources: session.resources,
      occurrences: DocumentOccurrences(a: first, b: second), titles: titles)
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
