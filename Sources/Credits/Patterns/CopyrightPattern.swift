/// The owner of the text.
///
/// "Copyright 2020 The Associated Press. All rights reserved.", "© 2020 AFP", "ANSA - Riproduzione riservata".
///
/// A bare "© AFP" is the credit of a picture on most pages, so without a year or a rights phrase it counts at the foot only.
struct CopyrightPattern: CreditPattern {
  let kind = WireEvidenceKind.copyright
  private let signs = Set(["©", "(c)", "copyright"].map { CreditTokenizer.keys($0) })

  func credit(_ mention: Int, in segment: CreditSegment, _ vocabulary: CreditVocabulary, _ agency: Agency) -> Credit? {
    guard !segment.speaksOfPictures(mention, vocabulary), !segment.isSlashCredit(mention) else { return nil }
    let copyrights = segment.phrases.filter { $0.kind == .copyright }
    let rights = copyrights.contains { isRights($0, segment) && abs($0.range.lowerBound - mention) <= 40 }
    for phrase in copyrights where !isRights(phrase, segment) {
      guard let range = owner(mention, phrase, segment, vocabulary) else { continue }
      let hasYear = segment.tokens[range].contains { $0.kind == .number }
      if hasYear || rights || segment.fromBottom < 2 { return Credit(confidence: hasYear || rights ? 0.9 : 0.7, range: range) }
    }
    guard rights, let phrase = copyrights.first(where: { isRights($0, segment) }) else { return nil }
    return besideRights(mention, phrase, segment)
  }

  /// Phrases that reserve rights, as against signs and words before the owner's name.
  private func isRights(_ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment) -> Bool {
    let keys = segment.tokens[phrase.range].map(CreditTokenizer.key)
    return !signs.contains(keys) && phrase.range.count >= 2 && !leads(phrase, segment)
  }

  /// "distributed by", "licensed from": the last word leads to a name.
  private func leads(_ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment) -> Bool {
    let last = segment.tokens[phrase.range.upperBound - 1].hash
    return last == CreditTokenizer.keys("by").first || last == CreditTokenizer.keys("from").first
  }

  /// The tokens from the sign to the agency when the agency is the owner that the sign names.
  private func owner(
    _ mention: Int, _ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment, _ vocabulary: CreditVocabulary
  ) -> Range<Int>? {
    let between = phrase.range.upperBound..<max(mention, phrase.range.upperBound)
    guard phrase.range.upperBound <= mention, between.count <= 8,
      segment.tokens[between].allSatisfy({
        $0.kind == .number || $0.mark != nil || $0.isCapital || $0.agency != nil || vocabulary.creditFillers.contains($0.hash)
      })
    else { return nil }
    // "Copyright 2020. Follow Example Wire" names no owner.
    if let end = between.last(where: { segment.endsSentence($0) }), between.upperBound - end > 2 { return nil }
    if between.contains(where: { segment.endsSentence($0) }),
      segment.tokens[between].contains(where: { $0.kind == .word && !vocabulary.creditFillers.contains($0.hash) })
    {
      return nil
    }
    // In a sentence the word is not capitalised: "a copyright claim".
    let isSign = segment.tokens[phrase.range.lowerBound].mark != nil
    guard isSign || segment.tokens[phrase.range.lowerBound].isCapital || phrase.range.lowerBound == 0 else { return nil }
    return phrase.range.lowerBound..<mention + 1
  }

  /// The agency stands in the same short line as the phrase, before it or after it, and begins or ends it.
  private func besideRights(_ mention: Int, _ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment) -> Credit? {
    guard segment.lineLength <= 250 else { return nil }
    let range = min(mention, phrase.range.lowerBound)..<max(mention + 1, phrase.range.upperBound)
    guard range.count <= 20 else { return nil }
    let opensSentence = mention == segment.sentenceStart(mention) || segment.token(mention - 1)?.mark != nil
    return opensSentence ? Credit(confidence: 0.8, range: range) : nil
  }
}
