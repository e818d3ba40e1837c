internal import Resources

/// The numbers that decide what drift reports and how sure it is of it.
///
/// Numbers that are parts of one rule's formula stand in the rule and are told in its comment; those that several rules or the weighing
/// of articles go by stand here. "real copies" are the labelled pairs of real scrapes, two thirds of them, with a third held back.
struct DriftTuning: Tuning {
  let frame = FrameTuning()
  let form = FormTuning()
  let figures = FigureTuning()
  let quotations = QuotationTuning()
  let degrees = DegreeTuning()
  let names = NameTuning()
  let negations = NegationTuning()
  let passages = PassageTuning()
  let languages = LanguageTuning()
  let pronouns = PronounTuning()
  let polarities = PolarityTuning()
  let articles = ArticleTuning()
  let modalities = ModalityTuning()
  let attributions = AttributionTuning()
  let replacements = ReplacementTuning()
  let falsified = FalsifiedTuning()

  static let standard = DriftTuning()
}

/// How surely the words round a change make one statement, see ``StatementFrame``.
struct FrameTuning: Tuning {
  let reach = 8  // words looked at on each side of a change; real copies, 2026-11
  let slack = 4  // words by which a counterpart may be further off; real copies, 2026-11
  let half = 4.0  // distance in words at which a word counts half; real copies, 2026-11
  let leastWords = 1.2  // less weight in both windows together tells nothing; real copies, 2026-11
  let leastShare = 0.25  // share of kept words from which sameness rises; real copies, 2026-11
  let sureShare = 0.6  // share from which it is 1; real copies, 2026-11
  let leastSameness = 0.5  // sameness below the least share; real copies, 2026-11
  let freeBase = 0.25  // in free sentences base + slope x closeness, at most 1; real copies, 2026-11
  let freeSlope = 1.5  // see base; real copies, 2026-11
}

/// Two fillings of one form, see ``RecurringForm``.
struct FormTuning: Tuning {
  let leastDifferent = 2  // figures that differ, from which on and if most do; real copies, 2026-11
  let many = 6  // figures that differ from which on an article that is no copy was brought up to date; scrape batches, 2026-11
  let several = 3  // figures that differ, the day among them, in the next issue of a series; scrape batches, 2026-11
  let lead = 4  // sentences from the top in which a text names its day; scrape batches, 2026-11
  // mean closeness from which an article with another day at its top is a copy all the same; scrape batches, 2026-11
  let copied = 0.9
  let damping = 0.5  // what remains of the confidence in a changed fact; real copies, 2026-11
  let rewritten = 0.8  // mean closeness below which the articles are worded differently; scrape batches, 2026-11
  let keptInRewrite = 8  // figures, or words of names, that are kept there for each that was changed; scrape batches, 2026-11
}

/// Rules of `number`, `unit` and `time`.
struct FigureTuning: Tuning {
  let otherCurrency = 0.40  // a sum in another currency: converted, as far as can be told; real copies, 2026-11
  let otherThing = 0.6  // what remains where the figures count different things; real copies, 2026-11
  let rearranged = 0.6  // and where each stands elsewhere in the other article; real copies, 2026-11
  let small = 12.0  // numbers up to this stand anywhere by chance; real copies, 2026-11
  let copied = 0.7  // closeness from which a sentence is a copy, as far as its figures go; scrape batches, 2026-11
  let elsewhereInRewrite = 0.8  // what remains below it of figures that stand in different places; scrape batches, 2026-11
  let free = 0.5  // closeness below which two sentences tell of two things, as far as their figures go; scrape batches, 2026-11
  let inRewrite = 0.65  // what remains there; scrape batches, 2026-11
  let dateLeast = 0.55  // closeness from which a changed day begins to mean something; scrape batches, 2026-11
  let dateSure = 0.8  // closeness from which it does; scrape batches, 2026-11
  let dateFloor = 0.6  // what remains of it below; scrape batches, 2026-11
  // share of a bounded figure by which another may differ however exact the first is; scrape batches, 2026-11
  let leastStep = 0.02
  let otherDayElsewhere = 0.55  // a day for another that stands elsewhere in the sentence of an article; real copies, 2026-11
}

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
}

/// Rules of `degree`.
struct DegreeTuning: Tuning {
  let quantifier = 0.70  // a quantifier more or less in a sentence that is verbatim otherwise; real copies, 2026-11
  let quantifierCloseness = 0.8  // how verbatim it must be; real copies, 2026-11
  let quantifierReach = 3  // words from the quantifier on that must be copied; scrape batches, 2026-11
  let copied = 0.85  // closeness from which a sentence is a copy; scrape batches, 2026-11
  // what remains, in sentences of articles that are no copies, of two superlatives or comparatives that nothing opposes; scrape batches, 2026-11
  let unopposed = 0.6
}

/// Rules of `name`.
struct NameTuning: Tuning {
  let code = 0.6  // what remains where a name is a code in brackets, which glosses the name before it; real copies, 2026-11
  let otherPart = 0.6  // and where one name owns ("Freedonia's government") and the other acts; real copies, 2026-11
  let otherLength = 2  // words by which names of two kinds differ in length; scrape batches, 2026-11
  let rearranged = 0.6  // and where the other article has the names too, in articles that are no copies; scrape batches, 2026-11
  let linked = 0.6  // and where the articles say that the one belongs to the other; scrape batches, 2026-11
  let listed = 0.6  // and for two names left over, one of them in a list of names; scrape batches, 2026-11
  let copied = 0.85  // closeness from which sentences are copies; real copies, 2026-11
  let rephrased = 0.50  // two names that seem to have changed places in a sentence that is no copy; scrape batches, 2026-11
}

/// The rule of `negation`, in articles.
struct NegationTuning: Tuning {
  let ownClause = 0.50  // what is negated has no counterpart, or is negated twice: clauses come and go; scrape batches, 2026-11
  let copied = 0.8  // closeness from which a sentence is a copy; scrape batches, 2026-11
  // closeness from which another word in the place of what is negated counts, in articles; scrape batches, 2026-11
  let swapped = 0.9
  let free = 0.6  // closeness below which a sentence is a free rendering; DEMETR, 2026-10
  let freeSentence = 0.92  // what remains there in single sentences; DEMETR, 2026-10
  let freeArticle = 0.75  // and in articles; scrape batches, 2026-11
  let restricted = 0.65  // what remains where the other side restricts ("until", "before"); scrape batches, 2026-11
  let reachInArticles = 12  // words within which a negation of another kind answers it; scrape batches, 2026-11
}

/// The rule of `pronoun`.
struct PronounTuning: Tuning {
  let copied = 0.8  // closeness from which counts of pronouns tell something, in articles; scrape batches, 2026-11
}

/// What makes an article, of which a form or an unrelated text can be told.
struct ArticleTuning: Tuning {
  let sentences = 3  // so many sentences; scrape batches, 2026-11
  let bytes = 600  // or so many bytes; scrape batches, 2026-11
  let copied = 0.9  // mean closeness from which what two articles share is a copy; scrape batches, 2026-11
  let free = 0.7  // mean closeness below which two articles are worded each in its own way; scrape batches, 2026-11
}

/// The rule of `polarity`.
struct PolarityTuning: Tuning {
  let copied = 0.7  // closeness from which a sentence of an article is a copy; scrape batches, 2026-11
  let rewritten = 0.85  // what remains below it; scrape batches, 2026-11
  let synonymInCopy = 1.3  // gain of an antonym's synonym where all else was copied (L .9); real copies, 2026-11
}

/// The rule of `modality`.
struct ModalityTuning: Tuning {
  let condition = 0.80  // a condition that became a fact; real copies, 2026-11
}

/// The rule of `attribution`.
struct AttributionTuning: Tuning {
  let number = 0.70  // one source where there were several; real copies, 2026-11
  let copied = 0.8  // closeness that takes; real copies, 2026-11
}

/// The rule of `language`.
struct LanguageTuning: Tuning {
  let unknownInArticle = 0.50  // a word that no dictionary has, in an article; scrape batches, 2026-11
}

/// Rules of `addition` and `omission`.
struct PassageTuning: Tuning {
  let words = 0.12  // a run of words: base + slope x (closeness - free); DEMETR and two human translations, 2026-10
  let closeness = 0.25  // see words; DEMETR and two human translations, 2026-10
  let free = 0.6  // see words: in a free rendering words come and go; DEMETR and two human translations, 2026-10
  let addedClaim = 0.40  // a sentence with a source more; DEMETR and two human translations, 2026-10
  let lostClaim = 0.45  // a sentence with a source less; DEMETR and two human translations, 2026-10
}

/// A copy that was falsified, see ``FalsifiedCopy``.
struct FalsifiedTuning: Tuning {
  let reversals = 2  // statements that it turns round; real copies, 2026-11
  let passages = 6  // and one of so many passages at least; real copies, 2026-11
  let closeness = 0.7  // mean closeness of what is no free rendering; real copies, 2026-11
  let suspicion = 0.2  // confidence from which a suspicion counts in it; 15 of 16 right in real copies, 2026-11
}

/// A word or name in another's place that no lexicon links to it: about seven in ten mean something else.
struct ReplacementTuning: Tuning {
  let distinctNames = 0.72  // two names that cannot be one, in like places; labelled sets and real copies, 2026-11
  let exchangedNames = 0.70  // two names that changed places, from the least gain on; labelled sets and real copies, 2026-11
  let strayNegative = 0.70  // negates by its form what the other text does not; labelled sets and real copies, 2026-11
  let termInCopy = 0.70  // another term in an article that is verbatim otherwise; labelled sets and real copies, 2026-11
  let quotedFunctionWords = 0.70  // function words of a quotation; labelled sets and real copies, 2026-11
  let personAndBody = 0.70  // a person's words given to a body, or the reverse; labelled sets and real copies, 2026-11
}
