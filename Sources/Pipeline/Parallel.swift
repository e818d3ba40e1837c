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
    let size = max(1, size)
    return stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
  }
}

/// Makes values one ahead: the next on a thread of its own while the one at hand is worked on.
package final class Ahead<Value: Sendable>: Sendable {
  private let make: @Sendable () throws -> Value
  private let made = Mutex<Result<Value, any Error>?>(nil)
  private let making = DispatchGroup()

  package init(_ make: @escaping @Sendable () throws -> Value) { self.make = make }

  /// The next value, for one caller at a time; where `beginsNext` says so of it, the one behind it is begun.
  ///
  /// - Throws: what making it throws.
  package func next(beginsNext: (Value) -> Bool) throws -> Value {
    making.wait()
    let known = made.withLock { made in
      defer { made = nil }
      return made
    }
    let value = try known?.get() ?? make()
    if beginsNext(value) {
      DispatchQueue.global().async(group: making) { [self] in
        let result = Result { try make() }
        made.withLock { $0 = result }
      }
    }
    return value
  }

  /// Waits until nothing is being made any more.
  package func stop() { making.wait() }
}

/// Hands on the results of parallel work in the order of its pieces, whatever order they come in.
final class OrderedDelivery<Value: Sendable>: Sendable {
  private struct State {
    var waiting: [Int: Value] = [:]
    var next = 0
  }

  private let state = Mutex(State())

  /// Keeps a result until those before it have come, then calls `deliver` with all that are due, one call at a time.
  func put(_ value: Value, at index: Int, deliver: (Value) throws -> Void) throws {
    try state.withLock { state in
      state.waiting[index] = value
      while let value = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        try deliver(value)
      }
    }
  }
}

/// How a run works, whatever it looks for: how many threads, who hears of its progress, and whether it has to end.
///
/// One value goes from the caller to the threads; no result depends on it.
package struct RunContext: Sendable {
  /// At least 1.
  package let threads: Int
  /// Is called from any thread.
  package let onProgress: @Sendable (Progress) -> Void
  /// Is asked before each piece of work.
  package let isCancelled: @Sendable () -> Bool

  package init(
    threads: Int, onProgress: @escaping @Sendable (Progress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.threads = max(1, threads)
    self.onProgress = onProgress
    self.isCancelled = isCancelled
  }
}

/// The run was ended from outside.
package struct RunCancelled: Error {
  package init() {}
}

/// Where a run stands, for whoever shows it.
package enum Progress: Sendable {
  /// Bytes of the input that were read, of how many in all (0 when that is unknown).
  case reading(bytes: Int, of: Int)
  case stage(Stage)

  package enum Stage: Sendable {
    case copies, changes, stories, roles, flags
  }
}
