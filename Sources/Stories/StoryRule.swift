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
    /// Alike as two happenings of one kind or one affair are, and too long apart for one: counts against one event.
    case otherTime
  }

  package struct Judgement: Sendable, Equatable {
    package var verdict: Verdict
    /// What the pair says about one story: 1 for, -1 against, less where it is less sure; 0 when it says nothing.
    package var vote: Float
  }

  /// The judgement on a pair; the sentences, which are dear to measure, are asked for only where they decide.
  package func judge(
    similarity: Float, template: TemplateEvidence, setting: StorySetting = StorySetting(),
    retelling: @autoclosure () -> Retelling
  ) -> Judgement {
    var judgement = judgeAnyTime(similarity, template, setting, retelling())
    let isNoVersion = judgement.verdict == .event || judgement.verdict == .followUp
    if isNoVersion, let hours = setting.hoursApart, hours > tuning.eventHours { judgement.verdict = .otherTime }
    return judgement
  }

  private func judgeAnyTime(
    _ similarity: Float, _ template: TemplateEvidence, _ setting: StorySetting, _ retelling: @autoclosure () -> Retelling
  ) -> Judgement {
    if setting.haveOtherSubjects { return Judgement(verdict: .template, vote: -1) }
    guard similarity >= tuning.event else {
      let names = setting.hoursApart.map { $0 <= tuning.sameNewsHours } ?? false ? tuning.eventNamesOfDay : tuning.eventNames
      let isEvent =
        similarity >= tuning.namesEvent && template.sharedNames >= names && !template.isTemplate
        && template.keptNames >= tuning.eventKeptNames
      return Judgement(verdict: isEvent ? .event : .unrelated, vote: 0)
    }
    if similarity >= tuning.edition, isSameDay(setting), isEdition(retelling()) { return Judgement(verdict: .story, vote: 1) }
    if template.isTemplate, similarity < tuning.edition || !isToldAgain(retelling()) {
      return Judgement(verdict: .template, vote: -1)
    }
    guard similarity >= tuning.clearStory else { return Judgement(verdict: .event, vote: 0) }
    let retelling = retelling()
    if retelling.words < tuning.leastStoryWords { return Judgement(verdict: .event, vote: 0) }
    if isFilledAnew(template, retelling) || isNextBulletin(setting, retelling) || isOtherBrief(setting, template, retelling) {
      return Judgement(verdict: .template, vote: -1)
    }
    // A digest or a live page says in passing what a brief says; nobody tells a brief again at ten times its length.
    if retelling.longest > tuning.longestRetelling * retelling.words, max(retelling.ownOfA, retelling.ownOfB) > tuning.briefOwn,
      min(retelling.ownOfA, retelling.ownOfB) > tuning.briefOwn
    {
      return Judgement(verdict: .event, vote: 0)
    }
    // What a longer article holds in its body alone, and does not begin with, is its background, or the page's.
    if retelling.longest > tuning.backgroundLength * retelling.words, retelling.leadOfLonger < tuning.backgroundLead {
      return Judgement(verdict: .event, vote: 0)
    }
    // One beginning, and two things told after it: what a board decided, what somebody said at one meeting.
    if retelling.bareRetold < tuning.leastRetold, min(retelling.ownOfA, retelling.ownOfB) >= tuning.otherNews {
      return Judgement(verdict: .followUp, vote: tuning.otherNewsVote)
    }
    let score = score(similarity, template, retelling) - age(setting, lead: retelling.lead)
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

  /// What speaks against one story because one outlet, as far as is known, printed the two, the more so on different days.
  ///
  /// Where the outlet is sure, it says more: it prints a text again as it stands, or brings it up to date behind the same
  /// beginning, but seldom tells it again in other words. What it writes in like words beside that is the result after the
  /// programme, the denial after the report.
  private func age(_ setting: StorySetting, lead: Float) -> Float {
    // A page that is brought up to date tells its story on, whatever stands at its beginning then.
    if setting.areOtherOutlets || setting.isOnePage { return 0 }
    let age = (setting.hoursApart ?? 0) * tuning.ageAnHour
    guard setting.isOneOutlet else { return min(tuning.oldest, age) }
    return min(tuning.oldestOfOutlet, age + (lead < tuning.ownLead ? tuning.ownStory : 0))
  }

  private func isSameDay(_ setting: StorySetting) -> Bool {
    guard !setting.areOtherOutlets, let hours = setting.hoursApart else { return false }
    return hours < tuning.editionHours
  }

  /// Whether two long articles have most of both word for word: a later edition with a new beginning.
  private func isEdition(_ retelling: Retelling) -> Bool {
    retelling.sentences >= tuning.editionSentences && max(retelling.ownOfA, retelling.ownOfB) <= tuning.editionOwn
  }

  /// Whether nearly everything is told again sentence by sentence, figures kept: two translations spell names in two ways, and a
  /// form tells something else.
  private func isToldAgain(_ retelling: Retelling) -> Bool {
    retelling.sentences >= tuning.toldSentences && retelling.changedFigures == 0 && retelling.bareRetold >= tuning.toldAgain
      && retelling.order >= tuning.toldOrder
  }

  /// Whether a short text has the frame of the other and something else in each of its gaps, at the same hours: the programmes of
  /// another evening.
  private func isOtherGuide(_ template: TemplateEvidence, _ retelling: Retelling) -> Bool {
    retelling.words <= tuning.longestGuide && retelling.longReplaced >= tuning.replacedGaps && retelling.longReworded == 0
      && template.form >= tuning.guideForm && retelling.bareRetold < tuning.guideRetold
  }

  /// Whether two short texts in a wording that many have differ in the figures that stand between the same words, and do not tell
  /// the same beside them: two signs of one horoscope.
  private func isOtherSlip(_ template: TemplateEvidence, _ retelling: Retelling) -> Bool {
    retelling.words < tuning.longestSlip && retelling.changedFigures > retelling.keptFigures
      && template.keptFigures <= tuning.keptOfSlip && template.commonness >= tuning.commonSlip
      && min(retelling.ownOfA, retelling.ownOfB) > tuning.ownOfSlip && retelling.bareRetold < tuning.slipRetold
  }

  /// Whether a brief has the wording of the other, and other names, figures or days where its news stands: two fires that one
  /// fire service tells of.
  private func isOtherBrief(_ setting: StorySetting, _ template: TemplateEvidence, _ retelling: Retelling) -> Bool {
    if retelling.words <= tuning.longestSign, retelling.replacedGaps >= tuning.briefGaps, retelling.rewordedGaps == 0,
      template.keptNames <= tuning.briefNames
    {
      return true
    }
    guard retelling.words <= tuning.longestBulletin, template.form >= tuning.briefForm,
      min(retelling.ownOfA, retelling.ownOfB) >= tuning.briefOtherNews
    else { return false }
    if setting.haveOtherDays || template.keptNames <= tuning.briefNamesAlone * template.keptWords { return true }
    return template.keptNames <= min(tuning.briefNames, tuning.briefNamesToWords * template.keptWords)
      && (retelling.changedFigures > retelling.keptFigures
        || retelling.replacedGaps >= tuning.briefGaps && retelling.replacedGaps > retelling.rewordedGaps)
  }

  /// Whether a short text stood days before with another figure between the same words.
  private func isNextBulletin(_ setting: StorySetting, _ retelling: Retelling) -> Bool {
    guard let hours = setting.hoursApart, hours >= tuning.bulletinHours, !setting.isOnePage else { return false }
    return retelling.words <= tuning.longestBulletin && retelling.changedFigures > 0
      && retelling.changedFigures >= retelling.keptFigures
  }

  /// Whether the texts are lists of figures ("time, place: event") of which few are kept, whatever kinds of events and places
  /// come again.
  private func isOtherList(_ template: TemplateEvidence, _ retelling: Retelling) -> Bool {
    template.figures >= tuning.figuresOfList && template.keptFigures <= tuning.keptOfList
      && template.keptWords >= tuning.wordsOfList && Float(template.figures) >= tuning.figureShare * Float(retelling.words)
  }

  /// Whether the same words stand around other figures, or something else stands in every gap of them.
  private func isFilledAnew(_ template: TemplateEvidence, _ retelling: Retelling) -> Bool {
    if isOtherGuide(template, retelling) || isOtherSlip(template, retelling) || isOtherList(template, retelling) { return true }
    if retelling.changedFigures > retelling.keptFigures, retelling.replacedGaps >= tuning.replacedGaps,
      retelling.replacedGaps > tuning.replacedShare * retelling.rewordedGaps
    {
      return true
    }
    if retelling.changedFigures >= tuning.listFigures, retelling.changedFigures >= 2 * retelling.keptFigures { return true }
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

/// Where and when an article appeared, as far as that is known.
package struct ArticleOrigin: Sendable, Hashable {
  /// A hash of the outlet, 0 when it is not known.
  package var outlet: UInt64
  /// A hash of the page's address, 0 when it is not known.
  package var address: UInt32
  /// Seconds since 1970, nil when the date is not known.
  package var published: Int64?
  /// The same where the month comes first in a date that can be read in two ways; as ``published`` in others.
  package var monthFirst: Int64?
  /// Whose the text is where only the headline says it, 0 for most.
  package var subject: UInt32
  /// A bit for each day of the week that a short text names.
  package var days: UInt8

  package init(
    outlet: UInt64 = 0, address: UInt32 = 0, published: Int64? = nil, monthFirst: Int64? = nil, subject: UInt32 = 0,
    days: UInt8 = 0
  ) {
    self.outlet = outlet
    self.address = address
    self.subject = subject
    self.days = days
    self.published = published
    self.monthFirst = monthFirst ?? published
  }
}

/// What is known about two articles beside their texts that tells versions of one story from the next story.
///
/// An outlet prints a story again within hours; what it prints in the same words on another day is the next bulletin, the next
/// round, the next day's news of the same affair.
package struct StorySetting: Sendable, Hashable {
  /// Whether both outlets are known, and two.
  package var areOtherOutlets = false
  /// Whether both outlets are known, and one.
  package var isOneOutlet = false
  /// Whether both stood at one address: the page was brought up to date.
  package var isOnePage = false
  /// Whether the headlines of two forms name another company or match each.
  package var haveOtherSubjects = false
  /// Whether each of two short texts names one day of the week, and not the same.
  package var haveOtherDays = false
  /// Hours between the two, the fewest where a date can be read in two ways; nil when one is not known.
  package var hoursApart: Float?

  package init() {}

  package init(_ a: ArticleOrigin, _ b: ArticleOrigin) {
    let areKnown = a.outlet != 0 && b.outlet != 0
    areOtherOutlets = areKnown && a.outlet != b.outlet
    isOneOutlet = areKnown && a.outlet == b.outlet
    isOnePage = a.address != 0 && a.address == b.address
    haveOtherDays = a.days.nonzeroBitCount == 1 && b.days.nonzeroBitCount == 1 && a.days != b.days
    haveOtherSubjects = a.subject != 0 && b.subject != 0 && a.subject != b.subject
    guard let first = a.published, let second = b.published, let third = a.monthFirst, let fourth = b.monthFirst else { return }
    // Whoever wrote two such dates wrote both in one order, so the fewest hours are the least that can lie between them.
    hoursApart = min(Self.hours(first, second), Self.hours(third, fourth))
  }

  /// Hours from one time to another, both in seconds.
  package static func hours(_ first: Int64, _ second: Int64) -> Float {
    let (seconds, overflow) = max(first, second).subtractingReportingOverflow(min(first, second))
    return overflow ? .greatestFiniteMagnitude : Float(seconds) / 3_600
  }
}
