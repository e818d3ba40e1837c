/// When a similar pair is one story, when only one event, and when one form filled twice.
package struct StoryRule: Sendable {
  package let tuning = StoryTuning()

  package init() {}

  package enum Verdict: UInt8, Sendable {
    case unrelated, event, story
    /// Recurring form: counts against the pair.
    case template
    /// Background or quotations in common, and something else to tell beside them: the event only.
    case followUp
  }

  package struct Judgement: Sendable, Equatable {
    package var verdict: Verdict
    /// What the pair says about one story: 1 for, -1 against, less where it is less sure; 0 when it says nothing.
    package var vote: Float
  }

  /// The judgement on a pair; the sentences, which are dear to measure, are asked for only where they decide.
  package func judge(
    similarity: Float, template: TemplateEvidence, retelling: @autoclosure () -> Retelling
  ) -> Judgement {
    guard similarity >= tuning.event else { return Judgement(verdict: .unrelated, vote: 0) }
    if template.isTemplate { return Judgement(verdict: .template, vote: -1) }
    guard similarity >= tuning.clearStory else { return Judgement(verdict: .event, vote: 0) }
    let retelling = retelling()
    if retelling.words < tuning.leastStoryWords { return Judgement(verdict: .event, vote: 0) }
    if isFilledAnew(template, retelling) { return Judgement(verdict: .template, vote: -1) }
    let score = score(similarity, template, retelling)
    if similarity < tuning.story, retelling.sentences < tuning.clearSentences || score < 0 {
      return Judgement(verdict: .event, vote: 0)
    }
    return score >= 0
      ? Judgement(verdict: .story, vote: 1) : Judgement(verdict: .followUp, vote: max(-1, tuning.doubt * score))
  }

  /// How much speaks for two versions of one story: the log-odds of a logistic regression, 0 where it is even.
  ///
  /// Who tells a story again says the same in the same order, and keeps its names and figures before anything else; who copies
  /// half of it and writes the rest himself keeps its beginning, which a follow-up cannot have.
  package func score(_ similarity: Float, _ template: TemplateEvidence, _ retelling: Retelling) -> Float {
    let figures = (template.keptFigures * Float(template.figures) + tuning.figuresStart) / (Float(template.figures) + 1)
    let likeness = max(0, min(1, (similarity - tuning.leadSimilarity) * tuning.leadSteepness))
    let common = min(tuning.commonMost, tuning.common * max(0, template.commonness - tuning.commonFrom))
    return tuning.bias + tuning.retoldInOrder * retelling.retoldInOrder + tuning.order * retelling.order
      + tuning.facts * template.keptFacts + tuning.figures * figures
      + tuning.lead * max(0, retelling.lead - tuning.leadFrom) * likeness - common
  }

  /// Whether the same words stand around other figures.
  private func isFilledAnew(_ template: TemplateEvidence, _ retelling: Retelling) -> Bool {
    if retelling.changedFigures >= tuning.changedFigures, retelling.changedFigures > retelling.keptFigures,
      template.keptFigures < tuning.commonKeptFigures
    {
      return true
    }
    if template.commonness >= tuning.commonForm, template.figures >= tuning.commonFigures,
      template.keptFigures < tuning.commonKeptFigures
    {
      return true
    }
    return template.form >= tuning.figureForm && template.figures >= tuning.formFigures
      && template.keptFigures < tuning.formKeptFigures
  }
}
