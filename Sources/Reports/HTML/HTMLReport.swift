internal import Output
package import Pipeline

/// A report as HTML: one document with everything, or several that share the stories among them.
package struct HTMLReport: Sendable {
  let model: ReportModel
  let templates: Templates
  let links: StoryAddressTable
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
    links = StoryAddressTable(model)
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
