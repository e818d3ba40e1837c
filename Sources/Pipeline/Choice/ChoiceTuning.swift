internal import Resources

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
