internal import Synchronization

/// Hands results on in the order of their pieces, whatever the order in which threads finish them.
///
/// As pieces are taken in order, hardly more results wait than there are threads.
final class InOrder<Value: Sendable>: Sendable {
  private struct State {
    var waiting: [Int: Value] = [:]
    var next = 0
  }

  private let state = Mutex(State())

  /// Takes the result of piece `index` in, and calls `deliver` with every result whose turn has come, one call at a time.
  func put(_ value: Value, at index: Int, _ deliver: @Sendable (Value) throws -> Void) throws {
    try state.withLock { state in
      state.waiting[index] = value
      while let ready = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        try deliver(ready)
      }
    }
  }
}
