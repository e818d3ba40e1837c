internal import Resources

/// Rules of `quotation`.
struct QuotationTuning: Tuning {
  let inflected = 0.50  // a word in another form: a slip or a copy editor's touch; real copies, 2026-11
  let copied = 0.8  // closeness from which quotations that have less in common are one; scrape batches, 2026-11
  // 2 LCS / (n + m) from which two quotations are one in sentences that are no copies; scrape batches, 2026-11
  let sameQuotation = 0.6
  let shortQuotation = 6  // words up to which that is not asked; scrape batches, 2026-11
  let functionWordsElsewhere = 0.50  // function words, where no dictionary tells slips; real copies, 2026-11
  let cut = 0.68  // several words of open class cut out of the middle, or put in; real copies, 2026-11
  let severalWords = 2  // how many are several; real copies, 2026-11
  let clause = 4  // words cut at the end of a sentence that the quotation goes on behind; real copies, 2026-11
  let negated = 0.70  // a negation more or less; mutated scrapes, 2026-11
  let negatedCloseness = 0.8  // closeness that takes; mutated scrapes, 2026-11
  let translated = 0.50  // other words throughout; scrape batches, 2026-11
  let translatedPlaces = 3  // places of it that differ; scrape batches, 2026-11
  // mean closeness of the articles from which a quotation is a copy, however much differs in it; scrape batches, 2026-11
  let translatedCloseness = 0.9
  let translatedPhrase = 4  // words of a phrase that differs beside such a quotation; scrape batches, 2026-11
  let known = 0.50  // other words that both articles have; scrape batches, 2026-11
  let longestTerm = 4  // words of a quoted term; scrape batches, 2026-11
  let unmarked = 0.68  // a word replaced where one version lost the marks; real copies, 2026-11
  let unmarkedCloseness = 0.75  // closeness that takes; real copies, 2026-11
  let longestChange = 6  // words that may differ: beyond them the passage was rewritten; real copies, 2026-11
  let free = 0.5  // closeness below which a quotation is a free rendering; by hand, 2026-11
  let freeRatio = 0.4  // 2 LCS / (n + m) below which it is one; by hand, 2026-11
  let rendered = 0.40  // a free rendering; by hand, 2026-11
  let content = 0.70  // a word of open class that differs, in articles; by hand, 2026-11
  let oneSided = 0.50  // a word of open class only left out or only put in, in articles; by hand, 2026-11
  let oneSidedFunction = 0.30  // and of function words; by hand, 2026-11
  let marked = 0.50  // marks put round words that the source does not quote; by hand, 2026-11
  let unquoted = 0.30  // marks taken off; by hand, 2026-11
  let invented = 0.60  // a quotation of which the source has no word, in articles; by hand, 2026-11
  let lost = 0.35  // a quotation that is gone, or new in a single sentence; by hand, 2026-11
  let moved = 0.85  // a quotation given to another speaker; by hand, 2026-11
  let sameSpeaker: Float = 0.5  // similarity above which two names are one speaker; by hand, 2026-11
  let sameName: Float = 0.75  // similarity from which two words spell one name, which `name` speaks of; by hand, 2026-11
  let sentences = QuotationSentenceTuning()
}

/// The rule of `quotation` in single sentences, where two translations of one speech differ freely.
struct QuotationSentenceTuning: Tuning {
  let copied = 0.8  // closeness from which a sentence is a copy; by hand, 2026-11
  let high = 0.8  // 2 LCS / (n + m) from which two quotations have nearly all in common; by hand, 2026-11
  let middle = 0.6  // and from which they have much; by hand, 2026-11
  let short = 0.62  // up to four words, in a copy; by hand, 2026-11
  let alike = 0.60  // nearly all in common, in a copy; by hand, 2026-11
  let partly = 0.45  // much in common; by hand, 2026-11
  let unlike = 0.25  // little in common; by hand, 2026-11
  let oneSided = 0.40  // words only left out or only put in; by hand, 2026-11
  let functionWords = 0.30  // function words, in up to four words; by hand, 2026-11
  let functionWordsInLong = 0.20  // and in more; by hand, 2026-11
}
