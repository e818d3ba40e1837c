internal import NIOPosix

/// Threads for calls that read the index and compare texts, away from those that serve the network.
final class Readers: Sendable {
  private let pool: NIOThreadPool
  let gate: Gate

  init(threads: Int, room: Int) {
    pool = NIOThreadPool(numberOfThreads: threads)
    gate = Gate(room: room)
    pool.start()
  }

  /// Runs a piece of blocking work on one of the threads.
  ///
  /// - Throws: ``Problem/Kind/busy`` at once when too much is waiting; what `body` throws.
  func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try gate.enter()
    defer { gate.leave() }
    return try await pool.runIfActive(body)
  }

  func stop() async throws { try await pool.shutdownGracefully() }
}
