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
    split(String(decoding: bytes(name), as: UTF8.self)[...], "\n").filter { $0.utf8.first != UInt8(ascii: "#") }
  }

  /// The parts of a line between an ASCII character.
  ///
  /// By bytes, not characters: the lists are read at every start.
  package static func split(_ line: Substring, _ separator: Unicode.Scalar, keepsEmpty: Bool = false) -> [Substring] {
    line.utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: !keepsEmpty).map(Substring.init)
  }
}

extension Resource {
  /// The rows of a table: its lines cut at tabs, empty columns kept.
  package static func rows(_ name: String) -> [[Substring]] {
    lines(name).map { split($0, "\t", keepsEmpty: true) }
  }
}
