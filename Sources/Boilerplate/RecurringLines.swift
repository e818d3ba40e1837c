internal import Articles

/// Lines that stand on many articles of one site: menus, slogans, boxes that no list of phrases knows.
///
/// A short line is boilerplate when it stands on at least ``minimumArticles`` articles of the site with different text, and on at
/// least ``minimumShare`` of the site's articles. Articles are told apart by ``BoilerplateScan/body``, so that a story that a
/// site printed five times does not turn its own subheadings into boilerplate. Collect in any number of values, one a thread;
/// ``merge(_:)`` in any order gives the same result.
package struct RecurringLines: Sendable {
  package static let minimumArticles = 3
  /// Share of the site's different articles, 0...1.
  package static let minimumShare = 0.2

  /// A short line in an article, by their hashes.
  package struct Occurrence: Sendable, Hashable, Comparable {
    package var line: UInt64
    package var site: UInt64
    package var body: UInt64

    package init(line: UInt64, site: UInt64, body: UInt64) {
      self.line = line
      self.site = site
      self.body = body
    }

    package static func < (a: Self, b: Self) -> Bool { (a.line, a.site, a.body) < (b.line, b.site, b.body) }
  }

  private var occurrences: [Occurrence] = []
  private var articles: [UInt64: Int] = [:]

  package init() {}

  /// What was collected elsewhere: lines in articles, and how many articles each site has.
  package init(_ occurrences: [Occurrence], articles: [UInt64: Int]) {
    self.occurrences = occurrences
    self.articles = articles
  }

  /// What was taken in, each line of an article once, ascending.
  package var collected: [Occurrence] { Set(occurrences).sorted() }

  /// How many articles of each site were taken in.
  package var articlesOfSites: [UInt64: Int] { articles }

  /// Takes in one article of `site` (a hash of its outlet or host; articles of unknown origin share one value).
  package mutating func add(site: UInt64, _ scan: BoilerplateScan) {
    articles[site, default: 0] += 1
    for line in scan.shortLines { occurrences.append(Occurrence(line: line.hash, site: site, body: scan.body)) }
  }

  package mutating func merge(_ other: RecurringLines) {
    occurrences += other.occurrences
    articles.merge(other.articles) { $0 + $1 }
  }

  /// The lines that recur often enough.
  ///
  /// O(n log n) in the short lines taken in.
  package consuming func finished() -> RecurringBoilerplate {
    occurrences.sort()
    var result = RecurringBoilerplate()
    var i = 0
    while i < occurrences.count {
      let first = occurrences[i]
      var count = 0
      var last: UInt64?
      while i < occurrences.count, occurrences[i].line == first.line, occurrences[i].site == first.site {
        if occurrences[i].body != last { count += 1 }
        last = occurrences[i].body
        i += 1
      }
      let share = Double(count) / Double(max(1, articles[first.site] ?? 0))
      if count >= Self.minimumArticles, share >= Self.minimumShare { result.insert(first.site, first.line) }
    }
    return result
  }
}

/// The recurring lines of all sites of a batch.
package struct RecurringBoilerplate: Sendable, Hashable {
  private var keys: Set<UInt64> = []
  private var sites: Set<UInt64> = []

  package init() {}

  /// What was found elsewhere, see ``hashes``.
  package init(keys: Set<UInt64>, sites: Set<UInt64>) {
    self.keys = keys
    self.sites = sites
  }

  /// The lines, each hashed with its site, and the sites that have any.
  package var hashes: (keys: Set<UInt64>, sites: Set<UInt64>) { (keys, sites) }

  /// Whether the site has recurring lines.
  package func concerns(site: UInt64) -> Bool { sites.contains(site) }

  package var count: Int { keys.count }
  package var isEmpty: Bool { keys.isEmpty }

  package func contains(site: UInt64, line: UInt64) -> Bool { keys.contains(Self.key(site, line)) }

  /// The boilerplate of an article: the spans that were found already, and its lines that recur.
  package func spans(of scan: BoilerplateScan, site: UInt64) -> [BoilerplateSpan] {
    guard !isEmpty, !scan.shortLines.isEmpty else { return scan.spans }
    var result = scan.spans
    for line in scan.shortLines where contains(site: site, line: line.hash) {
      result.removeAll { $0.range.start >= line.range.start && $0.range.end <= line.range.end }
      result.append(BoilerplateSpan(range: line.range, kind: .recurring))
    }
    return result.sorted { $0.range.start < $1.range.start }
  }

  fileprivate mutating func insert(_ site: UInt64, _ line: UInt64) {
    keys.insert(Self.key(site, line))
    sites.insert(site)
  }

  private static func key(_ site: UInt64, _ line: UInt64) -> UInt64 { (site &* 0x9E37_79B9_7F4A_7C15) ^ line }
}
