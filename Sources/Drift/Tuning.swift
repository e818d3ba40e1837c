internal import Resources

/// The numbers that decide what drift reports and how sure it is of it.
///
/// Each subject has a table in its folder; what several subjects or the weighing of articles go by stands here. "real copies" are
/// the labelled pairs of real scrapes, two thirds of them, with a third held back. "by hand" says that a value was set when its
/// rule was written, with the development halves of the sets in the README in view, and that no search over a set is on record.
struct DriftTuning: Tuning {
  let findings = FindingTuning()
  let frame = FrameTuning()
  let form = FormTuning()
  let figures = FigureTuning()
  let quotations = QuotationTuning()
  let degrees = DegreeTuning()
  let names = NameTuning()
  let agency = AgencyTuning()
  let negations = NegationTuning()
  let tenses = TenseTuning()
  let passages = PassageTuning()
  let terms = TermTuning()
  let replacedWords = ReplacedWordTuning()
  let fluency = FluencyTuning()
  let languages = LanguageTuning()
  let pronouns = PronounTuning()
  let polarities = PolarityTuning()
  let ideographs = IdeographTuning()
  let articles = ArticleTuning()
  let modalities = ModalityTuning()
  let attributions = AttributionTuning()
  let replacements = ReplacementTuning()
  let falsified = FalsifiedTuning()

  static let standard = DriftTuning()
}

/// A part of a formula that rises with a measure between 0 and 1, such as the trust in two sentences or a local context.
struct Rise: Sendable {
  /// The value where the measure is 0.
  let base: Double
  /// What is added where it is 1.
  let slope: Double

  init(from base: Double, by slope: Double) {
    self.base = base
    self.slope = slope
  }

  func callAsFunction(_ measure: Double) -> Double { base + slope * measure }
}

/// What becomes of findings, whatever the rule.
struct FindingTuning: Tuning {
  let precise = 0.65  // confidence from which a finding is serious in the preset `precise`; by hand, 2026-11
  let sensitive = 0.55  // and in `sensitive`; by hand, 2026-11
  let critical = 0.80  // confidence from which it is critical in both; by hand, 2026-11
  let explaining = 0.4  // a lost or added word explains its place to later rules from this confidence on; by hand, 2026-11
  let houseStyle = 0.30  // most of a name that the articles write in two ways throughout; by hand, 2026-11
}

/// How surely the words round a change make one statement, see ``StatementFrame``.
struct FrameTuning: Tuning {
  let reach = 8  // words looked at on each side of a change; real copies, 2026-11
  let slack = 4  // words by which a counterpart may be further off; real copies, 2026-11
  let half = 4.0  // distance in words at which a word counts half; real copies, 2026-11
  let leastWords = 1.2  // less weight in both windows together tells nothing; real copies, 2026-11
  let leastShare = 0.25  // share of kept words from which sameness rises; real copies, 2026-11
  let sureShare = 0.6  // share from which it is 1; real copies, 2026-11
  let leastSameness = 0.5  // sameness below the least share; real copies, 2026-11
  let freeBase = 0.25  // in free sentences base + slope x closeness, at most 1; real copies, 2026-11
  let freeSlope = 1.5  // see base; real copies, 2026-11
}

/// Two fillings of one form, see ``RecurringForm``.
struct FormTuning: Tuning {
  let leastDifferent = 2  // figures that differ, from which on and if most do; real copies, 2026-11
  let many = 6  // figures that differ from which on an article that is no copy was brought up to date; scrape batches, 2026-11
  let several = 3  // figures that differ, the day among them, in the next issue of a series; scrape batches, 2026-11
  let lead = 4  // sentences from the top in which a text names its day; scrape batches, 2026-11
  // mean closeness from which an article with another day at its top is a copy all the same; scrape batches, 2026-11
  let copied = 0.9
  let quotedOnce = 5  // quoted words, unchanged, from which on they were said on one occasion; invented updates, 2026-11
  let namedOnce = 3  // and words of names in their places; invented updates, 2026-11
  let damping = 0.5  // what remains of the confidence in a changed fact; real copies, 2026-11
  let rewritten = 0.8  // mean closeness below which the articles are worded differently; scrape batches, 2026-11
  let passageWords = 8  // words, and marks, of a passage that counts as kept; versions of real articles, 2026-11
  let keptPassages = 4  // of those that name somebody: an article brought up to date; versions of real articles, 2026-11
  let keptToFilled = 2  // or so many times those with another figure; pairs labelled blind, 2026-11
  let keptInRewrite = 8  // figures, or words of names, that are kept there for each that was changed; scrape batches, 2026-11
}

/// What makes an article, of which a form or an unrelated text can be told.
struct ArticleTuning: Tuning {
  let sentences = 3  // so many sentences; scrape batches, 2026-11
  let bytes = 600  // or so many bytes; scrape batches, 2026-11
  let copied = 0.9  // mean closeness from which what two articles share is a copy; scrape batches, 2026-11
  let free = 0.7  // mean closeness below which two articles are worded each in its own way; scrape batches, 2026-11
  // mean closeness from which an article was copied letter by letter but for a few places; by hand, 2026-11
  let verbatim = 0.90
}

/// A copy that was falsified, see ``FalsifiedCopy``.
struct FalsifiedTuning: Tuning {
  let reversals = 2  // statements that it turns round; real copies, 2026-11
  let passages = 6  // and one of so many passages at least; real copies, 2026-11
  let closeness = 0.7  // mean closeness of what is no free rendering; real copies, 2026-11
  let verbatim = 0.85  // mean closeness of an article that was copied word for word; real copies, 2026-12
  let facts = 2  // changed facts from which another word in it was meant; real copies, 2026-12
  let doubt = 0.4  // confidence from which that word counts; real copies, 2026-12
  let suspicion = 0.2  // confidence from which a suspicion counts in it; 15 of 16 right in real copies, 2026-11
}

/// A word or name in another's place that no lexicon links to it: about seven in ten mean something else.
struct ReplacementTuning: Tuning {
  let distinctNames = 0.72  // two names that cannot be one, in like places; labelled sets and real copies, 2026-11
  let exchangedNames = 0.70  // two names that changed places, from the least gain on; labelled sets and real copies, 2026-11
  let strayNegative = 0.70  // negates by its form what the other text does not; labelled sets and real copies, 2026-11
  let termInCopy = 0.70  // another term in an article that is verbatim otherwise; labelled sets and real copies, 2026-11
  let quotedFunctionWords = 0.70  // function words of a quotation; labelled sets and real copies, 2026-11
  let personAndBody = 0.70  // a person's words given to a body, or the reverse; labelled sets and real copies, 2026-11
}
