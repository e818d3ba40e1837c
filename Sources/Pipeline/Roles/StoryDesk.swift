internal import Drift
internal import Relations
internal import Quality
internal import Input
internal import Boilerplate
internal import Credits

/// A text of a story, ready for measuring.
struct Version {
  var article: UInt32
  /// The outlet whose boilerplate was left out.
  var site: UInt64
  var measured: PairMeter.Article
}

/// What one thread needs to judge stories; reused from story to story.
struct StoryDesk: ~Copyable {
  var parser: RecordParser
  var reader: BodyReader
  var meter = PairMeter()
  let rule = RoleRule()
  private let inspector = QualityInspector()
  private let effort: RoleEffort
  /// Whether the findings of every version are wanted beside its role.
  let keepsDrift: Bool
  private var analyzer: DriftAnalyzer?
  private var knownFlags: [UInt32: [QualityFlag]] = [:]
  private var knownDrift: [UInt64: [DriftFinding]] = [:]

  init(
    parser: RecordParser, detector: BoilerplateDetector, knowledge: BatchBoilerplate, effort: RoleEffort, keepsDrift: Bool
  ) {
    self.parser = parser
    self.effort = effort
    self.keepsDrift = keepsDrift
    reader = BodyReader(detector: detector, knowledge: knowledge)
  }

  /// A machine's signs in `version` against `original`: the cheap ones first, the others while they can still decide.
  mutating func machineSigns(_ version: Version, _ original: Version, _ evidence: PairEvidence, _ texts: StoryTexts)
    -> MachineSigns
  {
    var signs = MachineSigns()
    // A person's cut or a copy with changes; a machine goes through the whole text, sentence by sentence.
    guard MachineSigns.keepsSentences(evidence) else { return signs }
    let quotations = QuotationRetention(original.measured, version.measured)
    signs.addStructure(evidence)
    signs.addQuotations(quotations)
    signs.addFlags(flags(version.article, texts), original: flags(original.article, texts))
    // Drift is dear: it is only asked where quotations do not answer.
    guard effort == .full, !signs.isMachine, !MachineSigns.canTell(quotations) || quotations.kept < 0.9 else { return signs }
    signs.addDrift(drift(original.article, version.article, texts))
    return signs
  }

  /// The signs that tell which of two versions is the machine's: changes alone look the same from both sides.
  mutating func ownSigns(_ version: UInt32, _ original: UInt32, _ texts: StoryTexts) -> Float {
    var signs = MachineSigns()
    signs.addFlags(flags(version, texts), original: flags(original, texts))
    return signs.degree
  }

  /// Whether no fact differs between the two, as far as drift can see; nil when drift is not asked.
  mutating func isTrivial(_ version: UInt32, _ original: UInt32, _ texts: StoryTexts) -> Bool? {
    guard effort == .full else { return nil }
    return drift(original, version, texts).allSatisfy {
      $0.severity == .minor && $0.category != .omission && $0.category != .addition
    }
  }

  /// What flags need to know of the changes from `original` to `version`.
  mutating func evidence(_ version: UInt32, _ original: UInt32, _ texts: StoryTexts) -> [DriftFinding] {
    drift(original, version, texts).filter(\.countsForFlags)
  }

  /// What changed from `a` to `b`; the findings of the last few pairs are kept, as several questions are asked about a pair.
  private mutating func drift(_ a: UInt32, _ b: UInt32, _ texts: StoryTexts) -> [DriftFinding] {
    let pair = UInt64(a) << 32 | UInt64(b)
    if let known = knownDrift[pair] { return known }
    let drift = analyzer ?? DriftAnalyzer()
    analyzer = drift
    let findings = drift.compare(texts.body(a, &reader), texts.body(b, &reader)).findings
    if knownDrift.count >= 64 { knownDrift.removeAll(keepingCapacity: true) }
    knownDrift[pair] = findings
    return findings
  }

  /// Flags of the article on its own; those of the last few are kept, as every version is held against one original.
  private mutating func flags(_ article: UInt32, _ texts: StoryTexts) -> [QualityFlag] {
    if let known = knownFlags[article] { return known }
    let found = inspect(article, texts)
    if knownFlags.count >= 32 { knownFlags.removeAll(keepingCapacity: true) }
    knownFlags[article] = found
    return found
  }

  private mutating func inspect(_ article: UInt32, _ texts: StoryTexts) -> [QualityFlag] {
    let body = texts.body(article, &reader)
    return inspector.inspect(QualityArticle(body, title: texts.title(article), attribution: WireAttribution())).flags
  }
}
