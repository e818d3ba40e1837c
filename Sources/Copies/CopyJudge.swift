/// Decides whether two articles are copies: by what they have in common, and by whether that is the article or the page.
///
/// One for each thread, as it reuses its tables.
package struct CopyJudge: Sendable {
  package let rule: CopyRule
  private var probe = CopyProbe()
  /// For what is measured again without its changing lists, so that the loaded article stays loaded.
  private var second = CopyProbe()
  private var scratch = PairAnatomy.Scratch()
  private let tuning = CopyTuning.standard

  package init(_ rule: CopyRule) { self.rule = rule }

  /// What was found out about a pair.
  package struct Verdict: Sendable {
    /// nil when the two are no copies.
    package var relation: CopyRelation?
    package var measure: CopyMeasure
    /// Whether the larger article only holds the smaller one beside its own, so that it is no teaser of it either.
    package var holdsAnother = false
    /// Whether the passages are the page's; otherwise only another pair can tell.
    package var isCertain = false
    /// The passages of either article that may be the page's, as hashes of their words.
    package var passagesOfA: [ArraySlice<UInt32>] = []
    package var passagesOfB: [ArraySlice<UInt32>] = []
  }

  /// Loads the first article of the pairs that follow.
  package mutating func load(_ digest: CopyDigest) { probe.load(digest) }

  /// Judges `b` against `a`, which was loaded; with `seeksPassages` the two are held against each other for their passages alone.
  ///
  /// Linear in their words.
  package mutating func judge(_ a: CopyDigest, _ b: CopyDigest, seeksPassages: Bool = false) -> Verdict {
    let measure = probe.measure(b, least: rule.least)
    var verdict = Verdict(relation: rule.relation(measure), measure: measure)
    guard rule.isOpen(measure) || seeksPassages && !measure.isIdentical else { return verdict }
    if verdict.relation == .excerpt {
      var anatomy = probe.anatomy(a, b)
      if anatomy.largerHoldsAnother() { (verdict.relation, verdict.holdsAnother) = (nil, true) }
    }
    // With next to nothing of its own beside what is shared an article is no other's page; most copies are settled here.
    if verdict.relation != nil || seeksPassages,
      probe.restWords(of: b, shortest: tuning.shortestRest) < tuning.leastRest
    {
      return verdict
    }
    var anatomy = probe.anatomy(a, b)
    let verdictOnPage = anatomy.pageVerdict(&scratch)
    if verdictOnPage != .none {
      verdict.passagesOfA = passages(anatomy.a)
      verdict.passagesOfB = passages(anatomy.b)
      verdict.isCertain = verdictOnPage == .certain
    }
    if verdictOnPage == .certain {
      verdict.relation = nil
    } else if !seeksPassages, verdict.relation == nil, anatomy.hidesUnderLists() {
      let bare = anatomy.withoutLists()
      second.load(bare.a)
      let again = second.measure(bare.b)
      if let relation = rule.relation(again) {
        // What was left out differs, so the two are never identical.
        verdict.relation = relation == .identical ? .reprint : relation
        verdict.measure = again
      }
    }
    return verdict
  }

  private func passages(_ side: PairAnatomy.Side) -> [ArraySlice<UInt32>] {
    side.sharedRuns.filter { $0.count >= tuning.passageWords }.map { side.digest.words.hashes[$0] }
  }
}
