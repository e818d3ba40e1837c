internal import Drift
internal import Matching
internal import Quality
internal import Reading
internal import TextAnalysis
internal import Attribution

/// What one thread needs to judge stories; reused from story to story.
struct StoryDesk: ~Copyable {
  var parser: RecordParser
  var furniture: FurnitureReader
  var meter = PairMeter()
  let rule = RoleRule()
  private let detector: FurnitureDetector
  private let inspector = QualityInspector()
  private let effort: RoleEffort
  private var analyzer: DriftAnalyzer?

  init(parser: RecordParser, detector: FurnitureDetector, recurring: RecurringFurniture, effort: RoleEffort) {
    self.parser = parser
    self.detector = detector
    self.effort = effort
    furniture = FurnitureReader(detector: detector, recurring: recurring)
  }

  /// A machine's signs in `version` against `original`.
  mutating func machineSigns(_ version: UInt32, _ original: UInt32, _ evidence: PairEvidence, _ texts: StoryTexts) -> MachineSigns {
    var signs = MachineSigns()
    signs.addStructure(evidence)
    signs.addFlags(flags(version, texts), original: flags(original, texts))
    // Drift is dear: it is only asked when it can decide.
    guard effort == .full, MachineSigns.keepsSentences(evidence) || signs.degree >= 0.3 else { return signs }
    signs.addDrift(drift(original, version, texts).findings)
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
    let report = drift(original, version, texts)
    return report.findings.allSatisfy { $0.severity == .minor && $0.category != .omission && $0.category != .addition }
  }

  private mutating func drift(_ a: UInt32, _ b: UInt32, _ texts: StoryTexts) -> DriftReport {
    let drift = analyzer ?? DriftAnalyzer()
    analyzer = drift
    return drift.compare(texts.text(a), texts.text(b))
  }

  /// Flags of the article on its own.
  private func flags(_ article: UInt32, _ texts: StoryTexts) -> [QualityFlag] {
    let text = texts.text(article), title = texts.title(article)
    let quality = QualityArticle(
      text: text, title: title, furniture: detector.ranges(in: text.span, title: title.span), attribution: WireAttribution())
    return inspector.inspect(quality).flags
  }
}
