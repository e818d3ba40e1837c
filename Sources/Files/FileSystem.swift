internal import CProcess
internal import Glibc
internal import Tables

/// What outputs need of the file system.
package enum FileSystem {
  /// Whether the path is there and is neither a file nor a folder that has a name: a pipe, a device, a file that only a link of
  /// the system still leads to, such as /dev/stdout when what it stands for was removed.
  package static func isStream(_ path: String) -> Bool {
    var status = stat()
    // SAFETY: `status` lives through the call, which only fills it.
    guard unsafe PathText.withBytes(path, { unsafe stat($0, &status) }) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR || !hasName(path)
  }

  /// Whether the file that the path leads to has a path of its own, over which another could be moved.
  private static func hasName(_ path: String) -> Bool {
    // SAFETY: the callee returns null or a terminated string of its own, which is freed here.
    guard let resolved = unsafe PathText.withBytes(path, { unsafe realpath($0, nil) }) else { return false }
    unsafe free(resolved)
    return true
  }

  /// The file that a link leads to, so that writing does not replace the link; the path itself when there is none.
  package static func target(of path: String) -> String {
    // SAFETY: the callee returns null or a terminated string of its own, which is copied and freed here.
    guard let resolved = unsafe PathText.withBytes(path, { unsafe realpath($0, nil) }) else { return path }
    defer { unsafe free(resolved) }
    return unsafe PathText.string(resolved)
  }

  /// An empty file in the same folder, with the permissions that the file itself has or would get.
  package static func makeTemporary(beside path: String) throws(SystemError) -> (Descriptor, file: TemporaryFile) {
    var status = stat()
    // SAFETY: `status` lives through the call, which only fills it.
    let exists = unsafe PathText.withBytes(path) { unsafe stat($0, &status) } == 0
    if exists && status.st_mode & S_IFMT == S_IFDIR { throw SystemError(code: EISDIR) }
    let name = path.split(separator: "/").last ?? ""
    let folder = path.dropLast(name.count)
    newsprint_hold_end()
    defer { newsprint_let_end() }
    for attempt in 0..<100 {
      // Hidden, so that a folder that is read meanwhile does not show it.
      let temporary = "\(folder).\(name).\(getpid())-\(attempt).tmp"
      do {
        let descriptor = try Descriptor.open(temporary, O_WRONLY | O_CREAT | O_EXCL)
        if exists { descriptor.setPermissions(status.st_mode & 0o7777) }
        return (descriptor, TemporaryFile(temporary))
      } catch  where error.code == EEXIST {
        continue
      }
    }
    throw SystemError(code: EEXIST)
  }

  /// Gives a file or folder another name, over a file that has it.
  static func rename(_ path: String, to final: String) throws(SystemError) {
    // SAFETY: both strings live through the call.
    let status = unsafe PathText.withBytes(path) { from in unsafe PathText.withBytes(final) { unsafe Glibc.rename(from, $0) } }
    if status != 0 { throw SystemError() }
  }

  /// What tells one file from another under whatever name.
  package struct Identity: Hashable, Sendable {
    fileprivate var device: UInt64
    fileprivate var node: UInt64
    /// The last part of a path to a file that is not there yet, in the folder that the numbers tell.
    fileprivate var name: String?
  }

  /// The identity of a file, or of the file that will be made at the path; nil for anything but a plain file.
  package static func identity(of path: String) -> Identity? {
    var status = stat()
    // SAFETY: `status` lives through the calls, which only fill it.
    if unsafe PathText.withBytes(path, { unsafe stat($0, &status) }) == 0 { return identity(status) }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let folder = path.dropLast(name.count).isEmpty ? "." : String(path.dropLast(name.count))
    // SAFETY: as above.
    guard unsafe PathText.withBytes(folder, { unsafe stat($0, &status) }) == 0 else { return nil }
    return Identity(device: UInt64(status.st_dev), node: UInt64(status.st_ino), name: name)
  }

  /// The identity of what standard input or output is, nil unless that is a plain file.
  package static func identity(of standard: Descriptor) -> Identity? {
    guard let status = try? standard.status() else { return nil }
    return identity(status)
  }

  fileprivate static func identity(_ status: stat) -> Identity? {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Identity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
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

/// What a plain file was when it was opened, to tell later whether what its name leads to is still that file.
package struct FileSnapshot: Sendable, Hashable {
  private let identity: FileSystem.Identity
  /// In bytes.
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int
  private let head: UInt64

  /// How much of the beginning is compared when more was written to the file.
  ///
  /// In bytes.
  private static let headBytes = 4096

  /// Nil for anything but a plain file.
  package init?(_ file: Descriptor) throws(SystemError) {
    let status = try file.status()
    guard let identity = FileSystem.identity(status) else { return nil }
    self.identity = identity
    size = Int64(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
    head = try Self.head(of: file, size: size)
  }

  /// Whether `file` is the same file with the same content, or with more behind what it had.
  ///
  /// Other content in place is told by the time of the last change, or, where there is more of it than there was, by the
  /// beginning.
  package func isContinued(by file: Descriptor) throws(SystemError) -> Bool {
    let status = try file.status()
    guard FileSystem.identity(status) == identity else { return false }
    if Int64(status.st_size) == size { return (status.st_mtim.tv_sec, status.st_mtim.tv_nsec) == (seconds, nanoseconds) }
    guard Int64(status.st_size) > size else { return false }
    return try Self.head(of: file, size: size) == head
  }

  private static func head(of file: Descriptor, size: Int64) throws(SystemError) -> UInt64 {
    let length = Int(min(size, Int64(headBytes)))
    let bytes = try [UInt8](capacity: length) { output throws(SystemError) in
      try file.read(at: 0, length: length, into: &output)
    }
    return FNV1a.hash(bytes)
  }
}

/// How the process ends when a signal says so.
package enum Signals {
  /// Lets SIGINT, SIGTERM, SIGHUP and SIGQUIT remove temporary files and end the process with 130, 143, 129 and 131.
  ///
  /// For the whole process, so that only a program calls it, once, at its start.
  package static func removeTemporaryFiles() { newsprint_handle_signals() }
}

/// The entries of a folder.
package enum Folder {
  /// The names in a folder without `.` and `..`, in no order.
  package static func names(in path: String) throws(SystemError) -> [String] {
    // SAFETY: the stream is this function's own until it is closed; each entry's name is terminated and copied at once.
    guard let stream = unsafe PathText.withBytes(path, { unsafe opendir($0) }) else { throw SystemError() }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { unsafe PathText.string($0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
