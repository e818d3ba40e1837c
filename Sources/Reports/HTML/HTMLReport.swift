internal import Drift
internal import Output
package import Pipeline

/// A report as HTML: one document with everything, or several that share the stories among them.
package struct HTMLReport: Sendable {
  let model: ReportModel
  let templates: Templates
  let links: StoryLinkTable
  /// The Content-Security-Policy of every page, which stands in it, and which a server has to send too.
  package let policy: String

  /// A document of a folder holds stories of about so many bytes: few enough that it opens at once.
  private static let documentBytes = 1_500_000
  /// Changes of wording that a comparison of a folder explains one by one.
  private static let mostMinor = 7

  /// - Throws: when the compiled-in templates are damaged.
  package init(_ model: ReportModel) throws {
    self.model = model
    templates = try Templates()
    links = StoryLinkTable(model)
    // Only what stands in the page itself runs; nothing is fetched, no base, no form.
    policy = """
      default-src 'none'; script-src 'sha256-\(SHA256.base64(templates.start))' 'sha256-\(SHA256.base64(templates.script))'; \
      style-src 'sha256-\(SHA256.base64(templates.style))'; base-uri 'none'; form-action 'none'
      """
  }

  /// Everything in one document.
  package func document() -> String {
    var pages = OverviewPage(model, templates, links: links.inOneDocument).html()
    let stories = StoryPage(model, templates, links: links.inOneDocument)
    for story in model.stories.indices { pages += stories.html(story) }
    return page(pages, home: "", title: title)
  }

  /// One story with its comparisons and nothing around it; it opens on one of them where that is asked for.
  package func document(story: Int, comparison: Int? = nil) -> String {
    let own = links.inOneDocument
    let page = StoryPage(model, templates, links: own).html(story)
    let opens = comparison.map { own.comparisonKey($0, of: story) }
    return self.page(page, home: "", title: model.stories[story].headline, hasOverview: false, opens: opens)
  }

  /// The documents of a folder by name: `index.html`, then `stories/001.html` and so on.
  package func documents(in context: RunContext, deliver: (String, String) throws -> Void) throws {
    let hasPage = model.stories.map { links.hasPage($0, of: model) }
    let sizes = model.stories.enumerated().map { place, story in
      !hasPage[place]
        ? 0
        : story.members.reduce(2000) { $0 + 500 + (model.articles[$1].text?.utf8.count ?? 0) * (story.members.count > 1 ? 2 : 0) }
    }
    var numbers: [Int] = []
    var number = 1
    var bytes = 0
    for size in sizes {
      if bytes > 0, bytes + size > Self.documentBytes {
        number += 1
        bytes = 0
      }
      bytes += size
      numbers.append(number)
    }
    let names = numbers.map { "\(String(repeating: "0", count: max(0, 3 - String($0).count)))\($0).html" }
    try deliver(
      "index.html", page(OverviewPage(model, templates, links: links.fromIndex(names, hasPage)).html(), home: "", title: title))
    var documents: [Range<Int>] = []
    while let start = documents.last?.upperBound ?? (names.isEmpty ? nil : 0), start < names.count {
      documents.append(start..<(names[start...].firstIndex { $0 != names[start] } ?? names.count))
    }
    // A few at a time, so that not all of the report is in memory at once.
    let all = documents
    for block in stride(from: 0, to: all.count, by: 4 * context.threads) {
      let part = all[block..<min(all.count, block + 4 * context.threads)]
      let texts = try Parallel.map(part.count, in: context, makeState: {}) { index, _ in
        let range = part[part.startIndex + index]
        let stories = StoryPage(
          model, templates, links: links.among(names, own: names[range.lowerBound], hasPage), showsLoneTexts: false,
          mostMinor: Self.mostMinor)
        return page(range.filter { hasPage[$0] }.map(stories.html).joined(), home: "../index.html", title: title)
      }
      for (range, text) in zip(part, texts) { try deliver("stories/\(names[range.lowerBound])", text) }
    }
  }

  var title: String { model.run.title ?? "Newsprint report" }

  private func page(_ content: String, home: String, title: String, hasOverview: Bool = true, opens: String? = nil) -> String {
    let count = Decimals.grouped(model.articles.count)
    let sources = "\(count) \(model.articles.count == 1 ? "article" : "articles")"
    return templates.render(
      .page,
      [
        "policy": policy, "version": model.run.version, "title": title, "style": templates.style, "start": templates.start,
        "script": templates.script, "content": content, "home": home, "sources": sources,
        "hasOverview": hasOverview, "opens": opens ?? false, "dated": model.run.date != nil,
        "date": DateText.readable(model.run.date) ?? "",
      ])
  }
}

/// The addresses of stories and comparisons inside the report: made of ids that Newsprint itself gives, never of the input's.
struct StoryLinkTable: Sendable {
  /// Such as `s-35c7afc9e2716e00`.
  let keys: [String]

  init(_ model: ReportModel) {
    var seen: Set<String> = []
    keys = model.stories.enumerated().map { place, story in
      let letters = story.id.utf8.filter { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      let key = "s-" + String(decoding: letters, as: UTF8.self)
      return seen.insert(key).inserted ? key : "\(key)-\(place)"
    }
  }

  /// In a folder, an article that stands alone has a page only when there is something to tell of it.
  func hasPage(_ story: ReportStory, of model: ReportModel) -> Bool {
    story.members.count > 1 || !story.nearMisses.isEmpty || model.events[story.event].stories.count > 1
      || model.articles[story.original].flags.contains { $0.severity > .minor }
  }

  var inOneDocument: StoryLinks { StoryLinks(keys: keys) { key, _ in "#" + key } }

  func fromIndex(_ names: [String], _ hasPage: [Bool]) -> StoryLinks {
    StoryLinks(keys: keys) { key, story in hasPage[story] ? "stories/\(names[story])#\(key)" : "" }
  }

  func among(_ names: [String], own: String, _ hasPage: [Bool]) -> StoryLinks {
    StoryLinks(keys: keys) { key, story in !hasPage[story] ? "" : names[story] == own ? "#\(key)" : "\(names[story])#\(key)" }
  }
}

/// How one document points to stories.
struct StoryLinks {
  let keys: [String]
  private let make: (String, Int) -> String

  init(keys: [String], make: @escaping (String, Int) -> String) {
    self.keys = keys
    self.make = make
  }

  /// Empty for an article without a page.
  func story(_ place: Int) -> String { make(keys[place], place) }

  /// The comparison of a version with the one it comes from.
  func comparison(_ index: Int, of story: Int) -> String { make(comparisonKey(index, of: story), story) }

  func comparisonKey(_ index: Int, of story: Int) -> String { "\(keys[story])-c\(index + 1)" }

  /// What a comparison says of one of its findings.
  func note(_ finding: Int, of comparison: Int, of story: Int) -> String {
    make(noteKey(finding, of: comparison, of: story), story)
  }

  /// Short, as notes are many.
  func noteKey(_ finding: Int, of comparison: Int, of story: Int) -> String { "n\(story)-\(comparison)-\(finding + 1)" }

  /// The row of a version.
  func memberKey(_ member: Int, of story: Int) -> String { "\(keys[story])-m\(member)" }
}
