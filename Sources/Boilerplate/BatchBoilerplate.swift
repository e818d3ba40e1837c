internal import Articles
internal import Tables
internal import Text

/// What only a batch tells of its articles' boilerplate.
package struct BatchBoilerplate: Sendable {
  /// Lines that stand on many articles of a site.
  package var recurring: RecurringBoilerplate
  /// Passages that articles with different rests share.
  package var passages: CommonPassages

  package init(recurring: RecurringBoilerplate = RecurringBoilerplate(), passages: CommonPassages = CommonPassages()) {
    self.recurring = recurring
    self.passages = passages
  }

  package var isEmpty: Bool { recurring.isEmpty && passages.isEmpty }
}

/// Lines that stand on many articles of one site: menus, slogans, boxes that no list of phrases knows.
///
/// A short line is boilerplate when it stands on some articles of the site with different text, and on a share of the site's
/// articles, see ``BoilerplateTuning``; a longer line at the margin, or the end of one, when it stands on more of them. Articles
/// are told apart by ``BoilerplateScan/body``, so that a story that a site printed five times does not turn its own subheadings
/// into boilerplate. Collect in any number of values, one a thread; ``merge(_:)`` in any order gives the same result.
package struct RecurringLines: Sendable {
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
  /// Those of articles of unknown origin, of a sample of them.
  private var unknown = UnknownSites()
  private var articles: [UInt64: Int] = [:]

  package init() {}

  /// What was collected elsewhere: lines in articles, and how many articles each site has.
  package init(_ occurrences: [Occurrence], articles: [UInt64: Int]) {
    self.occurrences = occurrences.filter { $0.site != 0 }
    unknown.add(occurrences.filter { $0.site == 0 })
    self.articles = articles
  }

  /// How high a text of unknown origin may lie that can still come into the sample.
  var ceiling: UInt64 { unknown.ceiling }

  /// What was taken in, each line of an article once, ascending.
  package var collected: [Occurrence] { Set(occurrences + unknown.occurrences).sorted() }

  /// How many articles of each site were taken in.
  package var articlesOfSites: [UInt64: Int] { articles }

  /// Takes in one article of `site` (a hash of its outlet or host; 0 when it is not known).
  package mutating func add(site: UInt64, _ scan: BoilerplateScan) {
    articles[site, default: 0] += 1
    guard site != 0 else { return unknown.add(scan) }
    for line in scan.shortLines { occurrences.append(Occurrence(line: line.hash, site: site, body: scan.body)) }
  }

  package mutating func merge(_ other: RecurringLines) {
    occurrences += other.occurrences
    unknown.add(other.unknown.occurrences)
    articles.merge(other.articles) { $0 + $1 }
  }

  /// The lines that recur often enough.
  ///
  /// O(n log n) in the short lines taken in.
  package consuming func finished() -> RecurringBoilerplate {
    let sample = unknown.sample()
    articles[0] = Int((Double(articles[0] ?? 0) * sample.share).rounded())
    occurrences += sample.occurrences
    occurrences.sort()
    let tuning = BoilerplateTuning.standard
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
      // Where the site is not known, and at a margin, it takes more articles to tell.
      let fewWillDo = first.site != 0 && !BoilerplateScan.ShortLine.isMargin(first.line)
      if fewWillDo && count >= tuning.leastArticles && share >= tuning.leastShare
        || count >= tuning.manyArticles && share >= tuning.manyShare || first.site == 0 && count >= tuning.mixedArticles
      {
        result.insert(first.site, first.line)
      }
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
      // What is left over it is longer: the line stands in a tail that recurs as a whole.
      if result.contains(where: { $0.range.start < line.range.end && line.range.start < $0.range.end }) { continue }
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

/// Passages that a batch showed to be no evidence of copying: they stand in articles whose remaining text differs.
///
/// Kept as hashes of the runs of ``width`` words, and applied only to the articles that were seen to share them, so that one
/// wrong judgement touches those alone.
package struct CommonPassages: Sendable, Hashable {
  /// Words in a run.
  package static let width = 5
  /// Words from which what stands in a passage is it, and no turn of phrase.
  package static let shortest = 8
  /// Words of a passage that is worth remembering before it is known to be the page's.
  package static let longestSuspect = 60

  private var runs: Set<UInt64> = []
  private var members: Set<UInt32> = []
  /// Runs of articles that may be the page's, see ``suspect(_:of:)``.
  private var suspects: [UInt32: Set<UInt64>] = [:]

  package init() {}

  /// Passages that were found before: the hashes of their runs, the articles that hold them, and what is suspected of others.
  package init(runs: Set<UInt64>, members: Set<UInt32>, suspects: [UInt32: Set<UInt64>] = [:]) {
    self.runs = runs
    self.members = members
    self.suspects = suspects
  }

  package var isEmpty: Bool { members.isEmpty }

  /// The hashes of the runs.
  package var runHashes: Set<UInt64> { runs }

  /// Runs that may be the page's, by article.
  package var suspected: [UInt32: Set<UInt64>] { suspects }

  /// The articles that hold a passage, ascending.
  package var articles: [UInt32] { members.sorted() }

  /// Whether `article` is one of those that share a passage.
  package func concerns(_ article: UInt32) -> Bool { members.contains(article) }

  /// Takes in a passage, the hashes of its words, of `article`.
  package mutating func insert(_ words: ArraySlice<UInt32>, of article: UInt32) {
    guard words.count >= Self.width else { return }
    members.insert(article)
    Self.forEachRun(words) { runs.insert($1) }
  }

  /// Takes in a passage that is the page's if other articles show it to be, see ``settle()``.
  package mutating func suspect(_ words: ArraySlice<UInt32>, of article: UInt32) {
    Self.forEachRun(words) { suspects[article, default: []].insert($1) }
  }

  /// Makes members of the articles of which a suspected passage turned out to be the page's.
  package mutating func settle() {
    for (article, found) in suspects where found.contains(where: runs.contains) { members.insert(article) }
    suspects = [:]
  }

  /// Two articles are copies: what one of them is known to hold, the other holds too.
  package mutating func join(_ a: UInt32, _ b: UInt32) {
    if members.contains(a) { members.insert(b) } else if members.contains(b) { members.insert(a) }
  }

  package mutating func formUnion(_ other: CommonPassages) {
    runs.formUnion(other.runs)
    members.formUnion(other.members)
    suspects.merge(other.suspects) { $0.union($1) }
  }

  /// Finds the runs of the passages in many articles: a flat table, as it is asked once for each of their words.
  struct Finder: Sendable {
    private var runs: FlatTable<UInt64, Void>
    /// Sixteen bits a run: nearly every word of an article ends here, and it is small enough to stay at hand.
    private var filter: BloomFilter

    init(_ passages: CommonPassages) {
      let count = max(64, passages.runs.count)
      runs = FlatTable(filler: (), capacity: passages.runs.count)
      filter = BloomFilter(words: 1 << (Int.bitWidth - (count / 4).leadingZeroBitCount))
      for run in passages.runs {
        _ = runs.insert(run)
        filter.insert(run)
      }
    }

    @inline(__always)
    fileprivate func contains(_ run: UInt64) -> Bool { filter.mayContain(run) && runs.contains(run) }
  }

  /// The words of `hashes` that stand in a common passage, ``shortest`` and more in a row, as ascending ranges; linear.
  static func ranges(in hashes: ArraySlice<UInt32>, _ finder: Finder) -> [Range<Int>] {
    var result: [Range<Int>] = []
    forEachRun(hashes) { start, run in
      guard finder.contains(run) else { return }
      if let last = result.last, last.upperBound >= start {
        result[result.count - 1] = last.lowerBound..<start + width
      } else {
        result.append(start..<start + width)
      }
    }
    return result.filter { $0.count >= Self.shortest }
  }

  private static func forEachRun(_ words: ArraySlice<UInt32>, _ body: (Int, UInt64) -> Void) {
    guard words.count >= width else { return }
    for start in words.startIndex...words.endIndex - width {
      var hash: UInt64 = 0
      for word in words[start..<start + width] { hash = (hash ^ UInt64(word)) &* 0x9E37_79B9_7F4A_7C15; hash ^= hash >> 29 }
      body(start, hash)
    }
  }
}
