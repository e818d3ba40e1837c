package import Stories
package import Copies
/// Decides the relation of B to A from what was measured.
package struct RelationRule: Sendable, Hashable {
  package var copies = CopyRule()
  package var stories = StoryRule()

  package init() {}

  /// The relation of B to A.
  ///
  /// - Parameters:
  ///   - evidence: What was measured of A and B.
  ///   - isRevision: Whether B, and only B, says at its head that it is an update or a correction.
  /// - Returns: One of the words of the contract.
  package func relation(_ evidence: PairEvidence, isRevision: Bool = false) -> Relation {
    if evidence.wordsOfA == 0 || evidence.wordsOfB == 0 { return .unrelated }
    let verdict = stories.judge(
      similarity: evidence.similarity, template: evidence.template, retelling: evidence.retelling
    ).verdict
    if let copy = copies.relation(evidence.copy), copy <= .reprint || verdict != .template {
      return relation(copy, evidence, isRevision)
    }
    switch verdict {
    case .template: return .template
    case .story: return isRevision ? .update : .rewrite
    case .followUp, .event: return .sharedQuotes
    case .unrelated: return .unrelated
    }
  }

  private func relation(_ copy: CopyRelation, _ evidence: PairEvidence, _ isRevision: Bool) -> Relation {
    switch copy {
    case .identical: .identical
    case .reprint where !isRevision: .reprint
    // Contained in B, A is the excerpt; B has added to it.
    case .excerpt where evidence.copy.containmentOfB >= evidence.copy.containmentOfA: .excerpt
    default: isRevision ? .update : .edited
    }
  }
}
