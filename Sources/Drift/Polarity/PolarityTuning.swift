internal import Resources

/// The rule of `polarity`.
struct PolarityTuning: Tuning {
  let copied = 0.7  // closeness from which a sentence of an article is a copy; scrape batches, 2026-11
  let rewritten = 0.85  // what remains below it; scrape batches, 2026-11
  let synonymInCopy = 1.3  // gain of an antonym's synonym where all else was copied (L .9); real copies, 2026-11
  let provenByContext = Rise(from: 0.70, by: 0.30)  // proven opposites: times, by local context; by hand, 2026-11
  let inferredByContext = Rise(from: 0.45, by: 0.55)  // others: times, by local context; by hand, 2026-11
  let onlyChange = 0.72  // proven opposites, where nothing else differs in a sentence; by hand, 2026-11
  let free = 0.6  // closeness below which a sentence is a free rendering; by hand, 2026-11
  let inFree = 0.85  // what remains there of all but antonyms and affixes; by hand, 2026-11
  let pointOfViewCopied = 0.85  // closeness from which words that go by the point of view tell more; by hand, 2026-11
  let pointOfView = 0.40  // most of them below it; by hand, 2026-11
  let pointOfViewByTrust = Rise(from: 0.50, by: 0.40)  // and from there on, by trust; by hand, 2026-11
  let raisedReach = 6  // words from a verb of thinking to what its negation denies; by hand, 2026-11
  let evidence = PolarityEvidenceTuning()
}

/// What makes two words opposites, and how surely, see ``PolarityEvidence``.
struct PolarityEvidenceTuning: Tuning {
  let antonym = 0.95  // antonyms of WordNet in common senses; by hand, 2026-11
  let rareAntonym = 0.80  // and in senses beyond the third; by hand, 2026-11
  let affix = 0.93  // a negative affix on one base; by hand, 2026-11
  let listed = 0.85  // opposites of the own list; by hand, 2026-11
  let derived = 0.75  // opposed through a derivation; by hand, 2026-11
  let rareDerived = 0.60  // and in senses beyond the third; by hand, 2026-11
  let cluster = 0.75  // opposed adjective clusters, of sense rank up to 3; by hand, 2026-11
  let rareCluster = 0.55  // of sense rank up to 6; by hand, 2026-11
  let rarestCluster = 0.40  // beyond; by hand, 2026-11
  let kind = 0.70  // opposed hypernyms, of rank up to 2; by hand, 2026-11
  let rareKind = 0.50  // of rank up to 5; by hand, 2026-11
  let rarestKind = 0.25  // beyond; by hand, 2026-11
  let kindByTrust = Rise(from: 0.8, by: 0.2)  // times, by trust; by hand, 2026-11
  let synonym = 0.60  // the opposite of a synonym; by hand, 2026-11
  let stances = 0.70  // a denying and a confirming verb of saying; by hand, 2026-11
  let valences = 0.70  // words of opposite valence that nothing links; by hand, 2026-11
  let negative = 0.65  // a negative affix on one of two words that nothing links; by hand, 2026-11
  let unlinkedByTrust = Rise(from: 0.7, by: 0.3)  // times for these two, by trust; by hand, 2026-11
  let strayCloseness = 0.3  // sentences that share less are too free for a word alone to say anything; by hand, 2026-11
}

/// The rule of `negation`, in articles.
struct NegationTuning: Tuning {
  let sharedLetters = 5  // letters that a word and its negative form share, outside English; by hand, 2026-11
  let ownClause = 0.50  // what is negated has no counterpart, or is negated twice: clauses come and go; scrape batches, 2026-11
  let copied = 0.8  // closeness from which a sentence is a copy; scrape batches, 2026-11
  // closeness from which another word in the place of what is negated counts, in articles; scrape batches, 2026-11
  let swapped = 0.9
  let free = 0.6  // closeness below which a sentence is a free rendering; DEMETR, 2026-10
  let freeSentence = 0.92  // what remains there in single sentences; DEMETR, 2026-10
  let freeArticle = 0.75  // and in articles; scrape batches, 2026-11
  let restricted = 0.65  // what remains where the other side restricts ("until", "before"); scrape batches, 2026-11
  let reachInArticles = 12  // words within which a negation of another kind answers it; scrape batches, 2026-11
  let sameHead = 0.95  // the negated word stands on the other side without negation; by hand, 2026-11
  let relatedHead = 0.78  // a related word does; by hand, 2026-11
  let otherHead = 0.50  // another word stands in its place; by hand, 2026-11
  let clause = 0.78  // it is gone, but what stood round it stands close together; by hand, 2026-11
  let loose = 0.35  // nothing links the two; by hand, 2026-11
  let sameHeadLeast = 0.8  // confidence above which the same word is left of it, however free the sentence; by hand, 2026-11
  let sufficient = 0.72  // confidence below which coverage is asked for; by hand, 2026-11
  // and the least it gives, by the share of the sentence with a counterpart; by hand, 2026-11
  let byCoverage = Rise(from: 0.55, by: 0.25)
  let answered = 0.45  // what remains where the other side negates in another way; by hand, 2026-11
  let restrictedInSentence = 0.75  // and where it restricts, in single sentences; by hand, 2026-11
  let implicitByTrust = Rise(from: 0.45, by: 0.3)  // "failed to", by trust; by hand, 2026-11
  let implicitInPlace = 0.72  // at least, where the words before the two correspond; by hand, 2026-11
}
