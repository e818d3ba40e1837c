internal import Dispatch
internal import Synchronization

/// The only concurrency of Newsprint: pure work over pieces of a batch, with results placed by index, so that no result
/// depends on the number of threads.
package enum Parallel {
  /// Runs `body` for every piece `0..<pieces` on the context's threads and returns the results in order.
  ///
  /// `makeState` makes what one thread reuses from piece to piece (parsers, tables).
  ///
  /// - Throws: the first error of `body`, or ``RunCancelled``; no piece begins after either.
  package static func map<State: ~Copyable, Result: Sendable>(
    _ pieces: Int, in context: RunContext, makeState: @Sendable () -> State,
    _ body: @Sendable (Int, inout State) throws -> Result
  ) throws -> [Result] {
    let next = Atomic(0)
    let results = Mutex<[Result?]>([Result?](repeating: nil, count: pieces))
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: max(1, min(context.threads, pieces))) { _ in
      var state = makeState()
      while true {
        let piece = next.add(1, ordering: .relaxed).oldValue
        guard piece < pieces, failure.withLock({ $0 == nil }) else { return }
        do {
          if context.isCancelled() { throw RunCancelled() }
          let result = try body(piece, &state)
          results.withLock { $0[piece] = result }
        } catch {
          failure.withLock { $0 = $0 ?? error }
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return results.withLock { $0.compactMap { $0 } }
  }

  /// `0..<count` in pieces of about `size`.
  package static func pieces(of count: Int, size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: max(1, size)).map { $0..<min(count, $0 + size) }
  }
}
