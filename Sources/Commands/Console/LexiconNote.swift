internal import Files
internal import Lexicon

/// What to say about WordNet: the rules that weigh meanings are weaker without it.
enum LexiconNote {
  /// Nil where WordNet is read from the place that was asked for.
  static var message: String? {
    let lexicon = Lexicon.standard
    let asked = WordNet.askedFolder
    guard let folder = lexicon.folder else {
      let places = WordNet.defaultFolders.map(Visible.text).joined(separator: ", ")
      return "WordNet was not found (\(places)): what words mean comes from the own lists alone, and fewer changes are found. "
        + "Install wordnet-base, or name its folder in WNSEARCHDIR."
    }
    guard let asked, asked != folder else { return nil }
    return "WNSEARCHDIR names \(Visible.text(asked)), where no WordNet is: the one in \(Visible.text(folder)) is used."
  }
}
