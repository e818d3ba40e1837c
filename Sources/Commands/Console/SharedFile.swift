internal import Files
internal import Input
internal import Output
internal import Synchronization

/// An output that several threads write to, one at a time.
final class SharedFile: Sendable {
  private let file: Mutex<AtomicFile>

  init(_ path: String?) throws(ReadingError) {
    file = try Mutex(AtomicFile(path))
  }

  func write(_ bytes: [UInt8]) throws(ReadingError) {
    try file.withLock { file throws(ReadingError) in try file.write(bytes.span) }
  }

  func commit() throws(ReadingError) {
    try file.withLock { file throws(ReadingError) in try file.commit() }
  }
}
