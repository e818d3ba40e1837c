internal import CProcess
package import Glibc

/// An open file, closed with the last reference.
///
/// Reading at an offset is safe from several threads at once.
package final class Descriptor: Sendable {
  private let number: Int32
  private let closes: Bool

  private init(_ number: Int32, closes: Bool = true) {
    self.number = number
    self.closes = closes
  }

  deinit { if closes { close(number) } }

  package static let standardInput = Descriptor(STDIN_FILENO, closes: false)
  package static let standardOutput = Descriptor(STDOUT_FILENO, closes: false)

  package static func open(_ path: String, _ flags: Int32, mode: mode_t = 0o666) throws(SystemError) -> Descriptor {
    let number = retry { unsafe PathText.withBytes(path) { unsafe Glibc.open($0, flags | O_CLOEXEC, mode) } }
    guard number >= 0 else { throw SystemError() }
    return Descriptor(number)
  }

  package static func reading(_ path: String) throws(SystemError) -> Descriptor { try open(path, O_RDONLY) }

  package static func writing(_ path: String) throws(SystemError) -> Descriptor { try open(path, O_WRONLY) }

  package func setPermissions(_ mode: mode_t) { _ = fchmod(number, mode) }

  /// Where temporary files go: TMPDIR, or /tmp.
  package static var temporaryFolder: String {
    // SAFETY: the variable's text is copied at once; nothing in this program changes the environment.
    guard let value = unsafe getenv("TMPDIR"), unsafe value.pointee != 0 else { return "/tmp" }
    return unsafe String(cString: value)
  }

  /// An empty file to write and read that vanishes with its last reference.
  ///
  /// - Throws: when none can be made there, which no input is to blame for, so that nothing goes on without it.
  package static func scratch(in folder: String) throws(ReadingError) -> Descriptor {
    do { return try temporary(in: folder) } catch {
      throw ReadingError(
        .temporary, "no temporary file can be made in \(folder): \(error.reason)", advice: "Name another folder with --temp.",
        cause: error)
    }
  }

  private static func temporary(in folder: String) throws(SystemError) -> Descriptor {
    var template = PathText.bytes("\(folder)/newsprint-XXXXXX").map { CChar(bitPattern: $0) } + [0]
    newsprint_hold_end()
    defer { newsprint_let_end() }
    // SAFETY: the callee only fills in the six letters of the terminated template.
    let number = unsafe mkstemp(&template)
    guard number >= 0 else { throw SystemError() }
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    // SAFETY: the template is terminated and names the file that was just made.
    unsafe unlink(template)
    return Descriptor(number)
  }

  package func status() throws(SystemError) -> stat {
    var status = stat()
    // SAFETY: `status` lives through the call, which only fills it.
    guard unsafe fstat(number, &status) == 0 else { throw SystemError() }
    return status
  }

  /// Whether the file's own bytes can be read again at any offset, counted from where it stands now.
  package var isPlainFile: Bool {
    guard let status = try? status() else { return false }
    return status.st_mode & S_IFMT == S_IFREG && lseek(number, 0, SEEK_CUR) == 0
  }

  /// Appends what is there, at most the free room of `output`; nothing at the end of the file.
  package func read(into output: inout OutputSpan<UInt8>) throws(SystemError) {
    let count = unsafe output.withUnsafeMutableBufferPointer { buffer, count in
      // SAFETY: the kernel writes at most the room behind the initialised bytes, which is inside `buffer`.
      let room = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
      let read = retry { unsafe Glibc.read(number, room.baseAddress, room.count) }
      count += max(0, read)
      return read
    }
    if count < 0 { throw SystemError() }
  }

  /// Appends `length` bytes from `offset` on, fewer at the end of the file.
  package func read(at offset: UInt64, length: Int, into output: inout OutputSpan<UInt8>) throws(SystemError) {
    try unsafe output.withUnsafeMutableBufferPointer { (buffer, count) throws(SystemError) in
      // SAFETY: the room behind the initialised bytes lies inside `buffer`.
      let room = unsafe UnsafeMutableRawBufferPointer(buffer)[count...].prefix(length)
      count += try unsafe fill(UnsafeMutableRawBufferPointer(rebasing: room), from: offset)
    }
  }

  /// Fills `room` with what stands from byte `offset` on; returns the bytes that were there.
  private func fill(_ room: UnsafeMutableRawBufferPointer, from offset: UInt64) throws(SystemError) -> Int {
    var done = 0
    while unsafe done < room.count {
      // SAFETY: the kernel writes at most what is left of the room.
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: room[done...])
      let read = retry { unsafe pread(number, rest.baseAddress, rest.count, off_t(offset) + off_t(done)) }
      if read < 0 { throw SystemError() }
      if read == 0 { break }
      done += read
    }
    return done
  }

  package func write(_ bytes: Span<UInt8>) throws(SystemError) { try write(bytes.bytes) }

  /// Writes numbers as they lie in memory.
  func write<Word: FixedWidthInteger & BitwiseCopyable>(words: Span<Word>) throws(SystemError) { try write(words.bytes) }

  private func write(_ bytes: RawSpan) throws(SystemError) {
    var start = 0
    while start < bytes.byteCount {
      let count = unsafe bytes.extracting(start..<bytes.byteCount).withUnsafeBytes { rest in
        // SAFETY: the kernel reads exactly the bytes of the span.
        retry { unsafe Glibc.write(number, rest.baseAddress, rest.count) }
      }
      if count < 0 { throw SystemError() }
      start += count
    }
  }

  /// Reads numbers that were written so; fewer at the end of the file.
  func read<Word: FixedWidthInteger & BitwiseCopyable>(words count: Int, at offset: UInt64) throws(SystemError) -> [Word] {
    var failure: SystemError?
    let words = unsafe [Word](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(SystemError) {
        filled = try unsafe fill(UnsafeMutableRawBufferPointer(buffer), from: offset) / MemoryLayout<Word>.size
      } catch { failure = error }
    }
    if let failure { throw failure }
    return words
  }

  package func synchronize() throws(SystemError) {
    if fsync(number) != 0 { throw SystemError() }
  }
}

/// Repeats a call that a signal interrupted.
private func retry<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
