// Every call into C and every pointer of this module: file descriptors, simdjson, zlib, zstd, and copies between spans.
internal import Articles
internal import CSIMDJSON
internal import Glibc

/// An open file, closed with the last reference. Reading at an offset is safe from several threads at once.
final class Descriptor: Sendable {
  private let number: Int32
  private let closes: Bool

  private init(_ number: Int32, closes: Bool = true) {
    self.number = number
    self.closes = closes
  }

  deinit { if closes { close(number) } }

  static let standardInput = Descriptor(STDIN_FILENO, closes: false)
  static let standardOutput = Descriptor(STDOUT_FILENO, closes: false)

  static func open(_ path: String, _ flags: Int32, mode: mode_t = 0o666) throws(SystemError) -> Descriptor {
    let number = retry { unsafe Glibc.open(path, flags | O_CLOEXEC, mode) }
    guard number >= 0 else { throw SystemError() }
    return Descriptor(number)
  }

  static func reading(_ path: String) throws(SystemError) -> Descriptor { try open(path, O_RDONLY) }

  /// Where temporary files go: TMPDIR, or /tmp.
  static var temporaryFolder: String {
    // SAFETY: the variable's text is copied at once; nothing in this program changes the environment.
    guard let value = unsafe getenv("TMPDIR"), unsafe value.pointee != 0 else { return "/tmp" }
    return unsafe String(cString: value)
  }

  /// An empty file to write and read that vanishes with its last reference.
  static func temporary() throws(SystemError) -> Descriptor {
    var template = Array("\(temporaryFolder)/newsprint-XXXXXX".utf8CString)
    // SAFETY: the callee only fills in the six letters of the terminated template.
    let number = unsafe mkstemp(&template)
    guard number >= 0 else { throw SystemError() }
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    // SAFETY: the template is terminated and names the file that was just made.
    unsafe unlink(template)
    return Descriptor(number)
  }

  func status() throws(SystemError) -> stat {
    var status = stat()
    // SAFETY: `status` lives through the call, which only fills it.
    guard unsafe fstat(number, &status) == 0 else { throw SystemError() }
    return status
  }

  /// Whether the file's own bytes can be read again at any offset, counted from where it stands now.
  var isPlainFile: Bool {
    guard let status = try? status() else { return false }
    return status.st_mode & S_IFMT == S_IFREG && lseek(number, 0, SEEK_CUR) == 0
  }

  /// Appends what is there, at most the free room of `output`; nothing at the end of the file.
  func read(into output: inout OutputSpan<UInt8>) throws(SystemError) {
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
  func read(at offset: UInt64, length: Int, into output: inout OutputSpan<UInt8>) throws(SystemError) {
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

  func write(_ bytes: Span<UInt8>) throws(SystemError) {
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

  func synchronize() throws(SystemError) {
    if fsync(number) != 0 { throw SystemError() }
  }
}

/// The reason that the system gave for its last refusal.
struct SystemError: Error {
  var code = errno

  /// Lower case, to stand in the middle of a sentence: `no space left on device`.
  var reason: String {
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

extension OutputSpan<UInt8> {
  /// Copies `bytes` to the end; the caller has made the room.
  mutating func append(copying bytes: Span<UInt8>) {
    precondition(bytes.count <= freeCapacity)
    // SAFETY: as below.
    unsafe withUnsafeMutableBufferPointer { buffer, count in
      unsafe bytes.withUnsafeBufferPointer { source in
        // SAFETY: the room was checked above; a span and the unused room of another buffer never overlap.
        guard let from = source.baseAddress, let to = buffer.baseAddress else { return }
        unsafe (to + count).initialize(from: from, count: source.count)
        count += source.count
      }
    }
  }
}

extension Span<UInt8> {
  /// How often `byte` occurs. Linear, many bytes at a time.
  func count(of byte: UInt8) -> Int {
    // SAFETY: the callee reads exactly the span's bytes.
    unsafe withUnsafeBufferPointer { unsafe newsprint_count_byte($0.baseAddress, $0.count, byte) }
  }

  /// Linear, many bytes at a time.
  var isValidUTF8: Bool {
    // SAFETY: the callee reads exactly the span's bytes.
    unsafe withUnsafeBufferPointer { unsafe newsprint_is_utf8($0.baseAddress, $0.count) != 0 }
  }
}

/// simdjson with its buffers: one for each thread.
@safe final class JSONParser {
  private let handle: OpaquePointer?

  init(fields: FieldNames) {
    let names = fields.all.map { Array($0.utf8) }
    // SAFETY: both arrays live through the call, which copies them.
    unsafe handle = newsprint_json_create(names.flatMap(\.self), names.map { UInt32($0.count) })
  }

  // SAFETY: the handle is this object's own and nothing uses it later.
  deinit { unsafe newsprint_json_destroy(handle) }

  /// Parses each line of `bytes` and appends the fields to `arena`, which has room for as many bytes. Returns the number of
  /// records that ``subscript(_:)`` then gives.
  func parseLines(_ bytes: Span<UInt8>, limit: Int, into arena: inout OutputSpan<UInt8>) -> Int {
    precondition(bytes.count <= arena.freeCapacity)
    return unsafe arena.withUnsafeMutableBufferPointer { arena, used in
      unsafe bytes.withUnsafeBufferPointer {
        // SAFETY: the callee reads the span's bytes and writes no more bytes than those; the room was checked above.
        unsafe newsprint_json_parse_lines(handle, $0.baseAddress, $0.count, limit, arena.baseAddress, &used)
      }
    }
  }

  /// Parses one record in each of `ranges`, under the same rules as ``parseLines(_:limit:into:)``.
  func parse(_ ranges: [ByteRange], of bytes: Span<UInt8>, limit: Int, into arena: inout OutputSpan<UInt8>) -> Int {
    precondition(bytes.count <= arena.freeCapacity && ranges.allSatisfy { $0.start <= $0.end && $0.end <= bytes.count })
    let ranges = ranges.map { newsprint_range(start: $0.start, end: $0.end) }
    return unsafe arena.withUnsafeMutableBufferPointer { arena, used in
      unsafe bytes.withUnsafeBufferPointer {
        // SAFETY: the ranges lie inside the span, do not overlap, and the callee writes no more bytes than it reads.
        unsafe newsprint_json_parse_ranges(handle, $0.baseAddress, ranges, ranges.count, limit, arena.baseAddress, &used)
      }
    }
  }

  /// A record of the last parse; `index` is below the count that it returned.
  subscript(_ index: Int) -> newsprint_json_record {
    // SAFETY: the records stay in place until the next parse; the caller keeps to the count.
    unsafe newsprint_json_records(handle)[index]
  }
}

/// What a path leads to.
enum FileKind {
  case folder
  /// With its size in bytes.
  case file(Int)

  /// - Parameter followsFolderLinks: when false, a link to a folder is not a folder, so that walks end.
  init(path: String, followsFolderLinks: Bool = true) throws(SystemError) {
    var status = stat()
    // SAFETY: `status` lives through the calls, which only fill it.
    guard unsafe stat(path, &status) == 0 else { throw SystemError() }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      self = .file(Int(status.st_size))
      return
    }
    if !followsFolderLinks {
      // SAFETY: as above.
      guard unsafe lstat(path, &status) == 0 else { throw SystemError() }
      if status.st_mode & S_IFMT == S_IFLNK { throw SystemError(code: ELOOP) }
    }
    self = .folder
  }
}
