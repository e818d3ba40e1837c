internal import Synchronization

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
