internal import Copies
internal import Relations

/// Decides a version's role from what was measured against the original.
struct RoleRule {
  var relations = RelationRule()

  /// What is known about the two articles beside their texts.
  struct Setting {
    var original: ArticleCredits
    var version: ArticleCredits
    /// Same outlet, as far as both name one.
    var isSameSite: Bool
    /// Published after the original; false when a date is missing.
    var isLater: Bool
  }

  /// The role without the machine's signs.
  func reading(_ evidence: PairEvidence, _ setting: Setting) -> RoleReading {
    let isRevision = setting.version.isRevision && !setting.original.isRevision
    let relation = relations.relation(evidence, isRevision: isRevision)
    var reading = base(relation, evidence)
    if isRevision { return update(reading, RoleTuning.markedUpdate, "revision marker") }
    correctCuts(&reading, evidence)
    if reading.role == .edited, isWhole(evidence) {
      reading.role = .reprint
      reading.confidence = RoleTuning.wholeCopy
      reading.evidence.append("whole original kept")
    }
    if reading.role != .reprint, setting.isSameSite, setting.isLater, reading.role != .excerpt {
      return update(reading, RoleTuning.sameOutletUpdate, "same outlet, later")
    }
    if reading.role == .edited || reading.role == .rewrite, isLaterWire(evidence, setting) {
      return update(reading, RoleTuning.wireUpdate, "same agency, later, with text of its own")
    }
    if setting.version.drawsOnSeveral, !setting.original.drawsOnSeveral, !isCopy(reading.role) {
      reading.role = .composite
      reading.confidence = RoleTuning.creditedRewrite
      reading.evidence.append("credits \(setting.version.wires.joined(separator: ", "))")
    }
    return reading
  }

  /// A part with other text beside it is edited, and so is a shortened version in the original's words.
  private func correctCuts(_ reading: inout RoleReading, _ evidence: PairEvidence) {
    if reading.role == .excerpt, evidence.copy.containmentOfB < RoleTuning.excerpt {
      reading = RoleReading(
        role: .edited, confidence: RoleTuning.editedPart, similarity: evidence.copy.resemblance, evidence: reading.evidence)
    }
    let isVerbatim =
      evidence.verbatimOutsideQuotes >= RoleTuning.editedRuns && evidence.copy.containmentOfB >= RoleTuning.editedShare
    if reading.role == .rewrite, isVerbatim {
      reading = RoleReading(
        role: .edited, confidence: RoleTuning.editedCut, similarity: evidence.copy.resemblance, evidence: reading.evidence)
    }
  }

  /// Whether a copy has all of the original's sentences in their order and as many words, so that what differs may be trivia:
  /// spelling, marks, figures written another way.
  func mayDifferInTrivia(_ evidence: PairEvidence) -> Bool {
    let lengths = (Float(evidence.wordsOfA), Float(evidence.wordsOfB))
    return evidence.copy.resemblance >= RoleTuning.trivialResemblance && evidence.order >= RoleTuning.trivialOrder
      && min(evidence.coverageOfA, evidence.coverageOfB, evidence.verbatimOutsideQuotes) >= RoleTuning.trivialShare
      && abs(lengths.0 - lengths.1) <= RoleTuning.trivialLength * max(lengths.0, lengths.1)
  }

  private func isCopy(_ role: Role) -> Bool { role == .reprint || role == .edited || role == .excerpt }

  private func update(_ reading: RoleReading, _ confidence: Float, _ reason: String) -> RoleReading {
    var reading = reading
    reading.role = .update
    reading.confidence = confidence
    reading.evidence.append(reason)
    return reading
  }

  /// Whether the copy has the original from end to end and only its page around it, or trivia changed in each sentence.
  private func isWhole(_ evidence: PairEvidence) -> Bool {
    evidence.copy.containmentOfA >= RoleTuning.wholeContained && evidence.copy.resemblance >= RoleTuning.wholeResemblance
  }

  /// Same single agency, later, long runs in common and a good part that the original does not have.
  private func isLaterWire(_ evidence: PairEvidence, _ setting: Setting) -> Bool {
    setting.isLater && setting.original.isCredited && setting.original.agencies == setting.version.agencies
      && evidence.verbatimOutsideQuotes >= RoleTuning.wireVerbatim && evidence.coverageOfB < RoleTuning.wireCovered
      && evidence.coverageOfA < RoleTuning.wireKept && evidence.copy.containmentOfB < RoleTuning.wireContained
      && evidence.wordsOfB * 4 >= evidence.wordsOfA * 3
  }

  private func base(_ relation: Relation, _ evidence: PairEvidence) -> RoleReading {
    let copy = evidence.copy
    var reasons = [
      Reason.share("resemblance", copy.resemblance), Reason.share("containment", copy.containmentOfB),
      Reason.share("sentences", min(evidence.coverageOfA, evidence.coverageOfB)), Reason.share("order", evidence.order),
      Reason.share("verbatim", evidence.verbatimOutsideQuotes),
    ]
    switch relation {
    case .identical: return RoleReading(role: .reprint, confidence: 0.99, similarity: 1, evidence: ["identical"])
    case .reprint: return RoleReading(role: .reprint, confidence: 0.95, similarity: copy.resemblance, evidence: reasons)
    case .edited, .update:
      return RoleReading(
        role: .edited, confidence: 0.6 + 0.3 * min(1, abs(copy.resemblance - 0.45) * 2), similarity: copy.resemblance,
        evidence: reasons)
    case .excerpt:
      reasons.append(Reason.share("length", Float(evidence.wordsOfB) / Float(max(1, evidence.wordsOfA))))
      return RoleReading(role: .excerpt, confidence: 0.9, similarity: copy.containmentOfB, evidence: reasons)
    case .rewrite:
      reasons.append(Reason.share("story", evidence.similarity))
      return RoleReading(
        role: .rewrite, confidence: min(0.9, 0.4 + evidence.similarity), similarity: evidence.similarity, evidence: reasons)
    case .template, .sharedQuotes, .unrelated:
      // The story's other members hold it there, not this pair.
      reasons.append("by way of others, itself \(relation.rawValue)")
      return RoleReading(role: .rewrite, confidence: 0.2, similarity: evidence.similarity, evidence: reasons)
    }
  }
}
