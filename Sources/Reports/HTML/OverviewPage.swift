internal import Drift
internal import Output

/// The first page: figures, worst changes, the table of stories, charts; with outlets and run behind it.
struct OverviewPage {
  private let model: ReportModel
  private let templates: Templates
  private let links: StoryAddresses

  /// Rows that stand in the page itself, for reading without a script.
  private static let plainRows = 300
  private static let worstChanges = 8
  /// Copies that make a plot; fewer are told as figures.
  private static let leastPlotted = 10
  /// Pairs of outlets that are listed.
  private static let mostFlows = 50

  init(_ model: ReportModel, _ templates: Templates, links: StoryAddresses) {
    self.model = model
    self.templates = templates
    self.links = links
  }

  func html() -> String {
    let totals = model.totals
    let charts = Charts(model, templates, links)
    let shared = model.stories.indices.filter { model.stories[$0].members.count > 1 }
    let shown = Self.worstFirst(shared.isEmpty ? Array(model.stories.indices) : shared, model).prefix(Self.plainRows)
    let entries = model.stories.indices.map { StoryEntry(model, $0, links) }
    let worst = self.worst()
    var view: View = [
      "kicker": kicker, "headline": headline(totals), "standfirst": standfirst(totals), "figures": figures(totals.mainFigures),
      // Those alone are in the bar.
      "more": figures(totals.copies > 0 ? Array(totals.moreFigures.dropFirst()) : totals.moreFigures), "share": share(totals),
      "hasWorst": !worst.isEmpty, "worst": worst, "stories": shown.map { entries[$0].view },
      "storyCount":
        "Showing \(Decimals.grouped(shown.count)) of \(Decimals.grouped(shared.isEmpty ? entries.count : shared.count)) "
        + (shared.isEmpty
          ? entries.count == 1 ? "article." : "articles."
          : (shared.count == 1 ? "story" : "stories") + " with more than one version."),
      "storyData": StoryEntry.json(entries), "hasCharts": totals.copies >= Self.leastPlotted,
      "histogram": charts.histogram(), "delays": charts.delays(), "timeline": charts.timeline(),
    ]
    view.merge(outlets()) { $1 }
    view.merge(run()) { $1 }
    return templates.render(.overview, view)
  }

  /// Stories with critical changes, then those with major ones, then the rest, each as the model has them: the largest first.
  private static func worstFirst(_ stories: [Int], _ model: ReportModel) -> [Int] {
    return stories.map { (-model.stories[$0].gravity, $0) }.sorted { $0 < $1 }.map(\.1)
  }

  // MARK: Words

  private var kicker: String {
    let inputs = model.run.inputs.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let names = inputs.prefix(3).joined(separator: ", ") + (inputs.count > 3 ? " and \(inputs.count - 3) more" : "")
    return ([names] + [period].compactMap { $0 }).joined(separator: " · ")
  }

  /// The days that the articles cover.
  private var period: String? {
    let dates = model.articles.compactMap { $0.published }.sorted()
    guard let first = dates.first, let last = dates.last else { return nil }
    let days = [first, last].compactMap { DateText.day($0) }
    return days.first == days.last ? days.first : days.joined(separator: " to ")
  }

  private func headline(_ totals: ReportTotals) -> String {
    if let title = model.run.title { return title }
    return "What was copied in \(counted(totals.articles, "article", "articles"))"
  }

  private func standfirst(_ totals: ReportTotals) -> String {
    guard totals.articles > 0 else { return "No article could be read." }
    guard totals.copies > 0 else { return "No article here comes from another one." }
    var sentences = [
      "\(counted(totals.copies, "article comes", "articles come")) from another one here, in "
        + "\(counted(totals.stories, "story", "stories")) printed more than once."
    ]
    if totals.storiesWithSeriousDrift > 0 {
      sentences.append(
        totals.stories == 1
          ? "On the way a fact, a figure or a quotation may have changed."
          : totals.storiesWithSeriousDrift == 1
            ? "In one of them a fact, a figure or a quotation may have changed on the way."
            : "In \(Decimals.grouped(totals.storiesWithSeriousDrift)) of them a fact, a figure or a quotation may have changed on the way."
      )
    }
    let more = [
      totals.machineRewrites > 0
        ? counted(totals.machineRewrites, "version reads", "versions read") + " like a machine’s rewrite" : nil,
      totals.creditsLost > 0 ? counted(totals.creditsLost, "version leaves", "versions leave") + " out the agency’s credit" : nil,
    ].compactMap { $0 }
    if !more.isEmpty { sentences.append(more.joined(separator: "; ").capitalisedFirst + ".") }
    return sentences.joined(separator: " ")
  }

  private func figures(_ figures: [ReportTotals.Figure]) -> [View] {
    figures.map { one, many, value -> View in
      ["name": value == 1 ? one : many, "value": Decimals.grouped(value), "state": value == 0 ? "nil" : ""]
    }
  }

  /// The articles as one bar: those alone, those that others come from, the copies.
  private func share(_ totals: ReportTotals) -> Any {
    guard totals.copies > 0 else { return false }
    let sources = max(0, totals.articles - totals.alone - totals.copies)
    let parts = [
      ("copy", totals.copies, counted(totals.copies, "copy", "copies")),
      ("original", sources, counted(sources, "article they come from", "articles they come from")),
      ("alone", totals.alone, "\(Decimals.grouped(totals.alone)) alone"),
    ].filter { $0.1 > 0 }
    var x = 0.0
    let views = parts.map { kind, count, text -> View in
      let width = Double(count) * 1000 / Double(totals.articles)
      defer { x += width }
      return ["kind": kind, "x": number(x), "width": number(width), "text": text]
    }
    return ["label": "Of all articles: " + parts.map(\.2).joined(separator: ", ") + ".", "parts": views] as View
  }

  /// The worst finding of each story, worst stories first.
  private func worst() -> [View] {
    var all: [(story: Int, comparison: Int, finding: ReportFinding)] = []
    for (place, story) in model.stories.enumerated() {
      guard let (comparison, finding) = story.claims.first, finding.severity > .minor else { continue }
      all.append((place, comparison, finding))
    }
    let order = all.enumerated().sorted { left, right in
      let (x, y) = (left.element.finding, right.element.finding)
      if x.severity != y.severity { return x.severity > y.severity }
      return x.confidence == y.confidence ? left.offset < right.offset : x.confidence > y.confidence
    }.map(\.element)
    return order.prefix(Self.worstChanges).map { place, comparison, finding in
      let story = model.stories[place]
      return [
        "severity": finding.severity.rawValue, "category": finding.category.rawValue,
        "message": HTMLText.sentence(finding.message.onOneLine.shortened(to: 220)),
        "href": links.note(story.comparisons[comparison].place(of: finding), of: comparison, of: place),
        "context": FindingContext(finding, of: story.comparisons[comparison], in: model)?.view ?? false,
        "who": model.articles[story.comparisons[comparison].b].name, "headline": story.headline,
      ]
    }
  }

  // MARK: Outlets and run

  private func outlets() -> View {
    let rows = model.outlets
    let copying = rows.count { $0.copies > 0 }
    let isNamed = model.articles.contains { $0.outlet != nil || $0.host != nil }
    let intro =
      !isNamed
      ? "No article names its outlet."
      : copying == 0
        ? "None of \(counted(rows.count, "outlet", "outlets")) printed an article that comes from another one here."
        : "\(Decimals.grouped(copying)) of \(counted(rows.count, "outlet", "outlets")) printed articles that come from another one here."
    let flows = model.flows
    let more = flows.count - Self.mostFlows
    return [
      "outletsIntro": intro, "hasFlows": !flows.isEmpty,
      "moreFlows": more > 0 ? "The \(Self.mostFlows) with most copies; \(Decimals.grouped(more)) more have fewer." : "",
      "flows": flows.prefix(Self.mostFlows).map { flow -> View in
        [
          "from": flow.from.shortened(to: 120), "to": flow.to.shortened(to: 120), "copies": flow.copies,
          "copiesShown": Decimals.grouped(flow.copies), "serious": flow.seriousChanges, "credits": flow.creditsLost,
          "delay": Self.delay(flow.medianDelay), "delayValue": flow.medianDelay.map(String.init) ?? "",
        ]
      },
      "outlets": rows.map { row -> View in
        let rate = row.articles > 0 ? Double(row.copies) / Double(row.articles) : 0
        return [
          "name": row.name.shortened(to: 120), "articles": row.articles, "originals": row.originals, "copies": row.copies,
          "rate": percent(rate), "rateValue": Decimals.shortest(rate, digits: 4), "credits": row.creditsLost,
          "machine": row.machineRewrites, "serious": row.seriousChanges,
          "articlesShown": Decimals.grouped(row.articles), "originalsShown": Decimals.grouped(row.originals),
          "copiesShown": Decimals.grouped(row.copies),
          "delay": Self.delay(row.medianDelay),
          "delayValue": row.medianDelay.map(String.init) ?? "",
        ]
      },
    ]
  }

  private static func delay(_ seconds: Int64?) -> String {
    seconds.map { ($0 < 0 ? "−" : "") + DateText.span($0) } ?? ""
  }

  private func run() -> View {
    let run = model.run
    var facts = [("Newsprint", run.version)]
    if let date = run.date { facts.append(("Made", (DateText.readable(date) ?? date) + " UTC")) }
    if let seconds = run.seconds { facts.append(("Time taken", "\(Decimals.fixed(seconds, digits: 1)) s")) }
    facts.append(("Inputs", run.inputs.joined(separator: ", ").shortened(to: 2000)))
    facts.append(("Articles", "\(Decimals.grouped(model.articles.count)), \(Decimals.bytes(run.textBytes)) of text"))
    facts += run.options.map { ($0.name, $0.value) }
    facts.append(("Texts", run.hasTexts ? "included" : "left out but for the passages that changed"))
    facts.append(("Names", run.isAnonymised ? "outlets, addresses, ids and bylines replaced" : "as they came in"))
    let more = run.skippedCount - run.skipped.count
    return [
      "runFacts": facts.map { ["name": $0.0, "value": $0.1] as View }, "hasSkipped": run.skippedCount > 0,
      "skippedCount": counted(run.skippedCount, "record was", "records were") + " left out."
        + (more > 0 ? " The first \(run.skipped.count):" : ""),
      "skipped": run.skipped.map { ["text": $0.shortened(to: 600)] as View },
    ]
  }
}

extension Array where Element: Hashable {
  /// Without what came before, in order.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// Such as `1 story`, `1,204 stories`.
func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(Decimals.grouped(count)) \(count == 1 ? one : many)" }

/// Such as `62 %`.
func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))\u{00A0}%" }
