package import Drift

/// Compares many pairs of texts, in parallel, with results delivered in input order.
package struct PairsJob: Sendable {
  package var options: DriftOptions
  package var context: RunContext

  package init(options: DriftOptions = DriftOptions(), context: RunContext) {
    self.options = options
    self.context = context
  }

  /// Two texts in UTF-8, with their titles where there are any.
  package struct Pair: Sendable {
    package var a: [UInt8]
    package var b: [UInt8]
    package var titles: ArticleTitles

    package init(a: [UInt8], b: [UInt8], titles: ArticleTitles = ArticleTitles()) {
      self.a = a
      self.b = b
      self.titles = titles
    }
  }

  /// Pairs that a thread takes at a time: enough that taking costs nothing, few enough that all threads finish together.
  private static let piecePairs = 32

  private struct Worker: ~Copyable {
    let comparer: PairComparer
  }

  /// Compares pairs `0..<count`.
  ///
  /// `read` gives a pair, nil when it cannot be read; `write` makes what is to be delivered of it and of the comparison. Both are
  /// called from any thread, `deliver` with the outputs of some pairs at a time, in input order.
  ///
  /// - Throws: what `deliver` throws.
  package func run<Output: Sendable>(
    _ count: Int, read: @Sendable (Int) -> Pair?, write: @Sendable (Int, (Pair, PairComparison)?) -> Output,
    deliver: @Sendable ([Output]) throws -> Void
  ) throws {
    let pieces = Parallel.pieces(of: count, size: Self.piecePairs)
    let delivery = OrderedDelivery<[Output]>()
    let options = options
    _ = try Parallel.map(pieces.count, in: context, makeState: { Worker(comparer: PairComparer(options: options)) }) {
      piece, worker in
      let outputs = pieces[piece].map { index in
        write(index, read(index).map { ($0, worker.comparer.compare($0.a, $0.b, titles: $0.titles)) })
      }
      try delivery.put(outputs, at: piece, deliver: deliver)
    }
  }
}
