import Alignment
package import Lexicon
import TextAnalysis

/// Compares two articles: which sentences stand for each other, and what the copying changed in them.
///
/// Keeps the words it met, what the lexicon said about them and the articles it read last, so make one for each thread and use it for many pairs. Results do
/// not depend on what was compared before.
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
      recent.article(bytes) { bytes in
        let text = analysis.read(bytes) { knowledge.traits($0).contains(.common) }
        return DriftArticle(text, knowledge: knowledge)
      }
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
  package func compare(_ a: [UInt8], _ b: [UInt8]) -> DriftReport {
    if session.analysis.words.count > Self.mostWords { session = Session(lexicon: lexicon) }
    return compare(session.article(a), session.article(b))
  }

  private func compare(_ first: DriftArticle, _ second: DriftArticle) -> DriftReport {
    let (a, b) = (first.text, second.text)
    let alignment = session.articleAligner.align(a, first.bags, b, second.bags)
    let context = DriftContext(
      a: a, b: b, alignment: alignment, resources: session.resources, occurrences: DocumentOccurrences(a: first, b: second))
    var report = DriftReport(alignment: alignment, a: a, b: b)
    var findings: [DriftFinding] = []
    var weight = 0.0
    for passages in alignment.pairs {
      if let unchanged = UnchangedPassages.words(passages, a, b) {
        report.closeness += Double(2 * unchanged)
        weight += Double(2 * unchanged)
        continue
      }
      let pair = session.wordAligner.align(
        SentenceSide(text: a, tokens: passages.a), SentenceSide(text: b, tokens: passages.b))
      let words = Double(pair.a.count + pair.b.count)
      report.closeness += pair.closeness * words
      weight += words
      if pair.a.ids == pair.b.ids, pair.a.tokens.count == pair.b.tokens.count, context.isSentenceLevel { continue }
      var collector = FindingCollector(options: options, context: context, pair: pair)
      for rule in session.rules { rule.examine(pair, in: context, report: &collector) }
      findings += collector.findings
    }
    report.closeness = weight > 0 ? report.closeness / weight : 0
    var collector = FindingCollector(options: options, context: context, pair: nil)
    for rule in session.rules { rule.examineDocument(context, report: &collector) }
    findings += collector.findings
    report.findings = FindingMerger.merge(findings, context: context, options: options)
    return report
  }
}
