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
}
