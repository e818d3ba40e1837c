import Alignment
import Articles
import Text

/// What one side says and the other does not, for the rules `addition` and `omission`: one over B, one over A.
struct PassageChanges {
  let side: Side
  private let knowledge: WordKnowledge
  private let claims: ClaimFinder
  private let tuning = DriftTuning.standard.passages

  init(_ side: Side, _ resources: DriftResources) {
    self.side = side
    knowledge = resources.knowledge
    claims = ClaimFinder(resources)
  }

  /// Runs of words without counterpart that no other rule spoke about.
  func examine(_ pair: SentencePair, rule: DriftRuleID, report: inout FindingCollector, message: (String) -> String) {
    let words = side == .a ? pair.a : pair.b
    let isFree = { [report] (position: Int) in
      side == .a
        ? pair.match(a: position) == nil && !report.explains(a: position)
        : pair.match(b: position) == nil && !report.explains(b: position)
    }
    let runs = UnalignedRuns.runs(count: words.count, isFree: isFree, isContent: { !knowledge.isLight(words.ids[$0]) })
    let confidence = tuning.words + tuning.closeness * max(0, pair.closeness - tuning.free)
    for run in runs where run.content > 0 {
      report.report(rule, confidence: confidence, side, run.positions, message(words.string(run.positions)))
    }
  }

  /// Whole sentences with an attributed claim, where most of the article has a counterpart.
  func examineDocument(
    _ context: DriftContext, rule: DriftRuleID, confidence: Double, report: inout FindingCollector, message: (String) -> String
  ) {
    guard context.isMostlyAligned else { return }
    let (text, sentences) = side == .a ? (context.a, context.alignment.onlyInA) : (context.b, context.alignment.onlyInB)
    for sentence in sentences where claims.isAttributedClaim(text, sentence) {
      report.reportTokens(
        rule, confidence: confidence, a: side == .a ? sentence : nil, b: side == .a ? nil : sentence,
        message(ClaimFinder.beginning(text, sentence)))
    }
  }
}
