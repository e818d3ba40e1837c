internal import Resources

/// How likely one word stands where another stood, by how the two are related; see ``WordRelation/similarity``.
///
/// "by hand" says that a value was set when the aligner was written, and that no search over a set is on record.
enum WordSimilarityTuning: Tuning {
  static let form = 0.95  // one word in another spelling or inflection; by hand, 2026-11
  static let stem = 0.85  // one stem; by hand, 2026-11
  static let derived = 0.85  // the one is derived from the other, or synonyms in common senses; by hand, 2026-11
  static let synonym = 0.75  // synonyms in senses up to the eighth; by hand, 2026-11
  static let listed = 0.7  // synonyms of the own list; by hand, 2026-11
  static let similar = 0.65  // similar adjectives; by hand, 2026-11
  static let opposite = 0.55  // opposites; by hand, 2026-11
  static let kind = 0.6  // the one is a kind of the other; by hand, 2026-11
  static let perStep = 0.08  // less for each step between them; by hand, 2026-11
  static let sibling = 0.4  // two kinds of one thing; by hand, 2026-11
  static let gloss = 0.35  // the one stands in the other's definition; by hand, 2026-11
}
