internal import Tables

/// Articles that candidate pairs link to one another and to no others: what they copy can be found out without the rest of the
/// batch.
///
/// The articles have numbers of the part's own, in the order of the batch's, so that grouping costs what the part is and not what
/// the batch is.
package struct CopyPart: Sendable {
  /// Article of each of the part's numbers, ascending.
  package let members: [UInt32]
  package var groups: CopyGroups

  /// A part with all pairs of its articles, ascending, and those that need not be verified again.
  package init(pairs: [UInt64], known: [CopyGroups.Verified], preference: [UInt32]) {
    let members = Set(pairs.flatMap { [$0.first, $0.second] }).sorted().map { UInt32($0) }
    var numbers: [Int: Int] = [:]
    for (number, article) in members.enumerated() { numbers[Int(article)] = number }
    func own(_ pair: UInt64) -> UInt64? {
      guard let first = numbers[pair.first], let second = numbers[pair.second] else { return nil }
      return UInt64(pair: first, second)
    }
    var ranks = [UInt32](repeating: 0, count: members.count)
    let order = members.indices.sorted { preference[Int(members[$0])] < preference[Int(members[$1])] }
    for (rank, number) in order.enumerated() { ranks[number] = UInt32(rank) }
    var verified: [UInt64: CopyGroups.Verified] = [:]
    for var pair in known {
      guard let number = own(pair.pair) else { continue }
      pair.pair = number
      verified[number] = pair
    }
    self.members = members
    groups = CopyGroups(pairs: pairs.compactMap(own), preference: ranks, known: verified)
  }

  /// The pair of articles that a pair of the part's numbers is.
  package func whole(_ pair: UInt64) -> UInt64 {
    UInt64(pair: members[pair.first], members[pair.second])
  }

  /// The same with the batch's numbers.
  package func whole(_ suspect: RoundUp) -> RoundUp {
    RoundUp(article: members[Int(suspect.article)], parts: suspect.parts.map { members[Int($0)] })
  }

  /// Takes in what the pairs that ``groups`` asked for came to, in the same order.
  package mutating func add(_ verified: [CopyGroups.Verified]) {
    let own = zip(groups.unverified, verified).map { asked, pair in
      var pair = pair
      pair.pair = asked
      return pair
    }
    groups.add([own])
  }
}

/// Candidate pairs in parts.
package enum CopyParts {
  /// Pairs of one part, ascending, and what is known of others of the same articles.
  package struct Pairs: Sendable {
    package var pairs: [UInt64] = []
    package var known: [CopyGroups.Verified] = []
    fileprivate var articles = 0
    fileprivate var bytes = 0
  }

  /// How large a part may be.
  package struct Limit: Sendable {
    package var articles: Int
    /// Of all articles of a part.
    package var bytes: Int

    package init(articles: Int, bytes: Int) {
      self.articles = articles
      self.bytes = bytes
    }
  }

  /// Whole components of `pairs`, which are ascending, in parts of about as many articles as `limit` says; without the components
  /// that are larger, or longer.
  ///
  /// `bytes` says how long an article is. O(n log n) for n pairs.
  package static func parts(
    _ pairs: [UInt64], known: [UInt64: CopyGroups.Verified], count: Int, limit: Limit, bytes: (Int) -> Int
  ) -> [Pairs] {
    var components = DisjointSets(count: count)
    for pair in pairs { components.union(pair.first, pair.second) }
    var whole: [Int: Pairs] = [:]
    var roots: [Int] = []
    for pair in pairs {
      let root = components.find(pair.first)
      if whole[root] == nil { roots.append(root) }
      whole[root, default: Pairs()].pairs.append(pair)
    }
    for pair in known.values { whole[components.find(pair.pair.first)]?.known.append(pair) }
    var parts: [Pairs] = []
    var part = Pairs()
    for root in roots {
      guard let component = whole[root]?.measured(bytes), component.articles <= limit.articles, component.bytes <= limit.bytes
      else { continue }
      if part.articles + component.articles > limit.articles || part.bytes + component.bytes > limit.bytes {
        parts.append(part)
        part = Pairs()
      }
      part.add(component)
    }
    if !part.pairs.isEmpty { parts.append(part) }
    return parts.map { part in
      var part = part
      part.pairs.sort()
      return part
    }
  }
}

extension CopyParts.Pairs {
  fileprivate func measured(_ bytes: (Int) -> Int) -> Self {
    var result = self
    let members = Set(pairs.flatMap { [$0.first, $0.second] })
    result.articles = members.count
    result.bytes = members.reduce(0) { $0 + bytes($1) }
    return result
  }

  fileprivate mutating func add(_ other: Self) {
    pairs += other.pairs
    known += other.known
    articles += other.articles
    bytes += other.bytes
  }
}
