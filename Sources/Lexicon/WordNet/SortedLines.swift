internal import Tables

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

/// The places of the lines of a file by their first fields: one probe where ``SortedLines`` reads twenty lines of the file.
///
/// Made in one pass over the file, which takes milliseconds; every word of every article is asked for in four files.
struct LineIndex: Sendable {
  /// Open addressing: the upper half of a key's hash over the place of its line + 1, or 0 for a free place.
  ///
  /// A power of two of places, at most half of them taken.
  private var slots: [UInt64] = [0]

  /// Of lines with one key the one counts that ``SortedLines/find(_:in:)`` finds.
  init(_ bytes: Span<UInt8>) {
    let lines = Self.lines(bytes)
    slots = [UInt64](repeating: 0, count: 1 << (Int.bitWidth - (max(8, lines.count) * 2 - 1).leadingZeroBitCount))
    for line in lines {
      let mask = slots.count - 1
      var slot = Self.place(line) & mask
      while slots[slot] != 0, slots[slot] ^ line > UInt64(UInt32.max) { slot = (slot + 1) & mask }
      guard slots[slot] != 0 else {
        slots[slot] = line
        continue
      }
      // The same key twice, or two keys of one hash.
      let key = Self.key(line, bytes)
      let own = self.slot(key, hash: line, bytes)
      slots[own] = slots[own] == 0 ? line : line & ~0xFFFF_FFFF | UInt64(SortedLines.find(key, in: bytes)?.lowerBound ?? 0) + 1
    }
  }

  /// The line whose first field is `key`, without its line break, or nil.
  func find(_ key: [UInt8], in bytes: Span<UInt8>) -> Range<Int>? {
    guard !key.isEmpty else { return nil }
    let line = slots[slot(key, hash: Self.hash(key), bytes)]
    return line == 0 ? nil : Self.start(line)..<SortedLines.lineEnd(from: Self.start(line), in: bytes)
  }

  /// Whether a line has the key.
  func contains(_ key: [UInt8], in bytes: Span<UInt8>) -> Bool {
    !key.isEmpty && slots[slot(key, hash: Self.hash(key), bytes)] != 0
  }

  /// The place of a key, or the free one where it would go.
  private func slot(_ key: [UInt8], hash: UInt64, _ bytes: Span<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Self.place(hash) & mask
    while slots[slot] != 0,
      slots[slot] ^ hash > UInt64(UInt32.max) || SortedLines.compare(key, with: bytes, at: Self.start(slots[slot])) != 0
    {
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Hash and place of every line with a key, as they go into the table; the lines of the licence begin with a blank.
  private static func lines(_ bytes: Span<UInt8>) -> [UInt64] {
    var lines: [UInt64] = []
    lines.reserveCapacity(bytes.count / 32)
    var place = 0
    let end = min(bytes.count, Int(UInt32.max))
    while place < end {
      let start = place
      var hash = FNV1a.basis
      while place < end, bytes[place] > SortedLines.blank {
        hash = FNV1a.appending(UInt64(bytes[place]), to: hash)
        place += 1
      }
      if place > start { lines.append(hash & ~0xFFFF_FFFF | UInt64(start + 1)) }
      while place < end, bytes[place] != SortedLines.newline { place += 1 }
      place += 1
    }
    return lines
  }

  private static func hash(_ key: [UInt8]) -> UInt64 { FNV1a.hash(key) & ~0xFFFF_FFFF }

  private static func key(_ line: UInt64, _ bytes: Span<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    var place = start(line)
    while place < bytes.count, bytes[place] > SortedLines.blank {
      key.append(bytes[place])
      place += 1
    }
    return key
  }

  private static func start(_ line: UInt64) -> Int { Int(line & 0xFFFF_FFFF) - 1 }

  private static func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 32 ^ hash >> 52) }
}
