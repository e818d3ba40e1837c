/// Search in files whose lines are sorted by their first field, in byte order, in place.
///
/// WordNet's index and exception files are such files; licence lines start with a blank and so sort before every key.
enum SortedLines {
  /// The line whose first field is `key`, without its line break, or nil.
  ///
  /// O(log n) reads of a line.
  static func find(_ key: [UInt8], in bytes: Span<UInt8>) -> Range<Int>? {
    guard !key.isEmpty else { return nil }
    var low = 0
    var high = bytes.count
    while low < high {
      let middle = low + (high - low) / 2
      let start = lineStart(before: middle, in: bytes, floor: low)
      let order = compare(key, with: bytes, at: start)
      if order == 0 { return start..<lineEnd(from: start, in: bytes) }
      if order < 0 { high = start } else { low = lineEnd(from: start, in: bytes) + 1 }
    }
    return nil
  }

  private static func lineStart(before position: Int, in bytes: Span<UInt8>, floor: Int) -> Int {
    var start = position
    while start > floor, bytes[start - 1] != newline { start -= 1 }
    return start
  }

  static func lineEnd(from start: Int, in bytes: Span<UInt8>) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != newline { end += 1 }
    return end
  }

  /// Below 0 when `key` sorts before the field at `start`, 0 when equal, above 0 when it sorts after.
  static func compare(_ key: [UInt8], with bytes: Span<UInt8>, at start: Int) -> Int {
    var position = start
    for byte in key {
      guard position < bytes.count else { return 1 }
      if byte != bytes[position] { return byte < bytes[position] ? -1 : 1 }
      position += 1
    }
    return position < bytes.count && bytes[position] > blank ? -1 : 0
  }

  static let newline = UInt8(ascii: "\n")
  static let blank = UInt8(ascii: " ")
}

/// Reads blank-separated fields of one line.
///
/// Past the end, or where a field is no number, it answers nil, so that a damaged file gives fewer relations and never a crash.
struct FieldReader: ~Copyable {
  private(set) var position: Int
  private let end: Int

  init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  mutating func next(in bytes: Span<UInt8>) -> Range<Int>? {
    while position < end, bytes[position] == SortedLines.blank { position += 1 }
    guard position < end else { return nil }
    let start = position
    while position < end, bytes[position] != SortedLines.blank { position += 1 }
    return start..<position
  }

  mutating func skip(_ count: Int, in bytes: Span<UInt8>) {
    for _ in 0..<max(0, count) where next(in: bytes) == nil { return }
  }

  /// The next field as a number of at most eight digits, decimal or hexadecimal.
  mutating func number(in bytes: Span<UInt8>, radix: UInt32 = 10) -> Int? {
    guard let field = next(in: bytes), field.count <= 8 else { return nil }
    var value: UInt32 = 0
    for index in field {
      guard let digit = Self.digit(bytes[index]), digit < radix else { return nil }
      let (product, tooLarge) = value.multipliedReportingOverflow(by: radix)
      if tooLarge { return nil }
      let (sum, overflow) = product.addingReportingOverflow(digit)
      if overflow { return nil }
      value = sum
    }
    return Int(value)
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    default: nil
    }
  }
}
