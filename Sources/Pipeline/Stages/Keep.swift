/// Which article of a group of copies stays.
package enum Keep: String, Sendable, CaseIterable {
  /// The one the others most likely come from: the earliest when dates say so, otherwise the longest.
  case original
  case longest
  case earliest
  /// The first of the input.
  case first
}

extension ArticleTable {
  /// Whether article `a` is kept rather than `b`: a strict order.
  ///
  /// But for `first`, it depends on the articles alone; ties that nothing in them decides go to the smaller content hash, then to
  /// the earlier in the input.
  func isPreferred(_ a: Int, to b: Int, _ keep: Keep) -> Bool {
    switch keep {
    case .original:
      if published[a] != published[b] { return published[a] < published[b] }
      if wordCounts[a] != wordCounts[b] { return wordCounts[a] > wordCounts[b] }
    case .longest:
      if wordCounts[a] != wordCounts[b] { return wordCounts[a] > wordCounts[b] }
    case .earliest:
      if published[a] != published[b] { return published[a] < published[b] }
    case .first:
      return a < b
    }
    if contents[a] != contents[b] { return contents[a] < contents[b] }
    let ids = (id(a), id(b))
    if ids.0 != ids.1 { return ids.0.lexicographicallyPrecedes(ids.1) }
    return a < b
  }
}
