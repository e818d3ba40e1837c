/// A language that Newsprint knows something of: a file of function words in `Sources/CResources/data/stopwords`.
///
/// A new language is such a file, named by its code.
package struct Language: Sendable, Hashable {
  /// ISO 639-1, such as `de`.
  package let code: String

  package static let english = Language(code: "en")

  /// Every language, English first, the others by their codes.
  package static let all: [Language] = {
    let codes = Resource.names.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count).dropLast(4)) }
    return [english] + codes.filter { $0 != english.code }.map(Language.init)
  }()

  private static let folder = "stopwords/"

  /// Articles, prepositions, conjunctions, pronouns and auxiliaries, folded, in the order of the list.
  package var functionWords: [Substring] { Resource.lines("\(Self.folder)\(code).txt") }
}
