import Drift
import Foundation
import Output
import TestSupport
import Testing

@testable import Reports

@Suite struct ReportOutputTests {
  @Test func `a story's page tells original, wire, tree, changes and both sides`() throws {
    let model = ReportFixture.model()
    let page = StoryPage(model, try Templates(), links: StoryAddressTable(model).inOneDocument).html(0)
    for part in [
      "<bdi>Valley Herald</bdi>", "Wire: <b><bdi>Reuters</bdi></b>", "id=s-00aa11bb22cc33dd-c1", "62\u{00A0}%",
      "<a class=\"critical gone\" href=#n0-0-1>weakest<sup>1</sup></a><a class=critical href=#n0-0-1>worst<sup>1</sup>",
      "Not in B.",
      "Lights on the coast",
    ] { #expect(page.contains(part), "\(part)") }
  }

  @Test func `the document is the one that was looked at`() throws {
    // Style and scripts have their own tests, and change often; the policy's hashes with them.
    var page = try HTMLReport(ReportFixture.model()).document()
    for (start, end) in [("<style>", "</style>"), ("<script>", "</script>"), ("script-src", "; base-uri")] {
      let parts = page.components(separatedBy: start)
      page = ([parts[0]] + parts.dropFirst().map { $0.components(separatedBy: end).dropFirst().joined(separator: end) })
        .joined(separator: start + end)
    }
    let difference = try GoldenFile.difference(page, from: "report.html")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func `of versions without a known order none is called the original`() throws {
    var model = ReportFixture.model()
    model.stories[0].originalConfidence = 0
    model.articles[0].evidence = ["unknown: nothing decides"]
    let page = StoryPage(model, try Templates(), links: StoryAddressTable(model).inOneDocument).html(0)
    #expect(page.contains("Nothing tells which version came first"))
    #expect(!page.contains("unknown") && !page.contains("confidence 0") && !page.contains("Original:"))
    #expect(
      StorySummary(model).text(style: TerminalStyle(width: 80, usesColour: false)).contains("nothing tells which came first"))
  }

  @Test func `what is too unsure to be told is marked as different, no more`() throws {
    var model = ReportFixture.model()
    model.stories[0].comparisons[0].findings[1].confidence = 0.2
    model.stories[0].comparisons[0].findings.remove(at: 0)
    let page = try HTMLReport(model).document()
    #expect(!page.contains("A statement with its speaker is left out"))
    #expect(page.contains("In 1 more place the words differ"))
    #expect(JSONReport.plain(model).contains("A statement with its speaker is left out"))
    #expect(!CSVReport(model).text().contains("A statement with its speaker is left out"))
  }

  @Test func `a list of changes leads to each, and shows the words around it`() throws {
    let page = try HTMLReport(ReportFixture.model()).document()
    #expect(page.contains(##"href="#n0-0-1""##) && page.contains("<li id=n0-0-1 "))
    #expect(page.contains("The old bridge was the <del>weakest</del> <mark>worst</mark> of three."))
  }

  @Test func `words that are only gone are struck through`() throws {
    var model = ReportFixture.model()
    model.stories[0].comparisons[0].findings[0].b = nil
    let page = try HTMLReport(model).document()
    #expect(page.contains("The old bridge was the <del>weakest</del> of three.") && !page.contains("<mark>"))
  }

  @Test func `of two changes of the same words the worse one is listed`() throws {
    var model = ReportFixture.model()
    var second = model.stories[0].comparisons[0].findings[0]
    second.category = .quotation
    second.severity = .major
    second.message = "The quotation “weakest” became “the worst”."
    second.b?.start -= 4
    model.stories[0].comparisons[0].findings.append(second)
    let page = StoryPage(model, try Templates(), links: StoryAddressTable(model).inOneDocument).html(0)
    let list = try #require(page.components(separatedBy: "<h2>What changed</h2>").last?.components(separatedBy: "</ul>").first)
    #expect(list.contains("The degree changed") && !list.contains("The quotation"))
    // Beside the texts both stand.
    #expect(page.contains("The quotation “<bdi>weakest</bdi>” became “<bdi>the worst</bdi>”."))
  }

  @Test func `a few versions stand above their texts, many beside them`() throws {
    var model = ReportFixture.model()
    let templates = try Templates()
    #expect(
      StoryPage(model, templates, links: StoryAddressTable(model).inOneDocument).html(0).contains("class=\"spread few\""))
    for _ in 0..<2 {
      model.articles.append(model.articles[1])
      model.stories[0].members.append(model.articles.count - 1)
    }
    #expect(StoryPage(model, templates, links: StoryAddressTable(model).inOneDocument).html(0).contains("class=\"spread\""))
  }

  @Test func `stories with the worst changes stand first`() throws {
    var model = ReportFixture.model()
    var calm = model.stories[0]
    calm.id = "44aa"
    calm.headline = "A calm story"
    calm.comparisons = []
    model.stories.insert(calm, at: 0)
    let page = try HTMLReport(model).document()
    let table = try #require(page.components(separatedBy: "<table id=\"story-table\">").last)
    let places = [">Old bridge closes<", ">A calm story<"].map { table.firstRange(of: $0)?.lowerBound }
    #expect(try #require(places[0]) < #require(places[1]))
  }

  @Test func `who took from whom has a table of its own, where outlets are known`() throws {
    var model = ReportFixture.model()
    #expect(
      model.flows == [
        ReportFlow(from: "Valley Herald", to: "Coast Mirror", copies: 1, seriousChanges: 1, creditsLost: 1, medianDelay: 3_600)
      ])
    #expect(try HTMLReport(model).document().contains("Who takes from whom"))
    model.articles[0].outlet = nil
    #expect(model.flows.isEmpty)
    #expect(try !HTMLReport(model).document().contains("Who takes from whom"))
  }

  @Test func `copies are drawn by likeness and by delay, each bar with its figure`() throws {
    let model = ReportFixture.model()
    let charts = Charts(model, try Templates(), StoryAddressTable(model).inOneDocument)
    #expect(charts.histogram().contains("60 to 65 %: 1 copy") && charts.delays().contains("within an hour: 1 copy"))
    var undated = model
    undated.articles[0].published = nil
    #expect(!Charts(undated, try Templates(), StoryAddressTable(undated).inOneDocument).delays().contains("<rect"))
  }

  @Test func `a bar shows how much of the batch is copied`() throws {
    let page = try HTMLReport(ReportFixture.model()).document()
    #expect(page.contains("Of all articles: 1 copy, 1 article they come from, 1 alone."))
    #expect(page.contains("<rect class=\"copy\" x=\"0\" y=\"0\" width=\"333.3\""))
  }

  @Test func `one story stands alone, and opens on the comparison that was asked for`() throws {
    let page = try HTMLReport(ReportFixture.model()).document(story: 0, comparison: 0)
    #expect(page.contains(#"data-opens="s-00aa11bb22cc33dd-c1""#) && page.contains("id=s-00aa11bb22cc33dd-c1"))
    #expect(!page.contains(#"id="overview""#) && !page.contains("#overview") && !page.contains("id=s-99ff88ee77dd66cc"))
  }

  @Test func `sources are those known by name`() throws {
    var model = ReportFixture.model()
    #expect(model.totals.sources == 1)
    #expect(try HTMLReport(model).document().contains("1 independent source known by name"))
    model.namedSources = 0
    model.events[0].namedSources = 0
    #expect(model.totals.sources == nil)
    let page = try HTMLReport(model).document()
    #expect(page.contains("sources not known") && !page.contains("independent source"))
  }

  @Test(arguments: [
    ("report.json", ReportFormat.json), ("a.b.CSV", .csv), ("report.md", .markdown), ("v.graphml", .graphml), ("folder", .html),
    ("json", .json), ("page.htm", .html),
  ])
  func `the ending of a name says which format is meant`(name: String, format: ReportFormat) {
    #expect(ReportFormat(name: name) == format || !name.contains("."))
  }

  @Test func `a plot of stories has no article that stands alone`() throws {
    let model = ReportFixture.model()
    let plot = Charts(model, try Templates(), StoryAddressTable(model).inOneDocument).timeline()
    #expect(plot.components(separatedBy: "<circle").count == 2)
    #expect(!plot.contains("Lights on the coast"))
  }

  @Test func `an article without a title is named by its first line that is no page`() {
    var article = ReportFixture.model().articles[0]
    article.title = ""
    #expect(article.headline == "The old bridge was the weakest of three. It will close on Monday.")
    article.text = "Share this\n\n  Bridge closes \n" + String(repeating: "word ", count: 60)
    article.boilerplate = [ReportSpan(0..<10)]
    #expect(article.headline == "Bridge closes")
    article.text = String(repeating: "bridge ", count: 60)
    article.boilerplate = []
    #expect(article.headline.hasSuffix("bridge …") && article.headline.count <= 100)
    article.wires = ["Reuters"]
    article.text = "VELMORA | Mon Mar 3 VELMORA (Reuters) - The old bridge closes on Monday, the mayor said."
    #expect(article.headline == "The old bridge closes on Monday, the mayor said.")
    article.wires = []
    #expect(article.headline.hasPrefix("VELMORA | Mon"))
  }

  @Test func `a line that begins articles of several stories names none of them`() {
    var model = ReportFixture.model()
    let story = model.stories[1]
    for place in 0..<4 {
      if place > 0 {
        model.articles.append(model.articles[2])
        model.stories.append(story)
      }
      let article = place == 0 ? 2 : model.articles.count - 1
      model.articles[article].title = ""
      model.articles[article].text = "This clip cannot be played here.\nLamp \(place) was lit.\nMore of it."
      model.articles[article].story = place + 1
      model.stories[place + 1].original = article
      model.stories[place + 1].members = [article]
    }
    model.nameStories()
    #expect(model.stories.dropFirst().map(\.headline) == (0..<4).map { "Lamp \($0) was lit." })
    #expect(model.stories[0].headline == "Old bridge closes")
  }

  @Test(arguments: [
    ("verbatim 0.98", "98\u{00A0}% word for word"), ("pronoun changed", "a pronoun changed"),
    ("quotation altered x4", "4 quotations altered"), ("earliest", "no version is older"), ("credits Reuters", "credits Reuters"),
    ("agreement of 4 versions 0.50", "agreement of 4 versions 50\u{00A0}%"), ("identical", "identical"),
    ("by way of others, itself template", "taken alone the pair would be called template: other versions stand between them"),
  ])
  func `evidence reads as a person says it`(reason: String, words: String) { #expect(EvidenceWords.sentence(reason) == words) }

  @Test func `the policy names the hashes of what stands in the page`() throws {
    let page = try HTMLReport(ReportFixture.model()).document()
    for tag in ["script", "style"] {
      let part = try #require(
        page.components(separatedBy: "<\(tag)>").dropFirst().first?.components(separatedBy: "</\(tag)>").first)
      #expect(page.contains("sha256-\(SHA256.base64(part))"))
    }
    #expect(page.contains("default-src &#39;none&#39;"))
    #expect(!page.contains(" style=") && !page.contains("unsafe"))
  }

  @Test func `the model survives JSON`() throws {
    let model = ReportFixture.model()
    let read = try JSONDecoder().decode(ReportModel.self, from: Data(JSONReport(model).text().utf8))
    #expect(read == model)
  }

  @Test func `the schema describes every field that is written`() throws {
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(ReportSchema.text.utf8)) as? [String: Any])
    let written = try JSONSerialization.jsonObject(with: Data(JSONReport(ReportFixture.model()).text().utf8))
    expect(written, in: schema, root: schema, path: "")
  }

  private func expect(_ value: Any, in schema: [String: Any], root: [String: Any], path: String) {
    var schema = schema
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
      schema = (root["$defs"] as? [String: Any])?[String(name)] as? [String: Any] ?? [:]
    }
    if let object = value as? [String: Any] {
      let properties = schema["properties"] as? [String: Any] ?? [:]
      for (key, inner) in object {
        guard let part = properties[key] as? [String: Any] else {
          Issue.record("\(path)/\(key) is not in the schema")
          continue
        }
        expect(inner, in: part, root: root, path: "\(path)/\(key)")
      }
      for key in schema["required"] as? [String] ?? [] { #expect(object[key] != nil, "\(path)/\(key) is required") }
    } else if let array = value as? [Any], let items = schema["items"] as? [String: Any] {
      for inner in array { expect(inner, in: items, root: root, path: path) }
    }
  }

  @Test func `spreadsheets get no formula and no torn row`() {
    #expect(CSVReport.field("=SUM(A1)") == "'=SUM(A1)")
    #expect(CSVReport.field("-12.5") == "-12.5")
    #expect(CSVReport.field("a \"b\", c") == "\"a \"\"b\"\", c\"")
    let lines = CSVReport(ReportFixture.model()).text().components(separatedBy: "\r\n")
    #expect(lines.count == 5 && lines[2].hasPrefix("a2,"))
  }

  @Test func `the graph has a node for each version and an edge for each descent`() throws {
    let text = GraphMLReport(ReportFixture.model(title: "<b>\"&\u{0}")).text()
    #expect(text.components(separatedBy: "<node ").count == 3)
    #expect(text.components(separatedBy: "<edge source=\"n0\" target=\"n1\">").count == 2)
    let parser = XMLishChecker(text)
    #expect(parser.isBalanced)
  }

  @Test func `names that tell who printed it go, and nothing else moves`() {
    var model = ReportFixture.model(title: "Valley Herald: old bridge closes")
    model.articles[1].text = "By Ann Other\n" + ReportFixture.copy + " The Coast Mirror asked."
    let length = model.articles[1].text?.utf8.count
    model.anonymise()
    let text = JSONReport.plain(model)
    for name in ["Valley Herald", "Coast Mirror", "Ann Other", "a1\"", "bridge.jsonl"] {
      #expect(!text.contains(name), "\(name)")
    }
    #expect(model.articles[1].text?.utf8.count == length)
    #expect(model.articles.map(\.outlet) == ["Outlet 1", "Outlet 2", "Outlet 2"])
    #expect(text.contains("Reuters"))
  }

  @Test func `without texts only what changed stays`() throws {
    var model = ReportFixture.model()
    model.leaveOutTexts()
    let text = JSONReport.plain(model)
    #expect(text.contains("The old bridge was the worst of three"))
    for words in ["It will close", "The mayor agreed", "A lamp was lit"] { #expect(!text.contains(words), "\(words)") }
    let page = try HTMLReport(model).document()
    #expect(page.contains(">worst<") && !page.contains("The mayor agreed"))
  }
}

extension JSONReport {
  static func plain(_ model: ReportModel) -> String { (try? JSONReport(model).text()) ?? "" }
}

/// Whether the tags of a text open and close in order.
struct XMLishChecker {
  private(set) var isBalanced = true

  init(_ text: String) {
    var open: [Substring] = []
    for part in text.split(separator: "<").dropFirst(1) {
      let tag = part.prefix { $0 != ">" }
      if tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") {
        isBalanced = isBalanced && open.popLast() == tag.dropFirst()
      } else {
        open.append(tag.prefix { $0 != " " })
      }
    }
    isBalanced = isBalanced && open.isEmpty
  }
}

@Suite struct ReportFolderTests {
  private let place = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString)")

  @Test func `a folder of somebody else is left alone`() throws {
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    try Data("mine".utf8).write(to: place.appending(path: "notes.txt"))
    #expect(throws: (any Error).self) { _ = try ReportFolder(place.path()) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path()) == ["notes.txt"])
  }

  @Test func `what somebody put into a report's folder outlives the next report`() throws {
    let files = FileManager.default
    defer { try? files.removeItem(at: place) }
    for round in 1...2 {
      let folder = try ReportFolder(place.path())
      try folder.write("\(round)", to: "index.html")
      try folder.write("\(round)", to: "stories/00\(round).html")
      _ = try folder.commit()
      guard round == 1 else { continue }
      for part in ["photos", "empty"] {
        try files.createDirectory(at: place.appending(path: part), withIntermediateDirectories: true)
      }
      for name in ["notes.txt", "photos/a.jpg", "data/own.csv"] { try Data(name.utf8).write(to: place.appending(path: name)) }
    }
    for name in ["notes.txt", "photos/a.jpg", "data/own.csv"] {
      #expect(try String(contentsOf: place.appending(path: name), encoding: .utf8) == name)
    }
    #expect(try String(contentsOf: place.appending(path: "index.html"), encoding: .utf8) == "2")
    #expect(try files.contentsOfDirectory(atPath: place.appending(path: "stories").path()) == ["002.html"])
    #expect(files.fileExists(atPath: place.appending(path: "empty").path()))
    let around = try files.contentsOfDirectory(atPath: place.deletingLastPathComponent().path())
    #expect(around.filter { $0.hasPrefix(place.lastPathComponent) } == [place.lastPathComponent])
  }

  @Test func `its own folder is replaced whole, and a report that fails leaves nothing`() throws {
    defer { try? FileManager.default.removeItem(at: place) }
    for round in 1...2 {
      let folder = try ReportFolder(place.path())
      try folder.write("\(round)", to: "data/\(round).csv")
      _ = try folder.commit()
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.appending(path: "data").path()) == ["2.csv"])
    do { _ = try ReportFolder(place.path()) }
    let around = try FileManager.default.contentsOfDirectory(atPath: place.deletingLastPathComponent().path())
    #expect(around.filter { $0.hasPrefix(place.lastPathComponent) } == [place.lastPathComponent])
  }
}
