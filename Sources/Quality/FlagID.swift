/// The names of the flags, for whoever goes by them.
///
/// A rule's name stands in the rule; that each of them is here is tested.
package enum FlagID: String, Sendable, Hashable, CaseIterable {
  case alteredQuotation = "altered-quotation"
  case brokenSentence = "broken-sentence"
  case chatbotLeftover = "chatbot-leftover"
  case creditDropped = "credit-dropped"
  case inconsistentName = "inconsistent-name"
  case languageMix = "language-mix"
  case machineRewrite = "machine-rewrite"
  case mojibake
  case noArticle = "no-article"
  case repeatedParagraph = "repeated-paragraph"
  case scraperResidue = "scraper-residue"
  case seriousDrift = "serious-drift"
  case stumpHeading = "stump-heading"
  case titleRepeated = "title-repeated"
  case torturedPhrase = "tortured-phrase"
  case truncatedText = "truncated-text"
}
