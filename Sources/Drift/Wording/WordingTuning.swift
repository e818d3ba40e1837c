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

/// One word for another outside English, see ``ReplacedWordRule``, and offices that were left, see ``FormerRule``.
struct ReplacedWordTuning: Tuning {
  let article = 0.85  // mean closeness of an article that was copied; by hand, 2026-11
  let passages = 2  // and its aligned passages at least; by hand, 2026-11
  let closeness = 0.7  // of two sentences that are a copy; by hand, 2026-11
  let places = 2  // that differ in a passage at most: who changes more was editing; by hand, 2026-11
  let wordsAPlace = 15  // but in a long one, one for so many words; pairs labelled blind, 2026-12
  let restWords = 3  // words of a sentence that is another with something left out; invented copies, 2026-11
  let restLeast = 0.6  // share of them that the other has, at which trust begins; invented copies, 2026-11
  let restSpan = 0.2  // and over which it rises to 1; invented copies, 2026-11
  let kept = 4  // words beside a place that are the same; by hand, 2026-11
  let longestPlace = 6  // words of a place; by hand, 2026-11
  let mostWords = 3  // of open class in it; by hand, 2026-11
  let functionWords = 1  // more of them on one side; by hand, 2026-11
  let longestCode = 8  // bytes of a short form in capitals; by hand, 2026-11
  let word = 0.72  // an ordinary word; by hand, 2026-11
  let name = 0.78  // a name; by hand, 2026-11
  let telling = 0.60  // a verb or an adverb; by hand, 2026-11
  let phrase = 0.50  // a phrase that shares no word, a suspicion; by hand, 2026-12
  let head = 5  // letters of a listed word that ends a compound; by hand, 2026-11
  let byTrust = Rise(from: 0.85, by: 0.15)  // times, by trust; by hand, 2026-11
  let exchanged = 0.78  // two words that changed places; by hand, 2026-11
  let uneven = 0.93  // times where one side has more words; by hand, 2026-11
  let stem = 4  // letters at the beginning that two forms of one word share; by hand, 2026-11
  let part = 4  // letters of a word that ends another; by hand, 2026-11
  let lettersAnError = 3  // of so many letters one may be another; by hand, 2026-11
  let root = 3  // consonants of an Arabic root; by hand, 2026-11
  let former = 0.76  // "former" on one side only; by hand, 2026-11
  let formerByTrust = Rise(from: 0.8, by: 0.2)  // times, by trust; by hand, 2026-11
  let formerElsewhere = 0.5  // times where the other article says so in another place; by hand, 2026-11
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
