internal import Drift
internal import Files
internal import Output
internal import Pipeline

/// The first page: figures, worst changes, the table of stories, charts; with outlets and run behind it.
struct OverviewPage {
  private let model: ReportModel
  private let templates: Templates
  private let links: StoryAddresses

  /// Rows that stand in the page itself, for reading without a script.
  private static let plainRows = 300
  private static let worstChanges = 8

  init(_ model: ReportModel, _ templates: Templates, links: StoryAddresses) {
    self.model = model
    self.templates = templates
    self.links = links
  }

  func html() -> String {
    let totals = model.totals
    let charts = Charts(model, templates, links)
    let shared = model.stories.indices.filter { model.stories[$0].members.count > 1 }
    let shown = shared.isEmpty ? Array(model.stories.indices.prefix(Self.plainRows)) : Array(shared.prefix(Self.plainRows))
    let entries = model.stories.indices.map { StoryEntry(model, $0, links) }
    let worst = self.worst()
    var view: View = [
      "kicker": kicker, "headline": headline(totals), "standfirst": standfirst(totals), "figures": figures(totals),
      "hasWorst": !worst.isEmpty, "worst": worst, "stories": shown.map { entries[$0].view },
      "storyCount":
        "Showing \(Decimals.grouped(shown.count)) of \(Decimals.grouped(shared.isEmpty ? entries.count : shared.count)) "
        + (shared.isEmpty
          ? entries.count == 1 ? "article." : "articles."
          : (shared.count == 1 ? "story" : "stories") + " with more than one version."),
      "storyData": StoryEntry.json(entries), "histogram": charts.histogram(), "timeline": charts.timeline(),
    ]
    view.merge(outlets()) { $1 }
    view.merge(run()) { $1 }
    return templates.render(.overview, view)
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

  private func figures(_ totals: ReportTotals) -> [View] {
    totals.figures.map { one, many, value -> View in
      ["name": value == 1 ? one : many, "value": Decimals.grouped(value), "state": value == 0 ? "nil" : ""]
    }
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
    return [
      "outletsIntro": intro,
      "outlets": rows.map { row -> View in
        let rate = row.articles > 0 ? Double(row.copies) / Double(row.articles) : 0
        return [
          "name": row.name.shortened(to: 120), "articles": row.articles, "originals": row.originals, "copies": row.copies,
          "rate": percent(rate), "rateValue": Decimals.shortest(rate, digits: 4), "credits": row.creditsLost,
          "machine": row.machineRewrites, "serious": row.seriousChanges,
          "articlesShown": Decimals.grouped(row.articles), "originalsShown": Decimals.grouped(row.originals),
          "copiesShown": Decimals.grouped(row.copies),
          "delay": row.medianDelay.map { ($0 < 0 ? "−" : "") + DateText.span($0) } ?? "",
          "delayValue": row.medianDelay.map(String.init) ?? "",
        ]
      },
    ]
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

/// A story as a row of the table: in the page, and as data for searching and sorting.
struct StoryEntry {
  let view: View
  private let data: (inout JSONWriter) -> Void

  init(_ model: ReportModel, _ place: Int, _ links: StoryAddresses) {
    let story = model.stories[place]
    let members = story.members.map { model.articles[$0] }
    let names = members.map(\.name).distinct
    let outlets = names.prefix(4).joined(separator: ", ") + (names.count > 4 ? " and \(names.count - 4) more" : "")
    let dates = members.compactMap(\.published).sorted()
    let wires = members.flatMap(\.wires).distinct
    let lost = members.count(where: \.isCreditLost)
    let roles = Self.roles(members)
    let likeness = members.filter(\.isCopy).map(\.similarity).max()
    let worst = story.claims.first
    let first = DateText.day(dates.first)
    let change = worst.map { "\($0.finding.category.rawValue): \($0.finding.message.onOneLine.shortened(to: 110))" }
    let shown = HTMLText.sentence(change ?? "")
    let href = links.story(place)
    let wireText = wires.joined(separator: ", ") + (lost > 0 ? (wires.isEmpty ? "" : "; ") + "\(lost) without credit" : "")
    view = [
      "href": href.isEmpty ? false : href, "headline": story.headline, "outlets": outlets, "size": members.count,
      "first": first ?? "", "wire": wireText,
      "roles": roles, "likeness": likeness.map(percent) ?? "",
      "worst": worst.map { ["severity": $0.finding.severity.rawValue, "change": shown] as View } ?? false,
    ]
    let flags = members.flatMap { $0.flags.map(\.flag) }.distinct
    let categories = story.comparisons.flatMap { $0.findings.filter(\.isClaim).map(\.category.rawValue) }.distinct
    let (size, event) = (members.count, model.events[story.event])
    let ids = members.prefix(50).map { $0.id.onOneLine.shortened(to: 80) }
    var roleCounts: [String: Int] = [:]
    for member in members { roleCounts[member.role.rawValue, default: 0] += 1 }
    // Empty values are left out: most rows of a large batch are articles that stand alone.
    data = { writer in
      writer.object { writer in
        if let change { writer.text("c", change) }
        if let worst { writer.number("d", [.minor: 1, .major: 2, .critical: 3][worst.finding.severity] ?? 0) }
        if event.stories.count > 1 { writer.text("e", event.id) }
        writer.list("f", flags)
        writer.list("g", categories)
        writer.text("h", story.headline)
        writer.list("i", ids)
        if !href.isEmpty { writer.text("k", href) }
        writer.list("l", members.compactMap { $0.language?.lowercased() }.distinct)
        if size > 1 { writer.number("n", size) }
        if names != ids { writer.list("o", names) }
        if size > 1 || roleCounts[Role.single.rawValue] == nil {
          writer.key("r")
          writer.object { writer in for (role, count) in roleCounts.sorted(by: { $0.key < $1.key }) { writer.number(role, count) }
          }
        }
        if let likeness { writer.number("s", Int((likeness * 100).rounded())) }
        if let first = dates.first { writer.text("t", first) }
        if let last = dates.last, last != dates.first { writer.text("u", last) }
        writer.list("w", wires)
        if lost > 0 { writer.number("x", lost) }
      }
    }
  }

  /// Such as `2 edited, 1 machine rewrite`.
  private static func roles(_ members: [ReportArticle]) -> String {
    var counts: [String: Int] = [:]
    for member in members where member.role != .original { counts[member.role.words, default: 0] += 1 }
    let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if members.count == 1 { return members[0].role.words }
    return order.map { "\($0.value) \($0.value > 1 && $0.key.hasSuffix("rewrite") ? $0.key + "s" : $0.key)" }.joined(
      separator: ", ")
  }

  /// The data of every row as JSON that cannot end the element around it.
  static func json(_ entries: [StoryEntry]) -> String {
    var writer = JSONWriter()
    writer.array(entries) { $1.data(&$0) }
    var output: [UInt8] = []
    output.reserveCapacity(writer.bytes.count)
    for byte in writer.bytes {
      if byte == UInt8(ascii: "<") { output += Array("\\u003c".utf8) } else { output.append(byte) }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

extension JSONWriter {
  /// The script shows it as text: what turns the direction of writing is made visible, as ``HTMLText`` does.
  fileprivate mutating func text(_ name: String, _ value: String) {
    key(name)
    string(Visible.text(value))
  }

  fileprivate mutating func number(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  fileprivate mutating func list(_ name: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    key(name)
    array(values) { $0.string(Visible.text($1)) }
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
