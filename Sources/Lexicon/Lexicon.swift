/// What is known about words: WordNet where it is installed, and the project's own lists in any case.
///
/// Holds no caches and is shared by all workers; look-ups go through a ``LexiconSession``, one for each worker.
package final class Lexicon: Sendable {
  package let wordNet: WordNet?
  package let lists: CuratedLists
  /// The folder WordNet was read from, or nil.
  package let folder: String?

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
  }

  /// The lexicon of the installed WordNet and the compiled-in lists.
  ///
  /// Opened at the first use.
  package static let standard = Lexicon()
}
