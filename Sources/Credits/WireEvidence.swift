package import Articles

/// What in a text shows that an agency supplied it.
///
/// A mention in running text ("told Reuters") is no evidence.
package enum WireEvidenceKind: String, Sendable, Hashable, CaseIterable {
  /// "PARIS, Jan 8 (Reuters) -"
  case dateline
  /// "By Jane Roe, Associated Press"
  case byline
  /// "(Reporting by Jane Roe; Editing by John Doe)", "Additional reporting by AFP"
  case reportingCredit = "reporting-credit"
  /// "AP and Reuters contributed to this report", "With inputs from PTI"
  case contribution
  /// "Copyright 2020 The Associated Press"
  case copyright
  /// "Source: ANI"
  case sourceLine = "source-line"
  /// "... he said. (AFP)" at the end of an article
  case signOff = "sign-off"
}

/// One place of a text that credits an agency.
package struct WireEvidence: Sendable, Hashable {
  /// ``Agency/id``, or the name itself when it is an outlet that stands beside agencies in a credit.
  package var agency: String
  /// The name to show.
  package var label: String
  package var kind: WireEvidenceKind
  /// The name and the words that make it a credit, as bytes of the text.
  package var range: ByteRange
  /// 0...1; below ``CreditTuning/credited`` it is a hint and no credit.
  package var confidence: Double
}

/// Who supplied a text, as far as the text itself says.
package struct WireAttribution: Sendable, Hashable {
  /// In the order of the text.
  package var evidence: [WireEvidence] = []

  package init() {}

  /// Labels of the credited agencies in the order in which the text credits them, each once.
  package var wires: [String] { unique(\.label) }

  /// ``Agency/id`` of the credited agencies, in the same order.
  package var agencies: [String] { unique(\.agency) }

  package var isCredited: Bool { evidence.contains { $0.confidence >= CreditTuning.standard.credited } }

  /// Whether a credit is beyond doubt, see ``CreditTuning/sure``.
  package var isSure: Bool { evidence.contains { $0.confidence >= CreditTuning.standard.sure } }

  private func unique(_ key: KeyPath<WireEvidence, String>) -> [String] {
    var result: [String] = []
    for piece in evidence where piece.confidence >= CreditTuning.standard.credited && !result.contains(piece[keyPath: key]) {
      result.append(piece[keyPath: key])
    }
    return result
  }
}
