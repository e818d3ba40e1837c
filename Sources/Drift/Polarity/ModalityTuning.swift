internal import Resources

/// The rule of `modality`.
struct ModalityTuning: Tuning {
  let condition = 0.80  // a condition that became a fact; real copies, 2026-11
  let conditionByTrust = Rise(from: 0.8, by: 0.2)  // times, by trust; by hand, 2026-11
  let copula = 0.75  // "may be", and "is", in a sentence that is the same otherwise; invented copies, 2026-11
  let copiedCopula = 0.8  // closeness that takes; invented copies, 2026-11
  let keptByCopula = 4  // words beside it that are the same; invented copies, 2026-11
  let byContext = Rise(from: 0.8, by: 0.2)  // one modal for another: times, by local context; by hand, 2026-11
  let otherVerb = 0.92  // times where the verbs are two words; by hand, 2026-11
  let freeModals = 0.5  // closeness below which two sentences outside English tell of two things; real copies, 2026-11
  let inFree = 0.75  // what remains there; real copies, 2026-11
  let oneSidedByTrust = Rise(from: 0.75, by: 0.35)  // a modal on one side only: times, by trust; by hand, 2026-11
  let strongHedge = 0.6  // a strong hedge without counterpart; by hand, 2026-11
  let strongHedgeByTrust = Rise(from: 0.7, by: 0.3)  // times, by trust; by hand, 2026-11
  let verbatimHedge = 0.75  // or times how verbatim the place is from which it was dropped; by hand, 2026-11
  let openQuestion = 0.75  // a clause that leaves something open, dropped as a whole; read on scrapes, 2026-11
  let openQuestionLead = 3  // words at most that open such a clause ("although it"): more are none; real copies, 2026-11
  let weakHedge = 0.3  // a weak hedge; by hand, 2026-11
  let opening = 0.70  // several words that open a statement as expected, in a sentence that was kept; ant read, 2026-11
  let leastOpened = 6  // its words of open class at least; ant read, 2026-11
  let keptOpened = 0.6  // and the share of them that the other has; ant read, 2026-11
  let hedgeOfSaying = 0.5  // times for words of saying, which belong to attribution; by hand, 2026-11
  let hedgingVerb = 0.5  // times for a verb ("they feared"); real copies, 2026-11
  let answeredHedge = 0.5  // times where the other side has a hedge of its own; by hand, 2026-11
  let pairs = ModalPairTuning()
  let stages = StageTuning()
}

/// Negation and opposites in Chinese, see ``IdeographRule``.
struct IdeographTuning: Tuning {
  let closeness = 0.8  // of two sentences that are a copy; invented copies, 2026-11
  let places = 2  // that differ in a passage at most; invented copies, 2026-11
  let kept = 6  // ideographs beside a place that are the same; invented copies, 2026-11
  let longest = 2  // ideographs of a place where a word was replaced; invented copies, 2026-11
  let negation = 0.85  // a negating ideograph on one side only; invented copies, 2026-11
  let opposite = 0.82  // a listed opposite; invented copies, 2026-11
}

/// What was planned, told by others, tried or possible, and what was done; see ``StageRule``.
struct StageTuning: Tuning {
  let least = 0.5  // closeness from which two sentences tell of one thing; by hand, 2026-11
  let leastOfFree = 0.3  // and from which the words round the verb may tell so; invented copies, 2026-11
  let framed = 0.5  // share of those words that are kept then; invented copies, 2026-11
  let planned = 0.82  // planned, and done; pairs labelled blind, 2026-12
  let hearsay = 0.80  // told by others, and done; by hand, 2026-11
  let attempted = 0.80  // tried, and done; by hand, 2026-11
  let possible = 0.76  // possible, and done; by hand, 2026-11
  let ahead = 0.72  // possible, and planned; by hand, 2026-11
  let byTrust = Rise(from: 0.85, by: 0.15)  // times, by trust; by hand, 2026-11
  let copied = 0.7  // closeness from which a verb without a mark is the deed itself; real copies, 2026-11
  let leastContext = 0.5  // local context of two marks of which one took the other's place; by hand, 2026-11
  let kept = 4  // words that are the same beside a verb told by others and another in its place; pairs labelled blind, 2026-12
  let reach = 4  // words from a mark to its verb; by hand, 2026-11
  let subject = 2  // words of a subject that may stand between a mark that opens a clause and its verb; by hand, 2026-11
  let leastLetters = 4  // bytes of a word whose ending tells its tense; by hand, 2026-11
}

/// How much a change between two modalities matters, see ``ModalReader/weight(_:_:)``.
struct ModalPairTuning: Tuning {
  let futurePossible = 0.78  // will, may; by hand, 2026-11
  let futureAbility = 0.60  // will, can; by hand, 2026-11
  let futureConditional = 0.25  // will, would; by hand, 2026-11
  let futureNecessary = 0.50  // will, must; by hand, 2026-11
  let possibleAbility = 0.25  // may, can; by hand, 2026-11
  let possibleConditional = 0.35  // may, would; by hand, 2026-11
  let possibleNecessary = 0.78  // may, must; by hand, 2026-11
  let abilityConditional = 0.35  // can, would; by hand, 2026-11
  let abilityNecessary = 0.60  // can, must; by hand, 2026-11
  let conditionalNecessary = 0.35  // would, must; by hand, 2026-11
  let factPossible = 0.60  // no modal, may; by hand, 2026-11
  let factAbility = 0.40  // no modal, can; by hand, 2026-11
  let factNecessary = 0.50  // no modal, must; by hand, 2026-11
  let factConditional = 0.30  // no modal, would; by hand, 2026-11
}

/// Rules of `degree`.
struct DegreeTuning: Tuning {
  let quantifier = 0.70  // a quantifier more or less in a sentence that is verbatim otherwise; real copies, 2026-11
  let quantifierCloseness = 0.8  // how verbatim it must be; real copies, 2026-11
  let quantifierReach = 3  // words from the quantifier on that must be copied; scrape batches, 2026-11
  let copied = 0.85  // closeness from which a sentence is a copy; scrape batches, 2026-11
  // what remains, in sentences of articles that are no copies, of two superlatives or comparatives that nothing opposes; scrape
  // batches, 2026-11
  let unopposed = 0.6
  let superlatives = 0.9  // two superlatives that are no synonyms; by hand, 2026-11
  let opposedComparatives = 0.85  // two comparatives that oppose each other; by hand, 2026-11
  let comparatives = 0.6  // and two that do not; by hand, 2026-11
  let byContext = Rise(from: 0.6, by: 0.4)  // times, by local context; by hand, 2026-11
  let unopposedByTrust = Rise(from: 0.7, by: 0.3)  // times where no lexicon opposes the two, by trust; by hand, 2026-11
  let gradesOfBoth = 0.75  // comparative against superlative; by hand, 2026-11
  let gradeSuperlative = 0.6  // superlative against the plain form; by hand, 2026-11
  let gradeComparative = 0.4  // comparative against the plain form; by hand, 2026-11
  let gradeByContext = Rise(from: 0.5, by: 0.5)  // times, by local context; by hand, 2026-11
  let plainByTrust = Rise(from: 0.8, by: 0.2)  // times against a plain form, by trust; by hand, 2026-11
  // two words on one scale of quantity, by the steps between them; by hand, 2026-11
  let quantityBySteps = Rise(from: 0.35, by: 0.15)
  let quantityMost = 0.9  // and the most it comes to; by hand, 2026-11
  let thingBySteps = Rise(from: 0.25, by: 0.12)  // two words on a scale of things, by the steps between them; by hand, 2026-11
  let thingMost = 0.75  // and the most it comes to; by hand, 2026-11
  let scaleByContext = Rise(from: 0.55, by: 0.45)  // times, by local context; by hand, 2026-11
  let thingByTrust = Rise(from: 0.55, by: 0.45)  // times on a scale of things, by trust; by hand, 2026-11
}

/// The rule of `tense`.
struct TenseTuning: Tuning {
  let pastFuture = 0.60  // past and future, of one verb; by hand, 2026-11
  let update = 0.72  // and where the sentence was copied otherwise: what was to come has happened; real copies, 2026-12
  let copied = 0.7  // closeness that takes; real copies, 2026-12
  let reach = 3  // words from an auxiliary to its verb; by hand, 2026-12
  let pastFutureOfTwo = 0.50  // and of two verbs; by hand, 2026-11
  let presentFuture = 0.35  // present and future, of one verb; by hand, 2026-11
  let presentFutureOfTwo = 0.25  // and of two verbs; by hand, 2026-11
  let presentPast = Rise(from: 0.30, by: 0.15)  // present and past of one verb, by local context; by hand, 2026-11
  let presentPastOfTwo = 0.20  // and of two verbs, times local context; by hand, 2026-11
  let perfect = 0.22  // the perfect and any other tense, of one verb; by hand, 2026-11
  let reporting = 0.20  // "said", "says": house style; by hand, 2026-11
}
