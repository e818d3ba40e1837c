internal import Resources

/// The tuned numbers of quality flags.
///
/// Set by hand on invented articles; those of names, truncation and notices checked by reading flags on scrapes in six languages,
/// 2026-11.
struct QualityTuning: Tuning {
  // The score, see ``QualityScore``.
  let minor = 0.2
  let major = 0.6
  /// How much of what is left to full strength the further findings of a rule take, when there are very many of them.
  let furtherFindings = 0.5
  /// So many further findings take two thirds of that, or so many in so many words where findings grow with the text.
  let manyFindings = 8.0
  let findingWords = 400.0

  /// No rule gives more findings than this for one article.
  let mostFindings = 40

  // What a rule adds to the score at most.
  let noArticleWeight = 0.95
  let chatbotWeight = 0.7
  let driftWeight = 0.6
  let brokenWeight = 0.45
  let phraseWeight = 0.4
  let roleWeight = 0.35
  let defectWeight = 0.3
  let residueWeight = 0.25
  let creditWeight = 0.2
  let titleWeight = 0.08

  // Languages, see ``LanguageProfile``.
  /// Tokens at the beginning that tell an article's language, and small words among them from which they do.
  let languageTokens = 400
  let languageWords = 5
  /// Different small words from which a sentence is in a language, and so many times those of the article's language.
  let foreignWords = 4
  /// From so many on the detector is asked; new passages in six real scrapes, all read, 2026-12-01.
  let fewForeignWords = 3
  let foreignToOwn = 4

  // no-article.
  /// Words of a text that one phrase of a notice accounts for.
  let wordsOfNotice = 15.0
  /// Bytes without a space that are no word of any language.
  let longestWord = 80
  /// Share of the words that notices must account for.
  let noticeShare = 0.55
  /// Words of a text in which a phrase that can be said of anything is a notice, and from it to what it is said of in longer
  /// ones.
  let bareNotice = 5
  let nearNotice = 6
  /// Longest text that can be a notice, in words.
  let longestNotice = 450
  /// Share of the words that the phrases of a notice themselves must be.
  let noticeWords = 0.12
  /// Fewest words of a paragraph over a login that is news.
  let newsParagraph = 16
  /// Menu: fewest lines, longest line in words, share of such lines.
  let menuLines = 8
  let menuLine = 4
  let menuShare = 0.9
  /// Signs of program text among all characters but letters, and the least number of them.
  let codeShare = 0.06
  let codeSigns = 6
  /// Share of the bytes that boilerplate covers, most words beside it, and the longest piece of it in bytes.
  let boilerplateShare = 0.8
  let boilerplateWords = 12
  let boilerplateLine = 120

  // broken-sentence.
  /// Bytes from which a word that is no small word is told to be doubled.
  let doubledLetters = 4
  /// Words of a phrase that is told to be doubled, and bytes from its first to its last; six real scrapes, all read, 2026-12-01.
  let doubledPhrase = 2...5
  let phraseBytes = 9

  // truncated-text.
  /// Most words before the notice of a paywall, behind more of them it is a plea; and most words of the notice.
  let longestStub = 150
  let longestPaywall = 60
  let longestLinkedTail = 16  // words behind a link to the whole text, a headline among them; invented pages, 2026-12
  let longestWithheld = 80  // words of a text that says in one sentence that the rest is withheld; the same, 2026-12
  let leastTeaser = 8  // words before that sentence; the same, 2026-12

  // mojibake.
  /// Question marks inside words that tell of lost letters.
  let lostLetters = 3
  /// Letters of another alphabet that were read as Latin-1, and their share of all.
  let misreadLetters = 40
  let misreadShare = 0.6

  // Names.
  let shortestName = 5
  let mostNames = 400
  /// Spellings that sound alike from which on many hands wrote the page.
  let manySpellings = 3
  /// Places of a spelling beside which two others that stand once are slips.
  let allOver = 10
  /// Letters of a name from which a spelling that stands once may be a slip, and places of the usual one from which it is; from
  /// how many whatever letter differs.
  ///
  /// 230 new pairs of spellings in six real scrapes, all read, 2026-12-01.
  let slipLetters = 6
  let slipUsual = 3
  let slipOften = 5

  /// Fewest words of a sentence that is compared with others of the article.
  let repeatedWords = 8
  /// Fewest words of a sentence with a price in it, or of a question: both come again in listings and interviews.
  let repeatedFormWords = 16
  /// Fewest stamps of readers' comments, and the tokens of an article before the first of them.
  let leastComments = 2
  let leastBeforeComments = 60
  /// Tokens within which a line that begins in small letters ends with a colon: it leads to what stood behind it on the page.
  let linkLine = 24
  /// Fewest words of a copy that can have lost a credit.
  let creditedWords = 60
  /// Longest last sentence, in tokens, whose open quotation shows that it breaks off.
  let lastSentence = 60
  /// Tokens of a last sentence from which on it may be a whole one, and fewest of what is called broken.
  let wholeSentence = 8
  let brokenSentence = 4
  /// Lines of an article whose paragraphs a scrape kept, words of a long one, and words of a sentence before a broken one.
  let keptLines = 2
  let longLine = 8
  let wordsBefore = 4
  /// Most words behind the last full stop that are the rest of a sentence; read on scrapes: longer ones lack the full stop alone.
  let leftOver = 7
  /// Bytes behind the last word from which text of the page stands behind it.
  let behindEnd = 40
  /// Share of broken characters from which mojibake is major.
  let brokenShare = 0.005
  /// Confidence of drift from which two unrelated words stand in one place, even in sentences that differ otherwise.
  let samePlace = 0.2
  /// Letters around differing words of two quotations that have to agree; 135 pairs of reports in six real scrapes, all read,
  /// 2026-12-01.
  let sameUtterance = 20
}

extension QualityTuning {
  static let standard = QualityTuning()
}
