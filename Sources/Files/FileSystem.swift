internal import Glibc

/// What outputs need of the file system.
package enum FileSystem {
  /// Whether the path is there and is neither a file nor a folder: a pipe, a device.
  package static func isStream(_ path: String) -> Bool {
    var status = stat()
    // SAFETY: `status` lives through the call, which only fills it.
    guard unsafe stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }

  /// The file that a link leads to, so that writing does not replace the link; the path itself when there is none.
  package static func target(of path: String) -> String {
    // SAFETY: the callee returns null or a terminated string of its own, which is copied and freed here.
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// An empty file in the same folder, with the permissions that the file itself has or would get.
  package static func makeTemporary(beside path: String) throws(SystemError) -> (Descriptor, path: String) {
    var status = stat()
    // SAFETY: `status` lives through the call, which only fills it.
    let exists = unsafe stat(path, &status) == 0
    if exists && status.st_mode & S_IFMT == S_IFDIR { throw SystemError(code: EISDIR) }
    for attempt in 0..<100 {
      let temporary = "\(path).\(getpid())-\(attempt).tmp"
      do {
        let descriptor = try Descriptor.open(temporary, O_WRONLY | O_CREAT | O_EXCL)
        if exists { descriptor.setPermissions(status.st_mode & 0o7777) }
        return (descriptor, temporary)
      } catch  where error.code == EEXIST {
        continue
      }
    }
    throw SystemError(code: EEXIST)
  }

  package static func rename(_ from: String, to: String) throws(SystemError) {
    // SAFETY: both strings live through the call.
    if unsafe Glibc.rename(from, to) != 0 { throw SystemError() }
  }

  package static func remove(_ path: String) {
    // SAFETY: the string lives through the call.
    _ = unsafe unlink(path)
  }
}
