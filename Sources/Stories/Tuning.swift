/// Every number that decides which articles are one story or one event, with where it comes from.
///
/// The weights of ``Version`` were fitted by logistic regression over the pairs above ``story`` of wmt21, sheepdog, raidar, real
/// copies (one story) and of BBC, Portuguese, Spanish, Arabic and German follow-ups (not one), a third of the articles held back,
/// and rounded; 2026-11.
package struct StoryTuning: Sendable, Hashable {
  // MARK: Similarity (wmt21, sheepdog, raidar with BBC beside them, 2025-11)

  /// Least story similarity of two articles about one event, 0...1.
  package var event: Float = 0.14
  /// Least story similarity of two versions of one story, 0...1.
  package var story: Float = 0.23
  /// The same for texts of ``clearSentences`` sentences and more.
  ///
  /// A rewrite in another style keeps few words of each sentence and all of the sentences; short texts say too little for that.
  package var clearStory: Float = 0.17
  package var clearSentences = 5

  // MARK: Sentences (BBC, sheepdog, raidar, wmt21, real copies: 2026-11)

  /// A sentence is found again when the other text has this share of its weight in two neighbouring sentences.
  package var thin: Float = 0.35
  /// What the retold share starts from, in ``WeightScale`` steps: about one word that a seventh of all articles have.
  package var retoldPrior: Float = 28
  /// Stems that more sentences of an article have find none of them.
  package var mostHolders = 32
  /// Sentences of an article that are looked at.
  package var mostSentences = 400
  /// Words (function words aside) of a sentence that can stand alone, and from which one is cut.
  package var shortestSentence = 4
  package var longestSentence = 40

  // MARK: One story told again

  /// The weights of ``StoryRule/score(_:_:_:)``.
  package struct Version: Sendable, Hashable {
    package var bias: Float = -7.95
    package var retoldInOrder: Float = 7.6
    package var order: Float = 2.2
    package var names: Float = 1.4
    package var figures: Float = 2.8
    /// A beginning that is kept counts from this share on, fully where the whole is as similar as a copy in part (fnc1, seeds).
    package var lead: Float = 4
    package var leadFrom: Float = 0.55
    package var leadSimilarity: Float = 0.3
    package var leadSteepness: Float = 5
  }
  package var version = Version()
  /// How strongly a score below 0 counts against the pair: fully from -1 / doubt on.
  package var doubt: Float = 0.3

  // MARK: Forms (Reuters 1987, Arabic weather: 2026-11)

  /// From so many figures that differ between the same words on, and more than are equal, a pair is one form filled twice.
  package var changedFigures = 2
  /// The same when this share of the wording is verbatim, and of so many figures less than a share is kept.
  package var figureForm: Float = 0.4
  package var formFigures = 3
  package var formKeptFigures: Float = 0.6

  package init() {}
}
