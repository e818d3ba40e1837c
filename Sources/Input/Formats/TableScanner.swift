internal import Articles
internal import Files

/// How a table is written.
struct TableDialect: Sendable, Hashable {
  var separator: UInt8
  /// What ends a row: a line feed, with or without a carriage return before it, or a carriage return alone.
  var rowEnd: UInt8 = .newline
  /// Whether a backslash takes a quote, or another backslash, into a quoted field, as databases and Spark write them.
  var escapes = false
}

/// Where the fields and rows of a table end (RFC 4180).
///
/// A field that begins with a quote goes on to the quote that is not doubled, over separators and row ends. Quotes inside other
/// fields stand for themselves, and so does what follows a closing quote up to the separator. A quote behind a backslash
/// closes a field only where a separator or a row end follows, or where the dialect knows no escapes.
struct TableScanner {
  private enum State { case fieldStart, plain, quoted, escaped, quoteInQuoted }

  let dialect: TableDialect
  private var state = State.fieldStart
  /// Whether something that is no separator followed a closing quote in this row: a quote is missing or was not doubled.
  private(set) var sawStray = false
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  init(_ dialect: TableDialect) { self.dialect = dialect }

  var isInQuotes: Bool { state == .quoted || state == .escaped }

  /// The next separator or row end, from `start` on, that ends a field; nil when there is none in `bytes`.
  ///
  /// `bytes` begin where a row does; those before `start` were seen by the calls before.
  mutating func nextEnd(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      switch state {
      case .quoted:
        index = bytes.firstIndex(of: Self.quote, dialect.escapes ? Self.backslash : Self.quote, Self.quote, from: index)
        guard index < bytes.count else { return nil }
        state = bytes[index] == Self.quote ? .quoteInQuoted : .escaped
        index += 1
      case .escaped:
        state = .quoted
        index += 1
      case .quoteInQuoted where bytes[index] == Self.quote, .fieldStart where bytes[index] == Self.quote:
        state = .quoted
        index += 1
      case .quoteInQuoted where !endsField(bytes[index]):
        // `\"` inside a text whose writer escapes quotes, although the file's beginning did not show it.
        let isEscaped = !dialect.escapes && index >= 3 && bytes[index - 2] == Self.backslash
        state = isEscaped ? .quoted : .plain
        if !isEscaped { sawStray = true }
      default:
        state = .plain
        index = bytes.firstIndex(of: dialect.separator, dialect.rowEnd, dialect.rowEnd, from: index)
        guard index < bytes.count else { return nil }
        state = .fieldStart
        return index
      }
    }
    return nil
  }

  private func endsField(_ byte: UInt8) -> Bool {
    byte == dialect.separator || byte == dialect.rowEnd || byte == .carriageReturn
  }
}

/// One row of a table as it streams by, and whether its quotes can be trusted.
///
/// A quote that is never closed takes the rows behind it in, up to the next quote. Where such a row holds a line from which a
/// whole row of the heading's width can be read cleanly, the row is taken to end before that line: it costs itself, and no
/// article is made of two.
struct TableRows {
  let dialect: TableDialect
  /// Columns of the heading; 0 while that is not known.
  let width: Int
  private var scanner: TableScanner
  private var columns = 0

  init(_ dialect: TableDialect, width: Int) {
    self.dialect = dialect
    self.width = width
    scanner = TableScanner(dialect)
  }

  var isInQuotes: Bool { scanner.isInQuotes }

  /// The end of the row that begins at `start`, behind its row end; nil when it is not in `bytes`.
  ///
  /// Bytes of the row before `from` were seen by the call before.
  mutating func next(_ bytes: Span<UInt8>, start: Int, from: Int) -> Int? {
    let row = bytes.extracting(start...)
    var index = from - start
    while let end = scanner.nextEnd(row, from: index) {
      columns += 1
      index = end + 1
      guard row[end] == dialect.rowEnd else { continue }
      let mended = scanner.sawStray ? cleanRow(in: row.extracting(..<index)) : nil
      reset()
      return start + (mended ?? index)
    }
    return nil
  }

  /// Where a clean row begins inside one whose quotes are broken, nil when there is none.
  private func cleanRow(in row: Span<UInt8>) -> Int? {
    guard width > 1 else { return nil }
    for start in 1..<row.count where row[start - 1] == dialect.rowEnd {
      let rest = row.extracting(start...)
      var scanner = TableScanner(dialect)
      var columns = 0, index = 0
      while columns <= width, let end = scanner.nextEnd(rest, from: index) {
        columns += 1
        index = end + 1
        if rest[end] == dialect.rowEnd { break }
      }
      if columns == width, !scanner.sawStray, index > 0, rest[index - 1] == dialect.rowEnd { return start }
    }
    return nil
  }

  mutating func reset() {
    scanner = TableScanner(dialect)
    columns = 0
  }
}

/// Cuts a table between its rows.
struct TableSplitter: RecordSplitter {
  private var rows: TableRows
  private(set) var ends: [Int] = []

  init(_ dialect: TableDialect, width: Int) { rows = TableRows(dialect, width: width) }

  /// A quote that is never closed costs its line, not the rest of the file.
  var recovery: Recovery { .nextLine }

  mutating func scan(_ bytes: Span<UInt8>, from: Int, first: Bool, atEnd: Bool) -> Int {
    var cut = 0
    var from = from
    ends.removeAll(keepingCapacity: true)
    while let end = rows.next(bytes, start: cut, from: from) {
      cut = end
      from = end
      ends.append(end)
      if first { return cut }
    }
    if atEnd && !rows.isInQuotes {
      if cut < bytes.count { ends.append(bytes.count) }
      cut = bytes.count
    }
    if cut > 0 { rows.reset() }
    return cut
  }

  mutating func reset() { rows.reset() }

  func unfinished(left: Int) -> String? {
    rows.isInQuotes ? "a quote opens in this row and is never closed. Close it, or double quotes inside fields." : nil
  }
}

extension Span<UInt8> {
  /// The length without `\n`, `\r\n` or `\r` at the end.
  var lengthWithoutLineBreak: Int {
    var end = count
    if end > 0 && self[end - 1] == .newline { end -= 1 }
    if end > 0 && self[end - 1] == .carriageReturn { end -= 1 }
    return end
  }
}

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
