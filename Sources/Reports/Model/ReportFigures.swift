internal import Drift
internal import Pipeline
internal import Relations

/// The figures at the head of a report.
package struct ReportTotals: Sendable, Equatable {
  package var articles = 0
  package var skipped = 0
  package var noArticles = 0
  package var stories = 0
  package var alone = 0
  package var events = 0
  package var copies = 0
  package var machineRewrites = 0
  package var storiesWithSeriousDrift = 0
  package var wires = 0
  /// Different sources by name; nil where none is known.
  package var sources: Int?
  package var creditsLost = 0
}

extension ReportTotals {
  /// A figure with its name, for one and for many.
  typealias Figure = (one: String, many: String, value: Int)

  /// What a reader asks first: how much was read, what of it is copied, and what that changed.
  var mainFigures: [Figure] {
    [
      ("article read", "articles read", articles), ("copy", "copies", copies),
      ("story printed more than once", "stories printed more than once", stories),
      ("story with serious changes", "stories with serious changes", storiesWithSeriousDrift),
      ("credit lost", "credits lost", creditsLost), ("machine rewrite", "machine rewrites", machineRewrites),
    ]
  }

  /// The others; those that are not known are left out.
  var moreFigures: [Figure] {
    let all: [(String, String, Int?)] = [
      ("article that stands alone", "articles that stand alone", alone), ("event", "events", events),
      ("agency credited", "agencies credited", wires), ("independent source by name", "independent sources by name", sources),
      ("record skipped", "records skipped", skipped),
      ("page that is no article", "pages that are no articles", noArticles > 0 ? noArticles : nil),
    ]
    return all.compactMap { one, many, value in value.map { (one, many, $0) } }
  }
}

extension ReportModel {
  /// Whether no member is an article.
  func isOfPages(_ story: ReportStory) -> Bool { story.members.allSatisfy { articles[$0].isNoArticle } }

  package var totals: ReportTotals {
    var totals = ReportTotals()
    totals.articles = articles.count
    totals.skipped = run.skippedCount
    totals.noArticles = articles.count(where: \.isNoArticle)
    totals.stories = stories.count { $0.members.count > 1 && !isOfPages($0) }
    totals.alone = stories.count { $0.members.count == 1 && !isOfPages($0) }
    totals.events = events.count
    totals.copies = articles.count(where: \.isCopy)
    totals.machineRewrites = articles.count { $0.role == .machineRewrite }
    totals.storiesWithSeriousDrift = stories.count { story in story.worst.map { $0 > .minor } ?? false }
    totals.wires = Set(articles.flatMap(\.wires)).count
    totals.sources = namedSources.flatMap { $0 > 0 ? $0 : nil }
    totals.creditsLost = articles.count(where: \.isCreditLost)
    return totals
  }
}

/// One row of the table of outlets.
package struct ReportOutlet: Sendable, Equatable {
  package var name: String
  package var articles = 0
  package var originals = 0
  package var copies = 0
  package var creditsLost = 0
  package var machineRewrites = 0
  package var seriousChanges = 0
  /// Median seconds of its copies after the original of their story.
  package var medianDelay: Int64?
}

extension ReportModel {
  /// Every outlet, those with most articles first.
  package var outlets: [ReportOutlet] {
    var rows: [String: ReportOutlet] = [:]
    var delays: [String: [Int64]] = [:]
    for article in articles {
      var row = rows[article.outletName] ?? ReportOutlet(name: article.outletName)
      row.articles += 1
      if article.role == .original { row.originals += 1 }
      if article.isCopy { row.copies += 1 }
      if article.isCreditLost { row.creditsLost += 1 }
      if article.role == .machineRewrite { row.machineRewrites += 1 }
      rows[article.outletName] = row
      if article.isCopy, let delay = article.delay(after: articles[stories[article.story].original]) {
        delays[article.outletName, default: []].append(delay)
      }
    }
    for comparison in stories.flatMap(\.comparisons) where !comparison.isNews {
      rows[articles[comparison.b].outletName]?.seriousChanges += comparison.serious.count
    }
    for (name, all) in delays { rows[name]?.medianDelay = Self.median(all) }
    return rows.values.sorted { ($1.articles, $0.name) < ($0.articles, $1.name) }
  }
}

/// How often articles of one outlet come from those of another.
package struct ReportFlow: Sendable, Equatable {
  package var from: String
  package var to: String
  package var copies = 0
  package var seriousChanges = 0
  package var creditsLost = 0
  /// Median seconds after the version that each copy comes from.
  package var medianDelay: Int64?
}

extension ReportModel {
  /// Every pair of outlets of which one took from the other, those with most copies first; articles that name none are left out.
  package var flows: [ReportFlow] {
    struct Pair: Hashable { var from, to: String }
    var rows: [Pair: ReportFlow] = [:]
    var delays: [Pair: [Int64]] = [:]
    func pair(_ parent: Int, _ copy: Int) -> Pair? {
      let names = [articles[parent], articles[copy]].map(\.outletName)
      return names[0] == names[1] || names.contains(ReportArticle.unnamedOutlet) ? nil : Pair(from: names[0], to: names[1])
    }
    for (place, article) in articles.enumerated() {
      guard let parent = article.parent, let pair = pair(parent, place) else { continue }
      rows[pair, default: ReportFlow(from: pair.from, to: pair.to)].copies += 1
      if article.isCreditLost { rows[pair]?.creditsLost += 1 }
      if let delay = article.delay(after: articles[parent]) { delays[pair, default: []].append(delay) }
    }
    for comparison in stories.flatMap(\.comparisons) where !comparison.isNews {
      if let pair = pair(comparison.a, comparison.b) { rows[pair]?.seriousChanges += comparison.serious.count }
    }
    for (pair, all) in delays { rows[pair]?.medianDelay = Self.median(all) }
    return rows.values.sorted { ($1.copies, $0.from, $0.to) < ($0.copies, $1.from, $1.to) }
  }

  /// The upper of the two in the middle of an even number.
  private static func median(_ delays: [Int64]) -> Int64 { delays.sorted()[delays.count / 2] }
}

extension ReportArticle {
  /// Seconds from the other's publication to its own; nil where either is not known.
  fileprivate func delay(after other: ReportArticle) -> Int64? {
    guard let own = published.flatMap(DateText.seconds), let first = other.published.flatMap(DateText.seconds) else { return nil }
    return own - first
  }
}
