internal import CResources

/// A word list or table that is compiled into the program.
///
/// A new one is a file below `Sources/CResources/data`, and `scripts/make-resources`.
package enum Resource {
  /// The names of all files, their paths below `Sources/CResources/data`, sorted.
  package static var names: [String] { places.keys.sorted() }

  /// The places of the files in the compiled table.
  private static let places: [String: Int] = {
    var places: [String: Int] = [:]
    for place in 0..<newsprint_resource_count() {
      // SAFETY: names are constant terminated strings.
      unsafe places[String(cString: newsprint_resource_at(place).name)] = place
    }
    return places
  }()

  /// The bytes of the file of that name, or nothing when there is none.
  package static func bytes(_ name: String) -> [UInt8] {
    guard let place = places[name] else { return [] }
    let file = unsafe newsprint_resource_at(place)
    // SAFETY: the table gives a constant array and its length.
    return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
  }

  /// The text of the file of that name, nil when there is none.
  package static func text(_ name: String) -> String? {
    places[name] == nil ? nil : String(decoding: bytes(name), as: UTF8.self)
  }

  /// The lines of the file, without comments (`#`) and blank lines.
  package static func lines(_ name: String) -> [Substring] {
    ListReader.lines(in: String(decoding: bytes(name), as: UTF8.self)[...])
  }

  /// The rows of a table: its lines cut at tabs, empty columns kept.
  package static func rows(_ name: String) -> [[Substring]] { lines(name).map(ListReader.fields) }
}

/// The languages that Newsprint knows function words of, by their ISO 639-1 codes.
///
/// A new language is a file `Sources/CResources/data/stopwords/CODE.txt`.
package enum Languages {
  /// Every language, English first, the others by their codes.
  package static let all: [String] = {
    let codes = Resource.names.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count).dropLast(4)) }
    return [english] + codes.filter { $0 != english }
  }()

  package static let english = "en"

  private static let folder = "stopwords/"

  /// Articles, prepositions, conjunctions, pronouns and auxiliaries, folded, in the order of the list; none for a language
  /// without a list.
  package static func functionWords(of code: String) -> [Substring] { Resource.lines("\(folder)\(code).txt") }
}

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
