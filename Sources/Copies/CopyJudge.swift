/// Decides whether two articles are copies: by what they have in common, and by whether that is the article or the page.
///
/// One for each thread, as it reuses its tables.
package struct CopyJudge: Sendable {
  package let rule: CopyRule
  private var probe = CopyProbe()
  /// For what is measured again without its changing lists, so that the loaded article stays loaded.
  private var second = CopyProbe()
  private var scratch = PairAnatomy.Scratch()
  private var lost = LostLetters()
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
    if verdict.relation == nil, !seeksPassages, measure.resemblance >= rule.resemblance {
      var anatomy = probe.anatomy(a, b)
      if anatomy.differsInInserts() || areCopiesWithoutTails(anatomy) {
        verdict.relation = .edited
        return verdict
      }
    }
    if verdict.relation == .excerpt {
      var anatomy = probe.anatomy(a, b)
      if anatomy.largerHoldsAnother() { (verdict.relation, verdict.holdsAnother) = (nil, true) }
    }
    if verdict.relation == .edited || verdict.relation == .reprint,
      rule.changedNames(measure) >= tuning.formNames || a.isCaseless && b.isCaseless
    {
      var anatomy = probe.anatomy(a, b)
      if anatomy.isBesideWidget() {
        judgeWithoutLists(&anatomy, &verdict)
        return verdict
      }
      if anatomy.isFilledAnew() || anatomy.isFilledOnce() {
        verdict.relation = nil
        verdict.isCertain = true
        verdict.passagesOfA = fixedParts(anatomy.a)
        verdict.passagesOfB = fixedParts(anatomy.b)
        return verdict
      }
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
      judgeWithoutLists(&anatomy, &verdict)
    }
    return verdict
  }

  /// Judges a pair by what is left of it without its changing lists, which leave the batch where it is a copy for that.
  private mutating func judgeWithoutLists(_ anatomy: inout PairAnatomy, _ verdict: inout Verdict) {
    let bare = anatomy.withoutLists()
    second.load(bare.a)
    let again = second.measure(bare.b)
    guard let relation = rule.relation(again) else { return }
    // What was left out differs, so the two are never identical.
    verdict.relation = relation == .identical ? .reprint : relation
    verdict.measure = again
    let lists = anatomy.changingLists()
    verdict.passagesOfA = lists.a.map { anatomy.a.digest.words.hashes[$0] }
    verdict.passagesOfB = lists.b.map { anatomy.b.digest.words.hashes[$0] }
    verdict.isCertain = true
  }

  /// Whether a pair is a copy, and no part, without what each site printed behind the text.
  private mutating func areCopiesWithoutTails(_ anatomy: borrowing PairAnatomy) -> Bool {
    guard let bare = anatomy.withoutTails() else { return false }
    second.load(bare.a)
    guard let relation = rule.relation(second.measure(bare.b)) else { return false }
    return relation != .excerpt
  }

  /// The relation of a pair of which one lost letters to a code page, and the measure of what is left of both; nil for any other.
  package mutating func relationByConsonants(_ a: CopyDigest, _ b: CopyDigest, _ measure: CopyMeasure) -> Verdict? {
    guard rule.isOpen(measure), let spared = lost.consonants(a, b) else { return nil }
    second.load(spared.a)
    let again = second.measure(spared.b)
    guard let relation = rule.relation(again), relation != .excerpt else { return nil }
    return Verdict(relation: relation == .identical ? .reprint : relation, measure: again)
  }

  /// What stands in all fillings of a form, from the beginning of a sentence on.
  private func fixedParts(_ side: PairAnatomy.Side) -> [ArraySlice<UInt32>] {
    side.sharedRuns.filter {
      $0.count >= tuning.longestFixed && ($0.lowerBound == 0 || side.digest.words.beginsAnew($0.lowerBound))
    }
    .map { side.digest.words.hashes[$0] }
  }

  private func passages(_ side: PairAnatomy.Side) -> [ArraySlice<UInt32>] {
    side.sharedRuns.filter { $0.count >= tuning.passageWords }.map { side.digest.words.hashes[$0] }
  }
}
