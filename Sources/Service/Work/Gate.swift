internal import Synchronization

/// Counts what is waiting, and lets no more in than there is room for.
final class Gate: Sendable {
  private let room: Int
  private let inside = Mutex(0)

  init(room: Int) { self.room = room }

  /// How many are inside.
  var count: Int { inside.withLock { $0 } }

  /// - Throws: ``Problem/Kind/busy`` when there is no room for `count` more.
  func enter(_ count: Int = 1) throws(Problem) {
    let isIn = inside.withLock { inside in
      guard inside == 0 || inside + count <= room else { return false }
      inside += count
      return true
    }
    if !isIn {
      throw Problem(.busy, "\(room) calls are waiting already.", advice: "Try again after the seconds that Retry-After names.")
    }
  }

  func leave(_ count: Int = 1) { inside.withLock { $0 -= count } }
}
