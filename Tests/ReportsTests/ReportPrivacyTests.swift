import TestSupport
import Testing

@testable import Reports

/// What a report without names, and one without texts, must not say.
@Suite struct ReportPrivacyTests {
  private static func said(_ model: ReportModel) throws -> [String] {
    [
      JSONReport.plain(model), CSVReport(model).text(), ChangesReport(model).text(), MarkdownReport(model).text(),
      GraphMLReport(model).text(), try HTMLReport(model).document(),
    ]
  }

  @Test(arguments: 0..<12) func `a report without names has neither outlets, hosts nor ids`(seed: Int) throws {
    var model = RandomReport.model(seed)
    for place in model.articles.indices {
      let names = [model.articles[place].outlet, model.articles[place].host].compactMap { $0 }
      model.articles[place].text? +=
        " \(names.joined(separator: ", ").uppercased()) has it from \(names.joined(separator: " and "))."
    }
    model.anonymise()
    for text in try Self.said(model) {
      let text = text.lowercased()
      #expect(!text.contains("zq outlet") && !text.contains("zq-") && !text.contains("zid"))
    }
  }

  /// Addresses in all the forms that people write.
  @Test(arguments: [
    "https://www.zqtide.example/a", "http://zqtide.example", "https://zqtide.example?a=1", "https://zqtide.example#top",
    "https://zqtide.example:8080/x", "https://ann@zqtide.example/x", "HTTPS://ZQTIDE.EXAMPLE/A", "https://Www.ZqTide.example/",
  ]) func `the host of any address is masked in the texts`(address: String) throws {
    var model = ReportFixture.model()
    model.articles[0].url = address
    model.articles[0].text = "As zqtide.example has it, and ZQTIDE.EXAMPLE again. " + ReportFixture.original
    model.anonymise()
    for text in try Self.said(model) { #expect(!text.lowercased().contains("zqtide"), "\(address)") }
  }

  @Test(arguments: 0..<12) func `a report without texts says no sentence of an article that nothing was changed in`(seed: Int)
    throws
  {
    var model = RandomReport.model(seed)
    for story in model.stories.indices {
      for comparison in model.stories[story].comparisons.indices { model.stories[story].comparisons[comparison].findings = [] }
    }
    model.leaveOutTexts()
    for text in try Self.said(model) { #expect(!text.contains("of it stands"), "\(text.prefix(300))") }
  }

  @Test(arguments: 0..<12) func `leaving out texts leaves out nothing else`(seed: Int) {
    let model = RandomReport.model(seed)
    var bare = model
    bare.leaveOutTexts()
    #expect(bare.totals == model.totals && bare.outlets == model.outlets)
    #expect(bare.articles.map(\.id) == model.articles.map(\.id) && bare.articles.map(\.title) == model.articles.map(\.title))
    #expect(bare.stories.map(\.members) == model.stories.map(\.members))
    #expect(bare.articles.allSatisfy { $0.text == nil } && !bare.run.hasTexts)
  }

  @Test(arguments: 0..<12) func `names taken out keep every count`(seed: Int) {
    let model = RandomReport.model(seed)
    var bare = model
    bare.anonymise()
    #expect(bare.totals == model.totals)
    let counts = { (model: ReportModel) in model.outlets.map { [$0.articles, $0.originals, $0.copies, $0.seriousChanges] } }
    #expect(Set(counts(bare)) == Set(counts(model)) && bare.outlets.count == model.outlets.count)
    #expect(bare.articles.map { $0.text?.utf8.count } == model.articles.map { $0.text?.utf8.count })
  }
}
