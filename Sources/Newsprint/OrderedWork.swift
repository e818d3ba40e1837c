/// Runs work over several threads and delivers its results in the order of the input.
///
/// Each worker has a state of its own (caches), takes the next piece, and hands the result in before it takes another, so that no
/// more pieces than workers are in memory.
package enum OrderedWork {
  /// - Parameters:
  ///   - workers: How many threads; results do not depend on it.
  ///   - next: Hands out the input piece by piece; called by one worker at a time.
  ///   - makeState: Makes a worker's own state.
  ///   - work: Turns a piece into a result.
  ///   - deliver: Takes the results in the order of the pieces.
  package static func run<Piece: Sendable, State, Result: Sendable>(
    workers: Int, next: @escaping @Sendable () throws -> Piece?, makeState: @escaping @Sendable () -> State,
    work: @escaping @Sendable (Piece, State) throws -> Result, deliver: @escaping @Sendable (Result) throws -> Void
  ) async throws {
    let source = PieceSource(next)
    let sink = OrderedSink(deliver)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, workers) {
        group.addTask {
          let state = makeState()
          while let (index, piece) = try await source.take() {
            let result = try work(piece, state)
            try await sink.put(result, at: index)
          }
        }
      }
      try await group.waitForAll()
    }
  }
}

private actor PieceSource<Piece: Sendable> {
  private let next: @Sendable () throws -> Piece?
  private var index = 0
  private var isOver = false

  init(_ next: @escaping @Sendable () throws -> Piece?) { self.next = next }

  func take() throws -> (Int, Piece)? {
    guard !isOver else { return nil }
    guard let piece = try next() else {
      isOver = true
      return nil
    }
    index += 1
    return (index - 1, piece)
  }
}

private actor OrderedSink<Result: Sendable> {
  private let deliver: @Sendable (Result) throws -> Void
  private var waiting: [Int: Result] = [:]
  private var expected = 0

  init(_ deliver: @escaping @Sendable (Result) throws -> Void) { self.deliver = deliver }

  func put(_ result: Result, at index: Int) throws {
    waiting[index] = result
    while let ready = waiting.removeValue(forKey: expected) {
      try deliver(ready)
      expected += 1
    }
  }
}
