internal import Glibc
internal import Synchronization

/// A temporary file without a name for numbers that do not fit into memory; it vanishes with its last reference.
package final class ScratchFile: Sendable {
  private let file: Descriptor
  private let folder: String
  private let end = Mutex<UInt64>(0)

  /// - Parameter folder: nil is TMPDIR, or else /tmp.
  /// - Throws: ``ReadingError`` when no file can be made there.
  package init(in folder: String?) throws(ReadingError) {
    self.folder = folder ?? Descriptor.temporaryFolder
    do { file = try .temporary(in: self.folder) } catch {
      throw ReadingError(
        .temporary, "no temporary file can be made in \(self.folder): \(error.reason)",
        advice: "Name another folder with --temp.", cause: error)
    }
  }

  /// Appends numbers and returns where they begin, in bytes; one thread at a time.
  package func append<Word: FixedWidthInteger & BitwiseCopyable>(_ words: [Word]) throws(ReadingError) -> UInt64 {
    let size = words.count * MemoryLayout<Word>.size
    let start = end.withLock { end in
      end += UInt64(size)
      return end - UInt64(size)
    }
    do throws(SystemError) { try file.write(words: words.span) } catch { throw failure(error) }
    return start
  }

  /// `count` numbers from byte `offset` on; safe from several threads at once.
  package func read<Word: FixedWidthInteger & BitwiseCopyable>(_: Word.Type, at offset: UInt64, count: Int) throws(ReadingError)
    -> [Word]
  {
    let words: [Word]
    do throws(SystemError) { words = try file.read(words: count, at: offset) } catch { throw failure(error) }
    guard words.count == count else { throw failure(SystemError(code: EIO)) }
    return words
  }

  private func failure(_ error: SystemError) -> ReadingError {
    ReadingError(
      .temporary, "what does not fit into memory cannot be kept in \(folder): \(error.reason)",
      advice: "Name another folder with --temp, or make room.", cause: error)
  }
}
