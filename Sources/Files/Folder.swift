internal import Glibc

/// The entries of a folder.
package enum Folder {
  /// The names in a folder without `.` and `..`, in no order.
  package static func names(in path: String) throws(SystemError) -> [String] {
    // SAFETY: the stream is this function's own until it is closed; each entry's name is terminated and copied at once.
    guard let stream = unsafe opendir(path) else { throw SystemError() }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}
