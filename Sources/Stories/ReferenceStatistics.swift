internal import Resources
internal import Tables
internal import Text

/// Document frequencies of common English words and word pairs in a reference collection, so that a batch of five articles
/// knows that "the government said" is common and "weakest" is not.
package struct ReferenceStatistics: Sendable {
  package private(set) var articles = 0
  private var stems = FlatTable<UInt32, UInt32>(filler: 0)
  private var pairs = FlatTable<UInt32, UInt32>(filler: 0)

  /// In how many articles of the collection it occurs, 0 for what is not in the table.
  package func stem(_ stem: UInt32) -> Int { stems.find(stem).map { Int(stems[$0]) } ?? 0 }
  /// The same of two neighbouring stems.
  package func pair(_ pair: UInt32) -> Int { pairs.find(pair).map { Int(pairs[$0]) } ?? 0 }

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
      case 1: _ = result.stems.insert(words[0], count)
      case 2: _ = result.pairs.insert(Features.pair(words[0], words[1]), count)
      default: break
      }
    }
    return result
  }()
}
