internal import TextAnalysis

/// Document frequencies of common English words and word pairs in a reference collection, so that a batch of five articles
/// knows that "the government said" is common and "weakest" is not.
package struct ReferenceStatistics: Sendable {
  package private(set) var articles = 0
  private var stems: [UInt32: UInt32] = [:]
  private var pairs: [UInt32: UInt32] = [:]

  package func stem(_ stem: UInt32) -> Int { Int(stems[stem] ?? 0) }
  package func pair(_ pair: UInt32) -> Int { Int(pairs[pair] ?? 0) }

  /// Nothing known.
  package init() {}

  /// Reads the table that ships with the program: `=<TAB>number of articles`, then `stem<TAB>df` or `stem stem<TAB>df` lines.
  package static let standard: ReferenceStatistics = {
    var result = ReferenceStatistics()
    for line in Resource.lines("reference_frequencies.tsv") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let count = UInt32(fields[1]) else { continue }
      let words = fields[0].split(separator: " ").map { StemCode(stemHash: WordScanner.hash(folded: Array($0.utf8)), traits: []).stem }
      switch words.count {
      case 1 where fields[0] == "=": result.articles = Int(count)
      case 1: result.stems[words[0]] = count
      case 2: result.pairs[Features.pair(words[0], words[1])] = count
      default: break
      }
    }
    return result
  }()
}
