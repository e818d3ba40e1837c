/// Where the fields and rows of a table end (RFC 4180).
///
/// A field that begins with a quote goes on to the quote that is not doubled, over separators and line breaks. Quotes inside
/// other fields stand for themselves, and so does what follows a closing quote up to the separator.
struct TableScanner {
  private enum State { case fieldStart, plain, quoted, quoteInQuoted }

  let separator: UInt8
  private var state = State.fieldStart

  init(separator: UInt8) { self.separator = separator }

  var isInQuotes: Bool { state == .quoted }

  /// The next separator or line break, from `start` on, that ends a field; nil when there is none in `bytes`.
  mutating func nextEnd(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    let quote = UInt8(ascii: "\"")
    var index = start
    while index < bytes.count {
      switch state {
      case .quoted:
        index = bytes.firstIndex(of: quote, quote, quote, from: index)
        guard index < bytes.count else { return nil }
        state = .quoteInQuoted
        index += 1
      case .quoteInQuoted where bytes[index] == quote, .fieldStart where bytes[index] == quote:
        state = .quoted
        index += 1
      default:
        state = .plain
        index = bytes.firstIndex(of: separator, .newline, .newline, from: index)
        guard index < bytes.count else { return nil }
        state = .fieldStart
        return index
      }
    }
    return nil
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
    var index = from
    while let end = scanner.nextEnd(bytes, from: index) {
      index = end + 1
      guard bytes[end] == .newline else { continue }
      cut = index
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
