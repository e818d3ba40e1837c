package import Articles
internal import RealModule

/// How much a flag counts.
///
/// The words are those of drift findings.
package enum FlagSeverity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// A blemish; what the article says stands.
  case minor
  /// The reader is likely to be misled or to stumble.
  case major
  /// The article cannot be relied on at this place.
  case critical

  /// The severity as a share of certainty that the article is bad, for the score.
  var value: Double {
    switch self {
    case .minor: 0.2
    case .major: 0.6
    case .critical: 1
    }
  }

  package static func < (a: Self, b: Self) -> Bool { a.value < b.value }
}

/// One defect of an article, with its place.
package struct QualityFlag: Sendable, Hashable {
  /// ``QualityRule/id`` of the rule that found it.
  package var flag: String
  package var severity: FlagSeverity
  /// What is wrong, one sentence.
  package var message: String
  /// Bytes of the article's text; empty where something is missing.
  package var range: ByteRange
  /// The words at `range`.
  package var text: String

  /// The flag's id, where it is one of the program's own.
  package var id: FlagID? { FlagID(rawValue: flag) }

  package init(flag: String, severity: FlagSeverity, message: String, range: ByteRange, text: String) {
    self.flag = flag
    self.severity = severity
    self.message = message
    self.range = range
    self.text = text
  }
}

/// The flags of one article and the score that ranks it.
package struct QualityReport: Sendable, Hashable {
  /// 0 (clean) to 1, see ``QualityScore``.
  package var score: Double
  /// In the order of the text.
  package var flags: [QualityFlag]

  package init(score: Double, flags: [QualityFlag]) {
    self.score = score
    self.flags = flags
  }
}

/// How flags become a score.
///
/// The findings of one rule add up to a strength, 1 - exp(-sum of severities / length), where severities are 0.2, 0.6 and 1 and
/// length is 1, or words / 400 (at least 1) for rules whose findings grow with the text. The score is 1 - product over the rules
/// of (1 - weight * strength): a rule alone reaches its weight at most, and rules add to each other with falling effect. The
/// score ranks articles; it is no probability.
package enum QualityScore {
  package static func score(_ flags: [QualityFlag], rules: [any QualityRule], words: Int) -> Double {
    var clean = 1.0
    for rule in rules {
      let sum = flags.lazy.filter { $0.flag == rule.id }.map(\.severity.value).reduce(0, +)
      guard sum > 0 else { continue }
      let length = rule.growsWithLength ? max(1, Double(words) / 400) : 1
      clean *= 1 - rule.weight * (1 - .exp(-sum / length))
    }
    return 1 - clean
  }
}
