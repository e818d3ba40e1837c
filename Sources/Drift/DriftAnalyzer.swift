import Alignment
package import Lexicon
import TextAnalysis

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
  package func compare(_ a: [UInt8], _ b: [UInt8], titles: ArticleTitles = ArticleTitles()) -> DriftReport {
    if session.analysis.words.count > Self.mostWords { session = Session(lexicon: lexicon) }
    let knowledge = session.knowledge
    let isCommon = { (word: WordNumber) in knowledge.traits(word).contains(.common) }
    let first = session.analysis.read(a, isCommon: isCommon)
    let second = session.analysis.read(b, isCommon: isCommon)
    let headings = DriftContext.Titles(
      a: session.analysis.read(titles.a, isCommon: isCommon), b: session.analysis.read(titles.b, isCommon: isCommon))
    return compare(first, second, titles: headings)
  }

  private func compare(_ a: LinguisticText, _ b: LinguisticText, titles: DriftContext.Titles) -> DriftReport {
    let alignment = session.articleAligner.align(a, b)
    let pairs = alignment.pairs.map { passages in
      session.wordAligner.align(SentenceSide(text: a, tokens: passages.a), SentenceSide(text: b, tokens: passages.b))
    }
    let context = DriftContext(
      a: a, b: b, alignment: alignment, closeness: Self.closeness(pairs), resources: session.resources,
      occurrences: DocumentOccurrences(a: a, b: b), titles: titles)
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

  /// Mean closeness of the pairs, weighted by their words.
  private static func closeness(_ pairs: [SentencePair]) -> Double {
    var sum = 0.0
    var weight = 0.0
    for pair in pairs {
      let words = Double(pair.a.count + pair.b.count)
      sum += pair.closeness * words
      weight += words
    }
    return weight > 0 ? sum / weight : 0
  }
}
