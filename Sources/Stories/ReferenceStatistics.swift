internal import Resources
internal import Text

/// Document frequencies of common English words and word pairs in a reference collection, so that a batch of five articles
/// knows that "the government said" is common and "weakest" is not.
package struct ReferenceStatistics: Sendable {
  package private(set) var articles = 0
  private var stems: FrequencyMap = FrequencyMap()
  private var pairs: FrequencyMap = FrequencyMap()

  package func stem(_ stem: UInt32) -> Int { stems[stem] }
  package func pair(_ pair: UInt32) -> Int { pairs[pair] }

  /// Nothing known.
  package init() {}

  /// Reads the table that ships with the program: `=<TAB>number of articles`, then `stem<TAB>df` or `stem stem<TAB>df` lines.
  package static let standard: ReferenceStatistics = {
    var result = ReferenceStatistics()
    for line in Resource.lines("reference_frequencies.tsv") {
      let fields = Resource.split(line, "\t")
      guard fields.count == 2, let count = UInt32(fields[1]) else { continue }
      let words = Resource.split(fields[0], " ").map {
        StemCode(stemHash: WordScanner.hash(folded: Array($0.utf8)), traits: []).stem
      }
      switch words.count {
      case 1 where fields[0] == "=": result.articles = Int(count)
      case 1: result.stems.set(words[0], count)
      case 2: result.pairs.set(Features.pair(words[0], words[1]), count)
      default: break
      }
    }
    return result
  }()
}

/// A fixed-size hash table from features to frequencies, for look-ups in the hot pass; 0 for what is not there.
private struct FrequencyMap: Sendable {
  /// `feature << 32 | frequency`; 0 for an empty place.
  ///
  /// Twice as many places as the table that ships has lines.
  private var entries = [UInt64](repeating: 0, count: 1 << 16)

  mutating func set(_ feature: UInt32, _ frequency: UInt32) {
    entries[slot(of: feature)] = UInt64(feature) << 32 | UInt64(frequency)
  }

  @inline(__always)
  subscript(_ feature: UInt32) -> Int { Int(truncatingIfNeeded: entries[slot(of: feature)] & 0xFFFF_FFFF) }

  @inline(__always)
  private func slot(of feature: UInt32) -> Int {
    var slot = Int((feature &* 0x9E37_79B1) >> 16)
    while entries[slot] != 0, entries[slot] >> 32 != feature { slot = (slot + 1) & 0xFFFF }
    return slot
  }
}
