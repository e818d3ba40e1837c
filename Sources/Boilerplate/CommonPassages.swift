internal import Tables
internal import Text

/// Passages that a batch showed to be no evidence of copying: they stand in articles whose remaining text differs.
///
/// Kept as hashes of the runs of ``width`` words, and applied only to the articles that were seen to share them, so that one
/// wrong judgement touches those alone.
package struct CommonPassages: Sendable, Hashable {
  /// Words in a run.
  package static let width = 5
  /// Words from which what stands in a passage is it, and no turn of phrase.
  package static let shortest = 8
  /// Words of a passage that is worth remembering before it is known to be the page's.
  package static let longestSuspect = 60

  private var runs: Set<UInt64> = []
  private var members: Set<UInt32> = []
  /// Runs of articles that may be the page's, see ``suspect(_:of:)``.
  private var suspects: [UInt32: Set<UInt64>] = [:]

  package init() {}

  /// Passages that were found before: the hashes of their runs, the articles that hold them, and what is suspected of others.
  package init(runs: Set<UInt64>, members: Set<UInt32>, suspects: [UInt32: Set<UInt64>] = [:]) {
    self.runs = runs
    self.members = members
    self.suspects = suspects
  }

  package var isEmpty: Bool { members.isEmpty }

  /// The hashes of the runs.
  package var runHashes: Set<UInt64> { runs }

  /// Runs that may be the page's, by article.
  package var suspected: [UInt32: Set<UInt64>] { suspects }

  /// The articles that hold a passage, ascending.
  package var articles: [UInt32] { members.sorted() }

  /// Whether `article` is one of those that share a passage.
  package func concerns(_ article: UInt32) -> Bool { members.contains(article) }

  /// Takes in a passage, the hashes of its words, of `article`.
  package mutating func insert(_ words: ArraySlice<UInt32>, of article: UInt32) {
    guard words.count >= Self.width else { return }
    members.insert(article)
    Self.forEachRun(words) { runs.insert($1) }
  }

  /// Takes in a passage that is the page's if other articles show it to be, see ``settle()``.
  package mutating func suspect(_ words: ArraySlice<UInt32>, of article: UInt32) {
    Self.forEachRun(words) { suspects[article, default: []].insert($1) }
  }

  /// Makes members of the articles of which a suspected passage turned out to be the page's.
  package mutating func settle() {
    for (article, found) in suspects where found.contains(where: runs.contains) { members.insert(article) }
    suspects = [:]
  }

  /// Two articles are copies: what one of them is known to hold, the other holds too.
  package mutating func join(_ a: UInt32, _ b: UInt32) {
    if members.contains(a) { members.insert(b) } else if members.contains(b) { members.insert(a) }
  }

  package mutating func formUnion(_ other: CommonPassages) {
    runs.formUnion(other.runs)
    members.formUnion(other.members)
    suspects.merge(other.suspects) { $0.union($1) }
  }

  /// Finds the runs of the passages in many articles: a flat table, as it is asked once for each of their words.
  struct Finder: Sendable {
    private var runs: FlatTable<UInt64, Void>
    /// Sixteen bits a run: nearly every word of an article ends here, and it is small enough to stay at hand.
    private var filter: BloomFilter

    init(_ passages: CommonPassages) {
      let count = max(64, passages.runs.count)
      runs = FlatTable(filler: (), capacity: passages.runs.count)
      filter = BloomFilter(words: 1 << (Int.bitWidth - (count / 4).leadingZeroBitCount))
      for run in passages.runs {
        _ = runs.insert(run)
        filter.insert(run)
      }
    }

    @inline(__always)
    fileprivate func contains(_ run: UInt64) -> Bool { filter.mayContain(run) && runs.contains(run) }
  }

  /// The words of `hashes` that stand in a common passage, ``shortest`` and more in a row, as ascending ranges; linear.
  static func ranges(in hashes: ArraySlice<UInt32>, _ finder: Finder) -> [Range<Int>] {
    var result: [Range<Int>] = []
    forEachRun(hashes) { start, run in
      guard finder.contains(run) else { return }
      if let last = result.last, last.upperBound >= start {
        result[result.count - 1] = last.lowerBound..<start + width
      } else {
        result.append(start..<start + width)
      }
    }
    return result.filter { $0.count >= Self.shortest }
  }

  private static func forEachRun(_ words: ArraySlice<UInt32>, _ body: (Int, UInt64) -> Void) {
    guard words.count >= width else { return }
    for start in words.startIndex...words.endIndex - width {
      var hash: UInt64 = 0
      for word in words[start..<start + width] { hash = (hash ^ UInt64(word)) &* 0x9E37_79B9_7F4A_7C15; hash ^= hash >> 29 }
      body(start, hash)
    }
  }
}
