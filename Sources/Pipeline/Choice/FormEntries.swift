internal import Copies
internal import Text

/// Two entries of one series in one form, as the signs of a horoscope: headlines that differ in one name, and each text has its
/// own.
struct FormEntries {
  let a: CopyDigest
  let b: CopyDigest

  /// Whether each headline has a word or two that the other text has nowhere and its own has too, beside words that both
  /// headlines have.
  ///
  /// Figures say nothing: those of a text that was brought up to date change with its headline. Linear in the words of both.
  var areOthers: Bool {
    guard max(a.wordCount, b.wordCount) <= ChoiceTuning.longestEntry else { return false }
    let (first, second) = (Set(a.title), Set(b.title))
    return !first.isDisjoint(with: second) && Self.names(first.subtracting(second), of: a, butNot: b)
      && Self.names(second.subtracting(first), of: b, butNot: a)
  }

  private static func names(_ words: Set<UInt32>, of own: CopyDigest, butNot other: CopyDigest) -> Bool {
    guard !words.isEmpty, words.count <= ChoiceTuning.entryNames, !other.words.hashes.contains(where: words.contains) else {
      return false
    }
    let named = Set(own.words.hashes.indices.lazy.filter { !own.words.traits[$0].contains(.number) }.map { own.words.hashes[$0] })
    return words.isSubset(of: named)
  }
}
