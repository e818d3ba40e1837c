internal import Files

/// Finds out how a table is written from its beginning: separator, row end, escapes, heading.
///
/// The dialect under which most rows of the sample have as many columns as the heading wins; among equals the usual one.
struct TableSniffer {
  let sample: FileSample
  /// Separators that are tried, the usual one first.
  let separators: [UInt8]
  /// Bytes before the heading: the line `sep=;` that spreadsheets write.
  private let preamble: Int
  private let rowEnd: UInt8

  /// A heading in its dialect, and where it ends in the sample.
  struct Found {
    var layout: TableLayout
    var end: Int
  }

  /// Rows of the sample that are looked at.
  private static let rowLimit = 200

  init(_ sample: FileSample, separators: [UInt8]) {
    self.sample = sample
    let bytes = sample.bytes
    let lineEnd = bytes.firstIndex { $0 == .newline || $0 == .carriageReturn } ?? bytes.count
    // A carriage return alone; the one before a line feed belongs to it, even when a conversion has doubled it.
    let isReturn = lineEnd < bytes.count && bytes[lineEnd] == .carriageReturn
    rowEnd = isReturn && !bytes[lineEnd...].prefix(3).contains(.newline) ? .carriageReturn : .newline
    if lineEnd == 5, String(decoding: bytes[..<4], as: UTF8.self).lowercased() == "sep=" {
      // The file may end there.
      preamble = min(bytes.count, 5 + (bytes[5...].prefix(2).elementsEqual([.carriageReturn, .newline]) ? 2 : 1))
      self.separators = [bytes[4]]
    } else {
      preamble = 0
      self.separators = separators
    }
  }

  /// The best reading of the sample in which `isWanted` holds for the headings; any reading when there is none such.
  func find(_ isWanted: ([String]) -> Bool) -> Found? {
    var best: (found: Found, wanted: Bool, score: Int)?
    for separator in separators {
      for escapes in hasEscapes ? [false, true] : [false] {
        let dialect = TableDialect(separator: separator, rowEnd: rowEnd, escapes: escapes)
        guard let found = heading(dialect) else { continue }
        let wanted = isWanted(found.layout.headings)
        let score = fit(found)
        if let best, (best.wanted ? 1 : 0, best.score) >= (wanted ? 1 : 0, score) { continue }
        best = (found, wanted, score)
      }
    }
    return best?.found
  }

  private var hasEscapes: Bool {
    sample.bytes.indices.dropFirst().contains {
      sample.bytes[$0] == UInt8(ascii: "\"") && sample.bytes[$0 - 1] == UInt8(ascii: "\\")
    }
  }

  private func heading(_ dialect: TableDialect) -> Found? {
    var splitter = TableSplitter(dialect, width: 0)
    let bytes = sample.bytes.span.extracting(preamble...)
    let end = splitter.scan(bytes, from: 0, first: true, atEnd: sample.isWhole)
    guard end > 0 else { return nil }
    let row = bytes.extracting(..<end)
    let layout = TableLayout(dialect, row: row.prefix(row.lengthWithoutLineBreak))
    return Found(layout: layout, end: preamble + end)
  }

  /// Rows that have the heading's width, less those that have not.
  private func fit(_ found: Found) -> Int {
    let dialect = found.layout.dialect
    var rows = TableRows(dialect, width: found.layout.headings.count)
    var start = found.end
    var score = 0
    for _ in 0..<Self.rowLimit {
      guard let end = rows.next(sample.bytes.span, start: start, from: start) else { break }
      let row = sample.bytes.span.extracting(start..<end)
      let length = row.lengthWithoutLineBreak
      start = end
      guard length > 0 else { continue }
      score += TableRow(row.extracting(..<length), dialect: dialect).fields.count == found.layout.headings.count ? 1 : -1
    }
    return found.layout.headings.count > 1 ? score : min(score, 0)
  }
}
