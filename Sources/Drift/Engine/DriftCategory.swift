/// What kind of change a finding is; the raw value is the word in every output.
package enum DriftCategory: String, CaseIterable, Sendable {
  case number, time, unit, name, quotation, negation, polarity, degree, modality, attribution
  case pronoun, agency, term, addition, omission, tense, language, fluency
}

/// How bad a change is.
package enum DriftSeverity: String, CaseIterable, Sendable, Comparable {
  /// Wording; the fact stands.
  case minor
  /// A fact differs.
  case major
  /// The meaning is reversed, or a quotation or figure that readers rely on is wrong.
  case critical

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .minor: 0
    case .major: 1
    case .critical: 2
    }
  }
}
