internal import Resources

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
  let bareTrust = 0.75  // trust from which a bare noun in a name's place is read as a name; by hand, 2026-11
  let lost = 0.30  // a name on one side only; by hand, 2026-11
  let lostElsewhere = 0.12  // and if the other article has it; by hand, 2026-11
  let replaced = ReplacedNameTuning()
  let exchanged = LeftOverNameTuning()
  let spelling = NameSpellingTuning()
  let variants = NameVariantTuning()
  let surroundings = SurroundingsTuning()
  let peoples = PeopleTuning()
  let lists = ListedNamesTuning()
}

/// Names in lists, see ``ListedNamesRule``.
struct ListedNamesTuning: Tuning {
  let items = 6  // names that make a list; ant read, 2026-11
  let words = 4  // words of a name at most; ant read, 2026-11
  let most = 3  // names that may differ: more make another list; ant read, 2026-11
  let replaced = 0.72  // a name in another's place; ant read, 2026-11
}

/// Two names of which words are aligned with each other, see ``NameConfidence``.
struct ReplacedNameTuning: Tuning {
  let whole = Rise(from: 0.48, by: 0.5)  // a whole name in the other's place, by local context; by hand, 2026-11
  let byCloseness = Rise(from: 0.75, by: 0.25)  // times, as the closeness rises over the span below; by hand, 2026-11
  let closenessLeast = 0.45  // closeness at which that begins to rise; by hand, 2026-11
  let closenessSpan = 0.3  // and over how much it does; by hand, 2026-11
  let parts = Rise(from: 0.55, by: 0.2)  // two parts of a name or more, by trust; by hand, 2026-11
  let part = Rise(from: 0.35, by: 0.3)  // one part of a name, by trust; by hand, 2026-11
  let partByContext = Rise(from: 0.65, by: 0.35)  // times, by local context; by hand, 2026-11
  let variant = 0.6  // what remains where the two may be one name; by hand, 2026-11
  let variantMost = 0.54  // and the most that is left of it; by hand, 2026-11
  // times beside codes and nationalities against ordinary words, by trust; by hand, 2026-11
  let codeByTrust = Rise(from: 0.7, by: 0.3)
  let farApart = 0.70  // least of a part that is spelt without any likeness; by hand, 2026-11
  let farApartContext = 0.75  // and the local context that takes; by hand, 2026-11
  let farNeighbour = 0.6  // weight of the second word beside a name against the first; by hand, 2026-11
}

/// Two names left over, one on each side, see ``NameConfidence``.
struct LeftOverNameTuning: Tuning {
  let variant = 0.25  // they may be one name; by hand, 2026-11
  let stray = 0.45  // their places have little in common, or either stands elsewhere in the other article; by hand, 2026-11
  let sufficientFit = 0.2  // fit of the two places from which they have something in common; by hand, 2026-11
  let ampleFit = 0.75  // and from which ordinary words alone there will do; by hand, 2026-11
  let copied = 0.8  // closeness from which trust says more than the flat value; by hand, 2026-11
  let free = 0.50  // the flat value, below it; by hand, 2026-11
  let byTrust = Rise(from: 0.40, by: 0.35)  // from there on, by trust; by hand, 2026-11
  let code = 0.8  // times beside codes; by hand, 2026-11
}

/// One name spelt in two ways, see ``NameSpelling``.
struct NameSpellingTuning: Tuning {
  let likeness = 0.87  // Jaro-Winkler similarity above which two words spell one name; by hand, 2026-11
  let farApart = 0.6  // and below which neither can be a slip for the other; by hand, 2026-11
  let harmless = 0.20  // another transliteration, a plural; by hand, 2026-11
  let extended = 0.40  // the one adds something to the other; by hand, 2026-11
  let codes = 0.80  // two codes in capitals; by hand, 2026-11
  let inSentence = Rise(from: 0.30, by: 0.30)  // in single sentences, by trust; by hand, 2026-11
  let bothInBoth = 0.30  // the source has the new spelling, and the copy the old one; by hand, 2026-11
  let newInSource = 0.45  // the source has the new spelling; by hand, 2026-11
  let other = 0.70  // another name that begins alike, where all else was copied; by hand, 2026-11
  let leastLetters = 5  // of a name that is told so; by hand, 2026-11
  let mostLetters = 24  // beyond which comparing costs too much; by hand, 2026-11
  let oldInCopy = 0.70  // the copy has the old spelling too; by hand, 2026-11
  let unknown = 0.55  // neither has the other's; by hand, 2026-11
}

/// Whether two names may be one, see ``NameVariants``.
struct NameVariantTuning: Tuning {
  let meaning: Float = 0.4  // similarity of meaning from which ordinary words may be one name translated; by hand, 2026-11
  let whole = 0.85  // Jaro-Winkler similarity of whole names above which they are alike; by hand, 2026-11
  let part = 0.8  // and of their parts; by hand, 2026-11
}

/// Weights of the words round two places, see ``Surroundings``.
struct SurroundingsTuning: Tuning {
  let functionWord = 0.6  // a function word, against 1 of a word of open class; by hand, 2026-11
  let article = 0.1  // an article, "of", "and"; by hand, 2026-11
  let turned = 0.7  // a word on the other side of the phrase; by hand, 2026-11
  let turnedVerb = 0.25  // if it can only be a verb, or joins phrases; by hand, 2026-11
  let aligned = 0.9  // likeness of words that are aligned as forms of one; by hand, 2026-11
  let substituted = 0.4  // and as another in the place; by hand, 2026-11
  let related = 0.7  // similarity of meaning from which others are like at all; by hand, 2026-11
}

/// Another country's people, see ``PeoplesRule``.
struct PeopleTuning: Tuning {
  let changed = 0.80  // beside the same noun; invented copies, 2026-12
  let least = 0.3  // closeness from which two sentences tell of one thing; invented copies, 2026-12
  let reach = 2  // words between it and its noun; invented copies, 2026-12
}
