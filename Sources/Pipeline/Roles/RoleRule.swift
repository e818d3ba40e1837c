internal import Copies
internal import Relations

/// The role of a version, told from its relation to the version it comes from and from the agencies that it credits.
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

    fileprivate var pair: PairSetting {
      var pair = PairSetting()
      pair.isRevision = version.isRevision && !original.isRevision
      pair.isSameSite = isSameSite
      pair.isSameAgency = original.isCredited && original.agencies == version.agencies
      pair.isLater = isLater
      return pair
    }
  }

  /// The role without the machine's signs.
  func reading(_ evidence: PairEvidence, _ setting: Setting) -> RoleReading {
    let decision = relations.decide(evidence, setting.pair)
    var reading = RoleReading(
      role: Role(decision.relation), confidence: decision.confidence, similarity: decision.similarity,
      evidence: measures(evidence, decision))
    if !decision.relation.isSameStory {
      // The story's other members hold it there, not this pair.
      reading.confidence = RoleTuning.heldByOthers
      if setting.isSameSite, setting.isLater { reading.role = .update }
      reading.evidence.append("by way of others, itself \(decision.relation.rawValue)")
    }
    if setting.version.drawsOnSeveral, !setting.original.drawsOnSeveral, reading.role == .rewrite {
      reading.role = .composite
      reading.confidence = RoleTuning.creditedRewrite
      reading.evidence.append("credits \(setting.version.wires.joined(separator: ", "))")
    }
    return reading
  }

  /// Whether what differs between two versions may be trivia.
  func mayDifferInTrivia(_ evidence: PairEvidence) -> Bool { relations.mayDifferInTrivia(evidence) }

  private func measures(_ evidence: PairEvidence, _ decision: RelationRule.Decision) -> [String] {
    if decision.relation == .identical { return ["identical"] }
    var reasons = [
      Reason.share("resemblance", evidence.copy.resemblance), Reason.share("containment", evidence.copy.containmentOfB),
      Reason.share("sentences", min(evidence.coverageOfA, evidence.coverageOfB)), Reason.share("order", evidence.order),
      Reason.share("verbatim", evidence.verbatimOutsideQuotes),
    ]
    if decision.relation == .excerpt {
      reasons.append(Reason.share("length", Float(evidence.wordsOfB) / Float(max(1, evidence.wordsOfA))))
    }
    if decision.relation == .rewrite { reasons.append(Reason.share("story", evidence.similarity)) }
    if let reason = decision.reason { reasons.append(reason.rawValue) }
    return reasons
  }
}

extension Role {
  /// The role of an article with this relation to its parent; what is no version by itself is held as a rewrite.
  init(_ relation: Relation) {
    switch relation {
    case .identical, .reprint: self = .reprint
    case .edited: self = .edited
    case .excerpt: self = .excerpt
    case .update: self = .update
    case .rewrite, .template, .sharedQuotes, .unrelated: self = .rewrite
    }
  }
}
