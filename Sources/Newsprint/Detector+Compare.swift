package import Drift
package import Pipeline
internal import Synchronization

extension Detector {
  /// How article B differs from article A: relation, measures, and what B changed.
  ///
  /// Linear in the texts but for the words inside aligned sentences (after Sultan, Bethard and Sumner 2014, Q14-1018).
  ///
  /// ```swift
  /// let comparison = try Detector().compare(
  ///   Article(text: "The minister said the bridge will open on Monday."),
  ///   Article(text: "The minister said the bridge will not open on Monday."))
  /// print(comparison.relation, comparison.measures.resemblance)
  /// ```
  ///
  /// - Parameters:
  ///   - a: The earlier article, or the source. Text and title count, nothing else.
  ///   - b: The later article, or the copy.
  /// - Returns: The same for the same pair, whatever was compared before.
  public func compare(_ a: Article, _ b: Article) -> Comparison {
    comparers.use { comparer in
      Comparison(comparer.compare(Array(a.text.utf8), Array(b.text.utf8), titles: ArticleTitles(a, b)))
    }
  }

  /// Compares many pairs on every thread.
  ///
  /// - Parameters:
  ///   - pairs: A and B of each pair, see ``compare(_:_:)``.
  ///   - cancellation: Ends the run from outside.
  /// - Returns: A comparison for each pair, in their order.
  /// - Throws: ``NewsprintError/Code/cancelled``.
  public func compare(_ pairs: [(a: Article, b: Article)], cancellation: Cancellation? = nil) throws(NewsprintError)
    -> [Comparison]
  {
    let compared = Mutex<[Comparison]>([])
    try comparePairs(
      next: PairsJob.numbers(below: pairs.count),
      pair: { index in
        PairsJob.Pair(
          a: Array(pairs[index].a.text.utf8), b: Array(pairs[index].b.text.utf8),
          titles: ArticleTitles(pairs[index].a, pairs[index].b))
      }, write: { $1 }, cancellation: cancellation
    ) { comparisons in compared.withLock { $0 += comparisons.compactMap(\.self) } }
    return compared.withLock { $0 }
  }

  /// Compares two texts in UTF-8, which need not be valid.
  package func comparePair(_ a: [UInt8], _ b: [UInt8]) -> Comparison { comparers.use { Comparison($0.compare(a, b)) } }

  /// Compares pairs as they come, and delivers in their order what `write` makes of each, see ``PairsJob``.
  ///
  /// `pair` gives nil for an item that cannot be read, and `write` then gets nil.
  package func comparePairs<Item: Sendable, Output: Sendable>(
    next: @Sendable () throws -> (index: Int, items: [Item])?, pair: @Sendable (Item) -> PairsJob.Pair?,
    write: @Sendable (Item, Comparison?) -> Output, cancellation: Cancellation? = nil,
    deliver: @Sendable ([Output]) throws -> Void
  ) throws(NewsprintError) {
    let job = PairsJob(options: options.drift.options, context: context(nil, cancellation))
    try NewsprintError.wrapping {
      try job.run(next: next, pair: pair, write: { item, found in write(item, found.map { Comparison($0) }) }, deliver: deliver)
    }
  }
}

extension ArticleTitles {
  init(_ a: Article, _ b: Article) {
    self.init(a: Array((a.title ?? "").utf8), b: Array((b.title ?? "").utf8))
  }
}

/// Comparers that wait to be used again: each remembers words, so making one costs more than a comparison.
package final class ComparerPool: Sendable {
  /// A comparer in the hands of one thread at a time.
  private struct Loan: @unchecked Sendable {
    let comparer: PairComparer
  }

  private let options: DriftOptions
  private let idle = Mutex<[Loan]>([])

  package init(_ options: DriftOptions) { self.options = options }

  package func use<Result>(_ body: (PairComparer) -> Result) -> Result {
    // A comparer that was taken out is known to this call only, until it is put back.
    let loan = idle.withLock { $0.popLast() } ?? Loan(comparer: PairComparer(options: options))
    defer { idle.withLock { $0.append(loan) } }
    return body(loan.comparer)
  }
}
