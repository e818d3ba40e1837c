package import Drift
internal import Synchronization

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

  /// Compares pairs as they come.
  ///
  /// `next` gives some at a time, numbered from 0, nil after the last; `pair` gives the texts of one, nil when it cannot be read;
  /// `write` makes what is to be delivered of it and of the comparison. These are called from any thread, `deliver` with the
  /// outputs of some pairs at a time, in input order. What was delivered is not kept.
  ///
  /// - Throws: what `next` and `deliver` throw.
  package func run<Item: Sendable, Output: Sendable>(
    next: @Sendable () throws -> (index: Int, items: [Item])?, pair: @Sendable (Item) -> Pair?,
    write: @Sendable (Item, PairComparison?) -> Output, deliver: @Sendable ([Output]) throws -> Void
  ) throws {
    let delivery = OrderedDelivery<[Output]>()
    let options = options
    _ = try Parallel.map(context.threads, in: context, makeState: { Worker(comparer: PairComparer(options: options)) }) {
      _, worker in
      while let piece = try next() {
        if context.isCancelled() { throw RunCancelled() }
        let outputs = piece.items.map { item in
          write(item, pair(item).map { worker.comparer.compare($0.a, $0.b, titles: $0.titles) })
        }
        try delivery.put(outputs, at: piece.index, deliver: deliver)
      }
    }
  }

  /// The numbers below `count`, some at a time, for pairs that are in memory.
  package static func numbers(below count: Int) -> @Sendable () -> (index: Int, items: [Int])? {
    let pieces = Parallel.pieces(of: count, size: piecePairs)
    let next = NextPiece()
    return {
      let piece = next.take()
      return piece < pieces.count ? (piece, Array(pieces[piece])) : nil
    }
  }
}

/// Counts pieces that threads take.
private final class NextPiece: Sendable {
  private let number = Atomic(0)

  func take() -> Int { number.add(1, ordering: .relaxed).oldValue }
}
