/// A hash table from numbers to values in one flat array, by open addressing; emptied in constant time.
///
/// The scratch of every pass over one article, and the store of fixed tables. Keys are hashes already or spread evenly, so one
/// multiplication places them; a general dictionary would hash them again for every word of every article.
///
/// An entry is valid when it has the table's epoch: ``removeAll(reserving:)`` begins a new epoch and touches no entry.
@frozen
@usableFromInline
package struct FlatTable<Key: FixedWidthInteger & UnsignedInteger & Sendable, Value: Sendable>: Sendable {
  @usableFromInline
  @frozen
  struct Entry: Sendable {
    @usableFromInline var key: Key
    @usableFromInline var epoch: UInt32
    @usableFromInline var value: Value

    @inlinable
    init(key: Key, epoch: UInt32, value: Value) {
      self.key = key
      self.epoch = epoch
      self.value = value
    }
  }

  /// A power of two of places, at most half of them valid.
  @usableFromInline var entries: [Entry]
  @usableFromInline var epoch: UInt32 = 1
  @usableFromInline let filler: Value
  @usableFromInline var used = 0

  /// An empty table with room for `capacity` keys.
  ///
  /// `filler` is what places without a key hold; nobody sees it.
  @inlinable
  package init(filler: Value, capacity: Int = 128) {
    self.filler = filler
    entries = [Entry](repeating: Entry(key: 0, epoch: 0, value: filler), count: Self.places(for: capacity))
  }

  /// How many keys there are.
  @inlinable package var count: Int { used }
  @inlinable package var isEmpty: Bool { used == 0 }

  /// Takes out everything and makes room for `capacity` keys.
  ///
  /// O(1), unless the table has to grow.
  @inlinable
  package mutating func removeAll(reserving capacity: Int) {
    used = 0
    let needed = Self.places(for: capacity)
    if needed > entries.count || epoch == .max {
      entries = [Entry](repeating: Entry(key: 0, epoch: 0, value: filler), count: Swift.max(needed, entries.count))
      epoch = 1
    } else {
      epoch += 1
    }
  }

  /// Adds a key with its value and says whether it is new; a key that is there keeps its value.
  ///
  /// Amortised O(1).
  @inlinable
  @inline(__always)
  package mutating func insert(_ key: Key, _ value: Value) -> Bool {
    let place = place(of: key)
    if entries[place].epoch == epoch { return false }
    entries[place] = Entry(key: key, epoch: epoch, value: value)
    used += 1
    if used * 2 > entries.count { grow() }
    return true
  }

  /// Where a key is, for ``subscript(_:)``, until the next insertion; nil when it is not there.
  @inlinable
  @inline(__always)
  package func find(_ key: Key) -> Int? {
    let place = place(of: key)
    return entries[place].epoch == epoch ? place : nil
  }

  /// The value of a place that ``find(_:)`` gave.
  @inlinable
  package subscript(place: Int) -> Value {
    @inline(__always) get { entries[place].value }
    @inline(__always) _modify { yield &entries[place].value }
  }

  @inlinable
  @inline(__always)
  package func contains(_ key: Key) -> Bool { find(key) != nil }

  /// The place of a key, or the free one where it would go.
  @inlinable
  @inline(__always)
  func place(of key: Key) -> Int {
    let mask = entries.count - 1
    // The upper half of the product: every bit of the key reaches it.
    var place = Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: key) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while entries[place].epoch == epoch, entries[place].key != key { place = (place + 1) & mask }
    return place
  }

  @inlinable
  mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(key: 0, epoch: 0, value: filler), count: old.count * 2)
    for entry in old where entry.epoch == epoch { entries[place(of: entry.key)] = entry }
  }

  /// Twice as many places as keys, a power of two.
  @inlinable
  static func places(for capacity: Int) -> Int {
    1 << (Int.bitWidth - (Swift.max(8, capacity) * 2 - 1).leadingZeroBitCount)
  }
}

extension FlatTable where Value == Void {
  /// An empty set.
  @inlinable
  package init() { self.init(filler: ()) }

  /// Adds a key and says whether it is new.
  ///
  /// Amortised O(1).
  @inlinable
  @inline(__always)
  package mutating func insert(_ key: Key) -> Bool { insert(key, ()) }
}

/// A set of hashed features that is emptied in constant time: the scratch of every pass over one article.
package typealias FeatureSet = FlatTable<UInt32, Void>

/// Says of most numbers that are not in a set that they are not, from one cache line (Bloom 1970, 10.1145/362686.362692, with one
/// bit a number).
///
/// Numbers must be hashes: bits 6 and up choose the word, the lowest six the bit.
@frozen
@usableFromInline
package struct BloomFilter: Sendable {
  @usableFromInline var words: [UInt64]
  @usableFromInline let mask: UInt64

  /// - Parameter words: size in words of 64 bits, a power of two; with n numbers a share of about n / (64 words) passes wrongly.
  package init(words: Int) {
    precondition(words > 0 && words.nonzeroBitCount == 1, "the size of a filter is a power of two")
    self.words = [UInt64](repeating: 0, count: words)
    mask = UInt64(words - 1)
  }

  /// Adds a number.
  @inlinable
  package mutating func insert(_ hash: UInt64) { words[Int(truncatingIfNeeded: hash >> 6 & mask)] |= 1 << (hash & 63) }

  /// False for a number that was never added; true for every one that was, and for some others.
  @inlinable
  package func mayContain(_ hash: UInt64) -> Bool {
    words[Int(truncatingIfNeeded: hash >> 6 & mask)] >> (hash & 63) & 1 == 1
  }

  /// The words themselves, for kernels.
  @inlinable
  package var contents: [UInt64] { words }

  /// Takes out everything, in O(words).
  @inlinable
  package mutating func removeAll() {
    for index in words.indices { words[index] = 0 }
  }
}

/// FNV-1a with 64 bits: for keys of a few bytes, where starting a better hash costs more than it saves.
///
/// Fowler, Noll, Vo; http://www.isthe.com/chongo/tech/comp/fnv/.
@frozen
@usableFromInline
package enum FNV1a {
  /// The hash of nothing.
  @inlinable
  package static var basis: UInt64 { 0xCBF2_9CE4_8422_2325 }

  /// The hash of what `hash` is of, with `unit`, a byte or a character, behind it.
  @inlinable @inline(__always)
  package static func appending(_ unit: UInt64, to hash: UInt64) -> UInt64 { (hash ^ unit) &* 0x0000_0100_0000_01B3 }

  /// The hash of `bytes`; linear.
  @inlinable
  package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = basis
    for byte in bytes { hash = appending(UInt64(byte), to: hash) }
    return hash
  }
}
