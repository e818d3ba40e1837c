internal import Text

/// Which article of a group of copies stays.
package enum Keep: String, Sendable, CaseIterable {
  /// The one the others most likely come from: the earliest of the sound ones when dates say so, otherwise the soundest.
  case original
  case longest
  case earliest
  case latest
  /// The first of the input.
  case first
}

/// What a person says of the copies that count and of the one that stays.
package struct KeepRule: Sendable {
  package var policy = Keep.original
  /// Outlets whose copies stay rather than those of others.
  package var prefer = OutletRanks()
  /// Seconds that two copies may be apart; nil for any time.
  ///
  /// An article without a date is in every window.
  package var window: Int64?

  package init() {}

  /// Whether two articles of these times (seconds since 1970, `Int64.max` unknown) can be copies of one another.
  func isWithinWindow(_ a: Int64, _ b: Int64) -> Bool {
    guard let window, a != .max, b != .max else { return true }
    return max(a, b) - min(a, b) <= window
  }
}

/// Outlets in order of preference, by name or host.
package struct OutletRanks: Sendable, Hashable {
  private var ranks: [UInt64: UInt16] = [:]

  /// No preference.
  package init() {}

  /// Ranks from names or hosts, the most preferred first; of one that comes twice the first place counts.
  package init(_ outlets: [String]) {
    for outlet in outlets {
      var name = Array(outlet.utf8)
      if name.starts(with: Array("www.".utf8)) { name.removeFirst(4) }
      let hash = WordScanner.hash(folded: name[...])
      if ranks[hash] == nil { ranks[hash] = UInt16(clamping: ranks.count) }
    }
  }

  package var isEmpty: Bool { ranks.isEmpty }

  /// The better rank of an article's outlet and host, by their hashes; `UInt16.max` when neither is named.
  func rank(outlet: UInt64, host: UInt64) -> UInt16 { min(ranks[outlet] ?? .max, ranks[host] ?? .max) }
}

extension ArticleTable {
  /// Whether article `a` is kept rather than `b`, of two that are equally sound: a strict order.
  ///
  /// But for `first`, it depends on the articles alone; ties that nothing in them decides go to the smaller content hash, then to
  /// the earlier in the input.
  func isPreferred(_ a: Int, to b: Int, _ keep: Keep) -> Bool {
    let ranks = (outletRank(a), outletRank(b))
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    switch keep {
    case .original:
      if published[a] != published[b] { return published[a] < published[b] }
      if wordCounts[a] != wordCounts[b] { return wordCounts[a] > wordCounts[b] }
    case .longest:
      if wordCounts[a] != wordCounts[b] { return wordCounts[a] > wordCounts[b] }
    case .earliest:
      if published[a] != published[b] { return published[a] < published[b] }
    case .latest:
      let times = (published[a], published[b])
      // An unknown time is the largest number and no time at all.
      if times.0 != times.1 { return times.1 == .max || (times.0 != .max && times.0 > times.1) }
    case .first:
      return a < b
    }
    return isSmaller(a, than: b)
  }

  /// The order of content, id and place, for ties.
  func isSmaller(_ a: Int, than b: Int) -> Bool {
    if contents[a] != contents[b] { return contents[a] < contents[b] }
    let ids = (id(a), id(b))
    if ids.0 != ids.1 { return ids.0.lexicographicallyPrecedes(ids.1) }
    return a < b
  }
}
