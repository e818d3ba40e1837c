internal import Synchronization

/// What is known about words: WordNet where it is installed, and the project's own lists in any case.
///
/// Shared by all workers; look-ups go through a ``LexiconSession``, one for each worker.
package final class Lexicon: Sendable {
  package let wordNet: WordNet?
  package let lists: CuratedLists
  /// ISO 639 code of the language whose words it knows; empty for none in particular.
  package let language: String
  /// The folder WordNet was read from, or nil.
  package let folder: String?
  private let known = Mutex(SharedWords())

  /// True when WordNet was found.
  ///
  /// Without it, synonyms, opposites and kinds come from the own lists only.
  package var hasWordNet: Bool { wordNet != nil }

  /// A lexicon with the first of `folders` that holds a WordNet.
  package init(folders: [String] = WordNet.defaultFolders, lists: CuratedLists = .standard) {
    var found: (WordNet, String)?
    for folder in folders where found == nil {
      if let wordNet = WordNet(folder: folder) { found = (wordNet, folder) }
    }
    wordNet = found?.0
    folder = found?.1
    self.lists = lists
    language = "en"
  }

  /// A lexicon of a language that has no WordNet here: words are one when they have one Snowball stem, and are related as the
  /// lists say.
  package init(language: String, lists: CuratedLists) {
    wordNet = nil
    folder = nil
    self.lists = lists
    self.language = language
  }

  /// Words beyond which new sessions begin anew, so that memory stays bounded: a kilobyte a word.
  private static let mostWords = 400_000

  /// The words that new sessions share.
  func words() -> SharedWords {
    known.withLock { known in
      if known.count > Self.mostWords { known = SharedWords() }
      return known
    }
  }

  /// Words of one stem are forms of one word, as no list of base forms is at hand.
  var isStemming: Bool { language != "en" }

  /// What stands before a stem in the place of a base form, so that no stem is taken for a word.
  static let stemMark = "~"

  /// A list of `phrase<TAB>value` with a line for the stem of each single word.
  package static func withStemLines(_ text: String, language: String) -> String {
    let stemmer = StringStemmer(language: language)
    return text.split(separator: "\n").map { line in
      let fields = line.split(separator: "\t")
      guard fields.count > 1, !fields[0].contains(" ") else { return String(line) }
      return "\(line)\n\(stemMark)\(stemmer.stem(String(fields[0])))\t\(fields[1])"
    }.joined(separator: "\n")
  }

  /// A list with the stem of each single word beside the word, so that inflected forms are found; what stands before a colon
  /// stays.
  package static func withStems(_ text: String, language: String, separators: Set<Character>) -> String {
    let stemmer = StringStemmer(language: language)
    return text.split(separator: "\n").map { line in
      var result = ""
      var word = ""
      func flush() {
        let words = word.split(separator: " ")
        result += word
        if words.count == 1 { result += ", " + stemMark + stemmer.stem(String(words[0])) }
        word = ""
      }
      let head = line.firstIndex(of: ":").map { line[...$0] } ?? ""
      result += head
      for character in line.dropFirst(head.count) {
        if separators.contains(character) {
          flush()
          result.append(character)
        } else {
          word.append(character)
        }
      }
      flush()
      return result
    }.joined(separator: "\n")
  }

  /// The lexicon of the installed WordNet and the compiled-in lists.
  ///
  /// Opened at the first use.
  package static let standard = Lexicon()
}
