/// The numbers that decide what drift reports and how sure it is, with where they come from.
struct DriftTuning: Sendable {
  var frame = FrameTuning()
  var form = FormTuning()
  var figures = FigureTuning()
  var quotations = QuotationTuning()
  var degrees = DegreeTuning()
  var names = NameTuning()
  var negations = NegationTuning()
  var passages = PassageTuning()
  var replacements = ReplacementTuning()

  static let standard = DriftTuning()
}

/// See ``StatementFrame``.
///
/// Set on two thirds of the real copies, English and others, 2026-11; the last third and the pairs of the scrape batches agree.
struct FrameTuning: Sendable {
  /// Words looked at on each side of a change, and by how many more its counterpart may be off.
  let reach = 8
  let slack = 4
  /// Distance in words at which a word counts half.
  let half = 4.0
  /// Less weight than this in both windows together tells nothing.
  let leastWords = 1.2
  /// Shares of kept words between which sameness rises from ``leastSameness`` to 1.
  let leastShare = 0.25
  let sureShare = 0.6
  let leastSameness = 0.5
  /// Sentences that share less than half their words in order are damped: base + slope x closeness, at most 1.
  let freeBase = 0.25
  let freeSlope = 1.5
}

/// See ``RecurringForm``.
struct FormTuning: Sendable {
  /// Figures that differ, from which on two articles can be two fillings of one form.
  let leastDifferent = 2
  /// What remains of the confidence in a changed fact between two fillings.
  let damping = 0.5
}

/// What the rules of `number`, `unit` and `time` go by.
///
/// From the real copies, 2026-11.
struct FigureTuning: Sendable {
  /// A sum in another currency: converted, as far as can be told.
  let otherCurrency = 0.40
  /// What remains of the confidence where the figures count different things.
  let otherThing = 0.6
  /// And where each of the two stands elsewhere in the other article: sentences were put together otherwise.
  let rearranged = 0.6
  /// Numbers up to this stand anywhere by chance.
  let small = 12.0
  /// A day for another that stands elsewhere in the sentence of an article.
  let otherDayElsewhere = 0.55
}

/// What the rules of `quotation` go by.
///
/// From the real copies, 2026-11.
struct QuotationTuning: Sendable {
  /// A word of a quotation in another form: a slip or a copy editor's touch.
  let inflected = 0.50
  /// Function words alone, in a language whose words no dictionary knows: mostly slips and other spellings.
  let functionWordsElsewhere = 0.50
  /// Several words of open class cut out of the middle of a quotation, or put into it.
  let cut = 0.68
  let severalWords = 2
  /// A word of a quotation replaced where one of the versions lost the marks, in sentences of at least that closeness.
  let unmarked = 0.68
  let unmarkedCloseness = 0.75
  /// Words that may differ at most: beyond them the passage was rewritten.
  let longestChange = 6
}

/// What the rules of `degree` go by.
///
/// From the real copies, 2026-11.
struct DegreeTuning: Sendable {
  /// A quantifier more or less in sentences that are verbatim otherwise.
  let quantifier = 0.70
  /// How verbatim they must be.
  let quantifierCloseness = 0.8
}

/// What the rules of `name` go by.
///
/// From the real copies, 2026-11.
struct NameTuning: Sendable {
  /// What remains of the confidence where one of two names is a code in brackets, which glosses the name before it.
  let code = 0.6
  /// Where one name owns ("Freedonia's government") and the other acts.
  let otherPart = 0.6
  /// Where both names stand in both articles, in sentences that are no copies.
  let rearranged = 0.6
  /// Closeness from which sentences are copies.
  let copied = 0.85
}

/// What the rules of `addition` and `omission` go by.
///
/// From DEMETR and two human translations of one text, 2026-10.
struct PassageTuning: Sendable {
  /// A run of words: base + slope x (closeness - free), since in a free rendering words come and go.
  let words = 0.12
  let closeness = 0.25
  let free = 0.6
  /// A sentence with a source, more or less.
  let addedClaim = 0.40
  let lostClaim = 0.45
}

/// How sure it is that a word or name in another's place means something else where no lexicon links the two.
///
/// From the development halves of the labelled sets (2026-10) and the real copies (2026-11), where about seven in ten were changes.
struct ReplacementTuning: Sendable {
  /// Two names that cannot be one, in places that have something in common.
  let distinctNames = 0.72
  /// Two names that changed places, from the least gain on.
  let exchangedNames = 0.70
  /// A word that negates by its form where the other text negates nothing.
  let strayNegative = 0.70
  /// Another term in an article that is verbatim otherwise.
  let termInCopy = 0.70
  /// Function words of a quotation.
  let quotedFunctionWords = 0.70
  /// A person's words given to a body, or a body's to a person.
  let personAndBody = 0.70
}

/// What the rule of `negation` goes by in articles.
///
/// From the pairs of the scrape batches, 2026-11.
struct NegationTuning: Sendable {
  /// A negation of which nothing has a counterpart, in sentences that are no copies of each other.
  let looseInRewrite = 0.50
  let copied = 0.8
}
