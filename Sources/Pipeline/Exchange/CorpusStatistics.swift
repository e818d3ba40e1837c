internal import Boilerplate
internal import CXXHash
package import Files
package import Fingerprints
internal import FoundationEssentials
internal import Input
package import Output
internal import Stories

/// What concerns a whole batch and can be counted in parts: merged in any order, the same comes out.
///
/// The statistics file of the stages. Before ``finish(copies:)`` it has what the parts collected; after it, what follows from that.
package struct CorpusStatistics: Sendable {
  /// nil while nothing was counted.
  package var configuration: FingerprintConfiguration?
  /// Articles that were counted.
  package var articles = 0
  /// Hashes of the ids, of parts that were not checked yet.
  var ids: [UInt64] = []
  var lines = RecurringLines()
  /// Lines of pages; nil before ``finish(copies:)``.
  var recurring: RecurringBoilerplate?
  /// Runs of words that are the page's, the articles that hold them, and runs that may be the page's, by article.
  var runs: Set<UInt64> = []
  var members: Set<GlobalNumber> = []
  var suspects: [GlobalNumber: Set<UInt64>] = [:]
  /// Articles that are nobody's copy and their words; 0 when they were not counted.
  var distinctArticles = 0
  var distinctWords = 0
  /// In how many of these each feature occurs; nil when it was not counted.
  var frequencies: BatchStatistics?

  package init() {}

  /// Takes in how many articles were counted, and with which parameters.
  ///
  /// - Throws: ``ReadingError`` when these are not the same in all parts.
  mutating func take(_ configuration: FingerprintConfiguration, articles: Int) throws(ReadingError) {
    if let mine = self.configuration, mine != configuration {
      throw ReadingError(
        .content, "the statistics were made with different parameters: \(mine) and \(configuration)",
        advice: "Make all parts with the same options.")
    }
    self.configuration = configuration
    self.articles += articles
  }

  /// Settles what only the whole batch tells: recurring lines, suspected passages, and which copies hold them too.
  ///
  /// - Parameter copies: the copies that were found, in any order.
  /// - Throws: ``ReadingError`` when an id came twice.
  package mutating func finish(copies: [CopyRow]) throws(ReadingError) {
    ids.sort()
    for (first, second) in zip(ids, ids.dropFirst()) where first == second {
      throw ReadingError(
        .content, "an id comes twice among the \(articles) articles",
        advice: "Give each article an id of its own: newsprint stage articles over all inputs at once does that.")
    }
    ids = []
    let collected = lines.finished()
    recurring = recurring.map { $0.union(collected) } ?? collected
    lines = RecurringLines()
    for (article, found) in suspects where !found.isDisjoint(with: runs) { members.insert(article) }
    suspects = [:]
    guard !members.isEmpty else { return }
    for copy in copies.sorted(by: { $0.n < $1.n }) {
      if members.contains(copy.n) { members.insert(copy.of) } else if members.contains(copy.of) { members.insert(copy.n) }
    }
  }

  /// The hash of an id's bytes.
  static func hash(id: ArraySlice<UInt8>) -> UInt64 {
    // SAFETY: pointer and size belong to one slice.
    unsafe id.withUnsafeBufferPointer { unsafe xxh3_64($0.baseAddress, $0.count) }
  }

  /// Whether it was counted how many articles are nobody's copy.
  package var hasTotals: Bool { distinctWords > 0 }

  /// Whether the batch has passages that are the pages'.
  package var hasPassages: Bool { !members.isEmpty }
}

extension RecurringBoilerplate {
  func union(_ other: RecurringBoilerplate) -> RecurringBoilerplate {
    RecurringBoilerplate(keys: hashes.keys.union(other.hashes.keys), sites: hashes.sites.union(other.hashes.sites))
  }
}

/// The rows of the statistics file.
extension CorpusStatistics {
  /// Numbers in one row of many.
  private static let rowValues = 4096

  /// Takes in a row; false when it is none of statistics.
  mutating func take(_ kind: StageRowKind, _ row: JSONRow, _ frequencies: inout FrequencyReader) throws(ReadingError) -> Bool {
    switch kind {
    case .run:
      try take(FingerprintConfiguration(row.object("configuration")), articles: try row.integer("articles"))
    case .ids: ids += try Self.words(row.data("hashes"), UInt64.self)
    case .site: lines.merge(RecurringLines([], articles: [try row.hash("site"): try row.integer("articles")]))
    case .line:
      let (line, site) = (try row.hash("line"), try row.hash("site"))
      lines.merge(
        RecurringLines(try row.hashes("bodies").map { .init(line: line, site: site, body: $0) }, articles: [:]))
    case .recurring:
      let found = RecurringBoilerplate(keys: Set(try row.hashes("keys")), sites: Set(try row.hashes("sites")))
      recurring = recurring.map { $0.union(found) } ?? found
    case .passage: runs.formUnion(try row.hashes("runs"))
    case .member: members.formUnion(try row.integers("articles"))
    case .suspect: suspects[try row.integer("n"), default: []].formUnion(try row.hashes("runs"))
    case .total:
      distinctArticles += try row.integer("articles", as: Int.self)
      distinctWords += try row.integer("words", as: Int.self)
    case .frequency: try frequencies.take(row)
    default: return false
    }
    return true
  }

  /// Appends all rows.
  package func append(to writer: inout JSONWriter) {
    if let configuration {
      Self.row(.run, to: &writer) { writer in
        writer["articles"] = { $0.integer(articles) }
        writer["configuration"] = { configuration.append(to: &$0) }
      }
    }
    for part in ids.sorted().pieces(Self.rowValues) {
      Self.row(.ids, to: &writer) { $0["hashes"] = { $0.string(Data(Self.bytes(part)).base64EncodedString()) } }
    }
    for (site, count) in lines.articlesOfSites.sorted(by: { $0.key < $1.key }) {
      Self.row(.site, to: &writer) {
        $0["articles"] = { $0.integer(count) }
        $0["site"] = { $0.hash(site) }
      }
    }
    appendLines(to: &writer)
    if let recurring {
      // One row at least: it says that the file is finished.
      let keys = recurring.hashes.keys.sorted(), sites = recurring.hashes.sites.sorted()
      for start in stride(from: 0, through: max(keys.count, sites.count, 1) - 1, by: Self.rowValues) {
        Self.row(.recurring, to: &writer) {
          $0["keys"] = { $0.array(keys.dropFirst(start).prefix(Self.rowValues)) { $0.hash($1) } }
          $0["sites"] = { $0.array(sites.dropFirst(start).prefix(Self.rowValues)) { $0.hash($1) } }
        }
      }
    }
    for part in runs.sorted().pieces(Self.rowValues) {
      Self.row(.passage, to: &writer) { $0["runs"] = { $0.array(part) { $0.hash($1) } } }
    }
    for part in members.sorted().pieces(Self.rowValues) {
      Self.row(.member, to: &writer) { $0["articles"] = { $0.array(part) { $0.integer($1) } } }
    }
    for (article, runs) in suspects.sorted(by: { $0.key < $1.key }) {
      Self.row(.suspect, to: &writer) {
        $0["n"] = { $0.integer(article) }
        $0["runs"] = { $0.array(runs.sorted()) { $0.hash($1) } }
      }
    }
    if distinctArticles > 0 {
      Self.row(.total, to: &writer) {
        $0["articles"] = { $0.integer(distinctArticles) }
        $0["words"] = { $0.integer(distinctWords) }
      }
    }
    if let frequencies { FrequencyReader.append(frequencies, to: &writer) }
  }

  private func appendLines(to writer: inout JSONWriter) {
    var rest = lines.collected[...]
    while let first = rest.first {
      let same = rest.prefix { $0.line == first.line && $0.site == first.site }
      Self.row(.line, to: &writer) {
        $0["bodies"] = { $0.array(same) { $0.hash($1.body) } }
        $0["line"] = { $0.hash(first.line) }
        $0["site"] = { $0.hash(first.site) }
      }
      rest = rest.dropFirst(same.count)
    }
  }

  typealias Members = [String: (inout JSONWriter) -> Void]

  static func row(_ kind: StageRowKind, to writer: inout JSONWriter, _ fill: (inout Members) -> Void) {
    var members: Members = ["stage": { $0.string(kind.rawValue) }, "v": { $0.integer(StageFormat.version) }]
    fill(&members)
    writer.object { writer in
      for (name, write) in members.sorted(by: { $0.key < $1.key }) {
        writer.key(name)
        write(&writer)
      }
    }
    writer.newline()
  }

  /// Numbers of whole bytes, little-endian.
  static func words<Word: FixedWidthInteger>(_ bytes: [UInt8], _: Word.Type) -> [Word] {
    let size = Word.bitWidth / 8
    return stride(from: 0, to: bytes.count - bytes.count % size, by: size).map { start in
      (0..<size).reduce(0) { $0 | Word(bytes[start + $1]) << Word($1 * 8) }
    }
  }

  static func bytes<Word: FixedWidthInteger>(_ words: some Sequence<Word>) -> [UInt8] {
    words.flatMap { word in (0..<Word.bitWidth / 8).map { UInt8(truncatingIfNeeded: word >> Word($0 * 8)) } }
  }
}

/// Puts the counters of ``BatchStatistics`` together from rows, and takes them apart.
struct FrequencyReader {
  private var counters: [String: [UInt16]] = [:]
  private static let rowCounters = 16_384
  private static let kinds = ["stems", "pairs"]

  mutating func take(_ row: JSONRow) throws(ReadingError) {
    let kind = try row.string("of")
    let bits: Int = try row.integer("bits"), from: Int = try row.integer("from")
    let counts = CorpusStatistics.words(try row.data("counts"), UInt16.self)
    guard Self.kinds.contains(kind), (10...28).contains(bits), from >= 0, from + counts.count <= 1 << bits else {
      throw row.error("the counters do not fit into 2^\(bits)")
    }
    var all = counters[kind] ?? [UInt16](repeating: 0, count: 1 << bits)
    guard all.count == 1 << bits else {
      throw row.error("frequencies of different sizes cannot be merged: count them by one total")
    }
    counters[kind] = nil
    for (index, count) in counts.enumerated() {
      let (sum, overflow) = all[from + index].addingReportingOverflow(count)
      all[from + index] = overflow ? .max : sum
    }
    counters[kind] = all
  }

  /// The frequencies over `articles`; nil when there was no row of them.
  func statistics(articles: Int) -> BatchStatistics? {
    guard let stems = counters["stems"], let pairs = counters["pairs"] else { return nil }
    return BatchStatistics(stems: CountTable(counters: stems), pairs: CountTable(counters: pairs), articles: articles)
  }

  static func append(_ statistics: BatchStatistics, to writer: inout JSONWriter) {
    for (kind, table) in zip(kinds, [statistics.stems, statistics.pairs]) {
      let counters = table.contents
      for start in stride(from: 0, to: counters.count, by: rowCounters) {
        let part = counters[start..<min(start + rowCounters, counters.count)]
        // The first row is there in any case: it says how large the table is.
        guard start == 0 || part.contains(where: { $0 > 0 }) else { continue }
        CorpusStatistics.row(.frequency, to: &writer) {
          $0["bits"] = { $0.integer(counters.count.trailingZeroBitCount) }
          $0["counts"] = { $0.string(Data(CorpusStatistics.bytes(part)).base64EncodedString()) }
          $0["from"] = { $0.integer(start) }
          $0["of"] = { $0.string(kind) }
        }
      }
    }
  }
}

extension FingerprintConfiguration {
  init(_ row: JSONRow) throws(ReadingError) {
    self.init(
      shingleWords: try row.integer("shingle_words"), permutations: try row.integer("permutations"),
      bands: try row.integer("bands"), rows: try row.integer("rows"), sampling: try row.integer("sampling"),
      seed: try row.hash("seed"))
  }

  func append(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("bands")
      writer.integer(bands)
      writer.key("permutations")
      writer.integer(permutations)
      writer.key("rows")
      writer.integer(rows)
      writer.key("sampling")
      writer.integer(sampling)
      writer.key("seed")
      writer.hash(seed)
      writer.key("shingle_words")
      writer.integer(shingleWords)
    }
  }
}

extension Array {
  /// The elements in pieces of `size`.
  func pieces(_ size: Int) -> [ArraySlice<Element>] {
    Parallel.pieces(of: count, size: size).map { self[$0] }
  }
}
