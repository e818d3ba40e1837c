internal import Tables

/// A word's number in a ``WordTable``: equal numbers are equal folded spellings.
@usableFromInline
package typealias WordNumber = UInt32

/// Folded spellings and their numbers, so that the rest of the analysis compares words by number and no token owns a `String`.
///
/// One table serves one thread. Numbers depend on the order in which words were met, hence must not be stored or printed.
///
/// Complexity: a look-up is O(length of the word), amortised.
package final class WordTable {
  // One thread's own and never entered twice: asking at run time whether the table is in use would cost as much as reading it.
  @exclusivity(unchecked) private var store = WordStore()

  package init() { _ = id(of: "") }

  /// How many different words were met.
  package var count: Int { store.count }

  package func id(of word: String) -> WordNumber { store.id(of: Array(word.utf8)) }

  /// The number of a folded spelling, which is added when it is new.
  package func id(of folded: [UInt8]) -> WordNumber { store.id(of: folded) }

  /// The number of a word of ASCII letters, capitals folded.
  func id(ofLetters range: Range<Int>, in bytes: [UInt8]) -> WordNumber { store.id(ofLetters: range, in: bytes) }

  package func bytes(_ id: WordNumber) -> ArraySlice<UInt8> { store.bytes(id) }

  package func string(_ id: WordNumber) -> String { String(decoding: bytes(id), as: UTF8.self) }

  /// The 64-bit hash of the folded spelling, the same in every table.
  package func hash(_ id: WordNumber) -> UInt64 { store.hashes[Int(id)] }

  /// The hashes of the words of many tokens.
  func hashes(of tokens: [Token]) -> [UInt64] {
    let hashes = store.hashes
    return tokens.map { hashes[Int($0.word)] }
  }

  /// Length of the folded spelling in bytes.
  package func length(_ id: WordNumber) -> Int { store.range(id).count }

  /// The first and the last byte of a folded spelling; nil for the empty one.
  package func ends(_ id: WordNumber) -> (first: UInt8, last: UInt8)? { store.ends(id) }

  /// Whether the folded spelling ends so.
  package func ends(_ id: WordNumber, with ending: String) -> Bool {
    let letters = bytes(id)
    return letters.count >= ending.utf8.count && letters.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  /// The hash of a folded spelling.
  package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 { FNV1a.hash(bytes) }
}

/// What a ``WordTable`` holds.
private struct WordStore {
  private var arena: [UInt8] = []
  private var starts: [UInt32] = [0]
  /// The 64-bit hash of each word, the same in every table.
  private(set) var hashes: [UInt64] = []
  /// Open addressing: 0 for a free place, or the upper half of the hash, which settles nearly every question, and word number +
  /// 1.
  ///
  /// The size is a power of two.
  private var slots: [UInt64] = Array(repeating: 0, count: 1 << 12)

  var count: Int { starts.count - 1 }

  /// As ``id(of:)``, without a copy of the letters.
  mutating func id(ofLetters range: Range<Int>, in bytes: [UInt8]) -> WordNumber {
    var hash = FNV1a.basis
    for index in range { hash = FNV1a.appending(UInt64(bytes[index] | 0x20), to: hash) }
    var slot = Self.slot(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let candidate = Self.word(slots[slot])
      if Self.entry(candidate, hash) == slots[slot], equals(candidate, range, bytes) { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(bytes[range].lazy.map { $0 | 0x20 }, hash, at: slot)
  }

  mutating func id(of folded: [UInt8]) -> WordNumber {
    let hash = WordTable.hash(folded)
    var slot = Self.slot(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let candidate = Self.word(slots[slot])
      if Self.entry(candidate, hash) == slots[slot], equals(candidate, folded) { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(folded, hash, at: slot)
  }

  /// A new word, with its hash and the free place that was found for it.
  private mutating func add(_ folded: some Sequence<UInt8>, _ hash: UInt64, at slot: Int) -> WordNumber {
    let new = WordNumber(count)
    hashes.append(hash)
    arena.append(contentsOf: folded)
    starts.append(UInt32(arena.count))
    slots[slot] = Self.entry(new, hash)
    if count * 2 > slots.count { grow() }
    return new
  }

  func range(_ id: WordNumber) -> Range<Int> { Int(starts[Int(id)])..<Int(starts[Int(id) + 1]) }

  func bytes(_ id: WordNumber) -> ArraySlice<UInt8> { arena[range(id)] }

  func ends(_ id: WordNumber) -> (first: UInt8, last: UInt8)? {
    let range = range(id)
    return range.isEmpty ? nil : (arena[range.lowerBound], arena[range.upperBound - 1])
  }

  private func equals(_ id: WordNumber, _ folded: [UInt8]) -> Bool {
    let range = range(id)
    guard range.count == folded.count else { return false }
    var offset = 0
    while offset < folded.count, arena[range.lowerBound + offset] == folded[offset] { offset += 1 }
    return offset == folded.count
  }

  /// The same of ASCII letters in a text.
  private func equals(_ id: WordNumber, _ letters: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let range = range(id)
    guard range.count == letters.count else { return false }
    var offset = 0
    while offset < letters.count, arena[range.lowerBound + offset] == bytes[letters.lowerBound + offset] | 0x20 { offset += 1 }
    return offset == letters.count
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for id in 0..<WordNumber(count) {
      var slot = Self.slot(hashes[Int(id)]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Self.entry(id, hashes[Int(id)])
    }
  }

  private static func entry(_ word: WordNumber, _ hash: UInt64) -> UInt64 { (hash & ~0xFFFF_FFFF) | UInt64(word + 1) }

  private static func word(_ entry: UInt64) -> WordNumber { UInt32(truncatingIfNeeded: entry) - 1 }

  private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7fff_ffff) }
}

/// A fixed set of words as a bit field over their numbers in one ``WordTable``.
@frozen
@usableFromInline
package struct WordSet {
  @usableFromInline var bits: [UInt64] = []

  package init() {}

  package init(_ words: some Sequence<String>, in table: WordTable) {
    for word in words { insert(table.id(of: word)) }
  }

  package mutating func insert(_ id: WordNumber) {
    let index = Int(id >> 6)
    if index >= bits.count { bits.append(contentsOf: repeatElement(0, count: index + 1 - bits.count)) }
    bits[index] |= 1 << UInt64(id & 63)
  }

  @inlinable
  package func contains(_ id: WordNumber) -> Bool {
    let index = Int(id >> 6)
    return index < bits.count && bits[index] >> UInt64(id & 63) & 1 == 1
  }
}
