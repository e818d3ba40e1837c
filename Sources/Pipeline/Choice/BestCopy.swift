internal import Copies
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

/// Outlets in order of preference, by name or host; capitals make no difference.
package struct OutletRanks: Sendable, Hashable {
  private var ranks: [UInt64: UInt16] = [:]

  /// No preference.
  package init() {}

  /// Ranks from names or hosts, the most preferred first; of one that comes twice the first place counts.
  package init(_ outlets: [String]) {
    for outlet in outlets {
      var name = Array(outlet.utf8)
      if name.starts(with: Array("www.".utf8)) { name.removeFirst(4) }
      guard !name.isEmpty else { continue }
      let hash = Self.hash(name[...])
      if ranks[hash] == nil { ranks[hash] = UInt16(clamping: ranks.count) }
    }
  }

  package var isEmpty: Bool { ranks.isEmpty }

  /// The better rank of an article's outlet and host; `UInt16.max` when neither is named.
  func rank(outlet: ArraySlice<UInt8>, host: ArraySlice<UInt8>) -> UInt16 {
    min(ranks[Self.hash(outlet)] ?? .max, ranks[Self.hash(host)] ?? .max)
  }

  private static func hash(_ name: ArraySlice<UInt8>) -> UInt64 {
    var scanner = WordScanner()
    return WordScanner.hash(folded: scanner.folding(Array(name), 0..<name.count))
  }
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

/// Chooses the copy that stays of each group of copies.
///
/// Copies are first grouped around the one with most words, so that every part is held against its whole. Then, of the copies
/// that are no parts and as sound as the best (``TextCondition``), the rule chooses: a correction, the earliest, the latest, the
/// one of the preferred outlet; where it does not decide, the least broken stays, then the one with least of its page around it,
/// then the longest.
struct BestCopy {
  let table: ArticleTable
  let rule: KeepRule
  /// Article of each place.
  let articles: [UInt32]
  /// By place; nothing for places that no group has.
  let conditions: [TextCondition?]

  /// The places that should stay instead of the one they are held against now, with that one.
  func changes(_ copies: [CopyGroups.Copy?]) -> [(chosen: UInt32, keeper: UInt32)] {
    var groups: [UInt32: [UInt32]] = [:]
    for (place, copy) in copies.enumerated() {
      // A part never stands for the whole.
      guard let copy, copy.relation != .excerpt else { continue }
      groups[copy.of, default: [copy.of]].append(UInt32(place))
    }
    return groups.sorted { $0.key < $1.key }.compactMap { keeper, members in
      let chosen = best(of: members)
      return chosen == keeper ? nil : (chosen, keeper)
    }
  }

  private func condition(_ place: UInt32) -> TextCondition { conditions[Int(place)] ?? TextCondition() }
  private func article(_ place: UInt32) -> Int { Int(articles[Int(place)]) }

  /// The member that stays; members are two or more.
  func best(of members: [UInt32]) -> UInt32 {
    let comparable = comparable(members)
    return comparable.min { isBetter($0, than: $1) } ?? members[0]
  }

  /// The members that the rule may choose from.
  private func comparable(_ members: [UInt32]) -> [UInt32] {
    guard rule.policy == .original, rule.prefer.isEmpty else {
      return ofWorth(ChoiceTuning.namedWorth, members)
    }
    let accented = members.map(condition).max { $0.accents < $1.accents } ?? TextCondition()
    let whole = members.filter { !condition($0).hasLostAccents(beside: accented) }
    let sound = ofWorth(ChoiceTuning.comparableWorth, whole)
    let least = sound.map { condition($0).damageRate }.min() ?? 0
    let comparable = sound.filter { condition($0).damageRate <= least + ChoiceTuning.comparableDamage }
    // What was corrected stays, whenever the mistake was printed.
    let corrections = comparable.filter { condition($0).isCorrection }
    return corrections.isEmpty ? comparable : corrections
  }

  /// Those that are worth at least `share` of the best of them.
  private func ofWorth(_ share: Float, _ members: [UInt32]) -> [UInt32] {
    let best = members.map { condition($0).worth }.max() ?? 0
    return members.filter { condition($0).worth >= share * best }
  }

  /// A strict order: what the rule says, then soundness, then the order of ``ArticleTable/isPreferred(_:to:_:)``.
  private func isBetter(_ a: UInt32, than b: UInt32) -> Bool {
    let (first, second) = (article(a), article(b))
    let ranks = (table.outletRank(first), table.outletRank(second))
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    let times = (table.published[first], table.published[second])
    switch rule.policy {
    case .original where times.0 != times.1, .earliest where times.0 != times.1: return times.0 < times.1
    case .latest where times.0 != times.1, .first: return table.isPreferred(first, to: second, rule.policy)
    default: break
    }
    return isSounder(condition(a), than: condition(b)) ?? table.isPreferred(first, to: second, rule.policy)
  }

  /// Which of two texts is sounder; nil when they are alike.
  private func isSounder(_ a: TextCondition, than b: TextCondition) -> Bool? {
    if rule.policy == .longest, a.words != b.words { return a.words > b.words }
    return a.isSounder(than: b)
  }
}
