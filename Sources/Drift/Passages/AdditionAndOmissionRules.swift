package import Alignment
import Articles
import Text

/// Words, or a whole attributed claim, that only the second text has.
///
/// Confidence and limits stand at ``PassageChanges`` and in its tuning; never above minor.
package struct AdditionRule: DriftRule {
  package static let category = DriftCategory.addition
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition: "The second text says something that the first does not say.",
    example: ("The bridge reopened on Monday.", "The ageing bridge reopened on Monday."),
    limits: """
      What was added is not judged: an adjective and a new fact look alike, hence never more than minor. Function words alone are not \
      reported.
      """)

  private let changes: PassageChanges

  package init(resources: DriftResources) { changes = PassageChanges(.b, resources) }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    changes.examine(pair, rule: .additionWords, report: &report) { "“\($0)” was added." }
  }

  package func examineDocument(_ context: DriftContext, report: inout FindingCollector) {
    changes.examineDocument(
      context, rule: .additionClaim, confidence: DriftTuning.standard.passages.addedClaim, report: &report
    ) { "A statement with its speaker was added: “\($0)”" }
  }
}

/// Words, or a whole attributed claim, that only the first text has.
///
/// Confidence and limits stand at ``PassageChanges`` and in its tuning; never above minor.
package struct OmissionRule: DriftRule {
  package static let category = DriftCategory.omission
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition: "The second text leaves out something that the first says.",
    example: ("The new bridge reopened on Monday, the council said.", "The bridge reopened on Monday."),
    limits: """
      Shortening is ordinary editing, hence never more than minor. What was left out inside a sentence is not judged, except where \
      negation, modality, attribution, figures or names are concerned: those have rules of their own.
      """)

  private let changes: PassageChanges

  package init(resources: DriftResources) { changes = PassageChanges(.a, resources) }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    changes.examine(pair, rule: .omissionWords, report: &report) { "“\($0)” is missing." }
  }

  package func examineDocument(_ context: DriftContext, report: inout FindingCollector) {
    changes.examineDocument(
      context, rule: .omissionClaim, confidence: DriftTuning.standard.passages.lostClaim, report: &report
    ) { "A statement with its speaker is left out: “\($0)”" }
  }
}

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

/// Runs of neighbouring words that have no counterpart and that no other rule spoke about.
enum UnalignedRuns {
  struct Run {
    var positions: Range<Int>
    /// Words that are no function words.
    var content: Int
  }

  static func runs(count: Int, isFree: (Int) -> Bool, isContent: (Int) -> Bool) -> [Run] {
    var runs: [Run] = []
    var index = 0
    while index < count {
      guard isFree(index) else {
        index += 1
        continue
      }
      var end = index
      var content = 0
      while end < count, isFree(end) {
        if isContent(end) { content += 1 }
        end += 1
      }
      runs.append(Run(positions: index..<end, content: content))
      index = end
    }
    return runs
  }
}

/// Tells sentences that report what a named source says.
struct ClaimFinder {
  private let knowledge: WordKnowledge
  private let according: WordNumber

  init(_ resources: DriftResources) {
    knowledge = resources.knowledge
    according = resources.words.id(of: "according")
  }

  /// The first words of a sentence, for messages.
  static func beginning(_ text: LinguisticText, _ sentence: Range<Int>) -> String {
    sentence.count <= 16 ? text.string(sentence) : text.string(sentence.prefix(14)) + " …"
  }

  /// A reporting verb or "according", and a name.
  func isAttributedClaim(_ text: LinguisticText, _ sentence: Range<Int>) -> Bool {
    guard sentence.count >= 6 else { return false }
    let tokens = text.tokens[sentence]
    guard tokens.contains(where: { $0.shape.contains(.name) }) else { return false }
    return tokens.contains { token in
      token.word == according
        || (token.kind == .word && knowledge.traits(token.word).contains(.verb)
          && knowledge.reportingStance(token.word) != nil)
    }
  }
}

extension DriftContext {
  /// Half of the shorter article's sentences have a counterpart, and there are enough of them to say so.
  var isMostlyAligned: Bool {
    let aligned = alignment.pairs.count
    return aligned >= 4 && aligned * 2 >= min(a.sentences.count, b.sentences.count)
  }
}
