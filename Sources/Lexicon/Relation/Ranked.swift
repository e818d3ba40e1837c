/// A synset or a word of a synset with the sense rank through which it was reached.
///
/// Arrays of them are sorted by key.
struct Ranked: Sendable {
  var key: UInt64
  /// Sense number from 1.
  var rank: UInt8

  init(_ key: UInt64, _ rank: UInt8) {
    self.key = key
    self.rank = rank
  }

  init(_ synset: SynsetID, _ rank: UInt8) { self.init(UInt64(synset.rawValue), rank) }

  /// Sorted by key, each key once with its lowest rank.
  static func normalized(_ entries: [Ranked]) -> [Ranked] {
    var result: [Ranked] = []
    result.reserveCapacity(entries.count)
    for entry in entries.sorted(by: { ($0.key, $0.rank) < ($1.key, $1.rank) }) where result.last?.key != entry.key {
      result.append(entry)
    }
    return result
  }

  /// The lower of two ranks, 0 being none.
  static func lowest(_ first: UInt8, _ second: UInt8) -> UInt8 {
    first == 0 ? second : second == 0 ? first : min(first, second)
  }

  /// The lowest over the shared keys of the higher of the two ranks; 0 when no key is shared.
  ///
  /// O(a + b).
  static func bestShared(_ first: [Ranked], _ second: [Ranked]) -> UInt8 {
    // Most words share nothing: their keys lie apart, or there are none.
    guard let low = first.first, let high = first.last, let other = second.first, let last = second.last,
      low.key <= last.key, other.key <= high.key
    else { return 0 }
    var i = 0
    var j = 0
    var best: UInt8 = 0
    while i < first.count, j < second.count {
      if first[i].key < second[j].key {
        i += 1
      } else if first[i].key > second[j].key {
        j += 1
      } else {
        let rank = max(first[i].rank, second[j].rank)
        if best == 0 || rank < best { best = rank }
        i += 1
        j += 1
      }
    }
    return best
  }
}

/// One word of one synset.
struct SenseKey {
  /// Word numbers count from 1; synsets have fewer than 256 words.
  static func pack(_ synset: SynsetID, word: UInt8) -> UInt64 { UInt64(synset.rawValue) << 8 | UInt64(word) }
  static func synset(_ key: UInt64) -> UInt64 { key >> 8 }
}
