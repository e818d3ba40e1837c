internal import CResources

/// A word list or table that is compiled into the program.
package enum Resource {
  /// The bytes of the file of that name below `Sources/CResources/data`, or nothing when there is none.
  package static func bytes(_ name: String) -> [UInt8] {
    let file = unsafe newsprint_find_resource(name)
    // SAFETY: the table gives a constant array and its length.
    return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
  }

  /// The lines of the file, without comments (`#`) and blank lines.
  package static func lines(_ name: String) -> [Substring] {
    String(decoding: bytes(name), as: UTF8.self)
      .split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
  }
}
