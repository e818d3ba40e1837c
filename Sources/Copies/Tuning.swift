internal import Resources

/// The numbers by which copies are told from pages that only share their boilerplate.
struct CopyTuning: Tuning {
  let shortestRest = 4  // words of one side in a row that are more than an edit; invented briefs and batches buzz, t17, 2026-11
  let leastRest = 8  // words that each side must have for itself; buzz (cartoons), gnad (stubs), 2026-11
  let leastRestContents = 4  // different content words among them; buzz, 2026-11
  let mostCommonRest = 0.3  // of the content words of the smaller rest: more, and both tell the same; buzz, t17, fakebr, 2026-11
  let restProse = 25  // words of running text that make a rest an article; invented briefs, 2026-11
  let restProseShare = 0.3  // of a short article: enough running text; gnad (stubs), 2026-11
  let listShare = 0.7  // of the shared words: the shared part is a list; invented sidebars, 2026-11
  let briefProse = 16  // words of running text that are an article beside a box; invented briefs, 2026-11
  let boxShare = 0.9  // of the shared words in lines that are no sentences: a box; invented briefs, 2026-11
  let longestFrame = 200  // words of a passage behind a brief; invented releases, 2026-11
  let frameToBrief = 1.8  // times the words of the brief that it has at least; invented releases, 2026-11
  let frameOwn = 0.11  // words of the brief to those of the passage, at least: a new first line is no brief; the same, 2026-11
  let mostFrameWords = 0.25  // of the brief's words of content that such a passage has too; invented releases, 2026-11
  let mostNames = 0.55  // names and figures among the words of sentences, German nouns too; invented releases and briefs, 2026-11
  let blockPiece = 0.8  // of the words from the first to the last that are one piece; invented blocks, 2026-11
  let blockCommon = 0.15  // of the content words of the smaller piece that both have; invented blocks, 2026-11
  let mostBlockWords = 0.2  // of the content words of a piece that the block has too; invented blocks, 2026-11
  let boxOwn = 0.08  // words of the piece to those of a list round it, at least; invented sidebars, 2026-11
  let tailOwn = 0.3  // the same of a passage that is neither and stands behind; invented releases, 2026-11
  let pageTopics = 3  // words of the page that such a block has; invented forms of pages, 2026-11
  let listItems = 5  // items that are a list; definition
  let longestItem = 8.0  // words of an item on average, figures not counted; invented sidebars, 2026-11
  let endlessSentence = 70.0  // words without the end of a sentence that are headlines one behind the other; the same, 2026-11
  let listCapitals = 0.08  // of their words that begin with a capital; the same, 2026-11
  let leadWords = 20  // first words of running text that say whose the article is; invented briefs, 2026-11
  let leadShare = 0.8  // of them: the lead is the rest's; invented briefs, 2026-11
  let mostShared = 0.88  // of an article: with less of its own a new lead is an edit; t17 (updates), 2026-11
  let minorShared = 0.5  // of an article: so little is a quotation, a form or a plea; t17, 2026-11
  let longestListLine = 20  // words of a line without the end of a sentence; definition
  let shortestSentence = 6  // words of a line that is a sentence; definition
  let feedItems = 6  // times of day that make a shared passage a feed of dated items; definition
  let longestFeedItem = 60  // words of such an item; definition
  let leastTickerArticle = 60  // shared words of running text under a changing list; invented tickers, 2026-11
  let leastTickerNames = 5  // different names and figures among them; invented tickers, 2026-11
  let leastTickerWords = 10  // words of the changing list; invented tickers, 2026-11
  let widgetArticle = 90  // words of running text that are an article beside a list; invented widgets and forms, 2026-11
  let articleToWidget = 3  // and times the changed words of the list; the same, 2026-11
  let wordsOfFigures = 3  // words to a figure in a line that is a row of figures; invented tickers, 2026-11
  let tickerShare = 0.3  // of the shorter article that must be shared below it; invented tickers, 2026-11
  let sampleShare = 0.3  // of the smaller sample of shingles that candidates share; reuters.dev, 2026-10
  let longestTeaser = 120  // words; definition
  let longestCall = 40  // words of the page behind a teaser: "tell us in the comments"; invented teasers, 2026-11
  let callShare = 0.5  // of its words in sentences that speak of the page or ask; invented teasers and notes, 2026-11
  let leastHeads = 2  // sampled shingles of the head, of six, that a teaser shares with its article; invented teasers, 2026-11
  let leastBands = 2  // bands that two articles share which may be two fillings of a form; invented bulletins, 2026-11
  let leastEdges = 2  // of head or tail, where passages of pages are sought; t17, 2026-11
  let openResemblance: Float = 0.15  // from here on it is asked what two articles share; t17, 2026-11
  let openContainment: Float = 0.3  // of one article in the other, likewise; t17, 2026-11
  let partContained: Float = 0.2  // of an article in a round-up that has a part of it; invented digests, 2026-11
  let roundUpPart: Float = 0.06  // of a round-up in a part of it, at least; invented digests, 2026-11
  let roundUpWhole: Float = 0.7  // so much, and the other is a version of it and no part; invented digests, 2026-11
  let unrelatedWords = 0.2  // of the smaller article's words of content that unrelated ones share; invented digests, 2026-11
  let insertText = 120  // words of a text round a site's own sentences; invented columns, 2026-11
  let insertShare = 0.15  // of the whole, at most, in those; the same, 2026-11
  let mostInserts = 2  // of them on a side; the same, 2026-11
  let lostShare = 0.02  // of the words, that lost letters or kept what the other text has none of; invented losses, 2026-11
  let longestBrief = 120  // words of an article that another may hold by chance; es, t17, 2026-11
  let pieceShare = 0.8  // shared words from the first to the last: one piece; fakebr, es, 2026-11
  let partLead = 30  // words at the beginning of a part that the round-up has some of; invented releases, 2026-11
  let partLeadShared = 15  // of the runs of words among them; invented releases, 2026-11
  let mostParts = 8  // parts of a round-up that are held against each other; bound of the work, definition
  let passageWords = 8  // words in a row of a shared passage; definition
  let resemblance: Float = 0.5  // least resemblance of two copies; by hand, 2026-11
  let reprint: Float = 0.92  // resemblance from which what differs is trivia; by hand, 2026-11
  let excerpt: Float = 0.75  // least share of the shorter text that the longer has; by hand, 2026-11
  let formNames = 3  // names from which changed names tell a form; by hand, 2026-11
  let formChanged: Float = 0.3  // share of them that changed; by hand, 2026-11
  let formChangedToWords: Float = 2.5  // and so many times the share of other words that did; by hand, 2026-11
  let formGaps = 3  // places of a form that hold other names or figures; invented announcements, 2026-11
  let formFillings = 5  // different names and figures there that the other filling has nowhere; the same, 2026-11
  let formGapNames = 0.7  // their share of such words; the same, 2026-11
  let formBetween = 2  // words from one such place to the next; the same, 2026-11
  let longestSlots = 90  // words of the one passage of a form that changes; bound of the work, invented announcements, 2026-11
  let slotFrame = 0.75  // words in one piece before or behind it that stay, to its own; the same, 2026-11
  let slotKept = 0.5  // names and figures kept in it to those that changed, German nouns too; the same, 2026-11
  let longestFixed = 20  // words in a row that a form has and no article of its own; the same, 2026-11
  let formReach = 15  // words from the first to the last: what a page prints at its head stands together; the same, 2026-11
}

extension CopyTuning {
  static let standard = CopyTuning()

  /// The least running text of an article of `words` words that makes a rest an article of its own.
  func leastRestProse(words: Int) -> Int {
    max(leastRest, min(restProse, Int(restProseShare * Double(words))))
  }
}

/// The bounds of buckets of candidates, see ``CopyCandidates``: they keep the search linear where a form fills a bucket with
/// thousands.
///
/// Set by hand on batches of real scrapes, 2026-11.
enum CandidateTuning: Tuning {
  static let smallBucket = 4  // articles up to which every pair of a bucket is a candidate
  static let fewFillings = 8  // up to which every pair whose names agree somewhat is one, by this band alone
  static let fullBucket = 24  // up to which such a pair needs a second band, unless its names agree for the most
  static let leastNames = 2  // values of two name sketches, of four, that agree then
  static let sureNames = 3  // with so many one band is enough
  static let fullCrowdedGroup = 8  // of a larger bucket's articles with the same names all are paired up to this number
  static let neighbours = 3  // in still larger groups each is paired with so many that follow it, and with the first
  static let commonSample = 48  // a sampled shingle that more articles have is common wording
  static let mostEntries = 1 << 22  // values sorted at a time: those of a large batch would take more room than all else
}
