/// Reads the project's word lists: one entry a line, `#` starts a comment line.
///
/// By bytes, not characters: the lists have sixty thousand lines, and they are read at every start.
package enum ListReader {
  package static func lines(in text: Substring) -> [Substring] {
    split(text, "\n", keepsEmpty: false).filter { !$0.isEmpty && $0.utf8.first != UInt8(ascii: "#") }
  }

  /// The parts of an entry between `separator`, an ASCII character, without surrounding blanks and without empty ones.
  package static func parts(_ entry: Substring, _ separator: Unicode.Scalar) -> [Substring] {
    split(entry, separator, keepsEmpty: false).filter { !$0.isEmpty }
  }

  /// The fields between tabs; empty fields are kept, since their place says what they are.
  package static func fields(_ entry: Substring) -> [Substring] { split(entry, "\t", keepsEmpty: true) }

  package static func trimmed(_ text: Substring) -> Substring {
    var bytes = text.utf8
    while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return Substring(bytes)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r") }

  private static func split(_ text: Substring, _ separator: Unicode.Scalar, keepsEmpty: Bool) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: !keepsEmpty).map { trimmed(Substring($0)) }
  }
}
