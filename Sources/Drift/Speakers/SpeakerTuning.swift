internal import Resources

/// The rule of `attribution`.
struct AttributionTuning: Tuning {
  let number = 0.70  // one source where there were several; real copies, 2026-11
  let copied = 0.8  // closeness that takes; real copies, 2026-11
  let speaker = 0.70  // another speaker of the same words; by hand, 2026-11
  let speakerElsewhere = 0.45  // if the one is a short form, or stands in the other sentence in another part; by hand, 2026-11
  let stance = 0.50  // a verb of saying that takes another stance; by hand, 2026-11
  let denial = 0.70  // and if denying is on one side only; by hand, 2026-11
  let stanceByContext = Rise(from: 0.6, by: 0.4)  // times, by local context; by hand, 2026-11
  let sameSpeaker: Float = 0.5  // similarity above which two names are one speaker; by hand, 2026-11
  let unnamed = 0.9  // gain of a speaker that is no name, against 1; by hand, 2026-11
  let unnamedAside = 0.5  // and where the words are quoted, or the verb takes a stance; by hand, 2026-11
  let droppedSource = 0.80  // a source in another language than English that is gone as a whole; by hand, 2026-11
  let droppedByTrust = Rise(from: 0.7, by: 0.3)  // times, by trust; by hand, 2026-11
  let claim = 0.78  // a claim told as a fact in a sentence that is a copy; real copies, 2026-11
  let claimed = 0.8  // closeness that takes; real copies, 2026-11
  let lostBesideSource = 3  // content words of the sentence that may be gone beside it; fakebr read, 2026-11
  let nearby = 120  // words before and behind a passage in which its source may be named instead; pairs labelled blind, 2026-12
  let droppedWords = 8  // words at most that go with it; by hand, 2026-11
  let lost = Rise(from: 0.45, by: 0.25)  // a source dropped, by gain; by hand, 2026-11
  let added = Rise(from: 0.30, by: 0.20)  // a source put in, by gain; by hand, 2026-11
}

/// The rule of `pronoun`.
struct PronounTuning: Tuning {
  let copied = 0.8  // closeness from which counts of pronouns tell something, in articles; scrape batches, 2026-11
  let gender = 0.95  // "he" and "she" in one place; by hand, 2026-11
  let otherCase = 0.5  // if the one is the subject and the other is not; by hand, 2026-11
  let person = 0.30  // any other change of person or number; by hand, 2026-11
  let thing = 0.70  // "it" against "he" or "she" in one place; by hand, 2026-11
  let thingElsewhere = 0.35  // and where their places differ; by hand, 2026-11
  let byCounts = 0.85  // all pronouns of the texts are of another gender; by hand, 2026-11
  let oneTurned = 0.70  // one pronoun, or the subjects alone, is of another gender; by hand, 2026-11
  let manyTurned = 0.70  // all of two and more, where a man and a woman are named; by hand, 2026-11
  let open = 0.5  // anything else, where a man and a woman are named; by hand, 2026-11
}
