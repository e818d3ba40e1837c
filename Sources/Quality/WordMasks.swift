/// A map from word hashes to bit masks by open addressing: the hashes are mixed already, and the standard dictionary would mix
/// them again for every word of every article.
struct WordMasks: Sendable {
  private var keys: [UInt64]
  private var values: [UInt16]
  private let mask: Int

  init(_ entries: [UInt64: UInt16]) {
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [UInt16](repeating: 0, count: size)
    mask = size - 1
    for (key, value) in entries {
      var place = Int(truncatingIfNeeded: key ^ key >> 32) & mask
      while values[place] != 0 { place = (place + 1) & mask }
      keys[place] = key
      values[place] = value
    }
  }

  /// The mask of a word, 0 when it is not in the map.
  subscript(key: UInt64) -> UInt16 {
    var place = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while values[place] != 0 {
      if keys[place] == key { return values[place] }
      place = (place + 1) & mask
    }
    return 0
  }
}
