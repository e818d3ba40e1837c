internal import Synchronization

/// Whether the service is on its way out.
final class ServiceState: Sendable {
  private let stopping = Mutex(false)

  var isStopping: Bool { stopping.withLock { $0 } }

  func stop() { stopping.withLock { $0 = true } }
}
