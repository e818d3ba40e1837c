internal import Synchronization

/// How far reading has come, in bytes of the inputs as they lie on disk.
final class ReadingProgress: Sendable {
  private let bytes = Atomic<Int>(0)

  func add(_ count: Int) { bytes.wrappingAdd(count, ordering: .relaxed) }

  var value: Int { bytes.load(ordering: .relaxed) }
}
