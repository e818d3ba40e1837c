internal import Boilerplate
internal import CXXHash
package import Files
package import Fingerprints
internal import Stories

/// What concerns a whole batch and can be counted in parts: merged in any order, the same comes out.
///
/// The statistics file of the stages. Before ``finish(copies:)`` it has what the parts collected; after it, what follows from
/// that.
package struct CorpusStatistics: Sendable {
  /// nil while nothing was counted.
  package var configuration: FingerprintConfiguration?
  /// Articles that were counted.
  package var articles = 0
  /// Hashes of the ids, of parts that were not checked yet.
  var ids: [UInt64] = []
  var lines = RecurringLines()
  /// Lines of pages; nil before ``finish(copies:)``.
  var recurring: RecurringBoilerplate?
  /// Runs of words that are the page's, the articles that hold them, and runs that may be the page's, by article.
  var runs: Set<UInt64> = []
  var members: Set<GlobalNumber> = []
  var suspects: [GlobalNumber: Set<UInt64>] = [:]
  /// Articles that are nobody's copy and their words; 0 when they were not counted.
  var distinctArticles = 0
  var distinctWords = 0
  /// In how many of these each feature occurs; nil when it was not counted.
  var frequencies: BatchStatistics?

  package init() {}

  /// Takes in how many articles were counted, and with which parameters.
  ///
  /// - Throws: ``ReadingError`` when these are not the same in all parts.
  mutating func take(_ configuration: FingerprintConfiguration, articles: Int) throws(ReadingError) {
    if let mine = self.configuration, mine != configuration {
      throw ReadingError(
        .content, "the statistics were made with different parameters: \(mine) and \(configuration)",
        advice: "Make all parts with the same options.")
    }
    self.configuration = configuration
    self.articles += articles
  }

  /// Settles what only the whole batch tells: recurring lines, suspected passages, and which copies hold them too.
  ///
  /// - Parameter copies: the copies that were found, in any order.
  /// - Throws: ``ReadingError`` when an id came twice.
  package mutating func finish(copies: [CopyRow]) throws(ReadingError) {
    ids.sort()
    for (first, second) in zip(ids, ids.dropFirst()) where first == second {
      throw ReadingError(
        .content, "an id comes twice among the \(articles) articles",
        advice: "Give each article an id of its own: newsprint stage articles over all inputs at once does that.")
    }
    ids = []
    let collected = lines.finished()
    recurring = recurring.map { $0.union(collected) } ?? collected
    lines = RecurringLines()
    for (article, found) in suspects where !found.isDisjoint(with: runs) { members.insert(article) }
    suspects = [:]
    guard !members.isEmpty else { return }
    for copy in copies.sorted(by: { $0.n < $1.n }) {
      if members.contains(copy.n) { members.insert(copy.of) } else if members.contains(copy.of) { members.insert(copy.n) }
    }
  }

  /// The hash of an id's bytes.
  static func hash(id: ArraySlice<UInt8>) -> UInt64 {
    // SAFETY: pointer and size belong to one slice.
    unsafe id.withUnsafeBufferPointer { unsafe xxh3_64($0.baseAddress, $0.count) }
  }

  /// Whether it was counted how many articles are nobody's copy.
  package var hasTotals: Bool { distinctWords > 0 }

  /// Whether the batch has passages that are the pages'.
  package var hasPassages: Bool { !members.isEmpty }
}

extension RecurringBoilerplate {
  func union(_ other: RecurringBoilerplate) -> RecurringBoilerplate {
    RecurringBoilerplate(keys: hashes.keys.union(other.hashes.keys), sites: hashes.sites.union(other.hashes.sites))
  }
}

extension Array {
  /// The elements in pieces of `size`.
  func pieces(_ size: Int) -> [ArraySlice<Element>] {
    Parallel.pieces(of: count, size: size).map { self[$0] }
  }
}
