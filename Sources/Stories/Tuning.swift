internal import Resources

/// The numbers that decide which articles are one story or one event.
///
/// The weights of ``StoryRule/score(_:_:_:)`` were fitted by logistic regression over the pairs of at least ``story`` of wmt21,
/// sheepdog, raidar and real copies (one story) and of BBC, Portuguese, Spanish, Arabic and German follow-ups (not one), a third
/// of the articles held back, and rounded.
package struct StoryTuning: Tuning {
  package let event: Float = 0.14  // least story similarity of two articles about one event; wmt21, sheepdog, raidar, 2025-11
  package let story: Float = 0.23  // least story similarity of two versions of one story; the same sets, 2025-11
  package let clearStory: Float = 0.17  // the same for texts of so many sentences: a rewrite in another style; sheepdog, 2026-11
  let clearSentences = 5  // fewer say too little for that; sheepdog, raidar, 2026-11

  package let namesEvent: Float = 0.09  // the same for two reports that name the same people; invented reports, 2026-11
  let eventNames = 6  // rare names and figures that both have then; invented reports, 2026-11
  let eventNamesOfDay = 5  // the same of two reports within two days; invented reports, 2026-11
  let sameNewsHours: Float = 48  // definition
  let eventKeptNames: Float = 0.4  // and their share; invented reports, 2026-11

  let eventHours: Float = 240  // between two articles on one happening that are no versions of each other; ant, t17 read, 2026-11

  let strongKeys: UInt8 = 6  // rare keys in common that no form gives by chance; invented bulletins, raidar, 2026-11
  let mostWeak = 16  // candidates of an article with fewer keys in common; bound of the work, invented bulletins, 2026-11
  let leastStoryWords = 7  // words but function words of a text that can be told again; invented headlines, 2026-11

  let thin: Float = 0.35  // share of a sentence in two neighbouring ones that finds it again; BBC, sheepdog, 2026-11
  let retoldPrior: Float = 28  // what the retold share starts from, in steps of weight: a common word; definition
  let mostHolders = 32  // sentences of an article that a stem may be in and still find any; bound of the work, definition
  package let mostSentences = 400  // sentences of an article that are looked at; bound of the work, definition
  let shortestSentence = 4  // words but function words of a sentence that stands alone; definition
  let longestSentence = 40  // words from which a list without full stops is cut; definition
  let orderPrior: Float = 2  // pairs of sentences the order starts from: few say little; raidar, Arabic bulletins, 2026-11
  let orderStart: Float = 0.5  // the share of them in order; the same sets, 2026-11

  let bias: Float = -7.5  // of the score; BBC, sheepdog, 2026-11
  let retoldInOrder: Float = 7.6  // weight of what is told again in order; BBC, sheepdog, raidar, wmt21, 2026-11
  let order: Float = 2.2  // weight of the order of the sentences; the same sets, 2026-11
  let facts: Float = 1.4  // weight of kept names; the same sets, 2026-11
  let figures: Float = 2.8  // weight of kept figures; the same sets, 2026-11
  let figuresStart: Float = 0.8  // what kept figures start from where there are none; Arabic bulletins, raidar, 2026-11
  let lead: Float = 6  // weight of a kept beginning; fnc1, seeds, 2026-11
  let leadFrom: Float = 0.55  // share of the beginning from which it counts; fnc1, 2026-11
  let leadSimilarity: Float = 0.3  // similarity from which it counts; fnc1, 2026-11
  let leadSteepness: Float = 5  // in full a fifth above that; fnc1, 2026-11
  let common: Float = 4  // weight against wording that many articles have; ant, reuters.dev, 2026-11
  let commonFrom: Float = 3  // mean logarithm of their number from which it counts; ant, reuters.dev, 2026-11
  let commonMost: Float = 2  // the most it counts, so that a hundred versions of one story stay one; definition
  let doubt: Float = 0.3  // a score of -1 / this and less is a full vote against the pair; sheepdog, 2026-11

  let changedFigures = 2  // figures that differ between the same words, more than are equal: a form; reuters.dev, 2026-11
  let figureForm: Float = 0.4  // verbatim share of a form of which few figures are kept; reuters.dev, 2026-11
  let formFigures = 3  // figures of such a form; reuters.dev, 2026-11
  let formKeptFigures: Float = 0.6  // fewer of them are kept; reuters.dev, copies.en, 2026-11
  let commonForm: Float = 3  // the same in wording that so many articles have (mean logarithm); ant, reuters.dev, 2026-11
  let commonFigures = 2  // figures of such a form; ant, reuters.dev, 2026-11
  let commonKeptFigures: Float = 0.8  // fewer of them are kept; ant, reuters.dev, wmt21, 2026-11

  let toldAgain: Float = 0.6  // of what is not copied, told again: names spelt anew, no form; es, 2026-11
  let toldOrder: Float = 0.9  // the order of its sentences; es, 2026-11
  let toldSentences = 6  // of the shorter; es, 2026-11
  let replacedGaps = 3  // gaps of a frame that hold something else: a form; invented horoscopes, 2026-11
  let replacedShare = 2  // and so many times as many as hold the same in other words; invented horoscopes, 2026-11
  let listFigures = 3  // figures changed, twice as many as kept: a list of another day; ant, 2026-11
  let longestGuide = 120  // words of a guide to programmes; invented guides, wmt21, raidar, sheepdog, 2026-11
  let guideForm: Float = 0.25  // verbatim form of such a guide; the same sets, 2026-11
  let guideRetold: Float = 0.5  // of what is not copied, told again in it; the same sets, 2026-11
  let longestSlip = 50  // words of a slip of which a batch has many; invented horoscopes, raidar, 2026-11
  let keptOfSlip: Float = 0.5  // of its figures; the same sets, 2026-11
  let commonSlip: Float = 1.4  // of its wording (mean logarithm of its articles); the same sets, 2026-11
  let ownOfSlip: Float = 0.2  // of either that is not copied; the same sets, 2026-11
  let slipRetold: Float = 0.7  // of that, told again; the same sets, 2026-11
  let figuresOfList = 8  // figures of a list of times or results; invented police logs, wmt21, 2026-11
  let figureShare: Float = 0.12  // of its words; the same sets, 2026-11
  let wordsOfList: Float = 0.8  // of its other words that are kept; sheepdog, 2026-11
  let keptOfList: Float = 0.6  // of its figures: with no more it is another list; the same sets, 2026-11
  let bulletinHours: Float = 60  // hours after which other figures in the same words are the next bulletin; reuters.dev, 2026-11
  let longestBulletin = 60  // words but function words of such a bulletin; the same, 2026-11
  let briefForm: Float = 0.5  // verbatim form of briefs that one office writes; invented briefs in ten languages, 2026-11
  let briefOtherNews: Float = 0.1  // of either that is not copied: where its news stands; the same, 2026-11
  let briefNames: Float = 0.76  // most that such briefs keep of their names; the same, 2026-11
  let briefNamesToWords: Float = 0.9  // and of what they keep of other words; the same, 2026-11
  let briefNamesAlone: Float = 0.75  // the same where that is enough; the same, 2026-11
  let briefGaps = 2  // gaps of the wording that hold something else; the same, 2026-11
  let longestSign = 20  // words but function words of what is left of a horoscope without its frame; the same, 2026-11
  let leastRetold: Float = 0.22  // of what is not copied: less of it on both sides is other news; ant, 2026-11
  let otherNews: Float = 0.3  // of either text that is not copied then; ant, 2026-11
  let otherNewsVote: Float = -0.5  // half a vote, as short texts tell little; ant, 2026-11
  let longestRetelling = 10  // times the words of a brief that nobody writes to tell it again; buzz (newsletters), 2026-11
  let briefOwn: Float = 0.4  // of a brief that is then not just copied; buzz, 2026-11
  let backgroundLength = 3  // times the words of a text that is another's background; read on scrapes, 2026-11
  let backgroundLead: Float = 0.3  // share of that other's first two sentences that it has at most; read on scrapes, 2026-11
  let ownStory: Float = 4  // against one story of two articles of one known outlet; ant, buzz read, 2026-11
  let ownLead: Float = 0.76  // of the beginning in common: an update; ant (wrong ones: to .75), an invented one (.77), 2026-11
  let ageAnHour: Float = 0.125  // against one story for each hour between two articles of an outlet; ant, t17, 2026-11
  let oldest: Float = 4  // the most of that, after a day and a third; ant, t17, 2026-11
  let oldestOfOutlet: Float = 8  // the same where the outlet is known, after two days and two thirds; ant, 2026-11
  let edition: Float = 0.5  // least similarity of two editions of a day; invented editions, 2026-11
  let editionHours: Float = 24  // between them; definition
  let editionSentences = 12  // of the shorter; definition
  let editionOwn: Float = 0.32  // most of either that the other has not; t17, 2026-11

  let passage: Float = 0.7  // share of a sentence's weight that takes it from another article; invented digests, 2026-11
  let passageCopied: Float = 0.5  // and of its words in common pairs; invented digests, 2026-11
  let roundUpPart: Float = 0.08  // least share of a round-up that each of two stories alone has; invented digests, 2026-11
  let roundUpTotal: Float = 0.2  // least share that its parts have together; invented digests, 2026-11
  let roundUpWhole: Float = 0.7  // whoever has so much of an article is another version of it; invented digests, 2026-11
  let roundUpDigest: Float = 0.6  // of a digest; with less it only brings its parts in; read on scrapes, 2026-11
  let roundUpUnrelated: Float = 0.06  // less similar stories have nothing to do with each other; BBC, 2026-11
  package let roundUpNeighbours = 8  // linked articles that are looked at; bound of the work, definition

  let earlyWords: Float = 0.6  // share of the least similarity that words must have before pairs are looked at; by hand, 2026-11
  let cohesion: Float = 0.25  // share of a cluster that an article without a link to its centre is linked to; by hand, 2026-11
  // similarities of words above the last on which events and stories are grown, from the most like on; by hand, 2026-11
  package static let levels: [Float] = [0.7, 0.6, 0.5, 0.4, 0.3]

  package init() {}
}

/// Two fillings of one form by their names and figures, see ``TemplateEvidence``.
struct TemplateTuning: Tuning {
  let figures = 5  // figures from which a bulletin is told by its figures alone; by hand, 2026-11
  let figureForm: Float = 0.25  // verbatim form that takes; by hand, 2026-11
  let keptFigures: Float = 0.4  // fewer figures are kept; by hand, 2026-11
  let keptFiguresToWords: Float = 0.55  // and fewer than this share of what is kept of other words; by hand, 2026-11
  let form: Float = 0.20  // verbatim form from which names tell a form; by hand, 2026-11
  let keptNames: Float = 0.7  // kept names, as a share of kept words, below which they do; by hand, 2026-11
  let slightForm: Float = 0.10  // less verbatim form; by hand, 2026-11
  let slightKeptNames: Float = 0.5  // and the share it takes then; by hand, 2026-11

  static let standard = TemplateTuning()
}

/// How features are weighed.
enum WeightTuning: Tuning {
  // weight of a feature that every article has, so that two of common words still compare; by hand, 2026-11
  static let floor: Float = 0.05
  static let functionWord: Float = 0.1  // weight of a function word in a SimHash; by hand, 2026-11
  // power of the larger article in the length of two: .5 is cosine, 0 containment; by hand, 2026-11
  static let larger: Float = 0.3
  // so many times the pairs that are wanted are looked at first; the benchmark's batches, of which two thirds are unknown,
  // 2026-11
  static let lookedPairs = 3
}
