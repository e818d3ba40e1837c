internal import Tables

/// An article that may be a round-up: it has copies of a part of it, and other articles have other parts.
package struct RoundUp: Sendable {
  package var article: UInt32
  /// Those whose text it has a part of, the smallest number first.
  package var parts: [UInt32]
}

extension CopyGroups {
  /// The kept articles that may be round-ups, ascending, but for those that were looked at.
  ///
  /// One that no article is dropped for needs no second look. O(n log n) for n verified pairs.
  package func suspects(but seen: Set<UInt32>) -> [RoundUp] {
    var drops: Set<UInt32> = []
    for (article, copy) in copies.enumerated() {
      guard let copy, !seen.contains(copy.of), let verified = known(UInt32(article), copy.of) else { continue }
      if Self.isPart(of: copy.of, verified, tuning) { drops.insert(copy.of) }
    }
    guard !drops.isEmpty else { return [] }
    var parts: [UInt32: [UInt32]] = [:]
    for verified in known.values {
      let first = UInt32(verified.pair.first), second = UInt32(verified.pair.second)
      if drops.contains(first), Self.isPart(of: first, verified, tuning) { parts[first, default: []].append(second) }
      if drops.contains(second), Self.isPart(of: second, verified, tuning) { parts[second, default: []].append(first) }
    }
    return parts.filter { $0.value.count > 1 }
      .map { RoundUp(article: $0.key, parts: Array($0.value.sorted().prefix(tuning.mostParts))) }
      .filter { !areCopies($0.parts) }
      .sorted { $0.article < $1.article }
  }

  /// Whether each is known to be a copy of each other: those are one part, and have something to do with each other.
  private func areCopies(_ parts: [UInt32]) -> Bool {
    parts.indices.allSatisfy { first in
      parts[(first + 1)...].allSatisfy { known(parts[first], $0)?.relation != nil }
    }
  }

  private func known(_ a: UInt32, _ b: UInt32) -> Verified? { known[UInt64(unordered: a, b)] }

  /// Whether the other article of a pair is in good part in `whole`, and is a part of it that is neither small nor most of it.
  private static func isPart(of whole: UInt32, _ verified: Verified, _ tuning: CopyTuning) -> Bool {
    let isFirst = verified.pair.first == Int(whole)
    let ofWhole = isFirst ? verified.containmentOfFirst : verified.containmentOfSecond
    let ofOther = isFirst ? verified.containmentOfSecond : verified.containmentOfFirst
    return ofOther >= tuning.partContained && ofWhole >= tuning.roundUpPart && ofWhole < tuning.roundUpWhole
  }
}

extension CopyDigest {
  /// Whether `whole` has the beginning of the article: a digest begins its parts, and what stands at the end of two texts is no
  /// part of either.
  package func begins(in whole: CopyDigest) -> Bool {
    let tuning = CopyTuning.standard
    // Each shingle of the beginning with whether the whole has it.
    var lead = FlatTable<UInt64, Bool>(filler: false, capacity: tuning.partLead)
    for shingle in shingles.prefix(tuning.partLead) { _ = lead.insert(shingle, false) }
    var shared = 0
    for shingle in whole.shingles {
      guard let place = lead.find(shingle), !lead[place] else { continue }
      lead[place] = true
      shared += 1
    }
    return shared >= min(tuning.partLeadShared, (lead.count + 1) / 2)
  }
}

/// The different words of content of an article, to be held against those of several others.
package struct DistinctContents: Sendable {
  /// Ascending.
  private let words: [UInt32]

  package init(_ digest: CopyDigest) {
    var distinct = FeatureSet()
    words = digest.words.contents.filter { distinct.insert($0) }.sorted()
  }

  /// Whether two articles have nothing to do with each other: hardly a word of content in common.
  ///
  /// - Complexity: linear in the words of both.
  package func isUnrelated(to other: DistinctContents) -> Bool {
    let fewest = min(words.count, other.words.count)
    let tuning = CopyTuning.standard
    guard fewest >= tuning.leastRestContents else { return false }
    var (first, second, common) = (0, 0, 0)
    while first < words.count, second < other.words.count {
      let (a, b) = (words[first], other.words[second])
      if a == b { common += 1 }
      if a <= b { first += 1 }
      if b <= a { second += 1 }
    }
    return Double(common) < tuning.unrelatedWords * Double(fewest)
  }
}
