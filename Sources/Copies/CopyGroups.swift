internal import Tables

/// Groups copies around kept articles: each dropped article was verified against the very article that stays.
///
/// Articles are taken in order of preference; one joins the most preferred kept article that it is a verified copy of, and is
/// kept when there is none. That cannot chain: A ~ B ~ C drops C for A only when A and C are copies themselves. Pairs are
/// verified as they are needed: a story printed thirteen times takes some twelve of them, not seventy-eight.
package struct CopyGroups: Sendable {
  /// Why an article is a copy of another.
  package struct Copy: Sendable {
    /// The article that is kept.
    package var of: UInt32
    package var relation: CopyRelation
    /// Exact resemblance and containment of the dropped article in the kept one, 0...1.
    package var resemblance: Float
    package var containment: Float

    package init(of: UInt32, relation: CopyRelation, resemblance: Float, containment: Float) {
      self.of = of
      self.relation = relation
      self.resemblance = resemblance
      self.containment = containment
    }
  }

  /// A verified pair, first < second.
  package struct Verified: Sendable {
    package var pair: UInt64
    package var relation: CopyRelation?
    package var resemblance: Float
    package var containmentOfFirst: Float
    package var containmentOfSecond: Float

    package init(pair: UInt64, relation: CopyRelation?, measure: CopyMeasure) {
      self.pair = pair
      self.relation = relation
      resemblance = measure.resemblance
      containmentOfFirst = measure.containmentOfA
      containmentOfSecond = measure.containmentOfB
    }

    /// A pair that was verified elsewhere.
    package init(
      pair: UInt64, relation: CopyRelation?, resemblance: Float, containmentOfFirst: Float, containmentOfSecond: Float
    ) {
      self.pair = pair
      self.relation = relation
      self.resemblance = resemblance
      self.containmentOfFirst = containmentOfFirst
      self.containmentOfSecond = containmentOfSecond
    }
  }

  /// What each article copies, nil when it is kept.
  ///
  /// Final when ``unverified`` is empty.
  package private(set) var copies: [Copy?]
  /// Pairs to be verified next, `UInt64(pair: first, second)`, ascending.
  package private(set) var unverified: [UInt64] = []
  private let preference: [UInt32]
  /// Articles with candidates that are preferred to them, in order of preference, and those candidates likewise.
  private let members: [UInt32]
  private let starts: [Int]
  private let candidates: [UInt32]
  /// The pairs that were verified.
  package private(set) var known: [UInt64: Verified]
  /// Articles that contain several others, see ``RoundUp``: nobody is a copy of a part.
  private var roundUps: Set<UInt32>
  let tuning = CopyTuning.standard
  /// How many of an article's candidates may be verified in the next round; doubles, so that rounds are few.
  private var allowance = 1

  /// - Parameters:
  ///   - pairs: candidate pairs, distinct, ascending.
  ///   - preference: rank of each article, 0 the first to be kept.
  ///   - known: pairs that need not be verified again.
  ///   - earlier: groups of the same articles in another order, whose verified pairs hold here too.
  package init(
    pairs: [UInt64], preference: [UInt32], known: [UInt64: Verified] = [:], after earlier: CopyGroups? = nil
  ) {
    self.preference = preference
    self.known = earlier?.known ?? known
    roundUps = earlier?.roundUps ?? []
    copies = [Copy?](repeating: nil, count: preference.count)
    // Rank of the later article, then rank of the preferred one: one sort gives every list in its order.
    var ranked: [UInt64] = []
    var articleOfRank = [UInt32](repeating: 0, count: preference.count)
    for (article, rank) in preference.enumerated() { articleOfRank[Int(rank)] = UInt32(article) }
    for pair in pairs {
      let first = pair.first, second = pair.second
      let ranks = (preference[first], preference[second])
      ranked.append(UInt64(pair: max(ranks.0, ranks.1), min(ranks.0, ranks.1)))
    }
    ranked.sort()
    var members: [UInt32] = []
    var starts: [Int] = []
    for (index, pair) in ranked.enumerated() where index == 0 || pair.first != ranked[index - 1].first {
      members.append(articleOfRank[pair.first])
      starts.append(index)
    }
    self.members = members
    self.starts = starts + [ranked.count]
    candidates = ranked.map { articleOfRank[$0.second] }
    group()
  }

  /// The unverified pairs in blocks that touch about `articles` articles each, see ``PairBlocks``.
  package func blocks(articles: Int) -> [[UInt64]] {
    PairBlocks.blocks(unverified, count: preference.count, articles: articles)
  }

  /// Takes the verified pairs in, groups anew, and sets ``unverified`` to what the grouping still has to know.
  package mutating func add(_ verified: [[Verified]]) {
    for pair in verified.joined() { known[pair.pair] = pair }
    allowance *= 2
    group()
  }

  /// Lets nobody be a copy of a part of these articles, and groups anew.
  package mutating func setAside(_ found: [UInt32]) {
    roundUps.formUnion(found)
    // What is asked for must not depend on how long other components took.
    allowance = 1
    group()
  }

  private mutating func group() {
    var requests: [UInt64] = []
    for (index, article) in members.enumerated() {
      copies[Int(article)] = attach(Int(article), starts[index]..<starts[index + 1], &requests)
    }
    requests.sort()
    unverified = []
    for pair in requests where pair != unverified.last { unverified.append(pair) }
  }

  /// The most preferred kept article that `article` is a copy of; what is not known yet on the way is asked for.
  private func attach(_ article: Int, _ range: Range<Int>, _ requests: inout [UInt64]) -> Copy? {
    var asked = 0
    for candidate in candidates[range] {
      let keeper = Int(copies[Int(candidate)]?.of ?? candidate)
      let pair = UInt64(unordered: article, keeper)
      guard let verified = known[pair] else {
        requests.append(pair)
        asked += 1
        if asked == allowance { return nil }
        continue
      }
      if asked == 0, let copy = copy(article, keeper, verified) { return copy }
    }
    return nil
  }

  private func copy(_ article: Int, _ keeper: Int, _ verified: Verified) -> Copy? {
    guard let relation = verified.relation, preference[keeper] < preference[article] else { return nil }
    let isFirst = verified.pair.first == article
    let containment = isFirst ? verified.containmentOfFirst : verified.containmentOfSecond
    let reverse = isFirst ? verified.containmentOfSecond : verified.containmentOfFirst
    if reverse < tuning.roundUpWhole, roundUps.contains(UInt32(keeper)) { return nil }
    // Only the part is a copy of the whole: whoever drops the whole for a part loses text.
    if relation == .excerpt, containment < reverse { return nil }
    return Copy(of: UInt32(keeper), relation: relation, resemblance: verified.resemblance, containment: containment)
  }
}
