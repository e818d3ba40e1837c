internal import Articles
internal import Files

/// The dialect and the headings of a table.
struct TableLayout: Sendable, Hashable {
  var dialect: TableDialect
  var headings: [String]
  /// The heading row as it stands in the file, without the line break.
  var headingBytes: [UInt8]

  init(_ dialect: TableDialect, row: [UInt8]) {
    self.dialect = dialect
    headingBytes = row
    let cells = TableRow(row.span, dialect: dialect)
    headings = cells.fields.map { field in
      let value = TableRow.value(of: row.span.extracting(field), dialect)
      return String(decoding: value[value.span.trimmed], as: UTF8.self)
    }
  }
}

/// One row of a table, cut into fields.
struct TableRow {
  /// Each field as it stands in the row, quotes included.
  private(set) var fields: [Range<Int>] = []

  init(_ row: Span<UInt8>, dialect: TableDialect) {
    var scanner = TableScanner(dialect)
    var start = 0
    while let end = scanner.nextEnd(row, from: start) {
      fields.append(start..<end)
      start = end + 1
    }
    fields.append(start..<row.count)
  }

  /// A field's content: without its quotes, and with doubled and escaped ones single.
  static func value(of field: Span<UInt8>, _ dialect: TableDialect) -> [UInt8] {
    var value: [UInt8] = []
    value.reserveCapacity(field.count)
    forEachPiece(of: field, dialect) { value.append(copying: $0) }
    return value
  }

  static func appendValue(of field: Span<UInt8>, _ dialect: TableDialect, to arena: inout OutputSpan<UInt8>) -> ByteRange {
    let start = arena.count
    forEachPiece(of: field, dialect) { arena.append(copying: $0) }
    return ByteRange(start, arena.count)
  }

  /// Calls `body` with the runs of bytes that make up the field's content.
  private static func forEachPiece(of field: Span<UInt8>, _ dialect: TableDialect, _ body: (Span<UInt8>) -> Void) {
    let quote = UInt8(ascii: "\""), backslash = UInt8(ascii: "\\")
    guard field.count > 0, field[0] == quote else { return body(field) }
    var start = 1, index = 1
    while true {
      index = field.firstIndex(of: quote, dialect.escapes ? backslash : quote, quote, from: index)
      guard index < field.count else { break }
      let following = index + 1 < field.count ? field[index + 1] : nil
      if field[index] == backslash {
        // Only quotes and backslashes are escaped; before anything else a backslash stands for itself.
        if following == quote || following == backslash {
          body(field.extracting(start..<index))
          start = index + 1
        }
        index += 2
      } else if following == quote {
        body(field.extracting(start...index))
        index += 2
        start = index
      } else if !dialect.escapes, following != nil, index >= 2, field[index - 1] == backslash {
        body(field.extracting(start..<index - 1))
        start = index
        index += 1
      } else {
        // The closing quote is left out; what follows it stands for itself.
        body(field.extracting(start..<index))
        start = index + 1
        break
      }
    }
    if start < field.count { body(field.extracting(start...)) }
  }
}
