package import Files
package import Input

/// All rows that a stage was given, by their kinds, whatever order they came in.
package struct StageRows: Sendable {
  /// Articles as lines, by number; of one that comes twice the last.
  var articles: [GlobalNumber: [UInt8]] = [:]
  package var statistics = CorpusStatistics()
  var keys: [KeyRow] = []
  var pairs: [PairRow] = []
  var verified: [VerifiedRow] = []
  var conditions: [ConditionRow] = []
  package var copies: [CopyRow] = []
  var edges: [EdgeRow] = []

  package init() {}

  /// Longest line.
  private static let longest = 1 << 30

  /// Reads files of rows; `-` is standard input.
  ///
  /// - Throws: ``ReadingError`` that names a file which cannot be read, or a line that is no row of this version.
  package init(_ paths: [String]) throws(ReadingError) {
    var frequencies = FrequencyReader()
    for path in paths {
      let source = try LineSource(path, longest: Self.longest)
      while let block = try source.next() {
        for line in block.lines {
          let place = ReadingError.Location(Visible.text(path), line: line.number)
          guard let bytes = block.read(line, { span in span.indices.map { span[$0] } }) else {
            throw ReadingError(.tooLarge, "the line is longer than \(Self.longest) bytes", at: place)
          }
          try take(bytes, at: place, &frequencies)
        }
      }
    }
    statistics.frequencies = frequencies.statistics(articles: statistics.distinctArticles)
  }

  private mutating func take(_ line: [UInt8], at place: ReadingError.Location, _ frequencies: inout FrequencyReader)
    throws(ReadingError)
  {
    let row = try JSONRow(line, at: place)
    guard let kind = StageRowKind(rawValue: row.has("stage") ? try row.string("stage") : "") else {
      throw row.error("the row has no known \"stage\"")
    }
    guard row.has("v"), try row.integer("v", as: Int.self) == StageFormat.version else {
      throw row.error("the row is not of version \(StageFormat.version)")
    }
    if try statistics.take(kind, row, &frequencies) { return }
    switch kind {
    case .article: articles[try row.integer("n")] = line
    case .keys: keys.append(try KeyRow(row))
    case .pair: pairs.append(try PairRow(row))
    case .verified: verified.append(try VerifiedRow(row))
    case .condition: conditions.append(try ConditionRow(row))
    case .copy: copies.append(try CopyRow(row))
    case .edge: edges.append(try EdgeRow(row))
    // What only other programs need.
    default: break
    }
  }
}
