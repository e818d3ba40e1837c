internal import Resources
internal import Quality

/// The numbers by which the copy that stays and the original of a story are chosen.
///
/// Set by hand on invented pages of one article with one fault each, 2026-11-29; none is fitted to a labelled set.
enum ChoiceTuning: Tuning {
  // MARK: Condition of a text

  /// A share of broken places counts this many times: one in forty costs a tenth.
  static let damageWeight: Float = 4
  /// The most that broken places cost.
  static let mostDamage: Float = 0.9
  /// What the part before a paywall is worth, against a whole text as long.
  static let stubWorth: Float = 0.5
  /// Least share of the words that count as running text, whatever surrounds them.
  static let leastBody: Float = 0.5
  /// One word of residue in so many is quiet: any page has it.
  static let quietShare = 24
  /// Words from which a sentence that comes twice is repeated.
  static let repeatedWords = 5
  /// A line with fewer words is a fragment; one that ends no sentence needs more.
  static let fewestLineWords = 4
  static let openLineWords = 12
  /// Line ends from which a text can be wrapped.
  static let wrappedLines = 6
  /// Letters from which a text can be in capitals.
  static let fewestCapitals = 80
  /// Bytes of the longest tag.
  static let longestTag = 400
  /// Words of a stub that are left before the sentences of its notice.
  static let fewestOfBeginning = 12
  /// Words of the longest line in which a page speaks to its readers before or behind an article, and of one that offers them
  /// something of the page.
  static let longestTalk = 30
  static let longestPageLine = 40
  /// Bytes at the end of a text in which it says that it goes on elsewhere.
  static let stubTail = 1_500
  /// Bytes at the end in which dots and what leads elsewhere stand.
  static let openTail = 64
  /// Words of the longest stub of which the headline decides what it is of, the notice counted.
  static let longestStub = 150
  /// Words of content of a headline from which it tells what a stub is of, and their share that two headlines of one article
  /// have.
  static let fewestHeadWords = 2
  static let sameHead = 0.5

  /// Words of the longest entry of a series of one form, and names of the headline by which it is another.
  static let longestEntry = 120
  static let entryNames = 2

  // MARK: The copy that stays

  /// Share of the best worth from which a copy can stay by its date or outlet.
  static let comparableWorth: Float = 0.8
  /// Broken places per word by which a copy may exceed the soundest and still stay by its date.
  static let comparableDamage: Float = 0.02
  /// The same share for the rules that a person names: all but parts.
  static let namedWorth: Float = 0.6
  /// Letters beyond ASCII to a word from which a text has accents, and how many times those of a copy that has lost them;
  /// invented copies in six languages, 2026-11.
  static let accented: Float = 0.04
  static let lostAccents = 10
  /// Broken places that make no difference.
  static let equalDamage = 2

  // MARK: The original of a story

  /// Earliest with every date known, and with some unknown.
  static let earliest: Float = 2
  static let earliestKnown: Float = 0.15
  /// An agency's own credit where another version has none.
  static let credit: Float = 0.3
  static let drawsOnSeveral: Float = -0.6
  static let revision: Float = -4
  /// The whole of the worth, as a share of the best.
  static let worth: Float = 0.4
  /// Share of the best worth that is as good.
  static let equalWorth: Float = 0.9
  /// A text that breaks off before a paywall, and one that is a part of a longer one.
  static let stub: Float = -3
  static let part: Float = -0.6
  static let broken: Float = -1
  /// As many broken places as a text may have beyond the soundest and still be whole.
  static let scratched: Float = -0.05
  /// Page around the text, as much as the text itself.
  static let noise: Float = 0.3
  /// Words that others print word for word, while other versions are reworded.
  static let printedByOthers: Float = 0.9
  static let contains: Float = 0.5
  /// Nearer to the other versions by as much as they are to each other on average, where all are reworded.
  static let central: Float = 0.5
  /// Difference of the shares that two texts have of each other from which one contains the other.
  static let leastContained: Float = 0.12
  /// All of a machine's own signs.
  static let machine: Float = -2
  /// Margin at which the choice is even: confidence is margin / (margin + this).
  static let evenMargin: Float = 0.25
  /// Confidence below which nothing decides, from which texts are not compared, the most there is, and that of an earliest print
  /// of one text.
  static let leastConfidence: Float = 0.05
  static let sureConfidence: Float = 0.75
  static let mostConfidence: Float = 0.95
  static let datedConfidence: Float = 0.9
  /// Of an original that a policy chose: earliest of versions that are all dated, of some that are, and any other.
  static let policyEarliest: Float = 0.9
  static let policyEarliestKnown: Float = 0.6
  static let policyOther: Float = 0.3
  /// Distinct texts up to which all are compared.
  static let mostCompared = 8
  /// Share of a shorter text that a longer one has when it is a part, and how much shorter it is.
  static let partOverlap: Float = 0.75
  static let partLength: Float = 0.7
  /// Share of either text below which two versions are reworded, and from which one prints the other.
  static let rewordedOverlap: Float = 0.35
  static let printedOverlap: Float = 0.6
  /// Machine's signs by which two versions must differ.
  static let leastMachine: Float = 0.3
}

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

/// The numbers of ``HeadlineSubject``; reuters.dev and invented notices, 2026-11.
struct SubjectTuning: Tuning {
  /// Words of a text of which the headline alone may say whose it is.
  let words = 4...40
  /// Words to a figure, at most, and to a name beside those of days, at least.
  let wordsOfFigure = 4
  let wordsOfName = 5

  static let standard = SubjectTuning()
}

/// The numbers of a text that comes again with other figures; reuters.dev and invented bulletins, 2026-11.
struct BulletinTuning: Tuning {
  /// Hours after which other figures are the next bulletin and no correction.
  let hours: Float = 60
  /// Words of the longest, and of those of which the days that they name are looked at.
  let words = 80
  let longestOfDays = 120

  static let standard = BulletinTuning()
}

/// The numbers of ``SiteHabits``; ant against five other scrapes, 2026-11.
enum HabitTuning: Tuning {
  /// Articles of a site that have the defect, and their share of the site's.
  static let leastArticles = 20
  static let leastShare = 0.2
}

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
