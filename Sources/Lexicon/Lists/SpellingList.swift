/// British and American spellings (`spelling_variants.txt`): `british<TAB>american`, folded to the American one.
package struct SpellingList: Sendable {
  private var american: [String: String] = [:]
  package var count: Int { american.count }

  package init(text: String) {
    for line in ListReader.lines(in: text) {
      let fields = ListReader.fields(line)
      if fields.count >= 2, !fields[0].isEmpty, !fields[1].isEmpty { american[String(fields[0])] = String(fields[1]) }
    }
  }

  /// The spelling two variants share: listed ones by the list, `-isation`, `-ise`, `-yse` and their inflections by rule.
  ///
  /// The rule may turn a word into none ("advise" to "advize"); compare folds with folds only.
  package func fold(_ word: String) -> String {
    if let listed = american[word] { return listed }
    guard word.utf8.count >= 6 else { return word }
    for ending in Self.endings where word.hasSuffix(ending.british) {
      return String(word.dropLast(ending.british.count)) + ending.american
    }
    return word
  }

  private static let endings: [(british: String, american: String)] = [
    ("isation", "ization"), ("isations", "izations"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("ise", "ize"),
    ("iser", "izer"), ("isers", "izers"), ("yse", "yze"), ("ysed", "yzed"), ("yses", "yzes"), ("ysing", "yzing"),
  ]
}
