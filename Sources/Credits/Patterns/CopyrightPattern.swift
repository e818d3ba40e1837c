/// The owner of the text.
///
/// "Copyright 2020 The Associated Press. All rights reserved.", "© 2020 AFP", "ANSA - Riproduzione riservata".
///
/// A bare "© AFP" is the credit of a picture on most pages, so without a year or a rights phrase it counts at the foot only.
struct CopyrightPattern: CreditPattern {
  let kind = WireEvidenceKind.copyright
  private let tuning = CreditTuning.standard

  func credit(_ run: CreditRun, in segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    guard !segment.speaksOfPictures(run, vocabulary), !segment.isSlashCredit(run) else { return nil }
    let rights = segment.phrases.filter { $0.kind == .rights && abs($0.range.lowerBound - run.range.lowerBound) <= 45 }
    for phrase in segment.phrases where phrase.kind == .copyright {
      guard let range = owner(run, phrase, segment, vocabulary) else { continue }
      let hasYear = hasYear(run, range, segment)
      if hasYear || !rights.isEmpty { return Credit(confidence: tuning.owner, range: range) }
      let isFoot = segment.fromBottom < 2 && range.upperBound + 3 >= segment.tokens.count
      if isFoot, !run.isPaper { return Credit(confidence: tuning.pageHead, range: range) }
    }
    guard let phrase = rights.first else { return nil }
    return besideRights(run, phrase, segment)
  }

  /// A year before the owner or directly behind it.
  private func hasYear(_ run: CreditRun, _ range: Range<Int>, _ segment: CreditSegment) -> Bool {
    if segment.tokens[range].contains(where: { $0.kind == .number && $0.range.count >= 4 }) { return true }
    let next = run.range.upperBound + (segment.isMark(run.range.upperBound, [","]) ? 1 : 0)
    return segment.token(next).map { $0.kind == .number && $0.range.count == 4 } ?? false
  }

  /// The tokens from the sign to the agency when the agency is the owner that the sign names.
  private func owner(
    _ run: CreditRun, _ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment, _ vocabulary: CreditVocabulary
  ) -> Range<Int>? {
    let between = phrase.range.upperBound..<max(run.range.lowerBound, phrase.range.upperBound)
    guard phrase.range.upperBound <= run.range.lowerBound, between.count <= 8,
      segment.tokens[between].allSatisfy({
        $0.kind == .number || $0.mark != nil || $0.isCapital || $0.mention != nil || vocabulary.has(.filler, $0)
      })
    else { return nil }
    // "Copyright 2020. Follow Example Wire" names no owner.
    if let end = between.last(where: { segment.endsSentence($0) }), between.upperBound - end > 2 { return nil }
    if between.contains(where: { segment.endsSentence($0) }),
      segment.tokens[between].contains(where: { $0.kind == .word && !vocabulary.has(.filler, $0) })
    {
      return nil
    }
    // In a sentence the word is not capitalised: "a copyright claim".
    let first = segment.tokens[phrase.range.lowerBound]
    guard first.mark != nil || first.isCapital || phrase.range.lowerBound == 0 || phrase.range.count > 1 else { return nil }
    return phrase.range.lowerBound..<run.range.upperBound
  }

  /// The agency stands in the same short line as the phrase, before it or after it, and begins or ends a sentence.
  private func besideRights(_ run: CreditRun, _ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment) -> Credit? {
    let range = min(run.range.lowerBound, phrase.range.lowerBound)..<max(run.range.upperBound, phrase.range.upperBound)
    guard range.count <= 22, segment.lineLength <= 250 || segment.isAtBottom else { return nil }
    let opensSentence =
      run.range.lowerBound == segment.sentenceStart(run.range.lowerBound) || segment.token(run.range.lowerBound - 1)?.mark != nil
    return opensSentence ? Credit(confidence: tuning.names, range: range) : nil
  }
}
