internal import Files
internal import Articles

/// The separator and the headings of a table.
package struct TableLayout: Sendable, Hashable {
  package var separator: UInt8
  package var headings: [String]
  /// The heading row as it stands in the file, without the line break.
  package var headingBytes: [UInt8]
  /// For each ``ArticleField``, its column.
  var columns: [Int?]

  init(separator: UInt8, row: [UInt8], fields: FieldNames) {
    self.separator = separator
    headingBytes = row
    let cells = TableRow(row.span, separator: separator)
    headings = cells.fields.map { field in
      let value = TableRow.value(of: row.span.extracting(field))
      return String(decoding: value[value.span.trimmed], as: UTF8.self)
    }
    columns = fields.all.map { [headings] in headings.firstIndex(of: $0) }
  }
}

/// One row of a table, cut into fields.
struct TableRow {
  /// Each field as it stands in the row, quotes included.
  private(set) var fields: [Range<Int>] = []
  /// Whether the last quote was never closed.
  private(set) var isOpen = false

  init(_ row: Span<UInt8>, separator: UInt8) {
    var scanner = TableScanner(separator: separator)
    var start = 0
    while let end = scanner.nextEnd(row, from: start) {
      fields.append(start..<end)
      start = end + 1
    }
    fields.append(start..<row.count)
    isOpen = scanner.isInQuotes
  }

  /// A field's content: without its quotes, and with doubled ones single.
  static func value(of field: Span<UInt8>) -> [UInt8] {
    var value: [UInt8] = []
    value.reserveCapacity(field.count)
    forEachPiece(of: field) { value.append(copying: $0) }
    return value
  }

  static func appendValue(of field: Span<UInt8>, to arena: inout OutputSpan<UInt8>) -> ByteRange {
    let start = arena.count
    forEachPiece(of: field) { arena.append(copying: $0) }
    return ByteRange(start, arena.count)
  }

  /// Calls `body` with the runs of bytes that make up the field's content.
  private static func forEachPiece(of field: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    guard field.count > 0, field[0] == UInt8(ascii: "\"") else { return body(field) }
    let quote = UInt8(ascii: "\"")
    var start = 1
    while true {
      let next = field.firstIndex(of: quote, quote, quote, from: start)
      guard next < field.count else { break }
      guard next + 1 < field.count, field[next + 1] == quote else {
        // The closing quote is left out; what follows it stands for itself.
        body(field.extracting(start..<next))
        start = next + 1
        break
      }
      body(field.extracting(start...next))
      start = next + 2
    }
    if start < field.count { body(field.extracting(start...)) }
  }
}
