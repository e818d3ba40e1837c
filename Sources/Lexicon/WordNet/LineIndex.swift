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
      var hash = basis
      while place < end, bytes[place] > SortedLines.blank {
        hash = (hash ^ UInt64(bytes[place])) &* prime
        place += 1
      }
      if place > start { lines.append(hash & ~0xFFFF_FFFF | UInt64(start + 1)) }
      while place < end, bytes[place] != SortedLines.newline { place += 1 }
      place += 1
    }
    return lines
  }

  private static func hash(_ key: [UInt8]) -> UInt64 {
    var hash = basis
    for byte in key { hash = (hash ^ UInt64(byte)) &* prime }
    return hash & ~0xFFFF_FFFF
  }

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

  /// FNV-1a, never stored.
  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3
}
