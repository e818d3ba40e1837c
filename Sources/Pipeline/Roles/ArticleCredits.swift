package import Credits

/// What an article's own words say about where it comes from.
package struct ArticleCredits: Sendable, Hashable {
  /// Names of the credited agencies in the order in which the text credits them: "Reuters", "AFP".
  package var wires: [String] = []
  /// ``Agency/id`` of the same.
  package var agencies: [String] = []
  /// Whether a credit is beyond doubt.
  package var isSure = false
  /// Whether the text has a credit, or words that may be one.
  package var mayCredit = false
  /// Whether one credit says that two agencies or more contributed.
  package var drawsOnSeveral = false
  /// Whether the text or the title begins as an update or a correction does.
  package var isRevision = false
  /// Who published the article, as far as its outlet or address say it.
  package var publisher: Publisher?

  package var isCredited: Bool { !agencies.isEmpty }

  package init() {}

  init(_ attribution: WireAttribution, isRevision: Bool, publisher: Publisher?) {
    wires = attribution.wires
    agencies = attribution.agencies
    self.isRevision = isRevision
    self.publisher = publisher
    isSure = attribution.isSure
    mayCredit = !attribution.evidence.isEmpty
    let contributions: Set<WireEvidenceKind> = [.contribution, .reportingCredit, .sourceLine]
    let contributors = attribution.evidence.filter { $0.confidence >= 0.5 && contributions.contains($0.kind) }
    drawsOnSeveral = Set(contributors.map(\.agency)).count >= 2
  }
}
