internal import Drift
internal import Output
internal import Pipeline
internal import Quality
internal import Relations

extension ReportModel {
  /// Gives every story its headline: the title of its original, or the beginning of its text.
  ///
  /// A line that begins articles of several stories is the page's: the one after it names the story then.
  mutating func nameStories() {
    var stories: [String: Set<Int>] = [:]
    for article in articles where article.title.onOneLine.isEmpty {
      for line in article.firstLines { stories[line, default: []].insert(article.story) }
    }
    let pages = Set(stories.filter { $0.value.count >= ReportTuning.standard.pageStories }.keys)
    for story in self.stories.indices {
      self.stories[story].headline = articles[self.stories[story].original].headline(without: pages)
    }
  }
}

extension ReportArticle {
  /// The title, or the beginning of the text where there is none.
  var headline: String { headline(without: []) }

  fileprivate func headline(without pages: Set<String>) -> String {
    let title = title.onOneLine
    if !title.isEmpty { return title.shortened(to: 240) }
    let lines = firstLines
    let line = lines.first { !pages.contains($0) } ?? lines.first
    return line.map { withoutDateline($0).shortenedToWords(100) } ?? "Untitled (\(id))"
  }

  /// The first lines of the text behind what the page has put before it; the headline is among them as a rule.
  fileprivate var firstLines: [String] {
    let bytes = Array((text ?? "").utf8)
    var start = 0
    for span in boilerplate where span.end <= bytes.count {
      guard span.start <= start || bytes[start..<span.start].allSatisfy({ $0 <= 0x20 }) else { break }
      start = max(start, span.end)
    }
    let beginning = String(decoding: bytes.dropFirst(start).prefix(800), as: UTF8.self)
    return Array(
      beginning.split(whereSeparator: \.isNewline).lazy.map { String($0).onOneLine }.filter { !$0.isEmpty }.prefix(
        Self.mostFirstLines))
  }

  /// Pages put no more lines before an article that no other rule takes for theirs.
  private static let mostFirstLines = 4

  /// The line behind "PLACE, date (Agency) -", where the article credits that agency.
  private func withoutDateline(_ line: String) -> String {
    for dash in ["-", "–", "—", "--"] {
      for wire in wires {
        guard let found = line.prefix(Self.longestDateline).firstRange(of: "(\(wire)) \(dash) ") else { continue }
        return String(line[found.upperBound...])
      }
    }
    return line
  }

  private static let longestDateline = 160

  /// The outlet, or the address' host, or the id.
  var name: String {
    if let outlet = outlet?.onOneLine, !outlet.isEmpty { return outlet.shortened(to: 80) }
    return host ?? id.onOneLine.shortened(to: 80)
  }

  /// The host of the address without "www."; nil when there is none.
  var host: String? {
    guard let url, let scheme = url.utf8Range(of: "://") else { return nil }
    var rest = url.utf8.dropFirst(scheme.upperBound).prefix { !"/?#".utf8.contains($0) }
    // Before it may stand who signs in, behind it a port.
    if let user = rest.lastIndex(of: UInt8(ascii: "@")) { rest = rest[rest.index(after: user)...] }
    let host = String(decoding: rest.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self).lowercased()
    return host.isEmpty ? nil : host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// The address when it is one that a browser may follow.
  var link: String? {
    guard let url, url.hasPrefix("https://") || url.hasPrefix("http://"), !url.utf8.contains(where: { $0 <= 0x20 }) else {
      return nil
    }
    return url
  }

  /// Whether it is an error page, a consent dialog or the like: many sites print the same, and nobody copied it.
  var isNoArticle: Bool { flags.contains { $0.flag == FlagID.noArticle.rawValue && $0.severity > .minor } }

  var isCopy: Bool { parent != nil && !isNoArticle }
}

extension ReportFinding {
  /// Whether it is sure enough to be told as a sentence; of others the words are marked as different, no more.
  var isClaim: Bool { confidence >= ReportTuning.standard.leastClaim }

  /// Whether the two speak of the same words: of most of them, on both sides.
  func covers(_ other: ReportFinding) -> Bool {
    guard let a, let b, let otherA = other.a, let otherB = other.b else { return false }
    return a.isMostly(otherA) && b.isMostly(otherB)
  }
}

extension ReportSpan {
  /// Whether the common part is at least half of the longer one.
  fileprivate func isMostly(_ other: ReportSpan) -> Bool {
    let common = min(end, other.end) - max(start, other.start)
    return common > 0 && common * 2 >= max(end - start, other.end - other.start)
  }
}

extension ReportComparison {
  /// Place of a finding that is one of the comparison's.
  func place(of finding: ReportFinding) -> Int { findings.firstIndex(of: finding) ?? 0 }

  /// Findings from ``DriftSeverity/major`` on.
  var serious: [ReportFinding] { findings.filter { $0.severity > .minor } }

  /// The likeness that goes with the relation: containment of an excerpt, story similarity of a rewrite, else resemblance.
  var likeness: Double {
    func measure(_ name: String) -> Double { measures.first { $0.name == name }?.value ?? 0 }
    if isIdentical { return 1 }
    return switch relation {
    case .excerpt: measure("containment_b_in_a")
    case .rewrite, .sharedQuotes, .template, .unrelated: measure("story")
    default: measure("resemblance")
    }
  }
}

/// What the versions of a story are called: several of one outlet are told apart by their ids.
struct VersionNames {
  private var counts: [String: Int] = [:]

  init(_ model: ReportModel, _ story: ReportStory) {
    for member in story.members { counts[model.articles[member].name, default: 0] += 1 }
  }

  func name(_ article: ReportArticle) -> String {
    let name = article.name
    return counts[name, default: 0] <= 1 ? name : "\(name) · \(article.id.onOneLine.shortened(to: 80))"
  }
}

extension ReportStory {
  /// Whether anything tells which version came first; of a choice less sure than this, nothing does.
  var isOriginKnown: Bool { originalConfidence >= ReportTuning.standard.leastKnownOrigin }

  /// Whether little speaks for the choice.
  var isOriginDoubtful: Bool { originalConfidence < ReportTuning.standard.doubtfulOrigin }

  /// The findings of every comparison but those with updates, worst first, those of equal weight in the order of the versions.
  var findings: [(comparison: Int, finding: ReportFinding)] { ranked(comparisons.indices.filter { !comparisons[$0].isNews }) }

  /// Those of ``findings`` that are told.
  var claims: [(comparison: Int, finding: ReportFinding)] { findings.filter(\.finding.isClaim) }

  /// What later versions changed: no faults, as they report anew.
  var news: [(comparison: Int, finding: ReportFinding)] { ranked(comparisons.indices.filter { comparisons[$0].isNews }) }

  private func ranked(_ indices: [Int]) -> [(comparison: Int, finding: ReportFinding)] {
    let all = indices.flatMap { index in comparisons[index].findings.map { (index, $0) } }
    return all.enumerated().sorted { left, right in
      let (x, y) = (left.element.1, right.element.1)
      if x.severity != y.severity { return x.severity > y.severity }
      if x.confidence != y.confidence { return x.confidence > y.confidence }
      return left.offset < right.offset
    }.map { ($0.element.0, $0.element.1) }
  }

  /// 2 for a story with a critical change that is told, 1 for one with a major one, 0 for the rest.
  var gravity: Int {
    switch claims.first?.finding.severity {
    case .critical: 2
    case .major: 1
    case .minor, nil: 0
    }
  }

  var worst: DriftSeverity? { comparisons.lazy.filter { !$0.isNews }.flatMap(\.findings).map(\.severity).max() }
}

extension ReportEvent {
  /// How many sources the event has, as far as they are known by name; nil when they were not counted.
  var sourceWords: String? {
    guard let sources, let named = namedSources else { return nil }
    if named == 0 { return "sources not known" }
    return counted(named, "independent source", "independent sources") + (named < sources ? " known by name" : "")
  }
}

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
      let original = articles[stories[article.story].original]
      if article.isCopy, let own = article.published.flatMap(DateText.seconds),
        let first = original.published.flatMap(DateText.seconds)
      {
        delays[article.outletName, default: []].append(own - first)
      }
    }
    for comparison in stories.flatMap(\.comparisons) where !comparison.isNews {
      rows[articles[comparison.b].outletName]?.seriousChanges += comparison.serious.count
    }
    for (name, all) in delays { rows[name]?.medianDelay = all.sorted()[all.count / 2] }
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
      if let own = article.published.flatMap(DateText.seconds), let first = articles[parent].published.flatMap(DateText.seconds) {
        delays[pair, default: []].append(own - first)
      }
    }
    for comparison in stories.flatMap(\.comparisons) where !comparison.isNews {
      if let pair = pair(comparison.a, comparison.b) { rows[pair]?.seriousChanges += comparison.serious.count }
    }
    for (pair, all) in delays { rows[pair]?.medianDelay = all.sorted()[all.count / 2] }
    return rows.values.sorted { ($1.copies, $0.from, $0.to) < ($0.copies, $1.from, $1.to) }
  }
}

extension ReportArticle {
  static let unnamedOutlet = "(no outlet named)"

  /// The outlet for counting; articles that name none are counted together.
  var outletName: String { outlet.map(\.onOneLine).flatMap { $0.isEmpty ? nil : $0 } ?? host ?? Self.unnamedOutlet }
}

extension String {
  /// White space and control characters as single blanks.
  var onOneLine: String {
    split { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.value < 0x20 || $0.value == 0x7F } }.joined(separator: " ")
  }

  /// At most so many characters, the last of them dots.
  func shortened(to most: Int) -> String {
    // Counting characters of a megabyte takes long; bytes tell most texts.
    utf8.count <= most || count <= most ? self : prefix(most - 1) + "…"
  }

  /// At most so many characters, cut before the last ones: what tells two versions of one outlet apart stands at the end.
  func shortenedInside(_ most: Int) -> String {
    let end = most / 3
    return count <= most ? self : prefix(most - 1 - end) + "…" + suffix(end)
  }

  /// At most so many characters, cut behind a word where the text has any.
  func shortenedToWords(_ most: Int) -> String {
    guard utf8.count > most, count > most else { return self }
    let cut = prefix(most - 2)
    guard let blank = cut.lastIndex(where: \.isWhitespace) else { return shortened(to: most) }
    return cut[..<blank] + " …"
  }

  /// Where an ASCII text stands first, in bytes.
  func utf8Range(of text: String) -> Range<Int>? {
    let (own, wanted) = (Array(utf8.prefix(4096)), Array(text.utf8))
    guard own.count >= wanted.count else { return nil }
    for start in 0...(own.count - wanted.count) where own[start..<start + wanted.count].elementsEqual(wanted) {
      return start..<start + wanted.count
    }
    return nil
  }
}

extension Role {
  /// As prose says it.
  var words: String { self == .machineRewrite ? "machine rewrite" : self == .single ? "alone" : rawValue }
}
