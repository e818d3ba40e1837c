/// Where the fields and rows of a table end (RFC 4180), a byte at a time.
///
/// A field that begins with a quote goes on to the quote that is not doubled, over separators and line breaks. Quotes inside
/// other fields stand for themselves, and so does what follows a closing quote up to the separator.
struct TableScanner {
  private enum State { case fieldStart, plain, quoted, quoteInQuoted }

  let separator: UInt8
  private var state = State.fieldStart

  init(separator: UInt8) { self.separator = separator }

  enum Event { case inside, fieldEnd, rowEnd }

  var isInQuotes: Bool { state == .quoted }

  @inline(__always)
  mutating func take(_ byte: UInt8) -> Event {
    switch state {
    case .quoted:
      if byte == UInt8(ascii: "\"") { state = .quoteInQuoted }
      return .inside
    case .quoteInQuoted where byte == UInt8(ascii: "\""):
      state = .quoted
      return .inside
    case .fieldStart where byte == UInt8(ascii: "\""):
      state = .quoted
      return .inside
    default:
      if byte == separator || byte == .newline {
        state = .fieldStart
        return byte == .newline ? .rowEnd : .fieldEnd
      }
      state = .plain
      return .inside
    }
  }
}

/// Cuts a table between its rows.
struct TableSplitter: RecordSplitter {
  private var scanner: TableScanner

  init(separator: UInt8) { scanner = TableScanner(separator: separator) }

  /// A quote that is never closed costs its line, not the rest of the file.
  var recovery: Recovery { .nextLine }

  mutating func scan(_ bytes: Span<UInt8>, from: Int, first: Bool, atEnd: Bool) -> Int {
    var cut = 0
    for index in from..<bytes.count where scanner.take(bytes[index]) == .rowEnd {
      cut = index + 1
      if first { return cut }
    }
    if atEnd && !scanner.isInQuotes { cut = bytes.count }
    if cut > 0 { reset() }
    return cut
  }

  mutating func reset() { scanner = TableScanner(separator: scanner.separator) }

  func unfinished(left: Int) -> String? {
    scanner.isInQuotes ? "a quote opens in this row and is never closed. Close it, or double quotes inside fields." : nil
  }
}
