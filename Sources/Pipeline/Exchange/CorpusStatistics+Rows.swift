internal import Boilerplate
internal import Files
internal import Fingerprints
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
