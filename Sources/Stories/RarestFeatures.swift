internal import Tables
package import Text

/// The rarest stems and pairs of stems of an article by a reference collection alone: the keys of an index, which knows of no
/// batch.
///
/// Chooses what ``SequenceWeigher`` chooses when no batch was counted, and weighs nothing. Most pairs of stems are not in the
/// collection; the least of those are chosen, so that few others are looked up.
package struct RarestFeatures: Sendable {
  private let reference: ReferenceStatistics
  private let count: Int

  /// `count` is how many stems, and how many pairs, are chosen.
  package init(_ count: Int, reference: ReferenceStatistics = .standard) {
    self.reference = reference
    self.count = count
  }

  /// What one thread reuses from article to article.
  package struct Scratch {
    fileprivate var seen = FeatureSet()
    fileprivate var stems: [UInt32] = []
    fileprivate var pairs: [UInt64] = []
    fileprivate var few: [UInt64] = []
    fileprivate var ranked: [UInt64] = []

    package init() {}
  }

  /// Marks pairs, which are hashes of 32 bits; a stem has 27.
  private static let mark: UInt32 = 0x8000_0000
  private static let stemBits = 27

  /// Replaces `keys` by an article's, in no order.
  ///
  /// Linear in its words.
  package func choose(_ sequences: StemSequences, article: Int, scratch: inout Scratch, into keys: inout [UInt32]) {
    keys.removeAll(keepingCapacity: true)
    read(sequences.codes.span.extracting(sequences.range(article)), &scratch)
    scratch.ranked.removeAll(keepingCapacity: true)
    for stem in scratch.stems { scratch.ranked.append(UInt64(reference.stem(stem)) << 32 | UInt64(stem)) }
    appendLeast(&scratch.ranked, to: &keys)
    if !appendUnknownPairs(&scratch, to: &keys) { appendPairs(&scratch, to: &keys) }
  }

  /// The different stems, and all pairs as `mark | pair << 1 | highest bit of the pair`.
  private func read(_ codes: Span<UInt32>, _ scratch: inout Scratch) {
    scratch.stems.removeAll(keepingCapacity: true)
    scratch.pairs.removeAll(keepingCapacity: true)
    scratch.seen.removeAll(reserving: codes.count)
    var previous: UInt32?
    for index in codes.indices {
      let stem = codes[index].stem
      if scratch.seen.insert(stem) { scratch.stems.append(stem) }
      if let previous {
        let pair = Features.pair(previous, stem)
        scratch.pairs.append(UInt64(pair | Self.mark) << 1 | UInt64(pair >> 31))
      }
      previous = stem
    }
  }

  /// The least pairs that the collection does not have, where there are enough of them among the lowest; false where there are
  /// not.
  private func appendUnknownPairs(_ scratch: inout Scratch, to keys: inout [UInt32]) -> Bool {
    let looked = count * WeightTuning.lookedPairs
    guard scratch.pairs.count > looked * 2 else { return false }
    // Hashes are spread evenly: so many of them are below this.
    let limit = UInt64(Self.mark) << 1 + (UInt64(looked) << 32) / UInt64(scratch.pairs.count)
    scratch.few.removeAll(keepingCapacity: true)
    for pair in scratch.pairs where pair < limit { scratch.few.append(pair) }
    scratch.few.sort()
    let start = keys.count
    var last: UInt64 = 0
    for pair in scratch.few where pair != last {
      last = pair
      guard !isStem(pair, scratch.seen), reference.pair(Self.feature(pair)) == 0 else { continue }
      keys.append(UInt32(truncatingIfNeeded: pair >> 1))
      if keys.count - start == count { return true }
    }
    keys.removeLast(keys.count - start)
    return false
  }

  private func appendPairs(_ scratch: inout Scratch, to keys: inout [UInt32]) {
    scratch.pairs.sort()
    scratch.ranked.removeAll(keepingCapacity: true)
    var last: UInt64 = 0
    for pair in scratch.pairs where pair != last {
      last = pair
      if isStem(pair, scratch.seen) { continue }
      scratch.ranked.append(UInt64(reference.pair(Self.feature(pair))) << 32 | pair >> 1)
    }
    appendLeast(&scratch.ranked, to: &keys)
  }

  /// Whether the pair would pass for a stem of the article: the weigher marks what it has seen by one bit.
  private func isStem(_ pair: UInt64, _ seen: FeatureSet) -> Bool {
    let feature = Self.feature(pair) ^ Self.mark
    return feature >> Self.stemBits == 0 && seen.contains(feature)
  }

  private static func feature(_ pair: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: pair >> 1) & ~mark | UInt32(truncatingIfNeeded: pair & 1) << 31
  }

  private func appendLeast(_ ranked: inout [UInt64], to keys: inout [UInt32]) {
    Selection.partition(&ranked, least: count)
    for key in ranked.prefix(count) { keys.append(UInt32(truncatingIfNeeded: key)) }
  }
}
