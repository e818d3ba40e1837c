package import Matching

/// Groups copies around kept articles: each dropped article was verified against the very article that stays.
///
/// Articles are taken in order of preference; one joins the most similar kept article that it is a verified copy of, and is
/// kept when there is none. That cannot chain: A ~ B ~ C drops C for A only when A and C are copies themselves.
package struct CopyGroups: Sendable {
  package struct Copy: Sendable {
    package var of: UInt32
    package var relation: CopyRelation
    package var resemblance: Float
    package var containment: Float
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
  }

  /// What each article copies, nil when it is kept.
  package private(set) var copies: [Copy?]
  /// Pairs that must be verified before ``copies`` is final, `first << 32 | second`, ascending.
  package private(set) var unverified: [UInt64]
  private let preference: [UInt32]
  private var links: [[Verified]?]
  private var known: Set<UInt64> = []
  private var components: DisjointSets

  /// - Parameters:
  ///   - pairs: candidate pairs, distinct, ascending.
  ///   - preference: rank of each article, 0 the first to be kept.
  package init(pairs: [UInt64], preference: [UInt32]) {
    unverified = pairs
    self.preference = preference
    copies = [Copy?](repeating: nil, count: preference.count)
    links = [[Verified]?](repeating: nil, count: preference.count)
    components = DisjointSets(count: preference.count)
    for pair in pairs { components.union(Int(pair >> 32), Int(pair & 0xFFFF_FFFF)) }
  }

  /// The unverified pairs in blocks that touch about `articles` articles each; pairs of one component stay together.
  package mutating func blocks(articles: Int) -> [[UInt64]] {
    var order = unverified.map { (root: UInt32(components.find(Int($0 >> 32))), pair: $0) }
    order.sort { ($0.root, $0.pair) < ($1.root, $1.pair) }
    var blocks: [[UInt64]] = []
    var block: [UInt64] = []
    var members: Set<UInt32> = []
    for (_, pair) in order {
      members.insert(UInt32(pair >> 32))
      members.insert(UInt32(truncatingIfNeeded: pair))
      block.append(pair)
      if members.count >= articles {
        blocks.append(block)
        block = []
        members = []
      }
    }
    if !block.isEmpty { blocks.append(block) }
    return blocks
  }

  /// Takes the verified pairs in, groups anew, and sets ``unverified`` to what the grouping still has to know.
  package mutating func add(_ verified: [[Verified]]) {
    for pair in verified.joined() {
      known.insert(pair.pair)
      guard pair.relation != nil else { continue }
      for article in [Int(pair.pair >> 32), Int(pair.pair & 0xFFFF_FFFF)] {
        links[article] = (links[article] ?? []) + [pair]
      }
    }
    unverified = []
    let linked = links.indices.filter { links[$0] != nil }.sorted { preference[$0] < preference[$1] }
    for article in linked { copies[article] = nil }
    for article in linked { attach(article) }
    unverified.sort()
    var last: UInt64?
    unverified.removeAll { pair in
      defer { last = pair }
      return pair == last
    }
  }

  /// Joins `article` to the best of the kept articles that are preferred to it.
  private mutating func attach(_ article: Int) {
    var best: Copy?
    for link in links[article] ?? [] {
      let isFirst = Int(link.pair >> 32) == article
      let other = isFirst ? Int(link.pair & 0xFFFF_FFFF) : Int(link.pair >> 32)
      guard preference[other] < preference[article], let relation = link.relation else { continue }
      if let keeper = copies[other] {
        request(article, Int(keeper.of))
        continue
      }
      let containment = isFirst ? link.containmentOfFirst : link.containmentOfSecond
      let reverse = isFirst ? link.containmentOfSecond : link.containmentOfFirst
      // Only the part is a copy of the whole: whoever drops the whole for a part loses text.
      if relation == .excerpt, containment < reverse { continue }
      let copy = Copy(
        of: UInt32(other), relation: relation, resemblance: link.resemblance, containment: containment)
      if best.map({ isBetter(copy, than: $0) }) ?? true { best = copy }
    }
    copies[article] = best
  }

  private func isBetter(_ a: Copy, than b: Copy) -> Bool {
    if a.relation != b.relation { return a.relation < b.relation }
    if a.resemblance != b.resemblance { return a.resemblance > b.resemblance }
    if a.containment != b.containment { return a.containment > b.containment }
    return preference[Int(a.of)] < preference[Int(b.of)]
  }

  private mutating func request(_ a: Int, _ b: Int) {
    guard a != b else { return }
    let pair = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    if !known.contains(pair) { unverified.append(pair) }
  }
}
