package import Boilerplate
internal import Articles

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
