internal import Copies
internal import Drift
internal import Quality
internal import Relations

/// What a machine that rephrases or translates leaves behind and a person does not, measured on a version against its source.
///
/// Signs are of two sorts. *Own* signs stand in the version and not in its source: names spelt in two ways, broken sentences,
/// tortured phrases. *Shared* signs show that one of the two was reworded as a machine does it, sentence by sentence and through
/// the quotations, and look the same from both sides. A version is called a machine's when its own signs are of two kinds and
/// strong, or one that people hardly leave in a text where next to nothing is left word for word, or when shared signs are strong
/// and the dates say which of the two came later. Whatever only sounds smooth stays a rewrite.
///
/// Each sign is a probability-like weight; together they give 1 - product of (1 - weight).
struct MachineSigns {
  private(set) var reasons: [String] = []
  /// Whether every sentence was kept in its place although few word sequences were: people drop, join and move sentences.
  let keepsSentences: Bool
  /// Whether nearly nothing is left word for word, and the texts are long enough for that to tell.
  private let isUniform: Bool
  private var own: Float = 0
  private var ownKinds = 0
  /// Whether one of the own signs is enough where hardly anything is left word for word.
  private var hasSureSign = false
  /// Whether little is left word for word.
  private let isReworded: Bool
  private var shared: Float = 0
  private var hasNewQuotations = false

  init(_ evidence: PairEvidence) {
    let tuning = MachineTuning.self
    let words = min(evidence.wordsOfA, evidence.wordsOfB)
    keepsSentences =
      evidence.order >= tuning.order && min(evidence.coverageOfA, evidence.coverageOfB) >= tuning.coverage
      && evidence.copy.resemblance < tuning.mostVerbatim && evidence.verbatimOutsideQuotes < tuning.mostVerbatim
      && words >= tuning.fewestWords
    isReworded = keepsSentences && evidence.verbatimOutsideQuotes < tuning.rewordedVerbatim && words >= tuning.uniformWords
    isUniform = keepsSentences && evidence.verbatimOutsideQuotes <= tuning.uniformVerbatim && words >= tuning.uniformWords
    if keepsSentences { reasons.append(Reason.share("sentence order kept", evidence.order)) }
  }

  /// How sure the signs are together, 0...1.
  var degree: Float { 1 - (1 - own) * (1 - shared) * (keepsSentences ? 1 - MachineTuning.structure : 1) }

  /// Whether the version is a machine's; `isLater` when the dates say that it came after its source.
  func isMachine(isLater: Bool) -> Bool {
    guard keepsSentences else { return false }
    if own >= MachineTuning.ownLeast, ownKinds >= 2 { return true }
    if own >= MachineTuning.ownNearly, ownKinds >= 2, hasNewQuotations { return true }
    if isReworded, hasSureSign { return true }
    return isLater && isUniform && hasNewQuotations && degree >= MachineTuning.least
  }

  /// Whether changed facts could still make the version a machine's.
  func needsDrift(isLater: Bool) -> Bool {
    if hasNewQuotations { return false }
    return isLater && isUniform || own >= MachineTuning.ownNearly && own < MachineTuning.ownLeast && ownKinds >= 2
  }

  /// Own signs: flags that the version has on its own and the source has not, or fewer times.
  mutating func add(flags: [QualityFlag], source: [QualityFlag]) {
    for (id, weight) in MachineTuning.flags {
      let more = flags.count { $0.flag == id } - source.count { $0.flag == id }
      guard more > 0 else { continue }
      reasons.append(Reason.count(id.rawValue, more))
      own = Self.sum(own, Self.weight(weight, more))
      ownKinds += 1
      // A name misspelt once is a slip of anybody.
      if weight >= MachineTuning.sureSign, id != .inconsistentName || more > 1 { hasSureSign = true }
    }
  }

  /// The degree of own signs alone.
  static func ownDegree(_ flags: [QualityFlag], source: [QualityFlag]) -> Float {
    MachineTuning.flags.reduce(0) { degree, sign in
      let more = flags.count { $0.flag == sign.id } - source.count { $0.flag == sign.id }
      return more > 0 ? sum(degree, weight(sign.weight, more)) : degree
    }
  }

  private static func weight(_ weight: Float, _ count: Int) -> Float {
    count > 2 ? min(MachineTuning.mostRepeatedSign, weight * MachineTuning.repeatedSign) : weight
  }
  private static func sum(_ a: Float, _ b: Float) -> Float { 1 - (1 - a) * (1 - b) }

  private mutating func addShared(_ reason: String, _ weight: Float) {
    reasons.append(reason)
    shared = Self.sum(shared, weight)
  }

  /// Reworded quotations; cheap.
  mutating func add(_ quotations: QuotationRetention) {
    guard min(quotations.wordsOfA, quotations.wordsOfB) >= MachineTuning.fewestQuoted,
      quotations.kept < MachineTuning.keptQuotations
    else { return }
    addShared(Reason.share("quotations kept", quotations.kept), MachineTuning.newQuotations)
    hasNewQuotations = true
  }

  /// Changes that a person who rewrites does not make.
  mutating func add(_ findings: [DriftFinding]) {
    let serious = findings.filter { $0.severity > .minor }
    let quotations = serious.filter { $0.category == .quotation }.reduce(0) { $0 + $1.count }
    if quotations >= MachineTuning.alteredQuotations {
      addShared(Reason.count("quotation altered", quotations), MachineTuning.newQuotations)
      hasNewQuotations = true
    }
    let pronouns = serious.filter { $0.category == .pronoun }.reduce(0) { $0 + $1.count }
    if pronouns > 0 {
      addShared(
        Reason.count("pronoun changed", pronouns), pronouns > 1 ? MachineTuning.severalPronouns : MachineTuning.onePronoun)
    }
  }
}

extension StoryVersions {
  /// How the versions agree; nil for a story of too few or too many.
  mutating func consensus(_ comparer: inout VersionComparer) -> VersionConsensus? {
    guard (ConsensusTuning.fewestVersions...TreeTuning.mostCompared).contains(count) else { return nil }
    var table: [Float] = []
    for a in 0..<count {
      for b in 0..<count { table.append(a == b ? 1 : overlap(a, b, &comparer)?.resemblance ?? 0) }
    }
    return VersionConsensus(versions: count) { table[$0 * count + $1] }
  }
}

/// Versions of a story that agree in their words as only machines do.
///
/// Whoever tells a story again, or translates it by hand, chooses words of his own; machines that were given one text choose much
/// the same ones. So where many versions say everything in the same order, none a copy of another, those that are as near to all
/// others as most are, and near to three of them, are machines', and the ones that stand aside are people's. Of two or three
/// versions nothing of the kind can be told, and where most are copies of each other, nothing either: that is what
/// ``witnesses(of:)`` are asked.
///
/// On 132 articles with 11 to 17 translations each (WMT21) that names three machine translations in five and one of 132 human
/// ones.
struct VersionConsensus {
  /// Mean resemblance of each version to all others, as a share of the median of that.
  private let agreement: [Float]
  /// The versions that are neither the nearest to each nor the farthest from it.
  private let middle: [[Int]]
  /// Mean resemblance to the nearest.
  private let nearness: [Float]

  /// Made from the resemblance of any two versions, 0...1 and symmetric.
  ///
  /// - Complexity: quadratic in the versions.
  init(versions: Int, resemblance: (Int, Int) -> Float) {
    var means: [Float] = []
    var middle: [[Int]] = []
    var nearness: [Float] = []
    for place in 0..<versions {
      let others = (0..<versions).filter { $0 != place }.map { (place: $0, value: resemblance(place, $0)) }
      let sorted = others.sorted { ($1.value, $0.place) < ($0.value, $1.place) }
      let nearest = sorted.prefix(ConsensusTuning.nearest)
      means.append(others.reduce(0) { $0 + $1.value } / Float(max(1, others.count)))
      middle.append(sorted.dropFirst((others.count - ConsensusTuning.nearest) / 2).prefix(ConsensusTuning.nearest).map(\.place))
      nearness.append(nearest.reduce(0) { $0 + $1.value } / Float(max(1, nearest.count)))
    }
    let median = means.sorted().dropFirst(means.count / 2).first ?? 0
    agreement = means.map { median > 0 ? $0 / median : 0 }
    self.middle = middle
    self.nearness = nearness
  }

  /// Versions of middling likeness to one that agrees with all as a machine's does; nil for one that stands aside.
  func witnesses(of place: Int) -> [Int]? {
    guard agreement.count >= ConsensusTuning.fewestVersions, agreement[place] >= ConsensusTuning.agreement,
      nearness[place] >= ConsensusTuning.nearness
    else { return nil }
    return middle[place]
  }

  /// How near the version is to all, as a share of what most are.
  func agreement(of place: Int) -> Float { agreement[place] }
}
