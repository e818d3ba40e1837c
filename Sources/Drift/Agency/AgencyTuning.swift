internal import Resources

/// Who did it to whom, see ``AgencyRule`` and ``ExchangedNames``.
struct AgencyTuning: Tuning {
  let names = 0.85  // two names that changed places round a verb; by hand, 2026-11
  let nouns = 0.75  // two common nouns; by hand, 2026-11
  let phrases = 0.80  // two phrases of a sentence that is the same otherwise; invented copies, 2026-11
  let byContext = Rise(from: 0.85, by: 0.15)  // times, by local context of the verb; by hand, 2026-11
  let sufficient = 0.55  // gain of fit from which an exchange of names is serious; by hand, 2026-11
  let least = 0.25  // and from which it is worth a line; by hand, 2026-11
  let sufficientInPhrase = 1.1  // gain it takes for names turned round with no verb between them; by hand, 2026-11
  let leastFit = 0.05  // fit above which a name may stand in the other's place at all; by hand, 2026-11
  let faint = 0.50  // confidence below the sufficient gain; by hand, 2026-11
  let perGain = 0.15  // rise of confidence per gain above it; by hand, 2026-11
  let most = 0.85  // and the most it comes to; by hand, 2026-11
  let alike: Float = 0.7  // similarity above which two names are forms of one; by hand, 2026-11
}
