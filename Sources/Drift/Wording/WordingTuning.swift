internal import Resources

/// The rule of `term`.
struct TermTuning: Tuning {
  let unrelated = 0.50  // a word that nothing links; by hand, 2026-11
  let name = 0.55  // a name for a word; by hand, 2026-11
  let sibling = 0.45  // co-hyponyms; by hand, 2026-11
  let narrower = 0.35  // a more specific word; by hand, 2026-11
  let wider = 0.30  // a more general word; by hand, 2026-11
  let definition = 0.30  // one word in the other's definition; by hand, 2026-11
  let rareSense = 0.15  // synonyms in rare senses, or a kind of the other; by hand, 2026-11
  let byContext = Rise(from: 0.3, by: 0.7)  // times, by local context; by hand, 2026-11
  let byTrust = Rise(from: 0.5, by: 0.6)  // times, by trust; by hand, 2026-11
  let sure = 1.06  // share of the base from which the place is sure, and a verbatim copy meant it; by hand, 2026-11
  let contrast = 0.80  // two members of one contrast set; by hand, 2026-11
  let contrastByContext = Rise(from: 0.60, by: 0.40)  // times, by local context; by hand, 2026-11
  let free = 0.6  // closeness below which a sentence is a free rendering; by hand, 2026-11
  let contrastInFree = 0.85  // what remains of a contrast there; by hand, 2026-11
}

/// The rule of `fluency`.
struct FluencyTuning: Tuning {
  let misspelt = 0.60  // a known word that became an unknown one within two letters; by hand, 2026-11
  let putRight = 0.30  // and the reverse; by hand, 2026-11
  let doubled = 0.50  // a word that stands twice; by hand, 2026-11
  let undoubled = 0.25  // and one that no longer does; by hand, 2026-11
  let disordered = 0.90  // a sentence with its words in disorder; by hand, 2026-11
  let sameWords = 0.8  // share of words in common above which it is the same sentence; by hand, 2026-11
  // share of the shared words with a shared neighbour below which the order is lost; by hand, 2026-11
  let leastNeighbours = 0.27
}

/// The rule of `language`.
struct LanguageTuning: Tuning {
  let unknownInArticle = 0.50  // a word that no dictionary has, in an article; scrape batches, 2026-11
  let unknown = 0.75  // a word that is unknown and not formed like a known one; by hand, 2026-11
  let foreignLetters = 0.9  // if it has letters outside ASCII, or is of another script; by hand, 2026-11
  let function = 0.6  // a function word of another language; by hand, 2026-11
  let byTrust = Rise(from: 0.6, by: 0.4)  // times, by trust; by hand, 2026-11
  let inFirst = 0.5  // times where the stray word stands in the first text; by hand, 2026-11
}
