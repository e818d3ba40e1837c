internal import Resources

/// Rules of `addition` and `omission`.
struct PassageTuning: Tuning {
  let words = 0.12  // a run of words: base + slope x (closeness - free); DEMETR and two human translations, 2026-10
  let closeness = 0.25  // see words; DEMETR and two human translations, 2026-10
  let free = 0.6  // see words: in a free rendering words come and go; DEMETR and two human translations, 2026-10
  let addedClaim = 0.40  // a sentence with a source more; DEMETR and two human translations, 2026-10
  let lostClaim = 0.45  // a sentence with a source less; DEMETR and two human translations, 2026-10
  // a correction note that opens the text or a bracket, is a line or speaks of itself; by hand, 2026-11
  let markedAtHead = 0.75
  let markedAtFoot = 0.68  // a note on the article elsewhere; by hand, 2026-11
  let retold = RetoldTuning()
  let deeds = RetoldDeedsTuning()
  let dates = ContradictoryDatesTuning()
}

/// Dates that no month has both, see ``ContradictoryDatesRule``.
struct ContradictoryDatesTuning: Tuning {
  let copied = 0.7  // mean closeness of two versions of one article; read on scrapes, 2026-12
  let confidence = 0.72  // read on scrapes, 2026-12
}

/// What lay ahead and has happened, see ``RetoldDeedsRule``.
struct RetoldDeedsTuning: Tuning {
  let copied = 0.7  // mean closeness of two versions of one article; read on scrapes, 2026-12
  let leastLetters = 4  // bytes of a verb; read on scrapes, 2026-12
  let beside = 8  // words looked at on each side of the verb and its mark; read on scrapes, 2026-12
  let sharedBeside = 2  // of them that both have, of what happens; read on scrapes, 2026-12
  let negated = 2  // words before the mark in which a negation stands; by hand, 2026-12
  let reach = 20  // words round the verb in which the event is told; read on scrapes, 2026-12
  let shared = 3  // of them that both have, one beside the verb; read on scrapes, 2026-12
  let confidence = 0.72  // read on scrapes, 2026-12
}

/// Facts changed in a retelling, see ``RetoldFactsRule``.
struct RetoldTuning: Tuning {
  let copied = 0.8  // mean closeness from which the rules of sentences see what changed; by hand, 2026-11
  let mostNew = 2  // figures, days and names that the retelling has of its own; by hand, 2026-11
  let leastKept = 5  // and those that it took over; by hand, 2026-11
  let mostFigures = 60  // in each text: what compares all with all stays bounded; by hand, 2026-11
  let small = 2.0  // numbers up to this stand anywhere by chance; by hand, 2026-11
  let reach = 8  // words of open class looked at on each side of a fact; by hand, 2026-11
  let sharedByFigures = 1  // of them that both have round a figure or a day; by hand, 2026-11
  let sharedByNames = 2  // and round a name; by hand, 2026-11
  let sourceReach = 3  // words between a verb of saying and its day; by hand, 2026-11
  let confidence = 0.70  // of what is told so; by hand, 2026-11
}
