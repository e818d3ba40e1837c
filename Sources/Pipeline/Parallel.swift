internal import Dispatch
internal import Synchronization

/// The only concurrency of Newsprint: pure work over pieces of a batch, with results placed by index, so that no result
/// depends on the number of threads.
package enum Parallel {
  /// Runs `body` for every piece `0..<pieces` on up to `threads` threads and returns the results in order.
  ///
  /// `makeState` makes what one thread reuses from piece to piece (parsers, tables).
  package static func map<State: ~Copyable, Result: Sendable, Failure: Error>(
    _ pieces: Int, threads: Int, makeState: @Sendable () -> State,
    _ body: @Sendable (Int, inout State) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    let next = Atomic(0)
    let results = Mutex<[Result?]>([Result?](repeating: nil, count: pieces))
    let failure = Mutex<Failure?>(nil)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, pieces))) { _ in
      var state = makeState()
      while true {
        let piece = next.add(1, ordering: .relaxed).oldValue
        guard piece < pieces, failure.withLock({ $0 == nil }) else { return }
        do throws(Failure) {
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
