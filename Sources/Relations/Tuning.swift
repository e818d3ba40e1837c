internal import Resources

/// The numbers that tell the kinds of versions apart.
struct RelationTuning: Tuning {
  let excerpt: Float = 0.85  // share of an excerpt that the original has: with more of its own it is edited; fnc1, 2025-11
  let partWords = 100  // least words of a part that no form can be; t17 read, 2026-11
  let partLength = 2  // times its words that the whole has at least; t17 read, 2026-11
  let clipRuns: Float = 0.75  // share of a clip in long runs of the original, touched up here and there; t17 read, 2026-11
  let clipLength = 4  // times its words that the original has at least; t17 read, 2026-11
  let cutContained: Float = 0.4  // share of a cut text that the original has, notice and all; invented stubs, 2026-11
  let editedRuns: Float = 0.6  // share of a version in long runs of the original: edited, not rewritten; fnc1, 2025-11
  let editedContained: Float = 0.5  // and of its shingles; fnc1, 2025-11
  let wholeContained: Float = 0.95  // of the original in a copy that only has its page around it; Fixtures, 2025-11
  let wholeResembles: Float = 0.8  // and their resemblance; Fixtures, 2025-11
  let wireRuns: Float = 0.35  // share of a later wire's version in long runs of the earlier one; reuters.dev, 2025-11
  let wireCoverageOfB: Float = 0.8  // more of the later one found in the earlier: no text of its own; reuters.dev, 2025-11
  let wireCoverageOfA: Float = 0.9  // more of the earlier one found in the later: nothing dropped; reuters.dev, 2025-11
  let wireContained: Float = 0.7  // more of the later one's shingles in the earlier: an edit; reuters.dev, 2025-11
  let updateCoverage: Float = 0.6  // of either text in the other: an update for sure; ant, fakebr read, 2026-11
  let slotsContained: Float = 0.3  // containment from which replaced names are counted; by hand, 2026-11
  let slotsOfForm = 3  // names and figures, replaced, from which on a form was filled anew; by hand, 2026-11
  let occasionQuoted = 5  // words that both quote at least where they speak of one occasion; invented updates, 2026-11
  let occasionNames = 3  // names that the one with fewer has; invented updates, 2026-11
  let occasionKept: Float = 0.8  // share of the quoted words, and of the names, that both have; invented updates, 2026-11
  let leadWords = 40  // first words of an article, by which a composite is told from a follow-up; read on scrapes, 2026-11
  let triviaResembles: Float = 0.6  // resemblance of copies that may differ in trivia alone; Fixtures, 2025-11
  let triviaOrder: Float = 0.99  // order of their sentences; Fixtures, 2025-11
  let triviaCoverage: Float = 0.85  // share of either's sentences that the other has; Fixtures, 2025-11
  let triviaRuns: Float = 0.85  // share in long runs; Fixtures, 2025-11
  let triviaLength: Float = 0.06  // share by which their lengths differ at most; Fixtures, 2025-11
  let counterpart: Float = 0.35  // common weight from which two sentences are counterparts; by hand, 2026-11
  let confidence = RelationConfidenceTuning()
}

/// How sure a relation is, by what decided it.
struct RelationConfidenceTuning: Tuning {
  let identical: Float = 0.99  // the same text; by hand, 2026-11
  let reprint: Float = 0.95  // a copy whose resemblance leaves trivia; by hand, 2026-11
  let excerpt: Float = 0.9  // a part with little else; by hand, 2026-11
  let part: Float = 0.6  // a part with other text beside it: edited; by hand, 2026-11
  let whole: Float = 0.75  // the whole original with its page round it: a reprint; by hand, 2026-11
  let edited: Float = 0.6  // an edited copy, where it is hardest to tell; by hand, 2026-11
  let editedGain: Float = 0.3  // and what it gains with the distance from there; by hand, 2026-11
  let editedEven: Float = 0.45  // the resemblance at which it is hardest; by hand, 2026-11
  let shortened: Float = 0.55  // a story shortened in the original's words; by hand, 2026-11
  let rewrite: Float = 0.4  // a rewrite, beside its similarity; by hand, 2026-11
  let rewriteMost: Float = 0.9  // and the most of it; by hand, 2026-11
  let template: Float = 0.8  // a form; by hand, 2026-11
  let shared: Float = 0.6  // quotations or background in common; by hand, 2026-11
  let unrelated: Float = 0.8  // nothing in common; by hand, 2026-11
  let marked: Float = 0.9  // an update that says so; by hand, 2026-11
  let sameOutlet: Float = 0.8  // a later version of one outlet with much of the first; by hand, 2026-11
  let sameOutletNews: Float = 0.5  // and with little, which may be the next day's news; by hand, 2026-11
  let laterWire: Float = 0.5  // a later version of one agency; by hand, 2026-11
}
