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
  package static func temporary(in folder: String) throws(SystemError) -> Descriptor {
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
    var offset = offset
    var left = min(length, output.freeCapacity)
    while left > 0 {
      let count = unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        // SAFETY: `left` is no more than the room behind the initialised bytes, which is inside `buffer`.
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let read = retry { unsafe pread(number, room.baseAddress, left, off_t(offset)) }
        count += max(0, read)
        return read
      }
      if count < 0 { throw SystemError() }
      if count == 0 { return }
      offset += UInt64(count)
      left -= count
    }
  }

  package func write(_ bytes: Span<UInt8>) throws(SystemError) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.extracting(start...).withUnsafeBufferPointer { rest in
        // SAFETY: the kernel reads exactly the bytes of the span.
        retry { unsafe Glibc.write(number, rest.baseAddress, rest.count) }
      }
      if count < 0 { throw SystemError() }
      start += count
    }
  }

  /// Writes numbers as they lie in memory.
  func write<Word: FixedWidthInteger & BitwiseCopyable>(words: Span<Word>) throws(SystemError) {
    let bytes = words.bytes
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
      let bytes = unsafe UnsafeMutableRawBufferPointer(buffer)
      var done = 0
      while unsafe done < bytes.count {
        // SAFETY: the kernel writes at most what is left of the buffer.
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[done...])
        let read = retry { unsafe pread(number, rest.baseAddress, rest.count, off_t(offset) + off_t(done)) }
        if read < 0 { failure = SystemError() }
        if read <= 0 { break }
        done += read
      }
      filled = done / MemoryLayout<Word>.size
    }
    if let failure { throw failure }
    return words
  }

  package func synchronize() throws(SystemError) {
    if fsync(number) != 0 { throw SystemError() }
  }
}

/// The reason that the system gave for its last refusal.
package struct SystemError: Error, Hashable {
  package let code: Int32

  package init(code: Int32 = errno) { self.code = code }

  /// Lower case, to stand in the middle of a sentence: `no space left on device`.
  package var reason: String {
    // SAFETY: `strerror` returns a terminated string that is copied at once.
    let text = unsafe String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

/// Repeats a call that a signal interrupted.
private func retry<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// What a path leads to.
package enum FileKind {
  case folder
  /// With its size in bytes.
  case file(Int)
  /// A pipe, a socket or a device: reading it may wait for whoever writes.
  case stream

  /// Asks the system; unless `followsFolderLinks`, a link to a folder is not a folder, so that walks end.
  package init(path: String, followsFolderLinks: Bool = true) throws(SystemError) {
    var status = stat()
    // SAFETY: `status` lives through the calls, which only fill it.
    guard unsafe PathText.withBytes(path, { unsafe stat($0, &status) }) == 0 else { throw SystemError() }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      self = status.st_mode & S_IFMT == S_IFREG ? .file(Int(status.st_size)) : .stream
      return
    }
    if !followsFolderLinks {
      // SAFETY: as above.
      guard unsafe PathText.withBytes(path, { unsafe lstat($0, &status) }) == 0 else { throw SystemError() }
      if status.st_mode & S_IFMT == S_IFLNK { throw SystemError(code: ELOOP) }
    }
    self = .folder
  }
}
