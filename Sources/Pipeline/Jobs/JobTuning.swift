internal import Resources

/// The numbers of ``ChangePass`` and ``LeadCheck``: what a copy changed that is no drift.
///
/// Set by hand, 2026-11; those of beginnings by reading copies of G1, Estadão and the BBC.
enum ChangeTuning: Tuning {
  /// Share of sentences of its own from which a copy is more than its copy, and their number.
  static let ownShare = 0.15
  static let fewestOwn = 3
  /// Of one copy so many changes are told.
  static let mostChanges = 10
  /// Share of the copy that the kept article has, below which it has text of its own.
  static let contained: Float = 0.8
  /// The same from which its beginning can be new and the rest old.
  static let covered: Float = 0.5
  /// The same from which a replaced passage stands out.
  static let verbatim: Float = 0.7
  /// Words of a beginning, words of a run that both can have, and share of the beginning that lies outside of such runs.
  static let leadWords = 60
  static let leadRun = 5
  static let ownLead = 0.6
}

/// The numbers of ``PairComparison``.
enum PairTuning: Tuning {
  /// Share of the names that two texts in one form have in common, from which they speak of the same; pairs labelled blind,
  /// 2026-11.
  static let namesOfForm: Float = 0.6
}

/// The numbers of ``ReplacedPassages``.
///
/// Set by hand, 2026-11.
enum ReplacedPassageTuning: Tuning {
  /// Words of a sequence by which two texts are laid side by side.
  static let anchor = 3
  /// Words that say something on either side of a replaced passage, and the longest passage.
  static let fewestContent = 3
  static let longest = 24
  /// Passages from which a text is rewritten.
  static let mostPassages = 3
  /// Words at the beginning, where one other word counts, and words of it that may differ in all.
  static let lead = 30
  static let longestInLead = 12
  /// Places that may differ for it: who changes more was editing.
  static let mostPlaces = 2
}

/// The numbers of ``WordLikeness``.
///
/// Set by hand, 2026-11.
enum LikenessTuning: Tuning {
  /// Relation in the lexicon from which two words say the same.
  static let related = 0.5
  /// Letters at the beginning that inflections share; of so many letters one may be another.
  static let stem = 4
  static let lettersAnError = 3
}
