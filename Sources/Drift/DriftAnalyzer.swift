import Alignment
package import Lexicon
import TextAnalysis

/// Compares two articles: which sentences stand for each other, and what the copying changed in them.
///
/// Keeps the words it met and what the lexicon said about them, so make one for each thread and use it for many pairs. Results do
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

    init(lexicon: Lexicon) {
      analysis = LinguisticAnalysis(words: WordTable())
      knowledge = WordKnowledge(words: analysis.words, lexicon: LexiconSession(lexicon))
      articleAligner = ArticleAligner(knowledge: knowledge)
      wordAligner = WordAligner(knowledge: knowledge)
      let resources = DriftResources(knowledge: knowledge, vocabulary: analysis.vocabulary)
      self.resources = resources
      rules = DriftRules.all.map { $0.init(resources: resources) }
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
    let knowledge = session.knowledge
    let isCommon = { (word: WordNumber) in knowledge.traits(word).contains(.common) }
    let first = session.analysis.read(a, isCommon: isCommon)
    let second = session.analysis.read(b, isCommon: isCommon)
    return compare(first, second)
  }

  private func compare(_ a: LinguisticText, _ b: LinguisticText) -> DriftReport {
    let alignment = session.articleAligner.align(a, b)
    let context = DriftContext(
      a: a, b: b, alignment: alignment, resources: session.resources, occurrences: DocumentOccurrences(a: a, b: b))
    var report = DriftReport(alignment: alignment, a: a, b: b)
    var findings: [DriftFinding] = []
    var weight = 0.0
    for passages in alignment.pairs {
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
