import Foundation

/// Values that tests use one after the other, for what costs more to make than to use.
package final class Pool<Key: Hashable & Sendable, Value>: @unchecked Sendable {
  private let lock = NSLock()
  /// Nobody has a value that lies here.
  private var idle: [Key: [Value]] = [:]
  private let make: @Sendable (Key) -> Value

  package init(make: @escaping @Sendable (Key) -> Value) { self.make = make }

  /// Lends a value for a call; nothing of it may be kept.
  package func lend<Result>(_ key: Key, _ body: (Value) throws -> Result) rethrows -> Result {
    let value = lock.withLock { idle[key]?.popLast() } ?? make(key)
    defer { lock.withLock { idle[key, default: []].append(value) } }
    return try body(value)
  }
}
