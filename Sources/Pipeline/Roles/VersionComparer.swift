internal import Boilerplate
internal import Copies
internal import Drift
internal import Quality
internal import Relations

/// Compares versions of a story for one thread: what they share, what changed, what each shows of a machine.
struct VersionComparer: ~Copyable {
  private var meter = PairMeter()
  private let inspector = QualityInspector()
  private let effort: RoleEffort
  /// Whether a report will show all that changed anyway.
  private let reportsAll: Bool
  private var analyzer: DriftAnalyzer?
  /// Of the articles at hand; several questions are asked about each.
  private var knownFlags: [UInt32: [QualityFlag]] = [:]
  private var knownDrift: [ArticlePair: DriftReport] = [:]
  /// See ``variants(_:_:)``.
  private var knownVariants: [ArticlePair: [DriftFinding]] = [:]
  /// For ``comparison(_:_:options:)`` with options that are not the flags' own.
  private var chosen: DriftAnalyzer?

  /// Two articles, in the direction of the copying.
  private struct ArticlePair: Hashable {
    var source: UInt32
    var version: UInt32
  }

  init(effort: RoleEffort, reportsAll: Bool) {
    self.effort = effort
    self.reportsAll = reportsAll
  }

  /// Forgets the articles at hand.
  mutating func startUnit() {
    knownFlags.removeAll(keepingCapacity: true)
    knownDrift.removeAll(keepingCapacity: true)
    knownVariants.removeAll(keepingCapacity: true)
  }

  /// Everything that decides how `version` relates to `source`.
  mutating func measure(_ source: ReadArticle.Version, _ version: ReadArticle.Version) -> PairEvidence {
    meter.measure(source.measured, version.measured)
  }

  /// Shingles alone: how much of each of two versions the other has.
  mutating func overlap(_ a: ReadArticle.Version, _ b: ReadArticle.Version) -> CopyOverlap {
    let measure = meter.copyMeasure(a.measured, b.measured)
    return CopyOverlap(resemblance: measure.resemblance, ofA: measure.containmentOfA, ofB: measure.containmentOfB)
  }

  /// A machine's signs in `version` against `source`; `isLater` when the dates say that the version came after it.
  mutating func machineSigns(_ version: ReadArticle, _ source: ReadArticle, _ evidence: PairEvidence, isLater: Bool)
    -> MachineSigns
  {
    var signs = MachineSigns(evidence)
    // A person's cut or a copy with changes; a machine goes through the whole text, sentence by sentence.
    guard signs.keepsSentences, let first = source.version, let second = version.version else { return signs }
    signs.add(flags: flags(version), source: flags(source))
    signs.add(QuotationRetention(first.measured, second.measured))
    // Drift is dear: it is only asked where it can still decide.
    if effort == .full, signs.keepsSentences, signs.needsDrift(isLater: isLater) {
      signs.add(drift(source, version).findings)
    }
    return signs
  }

  /// How much an article shows of a machine on its own, 0...1.
  mutating func ownSigns(_ read: ReadArticle) -> Float { MachineSigns.ownDegree(flags(read), source: []) }

  /// Whether no fact differs between the two, as far as drift can see; nil when drift is not asked.
  mutating func isTrivial(_ version: ReadArticle, _ source: ReadArticle) -> Bool? {
    guard effort == .full else { return nil }
    return drift(source, version).findings.allSatisfy {
      $0.severity == .minor && $0.category != .omission && $0.category != .addition
    }
  }

  /// What flags need to know of the changes from `source` to `version`: of what is not the same text, its quotations alone.
  mutating func evidence(_ version: ReadArticle, _ source: ReadArticle, role: Role) -> [DriftFinding] {
    let words = source.version?.condition.words ?? 0
    if TextCondition.areAccentsLost(source.body.text.span, version.body.text.span, words: words) { return [] }
    let findings =
      role.isHeldToFacts || knows(source, version) ? drift(source, version).findings : quotations(source, version)
    return findings.filter {
      // Another spelling of a quoted word is no other quotation.
      $0.countsForFlags && !($0.category == .quotation && $0.isRespelling(source.body.text, version.body.text))
    }
  }

  /// The words of quotations that `other`, a report of the same event, has otherwise: nobody copied anybody, so only what is
  /// surely one utterance.
  mutating func otherWordings(_ report: ReadArticle, _ other: ReadArticle) -> [OtherWording] {
    // By their text: their numbers go by the order of the input.
    let isFirst = report.body.text.lexicographicallyPrecedes(other.body.text)
    return variants(isFirst ? report : other, isFirst ? other : report).compactMap {
      isFirst
        ? OtherWording(at: $0.a, other: $0.b, in: other.body.text) : OtherWording(at: $0.b, other: $0.a, in: other.body.text)
    }
  }

  /// The quotations of two reports that differ, whichever of them is asked about.
  private mutating func variants(_ a: ReadArticle, _ b: ReadArticle) -> [DriftFinding] {
    let pair = ArticlePair(source: a.article, version: b.article)
    if let known = knownVariants[pair] { return known }
    let findings = quotations(a, b).filter {
      $0.rule == .quotationAltered && $0.severity > .minor && !$0.isRespelling(a.body.text, b.body.text)
        && $0.isSameUtterance(a.body.text, b.body.text)
    }
    knownVariants[pair] = findings
    return findings
  }

  /// The flags of an article with what its cluster knows.
  func report(_ read: ReadArticle, cluster: ClusterContext?) -> QualityReport {
    inspector.inspect(QualityArticle(read), cluster: cluster)
  }

  /// Everything that a report shows of a pair; nil for an article without words.
  ///
  /// What was found for roles and flags is not looked for again, unless the options ask for something else.
  mutating func comparison(
    _ version: ReadArticle, _ source: ReadArticle, isOneStory: Bool, options: DriftOptions
  ) -> PairComparison? {
    guard let first = source.version, let second = version.version else { return nil }
    var setting = PairSetting()
    setting.isRevision = version.credits.isRevision && !source.credits.isRevision
    setting.isCut = version.isStub && !source.isStub
    setting.isOneStory = isOneStory
    let relation = PairRelation(measure(first, second), setting)
    var report: DriftReport
    if options == DriftOptions() {
      report = drift(source, version)
    } else {
      let analyzer = chosen ?? DriftAnalyzer(options: options)
      chosen = analyzer
      let bodies = withoutWidgets(source, version)
      report = analyzer.compare(bodies.a, bodies.b, titles: ArticleTitles(a: source.title, b: version.title))
    }
    let comparison = PairComparison(relation, report, least: options.minimumSeverity)
    return comparison.wholeCharacters(source.body.text.span, version.body.text.span)
  }

  private mutating func drift(_ source: ReadArticle, _ version: ReadArticle) -> DriftReport {
    let pair = ArticlePair(source: source.article, version: version.article)
    if let known = knownDrift[pair] { return known }
    let bodies = withoutWidgets(source, version)
    let report = standardAnalyzer().compare(
      bodies.a, bodies.b, titles: ArticleTitles(a: source.title, b: version.title))
    knownDrift[pair] = report
    return report
  }

  /// The bodies of two versions without lists that change beside the article: prices, results, the weather of the day.
  private mutating func withoutWidgets(_ source: ReadArticle, _ version: ReadArticle) -> (a: ArticleBody, b: ArticleBody) {
    guard let first = source.version?.measured, let second = version.version?.measured,
      let lists = meter.widgets(first, second, meter.copyMeasure(first, second))
    else { return (source.body, version.body) }
    return (source.body.without(lists.a), version.body.without(lists.b))
  }

  private mutating func quotations(_ source: ReadArticle, _ version: ReadArticle) -> [DriftFinding] {
    standardAnalyzer().quotations(source.body, version.body, titles: ArticleTitles(a: source.title, b: version.title))
  }

  private func knows(_ source: ReadArticle, _ version: ReadArticle) -> Bool {
    reportsAll || knownDrift[ArticlePair(source: source.article, version: version.article)] != nil
  }

  private mutating func standardAnalyzer() -> DriftAnalyzer {
    let standard = analyzer ?? DriftAnalyzer()
    analyzer = standard
    return standard
  }

  /// Flags of the article on its own.
  private mutating func flags(_ read: ReadArticle) -> [QualityFlag] {
    if let known = knownFlags[read.article] { return known }
    let found = inspector.inspect(QualityArticle(read)).flags
    knownFlags[read.article] = found
    return found
  }
}

/// How much two versions have of each other's shingles, 0...1.
struct CopyOverlap: Sendable, Hashable {
  var resemblance: Float
  /// Share of A that B has, and the reverse.
  var ofA: Float
  var ofB: Float

  var reversed: CopyOverlap { CopyOverlap(resemblance: resemblance, ofA: ofB, ofB: ofA) }
}

/// What the versions of stories changed, and how alike they are: what a report shows beside roles and flags.
///
/// Found while the versions' texts are at hand for their roles, from the same measures and the same drift.
package struct VersionComparisons: Sendable {
  /// How alike two versions of one story are, 0...1.
  package struct Likeness: Sendable, Hashable {
    package let a: UInt32
    package let b: UInt32
    package let similarity: Float
  }

  /// Every version against its parent, by the version; without those that have the very bytes of their parent, and without
  /// articles that have no word.
  package private(set) var comparisons: [UInt32: PairComparison] = [:]
  /// Every two versions of stories of 4 to 20.
  package private(set) var likenesses: [Likeness] = []

  /// Sizes of story of which all pairs are measured: a table of more cannot be read.
  private static let measuredSizes = 4...20

  /// Adds the versions of one story, whose roles and texts are known.
  mutating func add(
    _ members: [UInt32], _ roles: StoryRoles, _ texts: [UInt32: ReadArticle], options: DriftOptions,
    _ comparer: inout VersionComparer
  ) {
    // Where two texts are the whole story nothing else can hold them in it.
    let isOneStory = Set(members.compactMap { texts[$0]?.body.text }).count == 2
    for (member, parent) in zip(members, roles.parents) where member != parent {
      guard let version = texts[member], let source = texts[parent], version.body.text != source.body.text else { continue }
      comparisons[member] = comparer.comparison(version, source, isOneStory: isOneStory, options: options)
    }
    guard Self.measuredSizes.contains(members.count) else { return }
    for (place, a) in members.enumerated() {
      for b in members.dropFirst(place + 1) {
        guard let first = texts[a], let second = texts[b] else { continue }
        likenesses.append(Likeness(a: a, b: b, similarity: Self.similarity(first, second, &comparer)))
      }
    }
  }

  private static func similarity(_ a: ReadArticle, _ b: ReadArticle, _ comparer: inout VersionComparer) -> Float {
    if a.body.text == b.body.text { return 1 }
    guard let first = a.version, let second = b.version else { return 0 }
    return min(1, comparer.measure(first, second).similarity)
  }

  /// Adds what another thread found.
  mutating func add(_ other: VersionComparisons) {
    comparisons.merge(other.comparisons) { $1 }
    likenesses += other.likenesses
  }
}
