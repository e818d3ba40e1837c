import Testing
@testable import Stories

@Suite struct StorySettingTests {
  private let rule = StoryRule()
  private let day: Int64 = 86_400

  private func setting(_ a: ArticleOrigin, _ b: ArticleOrigin) -> StorySetting { StorySetting(a, b) }

  private var template: TemplateEvidence {
    TemplateEvidence(
      form: 0.3, commonness: 1, keptNames: 0.9, keptWords: 0.8, keptFacts: 0.9, figures: 2, keptFigures: 1)
  }

  /// A good retelling, which a pair that is not much older stands.
  private var retelling: Retelling {
    var result = Retelling()
    (result.retold, result.retoldInOrder, result.order, result.lead) = (0.6, 0.55, 0.8, 0.5)
    (result.sentences, result.words, result.longest) = (12, 200, 220)
    (result.ownOfA, result.ownOfB) = (0.5, 0.5)
    return result
  }

  private func verdict(_ setting: StorySetting, _ template: TemplateEvidence? = nil, _ retelling: Retelling? = nil)
    -> StoryRule.Verdict
  {
    rule.judge(
      similarity: 0.6, template: template ?? self.template, setting: setting, retelling: retelling ?? self.retelling
    ).verdict
  }

  @Test func `what an outlet printed on another day is the next story`() {
    let first = ArticleOrigin(outlet: 7, published: 0)
    #expect(verdict(StorySetting()) == .story)
    #expect(verdict(setting(first, ArticleOrigin(outlet: 7, published: 3 * day))) == .followUp)
    #expect(verdict(setting(ArticleOrigin(published: 3_600), ArticleOrigin(published: 0))) == .story, "outlets unknown")
    #expect(verdict(setting(ArticleOrigin(published: 3 * day), ArticleOrigin(published: 0))) == .followUp, "outlets unknown")
  }

  @Test func `one outlet tells a story again in the same hour only behind the same beginning, or where nearly all is told again`()
  {
    let first = ArticleOrigin(outlet: 7, published: 0), second = ArticleOrigin(outlet: 7, published: 3_600)
    #expect(verdict(setting(first, second)) == .followUp, "the result after the programme")
    #expect(verdict(setting(ArticleOrigin(outlet: 7), ArticleOrigin(outlet: 7))) == .followUp, "nor without dates")
    #expect(verdict(setting(first, ArticleOrigin(outlet: 8, published: 3_600))) == .story)
    var update = retelling
    update.lead = 0.85
    #expect(verdict(setting(first, second), nil, update) == .story, "brought up to date")
    var strong = retelling
    (strong.retold, strong.retoldInOrder, strong.order, strong.lead) = (0.9, 0.85, 0.95, 0.75)
    #expect(verdict(setting(first, second), nil, strong) == .story)
  }

  @Test func `what is alike and weeks apart is no one happening, a version still is`() {
    let first = ArticleOrigin(published: 0), weeksLater = ArticleOrigin(published: 20 * day)
    #expect(verdict(setting(first, ArticleOrigin(published: 3 * day))) == .followUp)
    #expect(verdict(setting(first, weeksLater)) == .otherTime)
    let other = ArticleOrigin(outlet: 8, published: 20 * day)
    #expect(verdict(setting(ArticleOrigin(outlet: 7, published: 0), other)) == .story)
  }

  @Test func `forms whose headlines name others are two, whatever their figures`() {
    #expect(verdict(setting(ArticleOrigin(subject: 3), ArticleOrigin(subject: 3))) == .story)
    #expect(verdict(setting(ArticleOrigin(subject: 3), ArticleOrigin(subject: 5))) == .template)
    #expect(verdict(setting(ArticleOrigin(subject: 3), ArticleOrigin())) == .story)
  }

  @Test func `a short text with another figure is days later the next bulletin`() {
    var bulletin = retelling
    (bulletin.words, bulletin.longest, bulletin.changedFigures) = (30, 30, 1)
    #expect(verdict(setting(ArticleOrigin(published: 0), ArticleOrigin(published: 3 * day)), nil, bulletin) == .template)
    #expect(verdict(setting(ArticleOrigin(published: 0), ArticleOrigin(published: day / 2)), nil, bulletin) != .template)
    bulletin.changedFigures = 0
    #expect(verdict(setting(ArticleOrigin(published: 0), ArticleOrigin(published: 3 * day)), nil, bulletin) != .template)
  }

  @Test func `dates that can be read in two ways are as far apart as they are at least`() throws {
    func date(_ first: Int64, _ second: Int64) -> ArticleOrigin {
      ArticleOrigin(published: first * day, monthFirst: second * day)
    }
    func days(_ a: ArticleOrigin, _ b: ArticleOrigin) -> Float? { setting(a, b).hoursApart.map { $0 / 24 } }
    // The second and the third of June, or the sixth of February and of March.
    #expect(days(date(152, 36), date(153, 64)) == 1)
    #expect(days(date(152, 36), ArticleOrigin(published: 150 * day)) == 2)
    #expect(days(date(152, 36), ArticleOrigin(published: 40 * day)) == 4)
    #expect(days(date(152, 36), ArticleOrigin()) == nil)
    #expect(verdict(setting(date(152, 36), date(155, 128))) == .followUp)
  }

  @Test func `what a longer article has in its body and does not begin with is its background`() {
    var background = retelling
    (background.words, background.longest, background.leadOfLonger) = (60, 240, 0.1)
    #expect(verdict(StorySetting(), nil, background) == .event)
    background.longest = 150
    #expect(verdict(StorySetting(), nil, background) == .story, "one with another beginning")
    (background.longest, background.leadOfLonger) = (240, 0.6)
    #expect(verdict(StorySetting(), nil, background) == .story, "one that was written on")
  }

  @Test func `one outlet does not tell a text again days later, however like the two are`() {
    var strong = retelling
    (strong.retold, strong.retoldInOrder, strong.order, strong.lead) = (0.9, 0.85, 0.95, 0.85)
    let first = ArticleOrigin(outlet: 7, published: 0)
    #expect(verdict(setting(first, ArticleOrigin(outlet: 7, published: 3_600)), nil, strong) == .story)
    #expect(verdict(setting(first, ArticleOrigin(outlet: 7, published: 9 * day)), nil, strong) == .followUp)
    #expect(
      verdict(setting(ArticleOrigin(published: 0), ArticleOrigin(published: 14 * day)), nil, strong) == .story,
      "it may be another's")
  }

  @Test func `another outlet may tell it later, and without dates and outlets nothing is said`() {
    let first = ArticleOrigin(outlet: 7, published: 0)
    #expect(verdict(setting(first, ArticleOrigin(outlet: 8, published: 3 * day))) == .story)
    #expect(verdict(setting(first, ArticleOrigin())) == .story)
  }

  @Test func `two editions of a day that share most of their text are one story whatever figures were brought up to date`() {
    var form = template
    (form.figures, form.keptFigures) = (8, 0.2)
    var copied = retelling
    (copied.ownOfA, copied.ownOfB, copied.sentences, copied.retoldInOrder) = (0.3, 0.25, 40, 0.2)
    let noon = ArticleOrigin(outlet: 7, published: 0), evening = ArticleOrigin(outlet: 7, published: 8 * 3_600)
    #expect(verdict(StorySetting(), form, copied) == .template)
    #expect(verdict(setting(noon, evening), form, copied) == .story)
    #expect(verdict(setting(noon, ArticleOrigin(outlet: 7, published: 5 * day)), form, copied) == .template)
    copied.sentences = 6
    #expect(verdict(setting(noon, evening), form, copied) == .template, "a bulletin of a few lines is a form")
  }

  @Test func `a form told by its gaps, a list by its figures`() {
    var filled = retelling
    (filled.changedFigures, filled.replacedGaps) = (1, 4)
    #expect(verdict(StorySetting(), nil, filled) == .template)
    filled.rewordedGaps = 3
    #expect(verdict(StorySetting(), nil, filled) == .story)
    var list = retelling
    (list.changedFigures, list.keptFigures) = (5, 2)
    #expect(verdict(StorySetting(), nil, list) == .template)
  }

  @Test func `a page ten times as long does not tell a brief again`() {
    var passing = retelling
    (passing.words, passing.longest) = (60, 900)
    #expect(verdict(StorySetting(), nil, passing) == .event)
    passing.ownOfA = 0.1
    #expect(verdict(StorySetting(), nil, passing) == .story, "the brief is copied")
  }

  @Test(arguments: [Int64.min, 0, Int64.max]) func `any two dates are a time apart`(other: Int64) throws {
    let hours = try #require(setting(ArticleOrigin(published: -5), ArticleOrigin(published: other)).hoursApart)
    #expect(hours >= 0 && hours.isFinite)
  }

  @Test func `reports that name the same people and places are one event`() {
    var names = template
    (names.sharedNames, names.keptNames) = (8, 0.6)
    func verdict(_ template: TemplateEvidence, _ similarity: Float) -> StoryRule.Verdict {
      rule.judge(similarity: similarity, template: template, retelling: retelling).verdict
    }
    #expect(verdict(names, 0.1) == .event)
    #expect(verdict(template, 0.1) == .unrelated)
    #expect(verdict(names, 0.05) == .unrelated)
  }
}
