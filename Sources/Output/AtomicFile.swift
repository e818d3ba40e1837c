package import Files
/// An output that is there as a whole or not at all.
///
/// The bytes go to a temporary file in the same folder, which takes the output's name in ``commit(durably:)``. Without a
/// commit it is removed. Standard output, and outputs that are no files (a pipe, a device), are written at once.
package final class AtomicFile {
  /// As the user gave it.
  package let name: String
  private let output: Descriptor
  /// The temporary file and the one that it becomes.
  private var paths: (temporary: TemporaryFile, final: String)?
  private var buffer: [UInt8] = []

  private static let bufferBytes = 1 << 20

  /// - Parameter path: where the output goes; nil or `-` is standard output.
  /// - Throws: ``ReadingError`` that names an output which cannot be made.
  package init(_ path: String?) throws(ReadingError) {
    name = path ?? "-"
    do throws(SystemError) {
      if path == nil || path == "-" {
        output = .standardOutput
      } else if FileSystem.isStream(name) {
        output = try .writing(name)
      } else {
        let target = FileSystem.target(of: name)
        let (descriptor, temporary) = try FileSystem.makeTemporary(beside: target)
        output = descriptor
        paths = (temporary, target)
      }
    } catch {
      throw ReadingError(
        .unwritable, "the output cannot be written: \(error.reason)", at: .init(Visible.text(name)),
        advice: "Check the folder and its permissions.", cause: error)
    }
    buffer.reserveCapacity(Self.bufferBytes + (64 << 10))
  }

  package func write(_ bytes: Span<UInt8>) throws(ReadingError) {
    buffer.append(copying: bytes)
    try flushIfFull()
  }

  package func write(_ text: String) throws(ReadingError) {
    buffer.append(contentsOf: text.utf8)
    try flushIfFull()
  }

  /// Lets `body` append to the buffer in place.
  package func write(_ body: (inout [UInt8]) throws(ReadingError) -> Void) throws(ReadingError) {
    try body(&buffer)
    try flushIfFull()
  }

  private func flushIfFull() throws(ReadingError) {
    if buffer.count >= Self.bufferBytes { try flush() }
  }

  /// Hands the buffered bytes to the system: for readers that wait at the other end of a pipe.
  package func flush() throws(ReadingError) {
    do throws(SystemError) { try output.write(buffer.span) } catch { throw failure(error) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Puts the output in its place.
  ///
  /// - Parameter durably: whether to wait until the disk has it.
  /// - Throws: ``ReadingError`` when the rest cannot be written or the name cannot be taken.
  package func commit(durably: Bool = false) throws(ReadingError) {
    try flush()
    guard let paths else { return }
    do throws(SystemError) {
      if durably { try output.synchronize() }
      try paths.temporary.rename(to: paths.final)
    } catch {
      throw failure(error)
    }
    self.paths = nil
  }

  private func failure(_ error: SystemError) -> ReadingError {
    let place = name == "-" ? "standard output" : Visible.text(name)
    return ReadingError(.unwritable, "writing failed: \(error.reason)", at: .init(place), cause: error)
  }
}
