internal import CProcess
internal import Glibc
internal import Synchronization

/// A file that becomes an output or vanishes: with this object, and when a signal ends the process.
package final class TemporaryFile {
  private let path: String
  private let place: EndingPlace
  private var isThere = true

  /// Takes charge of a file that was just made.
  init(_ path: String) {
    self.path = path
    place = EndingPlace(path)
  }

  deinit {
    // SAFETY: the string lives through the call.
    if isThere { _ = unsafe PathText.withBytes(path) { unsafe unlink($0) } }
    place.keep()
  }

  /// Gives the file its name, over whatever has it.
  package func rename(to final: String) throws(SystemError) {
    try FileSystem.rename(path, to: final)
    isThere = false
    place.keep()
  }
}

/// A folder of files that becomes an output as a whole or vanishes: with this object, and when a signal ends the process.
package final class TemporaryFolder {
  package let path: String
  private var files: [(path: String, place: EndingPlace)] = []
  private var folders: [(path: String, place: EndingPlace)] = []
  private var isThere = true

  /// An empty folder beside the place where it will stand, with a name of its own.
  package init(beside target: String) throws(SystemError) {
    var attempt = 0
    while true {
      let path = "\(target).\(getpid())-\(attempt).tmp"
      do {
        folders.append(try Self.make(path))
        self.path = path
        return
      } catch {
        attempt += 1
        if error.code != EEXIST || attempt == 100 { throw error }
      }
    }
  }

  deinit {
    if isThere {
      // SAFETY: the strings live through the calls.
      for file in files { _ = unsafe PathText.withBytes(file.path) { unsafe unlink($0) } }
      for folder in folders.reversed() { _ = unsafe PathText.withBytes(folder.path) { unsafe rmdir($0) } }
    }
    for entry in files + folders { entry.place.keep() }
  }

  private static func make(_ path: String) throws(SystemError) -> (path: String, place: EndingPlace) {
    newsprint_hold_end()
    defer { newsprint_let_end() }
    // SAFETY: the string lives through the call.
    guard unsafe PathText.withBytes(path, { unsafe mkdir($0, 0o777) }) == 0 else { throw SystemError() }
    return (path, EndingPlace(path))
  }

  /// A folder in it.
  package func addFolder(_ name: String) throws(SystemError) { folders.append(try Self.make("\(path)/\(name)")) }

  /// Where a file of that name is to be made; from now on it goes with the folder.
  package func addFile(_ name: String) -> String {
    let file = "\(path)/\(name)"
    files.append((file, EndingPlace(file)))
    return file
  }

  /// Gives the folder its name; a folder that has it is moved aside.
  ///
  /// A signal between the two moves waits for the second.
  ///
  /// - Returns: where the old folder stands now, nil when there was none.
  package func rename(to final: String) throws(SystemError) -> String? {
    let aside = path + ".old"
    newsprint_hold_end()
    defer { newsprint_let_end() }
    var old: String? = aside
    do throws(SystemError) { try FileSystem.rename(final, to: aside) } catch {
      guard error.code == ENOENT else { throw error }
      old = nil
    }
    do throws(SystemError) { try FileSystem.rename(path, to: final) } catch {
      if old != nil { try FileSystem.rename(aside, to: final) }
      throw error
    }
    isThere = false
    for entry in files + folders { entry.place.keep() }
    return old
  }
}

/// A path that is removed when a signal ends the process.
@safe private struct EndingPlace {
  private let place: OpaquePointer?

  init(_ path: String) {
    // SAFETY: the callee copies the path; what it returns stays valid for good.
    unsafe place = PathText.withBytes(path) { unsafe newsprint_remove_when_ended($0) }
  }

  /// It is no longer temporary.
  // SAFETY: the place is the callee's own, and once.
  func keep() { unsafe newsprint_keep(place) }
}

/// A temporary file without a name for numbers that do not fit into memory; it vanishes with its last reference.
package final class ScratchFile: Sendable {
  private let file: Descriptor
  private let folder: String
  private let end = Mutex<UInt64>(0)

  /// - Parameter folder: nil is TMPDIR, or else /tmp.
  /// - Throws: ``ReadingError`` when no file can be made there.
  package init(in folder: String?) throws(ReadingError) {
    self.folder = folder ?? Descriptor.temporaryFolder
    file = try .scratch(in: self.folder)
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
