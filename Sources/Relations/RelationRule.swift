package import Copies
internal import Resources
package import Stories

/// How one article relates to another.
///
/// The first six mean the same story.
package enum Relation: String, Sendable, CaseIterable {
  /// The same text, white space aside.
  case identical
  /// Verbatim but for trivia and boilerplate.
  case reprint
  /// A copy with changes.
  case edited
  /// The same story in other words.
  case rewrite
  /// A part of the other, little else.
  case excerpt
  /// A later version of the same outlet or wire.
  case update
  /// A recurring form with other names and figures: not the same story.
  case template
  /// Independent stories with quotations or background in common.
  case sharedQuotes = "shared-quotes"
  case unrelated

  /// Whether the two are versions of one story.
  package var isSameStory: Bool {
    switch self {
    case .identical, .reprint, .edited, .rewrite, .excerpt, .update: true
    case .template, .sharedQuotes, .unrelated: false
    }
  }
}

/// What is known about two articles beside their texts.
package struct PairSetting: Sendable, Hashable {
  /// Whether B, and only B, says at its head that it is an update or a correction.
  package var isRevision = false
  /// Same outlet, as far as both name one.
  package var isSameSite = false
  /// Whether the same single agency is credited by both.
  package var isSameAgency = false
  /// B is published after A; false when a date is missing.
  package var isLater = false
  /// B, and only B, says that its reader has no more than the beginning.
  package var isCut = false
  /// The batch, which knows more words and the page's parts, has found the two to be one story.
  package var isOneStory = false

  package init() {}
}

/// Decides the relation of B to A from what was measured: the one decision that roles and comparisons share.
package struct RelationRule: Sendable {
  package var copies = CopyRule()
  package var stories = StoryRule()
  private let tuning = RelationTuning()

  package init() {}

  /// A relation, how sure it is, and what decided beyond the measures.
  package struct Decision: Sendable {
    package var relation: Relation
    /// 0...1.
    package var confidence: Float
    /// Likeness of B to A, 0...1: resemblance of a copy, containment of an excerpt, story similarity of all others.
    package var similarity: Float
    package var reason: Reason?

    package enum Reason: String, Sendable {
      case isIdentical = "identical"
      case isWhole = "whole original kept"
      case isMarked = "revision marker"
      case isSameOutletLater = "same outlet, later"
      case isLaterWire = "same agency, later, with text of its own"
    }
  }

  /// The relation of B to A.
  package func decide(_ evidence: PairEvidence, _ setting: PairSetting = PairSetting()) -> Decision {
    if evidence.wordsOfA == 0 || evidence.wordsOfB == 0 { return Decision(relation: .unrelated, confidence: 1, similarity: 0) }
    if setting.isCut, isBeginning(evidence) { return clip(evidence) }
    var verdict = stories.judge(
      similarity: evidence.similarity, template: evidence.template, retelling: evidence.retelling
    ).verdict
    if setting.isOneStory || verdict == .template && (evidence.isOneOccasion || isChangedCopy(evidence)) { verdict = .story }
    var decision: Decision
    if let copy = copies.relation(evidence.copy),
      copy == .identical || copy == .reprint || verdict != .template || isPart(copy, evidence) || hasFewSlots(evidence)
    {
      decision = self.decision(copy, evidence)
    } else {
      decision = self.decision(verdict, evidence)
    }
    revise(&decision, evidence, setting)
    return decision
  }

  /// Whether a text is a part of one that is much longer: a form filled anew is as long as the form, whatever changed in it.
  private func isPart(_ copy: CopyRelation, _ evidence: PairEvidence) -> Bool {
    let lengths = (min(evidence.wordsOfA, evidence.wordsOfB), max(evidence.wordsOfA, evidence.wordsOfB))
    return copy == .excerpt && lengths.0 >= tuning.partWords && lengths.0 * tuning.partLength <= lengths.1
  }

  /// One or two names or figures were exchanged, and nothing else of the kind: a form has more that is filled in.
  private func hasFewSlots(_ evidence: PairEvidence) -> Bool {
    evidence.slots.map { $0 > 0 && $0 < tuning.slotsOfForm } ?? false
  }

  /// Whether B has A's words but for one or two names or figures: no form was filled anew.
  private func isChangedCopy(_ evidence: PairEvidence) -> Bool {
    hasFewSlots(evidence) && evidence.verbatimOutsideQuotes >= tuning.editedRuns
      && evidence.copy.containmentOfB >= tuning.editedContained
  }

  private func decision(_ copy: CopyRelation, _ evidence: PairEvidence) -> Decision {
    let measure = evidence.copy
    let sure = tuning.confidence
    switch copy {
    case .identical: return Decision(relation: .identical, confidence: sure.identical, similarity: 1, reason: .isIdentical)
    case .reprint: return Decision(relation: .reprint, confidence: sure.reprint, similarity: measure.resemblance)
    case .edited, .excerpt:
      // Contained in B, A is the excerpt, and B has added to it; and a part with other text beside it is edited.
      if copy == .excerpt, measure.containmentOfB >= measure.containmentOfA {
        if measure.containmentOfB < tuning.excerpt, isClip(evidence) { return clip(evidence) }
        return measure.containmentOfB >= tuning.excerpt
          ? Decision(relation: .excerpt, confidence: sure.excerpt, similarity: measure.containmentOfB)
          : Decision(relation: .edited, confidence: sure.part, similarity: measure.containmentOfB)
      }
      if measure.containmentOfA >= tuning.wholeContained, measure.resemblance >= tuning.wholeResembles {
        return Decision(relation: .reprint, confidence: sure.whole, similarity: measure.resemblance, reason: .isWhole)
      }
      let confidence = sure.edited + sure.editedGain * min(1, abs(measure.resemblance - sure.editedEven) * 2)
      // What made it a copy says how like it is.
      let similarity = copy == .excerpt ? measure.containmentOfA : measure.resemblance
      return Decision(relation: .edited, confidence: confidence, similarity: similarity)
    }
  }

  private func decision(_ verdict: StoryRule.Verdict, _ evidence: PairEvidence) -> Decision {
    let similarity = evidence.similarity
    let sure = tuning.confidence
    switch verdict {
    case .story:
      // A shortened version in the original's words is edited.
      if evidence.verbatimOutsideQuotes >= tuning.editedRuns, evidence.copy.containmentOfB >= tuning.editedContained {
        if isClip(evidence) { return clip(evidence) }
        return Decision(
          relation: .edited, confidence: sure.shortened, similarity: max(evidence.copy.resemblance, similarity))
      }
      return Decision(relation: .rewrite, confidence: min(sure.rewriteMost, sure.rewrite + similarity), similarity: similarity)
    case .template: return Decision(relation: .template, confidence: sure.template, similarity: similarity)
    case .followUp, .event, .otherTime: return Decision(relation: .sharedQuotes, confidence: sure.shared, similarity: similarity)
    case .unrelated: return Decision(relation: .unrelated, confidence: sure.unrelated, similarity: similarity)
    }
  }

  /// Whether B was cut from A and touched up: a small part of it, nearly all in its words.
  private func isClip(_ evidence: PairEvidence) -> Bool {
    evidence.verbatimOutsideQuotes >= tuning.clipRuns && evidence.wordsOfB * tuning.clipLength <= evidence.wordsOfA
  }

  /// Whether B, of which a good part may be what a paywall says, has its words from A.
  private func isBeginning(_ evidence: PairEvidence) -> Bool {
    evidence.copy.containmentOfB >= tuning.cutContained && evidence.wordsOfB < evidence.wordsOfA
  }

  private func clip(_ evidence: PairEvidence) -> Decision {
    Decision(relation: .excerpt, confidence: tuning.confidence.part, similarity: evidence.copy.containmentOfB)
  }

  /// What marks, dates, outlets and agencies say of a version of the same story.
  private func revise(_ decision: inout Decision, _ evidence: PairEvidence, _ setting: PairSetting) {
    func update(_ confidence: Float, _ reason: Decision.Reason) {
      decision.relation = .update
      decision.confidence = confidence
      decision.reason = reason
    }
    guard decision.relation.isSameStory, decision.relation != .identical else { return }
    if setting.isRevision { return update(tuning.confidence.marked, .isMarked) }
    guard decision.relation == .edited || decision.relation == .rewrite, setting.isLater else { return }
    if setting.isSameSite {
      // What an outlet prints later with little of the first text may be the next day's news of the affair as well.
      let isVersion =
        decision.relation == .edited || min(evidence.coverageOfA, evidence.coverageOfB) >= tuning.updateCoverage
      return update(isVersion ? tuning.confidence.sameOutlet : tuning.confidence.sameOutletNews, .isSameOutletLater)
    }
    if setting.isSameAgency, isLaterWire(evidence) { update(tuning.confidence.laterWire, .isLaterWire) }
  }

  /// Long runs in common and a good part that the original does not have.
  private func isLaterWire(_ evidence: PairEvidence) -> Bool {
    evidence.verbatimOutsideQuotes >= tuning.wireRuns && evidence.coverageOfB < tuning.wireCoverageOfB
      && evidence.coverageOfA < tuning.wireCoverageOfA && evidence.copy.containmentOfB < tuning.wireContained
      && evidence.wordsOfB * 4 >= evidence.wordsOfA * 3
  }

  /// Whether a copy has all of the original's sentences in their order and as many words, so that what differs may be trivia:
  /// spelling, marks, figures written another way.
  package func mayDifferInTrivia(_ evidence: PairEvidence) -> Bool {
    let lengths = (Float(evidence.wordsOfA), Float(evidence.wordsOfB))
    return evidence.copy.resemblance >= tuning.triviaResembles && evidence.order >= tuning.triviaOrder
      && min(evidence.coverageOfA, evidence.coverageOfB) >= tuning.triviaCoverage
      && evidence.verbatimOutsideQuotes >= tuning.triviaRuns
      && abs(lengths.0 - lengths.1) <= tuning.triviaLength * max(lengths.0, lengths.1)
  }
}

/// Recognises the head of an update or a correction: "CORRECTED-", "UPDATE 2-", "(Corrects spelling in paragraph 3)".
package enum RevisionMarker {
  /// As much of a text's beginning is looked at.
  ///
  /// In bytes.
  private static let head = 120

  /// In small letters, by their first bytes: most texts begin with a letter that few phrases have.
  private static let corrections = byFirst(
    Resource.lines("correction_markers.tsv").compactMap { line in
      guard let phrase = line.split(separator: "\t").last, phrase.utf8.count >= 4 else { return nil }
      return Array(phrase.lowercased().utf8)
    })
  private static let updates = byFirst(
    ["update 1", "update 2", "update 3", "update 4", "update 5", "update:", "updated:"].map { Array($0.utf8) })

  private static func byFirst(_ phrases: [[UInt8]]) -> [[[UInt8]]] {
    var lists = [[[UInt8]]](repeating: [], count: 256)
    for phrase in phrases { lists[Int(phrase[0])].append(phrase) }
    return lists
  }

  /// Whether `text` begins with a marker, after brackets, stars and white space.
  package static func marks(_ text: ArraySlice<UInt8>) -> Bool { begins(text, with: updates) || corrects(text) }

  /// Whether `text` begins as a correction does.
  package static func corrects(_ text: ArraySlice<UInt8>) -> Bool { begins(text, with: corrections) }

  private static func begins(_ text: ArraySlice<UInt8>, with phrases: [[[UInt8]]]) -> Bool {
    let head = text.prefix(head).drop { $0 <= 0x30 && $0 != 0x22 }
    guard let first = head.first else { return false }
    return phrases[Int(folded(first))].contains { phrase in
      guard head.count >= phrase.count, zip(head, phrase).allSatisfy({ folded($0) == $1 }) else { return false }
      let next = folded(head.dropFirst(phrase.count).first ?? 0x20)
      return !(next &- 0x61 < 26)
    }
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
