/// Reads the project's word lists: one entry a line, `#` starts a comment line.
enum ListReader {
  /// The entries of the compiled-in list of that name; empty when the list is missing.
  static func lines(of name: String) -> [Substring] {
    guard let text = compiledResource(name) else { return [] }
    return lines(in: text)
  }

  static func lines(in text: String) -> [Substring] {
    text.split(whereSeparator: \.isNewline).map { trimmed($0) }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
  }

  /// The parts of an entry between `separator`, without surrounding blanks and without empty ones.
  static func parts(_ entry: Substring, _ separator: Character) -> [Substring] {
    entry.split(separator: separator).map { trimmed($0) }.filter { !$0.isEmpty }
  }

  /// The fields between tabs; empty fields are kept, since their place says what they are.
  static func fields(_ entry: Substring) -> [Substring] {
    entry.split(separator: "\t", omittingEmptySubsequences: false).map { trimmed($0) }
  }

  static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first == " " { text.removeFirst() }
    while let last = text.last, last == " " { text.removeLast() }
    return text
  }
}
