internal import Boilerplate
internal import Files
package import Fingerprints
internal import FoundationEssentials
internal import Input
package import Output
internal import Stories

/// The rows of the statistics file.
extension CorpusStatistics {
  /// Numbers in one row of many.
  private static let rowValues = 4096

  /// Takes in a row; false when it is none of statistics.
  mutating func take(_ kind: StageRowKind, _ row: JSONRow, _ frequencies: inout FrequencyReader) throws(ReadingError) -> Bool {
    switch kind {
    case .run:
      try take(FingerprintConfiguration(row.object("configuration")), articles: try row.integer("articles"))
    case .ids: ids += try PackedNumbers.numbers(row.data("hashes"), UInt64.self)
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
      writer.row(.run, ["articles": { $0.integer(articles) }, "configuration": { configuration.append(to: &$0) }])
    }
    for part in ids.sorted().pieces(Self.rowValues) {
      writer.row(.ids, ["hashes": { $0.string(PackedNumbers.text(part)) }])
    }
    for (site, count) in lines.articlesOfSites.sorted(by: { $0.key < $1.key }) {
      writer.row(.site, ["articles": { $0.integer(count) }, "site": { $0.hash(site) }])
    }
    appendLines(to: &writer)
    if let recurring { append(recurring, to: &writer) }
    for part in runs.sorted().pieces(Self.rowValues) { writer.row(.passage, ["runs": { $0.hashes(part) }]) }
    for part in members.sorted().pieces(Self.rowValues) {
      writer.row(.member, ["articles": { $0.array(part) { $0.integer($1) } }])
    }
    for (article, runs) in suspects.sorted(by: { $0.key < $1.key }) {
      writer.row(.suspect, ["n": { $0.integer(article) }, "runs": { $0.hashes(runs.sorted()) }])
    }
    if distinctArticles > 0 {
      writer.row(.total, ["articles": { $0.integer(distinctArticles) }, "words": { $0.integer(distinctWords) }])
    }
    if let frequencies { FrequencyReader.append(frequencies, to: &writer) }
  }

  private func appendLines(to writer: inout JSONWriter) {
    var rest = lines.collected[...]
    while let first = rest.first {
      let same = rest.prefix { $0.line == first.line && $0.site == first.site }
      writer.row(
        .line, ["bodies": { $0.hashes(same.map(\.body)) }, "line": { $0.hash(first.line) }, "site": { $0.hash(first.site) }])
      rest = rest.dropFirst(same.count)
    }
  }

  /// One row at least: it says that the file is finished.
  private func append(_ recurring: RecurringBoilerplate, to writer: inout JSONWriter) {
    let keys = recurring.hashes.keys.sorted(), sites = recurring.hashes.sites.sorted()
    for start in stride(from: 0, through: max(keys.count, sites.count, 1) - 1, by: Self.rowValues) {
      writer.row(
        .recurring,
        [
          "keys": { $0.hashes(keys.dropFirst(start).prefix(Self.rowValues)) },
          "sites": { $0.hashes(sites.dropFirst(start).prefix(Self.rowValues)) },
        ])
    }
  }
}

extension JSONWriter {
  fileprivate mutating func hashes(_ values: some Sequence<UInt64>) { array(values) { $0.hash($1) } }
}

/// Puts the counters of ``BatchStatistics`` together from rows, and takes them apart.
struct FrequencyReader {
  private var counters: [String: [UInt16]] = [:]
  private static let rowCounters = 16_384
  private static let kinds = ["stems", "pairs"]

  mutating func take(_ row: JSONRow) throws(ReadingError) {
    let kind = try row.string("of")
    let bits: Int = try row.integer("bits"), from: Int = try row.integer("from")
    let counts = PackedNumbers.numbers(try row.data("counts"), UInt16.self)
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
        writer.row(
          .frequency,
          [
            "bits": { $0.integer(counters.count.trailingZeroBitCount) }, "counts": { $0.string(PackedNumbers.text(part)) },
            "from": { $0.integer(start) }, "of": { $0.string(kind) },
          ])
      }
    }
  }
}

/// Numbers as the base64 of their bytes, little-endian.
enum PackedNumbers {
  static func text<Number: FixedWidthInteger>(_ numbers: some Sequence<Number>) -> String {
    let numbers = numbers.map(\.littleEndian)
    return unsafe numbers.withUnsafeBytes { unsafe Data($0) }.base64EncodedString()
  }

  /// The whole numbers in `bytes`.
  static func numbers<Number: FixedWidthInteger>(_ bytes: [UInt8], _: Number.Type) -> [Number] {
    let size = Number.bitWidth / 8
    return unsafe bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / size).map {
        unsafe Number(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * size, as: Number.self))
      }
    }
  }
}

/// The parameters of fingerprints, as rows and `fingerprint` write them.
extension FingerprintConfiguration {
  init(_ row: JSONRow) throws(ReadingError) {
    self.init(
      shingleWords: try row.integer("shingle_words"), permutations: try row.integer("permutations"),
      bands: try row.integer("bands"), rows: try row.integer("rows"), sampling: try row.integer("sampling"),
      seed: try row.hash("seed"))
  }

  /// Writes it as one object.
  package func append(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("bands", bands)
      writer.member("permutations", permutations)
      writer.member("rows", rows)
      writer.member("sampling", sampling)
      writer.key("seed")
      writer.hash(seed)
      writer.member("shingle_words", shingleWords)
    }
  }
}
