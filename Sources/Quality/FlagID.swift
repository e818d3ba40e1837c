/// The flags; the raw value is the word in every output.
package enum FlagID: String, CaseIterable, Sendable {
  case noArticle = "no-article"
  case scraperResidue = "scraper-residue"
  case titleRepeated = "title-repeated"
  case stumpHeading = "stump-heading"
  case truncatedText = "truncated-text"
  case brokenSentence = "broken-sentence"
  case repeatedParagraph = "repeated-paragraph"
  case mojibake
  case markup
  case languageMix = "language-mix"
  case inconsistentName = "inconsistent-name"
  case chatbotLeftover = "chatbot-leftover"
  case torturedPhrase = "tortured-phrase"
  case seriousDrift = "serious-drift"
  case alteredQuotation = "altered-quotation"
  case creditDropped = "credit-dropped"
  case machineRewrite = "machine-rewrite"
}
