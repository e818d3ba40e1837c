internal import Copies
internal import Drift
internal import Relations
internal import Quality

/// What a machine that rephrases or translates leaves behind and a person does not, measured on a version against its original.
///
/// Each sign is a probability-like weight; together they give 1 - product of (1 - weight). One kind of sign is never enough: a
/// version counts as a machine's rewrite from two kinds and ``least`` on.
struct MachineSigns {
  static let least: Float = 0.6

  private(set) var reasons: [String] = []
  private var remaining: Float = 1

  var degree: Float { 1 - remaining }
  var isMachine: Bool { reasons.count >= 2 && degree >= Self.least }

  private mutating func add(_ reason: String, _ weight: Float) {
    reasons.append(reason)
    remaining *= 1 - weight
  }

  /// Whether every sentence was kept in its place although few word sequences were: people drop, join and move sentences.
  static func keepsSentences(_ evidence: PairEvidence) -> Bool {
    evidence.order >= 0.92 && min(evidence.coverageOfA, evidence.coverageOfB) >= 0.6
      && evidence.copy.resemblance < 0.6 && evidence.verbatimOutsideQuotes < 0.6
  }

  /// The structure alone; cheap.
  mutating func addStructure(_ evidence: PairEvidence) {
    guard Self.keepsSentences(evidence) else { return }
    add(Reason.share("sentence order kept", evidence.order), 0.3)
  }

  /// Fewest quoted words of either text from which quotations tell anything.
  private static let leastQuoted = 12

  /// Whether the texts quote enough for their quotations to decide, one way or the other.
  static func canTell(_ quotations: QuotationRetention) -> Bool {
    min(quotations.wordsOfA, quotations.wordsOfB) >= leastQuoted
  }

  /// Reworded quotations; cheap.
  mutating func addQuotations(_ quotations: QuotationRetention) {
    guard Self.canTell(quotations), quotations.kept < 0.5 else { return }
    add(Reason.share("quotations kept", quotations.kept), quotations.kept < 0.3 ? 0.5 : 0.35)
  }

  /// Flags that the version has on its own and the original has not, or fewer times.
  mutating func addFlags(_ flags: [QualityFlag], original: [QualityFlag]) {
    for (id, weight) in Self.flagWeights {
      let more = flags.count { $0.flag == id } - original.count { $0.flag == id }
      if more > 0 { add(Reason.count(id.rawValue, more), more > 2 ? min(0.6, weight * 1.5) : weight) }
    }
  }

  private static let flagWeights: [(FlagID, Float)] = [
    (.torturedPhrase, 0.4), (.inconsistentName, 0.35), (.brokenSentence, 0.3), (.stumpHeading, 0.2),
    (.languageMix, 0.2), (.chatbotLeftover, 0.5),
  ]

  /// Changes that a person who rewrites does not make.
  mutating func addDrift(_ findings: [DriftFinding]) {
    for (reason, weight, several, counts) in Self.driftWeights {
      let count = findings.lazy.filter(counts).reduce(0) { $0 + $1.count }
      if count > 0 { add(Reason.count(reason, count), count > 1 ? several : weight) }
    }
  }

  /// Reason, weight of one finding and of several, and which findings count.
  private static let driftWeights: [(String, Float, Float, @Sendable (DriftFinding) -> Bool)] = [
    ("quotation altered", 0.3, 0.45, { $0.rule == .quotationAltered && $0.severity > .minor }),
    ("name misspelt", 0.3, 0.4, { $0.rule == .nameSpelling && $0.severity > .minor }),
    ("pronoun changed", 0.15, 0.3, { $0.category == .pronoun && $0.severity > .minor }),
    ("term replaced", 0.1, 0.25, { $0.category == .term }),
    ("broken wording", 0.15, 0.25, { ($0.category == .fluency || $0.category == .language) && $0.b != nil }),
  ]
}
