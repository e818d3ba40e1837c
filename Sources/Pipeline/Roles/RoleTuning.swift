internal import Quality
internal import Resources

/// The numbers of ``RoleRule`` and ``CompositeFinder``.
///
/// Set by hand, tried on Fixtures and seeds.
enum RoleTuning: Tuning {
  // MARK: Composites

  /// Least share of the words that each source alone must have, and that two or more must have together.
  static let sourceShare: Float = 0.05
  static let twoSourcesTotal: Float = 0.6
  static let severalSourcesTotal: Float = 0.5
  /// The same of the first words, without which a report follows its sources up; or the share of all words that is enough
  /// without.
  ///
  /// Set by reading 36 composites of real scrapes, of which 2 were some, and 11 more, of which 5 were, 2026-11.
  static let sourcesLead: Float = 0.5
  static let sourcesWhole: Float = 0.8
  /// Bytes at the beginning of a text within which the page's clock is the article's.
  static let headOfPage: UInt32 = 1_000
  /// Tokens of such a clock behind a bar: "Tue Mar 4, 2014 6:51 pm GMT".
  static let shortestClock = 5
  static let longestClock = 12
  /// How far from midnight, UTC, of the day in its record a page's clock may be, in seconds: zones reach fourteen hours before
  /// UTC and twelve behind it.
  static let clockBefore: Int64 = -14 * 3600
  static let clockAfter: Int64 = 36 * 3600
  /// As many linked stories are looked at.
  static let mostSources = 6
  static let creditedComposite: Float = 0.85
  /// Of a composite that nothing credits: beside its coverage, and at most.
  static let composite: Float = 0.4
  static let mostComposite: Float = 0.9

  // MARK: Credits

  /// Share of a version that stands word for word in a credited original, from which it has to credit it; flags of real scrapes,
  /// 2026-11.
  static let printed: Float = 0.45

  // MARK: How sure a role is

  /// A version whose own credit names several agencies, and one that only the story's other members hold there.
  static let creditedRewrite: Float = 0.8
  static let heldByOthers: Float = 0.2
  /// A version with the very text of another, and one of which no fact differs.
  static let identical: Float = 0.99
  static let trivial: Float = 0.7
}

/// The numbers of ``SiteHabits``; ant against five other scrapes, 2026-11.
enum HabitTuning: Tuning {
  /// Articles of a site that have the defect, and their share of the site's.
  static let leastArticles = 20
  static let leastShare = 0.2
}

/// The numbers of ``VersionTree``.
///
/// Set by hand on invented chains of versions, 2026-11-29.
enum TreeTuning: Tuning {
  /// By so much another version must be nearer than the original.
  static let rootLead: Float = 0.02
  /// Below this nearness a version is nobody's copy; it hangs on the original.
  static let leastNearness: Float = 0.25
  /// What resemblance counts beside containment.
  static let resemblance: Float = 0.5
  /// Versions up to which all pairs are compared.
  static let mostCompared = 24
  /// Hashes of a sketch, versions looked at for one hash, and kept for one version.
  static let sketch = 16
  static let mostHolders = 32
  static let mostNeighbours = 6
}

/// The numbers of ``VersionConsensus``; wmt21, 2026-11.
enum ConsensusTuning: Tuning {
  /// Distinct versions of a story from which their agreement tells anything.
  static let fewestVersions = 6
  /// Mean resemblance to all others from which a version is a machine's, as a share of the median version's.
  static let agreement: Float = 0.9
  /// So many of the nearest versions are looked at, and of those of middling likeness, and the mean resemblance to the nearest.
  static let nearest = 3
  static let nearness: Float = 0.2
  /// How sure the role is then: one human translation in a hundred is as near, and the other signs say nothing.
  static let confidence: Float = 0.7
}

/// The numbers of ``MachineSigns``.
///
/// Weights by hand; the limits so that the invented rewrites of Fixtures are found and, of the 28,000 articles by people that
/// are in the batches of real scrapes, hardly any is called a machine's (2026-11-29).
enum MachineTuning: Tuning {
  /// Least share of the sentences with a counterpart, on both sides, and of those in their order.
  static let coverage: Float = 0.6
  static let order: Float = 0.92
  /// Share of words in long runs, and resemblance, from which a version is an edited copy.
  static let mostVerbatim: Float = 0.6
  static let fewestWords = 60
  /// Little left word for word, and a sign that is enough then.
  static let rewordedVerbatim: Float = 0.3
  static let sureSign: Float = 0.35
  /// Nearly nothing word for word.
  static let uniformVerbatim: Float = 0.15
  static let uniformWords = 100
  static let structure: Float = 0.3
  static let ownLeast: Float = 0.5
  /// The same where quotations were reworded too.
  static let ownNearly: Float = 0.4
  static let least: Float = 0.6
  /// Quoted words on both sides from which quotations tell anything; share kept below which they were reworded.
  static let fewestQuoted = 12
  static let keptQuotations: Float = 0.35
  static let newQuotations: Float = 0.5
  static let alteredQuotations = 3
  static let onePronoun: Float = 0.15
  static let severalPronouns: Float = 0.3
  /// What a sign counts that comes more than twice, times its weight, and at most.
  static let repeatedSign: Float = 1.5
  static let mostRepeatedSign: Float = 0.6
  /// Flags that a machine leaves more often than a person.
  static let flags: [(id: FlagID, weight: Float)] = [
    (.torturedPhrase, 0.4), (.inconsistentName, 0.35), (.brokenSentence, 0.3), (.stumpHeading, 0.2), (.languageMix, 0.2),
    (.chatbotLeftover, 0.5),
  ]
}
