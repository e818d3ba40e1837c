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

  /// Articles, prepositions, conjunctions, pronouns and auxiliaries, folded, in the order of the list; none for a language without
  /// a list.
  package static func functionWords(of code: String) -> [Substring] { Resource.lines("\(folder)\(code).txt") }
}
