internal import Resources

/// The numbers by which sentences and words of two texts are aligned.
///
/// "by hand" says that a value was set when the aligner was written, and that no search over a set is on record.
struct AlignmentTuning: Tuning {
  let sentences = SentenceAlignmentTuning()
  let words = WordAlignmentTuning()
  let context = ContextTuning()
  let gaps = GapTuning()
  let pairs = SentencePairTuning()
  let likeness = WordLikenessTuning()

  static let standard = AlignmentTuning()
}

/// Pairs of sentences, see ``ArticleAligner``.
struct SentenceAlignmentTuning: Tuning {
  let threshold = 0.30  // weighted Dice coefficient, less the distance, from which two sentences are a pair; by hand, 2026-11
  let distance = 0.05  // what is taken off where they stand at opposite ends of their texts; by hand, 2026-11
  let mergeGain = 0.02  // gain of similarity above which a pair takes in a neighbour; by hand, 2026-11
  let completion = 0.33  // or share of the words not yet accounted for that the neighbour must hold; by hand, 2026-11
  let completionLoss = 0.08  // and what that may cost in similarity; by hand, 2026-11
}

/// Pairs of words, see ``WordAligner``.
struct WordAlignmentTuning: Tuning {
  let figure: Float = 0.97  // similarity of two equal figures, written as they may be; by hand, 2026-11
  let leastStopContext: Float = 0.12  // context below which function words are not aligned; by hand, 2026-11
  let leastContext: Float = 0.15  // context below which other words are not; by hand, 2026-11
  let ample: Float = 0.5  // but for those at least so similar; by hand, 2026-11
  let stopSimilarity: Float = 0.35  // weight of the similarity of function words in the score; by hand, 2026-11
  let similarity: Float = 0.75  // and of other words; by hand, 2026-11
  let contextWeight: Float = 0.5  // weight of the context; by hand, 2026-11
  let place: Float = 0.12  // weight of the place along the two passages; by hand, 2026-11
}

/// The neighbours of two words, see ``SimilarityMatrix/context(_:_:_:_:)``.
struct ContextTuning: Tuning {
  let end: Float = 0.6  // where both passages end; by hand, 2026-11
  let stop: Float = 0.6  // weight of a function word; by hand, 2026-11
  let shifted: Float = 0.8  // weight of a place one off; by hand, 2026-11
  let total: Float = 3.67  // weight of all six neighbours, 2 (1 + 1/2 + 1/3); definition
}

/// Words joined by their place alone, see ``GapSubstitution``.
struct GapTuning: Tuning {
  let least = 0.6  // score from which two words are joined; by hand, 2026-11
  let neighbour = 0.5  // gain for each aligned neighbour; by hand, 2026-11
  let perOffset = 0.15  // loss a word by which their distances from it differ; by hand, 2026-11
  let perDistance = 0.1  // loss a word of distance from the nearest; by hand, 2026-11
  let perSize = 0.05  // loss a word of the gap; by hand, 2026-11
  let unlike = -0.4  // class: a figure or mark, and a word; by hand, 2026-11
  let marks = 0.8  // class: two marks; by hand, 2026-11
  let pronounForName = 0.6  // class: a name and a pronoun; by hand, 2026-11
  let wordForName = 0.4  // class: a name and a word of open class; by hand, 2026-11
  let stops = 0.8  // class: two function words; by hand, 2026-11
  let pronounForWord = 0.5  // class: a pronoun and a word; by hand, 2026-11
  let stopForWord = 0.3  // class: any other function word and a word; by hand, 2026-11
  let otherClass = 0.7  // class: two known words of open class, but of no class in common; by hand, 2026-11
}

/// What a pair of sentences says of two of its words, see ``SentencePair``.
struct SentencePairTuning: Tuning {
  let trustLeast = 0.70  // closeness at which trust begins; by hand, 2026-11
  let trustSpan = 0.20  // closeness over which it rises to 1; by hand, 2026-11
  let farNeighbour = 0.6  // weight of the second neighbour against the first; by hand, 2026-11
  let shifted = 0.8  // agreement of a neighbour that is one off; by hand, 2026-11
}

/// Words that nothing but their letters, or their being names, makes alike, see ``WordKnowledge``.
struct WordLikenessTuning: Tuning {
  let spelling = 0.87  // Jaro-Winkler similarity above which two spellings are of one word; by hand, 2026-11
  let misspelt: Float = 0.75  // similarity of a word and its misspelling; by hand, 2026-11
  let alias: Float = 0.8  // similarity of two names of one thing; by hand, 2026-11
  let sameName: Float = 0.75  // similarity of one name spelt in two ways; by hand, 2026-11
}
