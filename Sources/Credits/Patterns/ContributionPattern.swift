/// "AP and Reuters contributed to this report.", "With inputs from PTI", "(con información de EFE)", "(mit dpa)".
struct ContributionPattern: CreditPattern {
  let kind = WireEvidenceKind.contribution

  func credit(_ mention: Int, in segment: CreditSegment, _ vocabulary: CreditVocabulary, _ agency: Agency) -> Credit? {
    for phrase in segment.phrases {
      let credit: Credit? =
        switch phrase.kind {
        case .contributed: contributed(mention, phrase, segment, vocabulary)
        case .inputs: inputs(mention, phrase, segment, vocabulary)
        case .with: with(mention, phrase, segment, vocabulary)
        default: nil
        }
      if let credit { return credit }
    }
    return nil
  }

  /// The agency is among those who contributed; the phrase follows it in the same sentence.
  private func contributed(
    _ mention: Int, _ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment, _ vocabulary: CreditVocabulary
  ) -> Credit? {
    guard phrase.range.lowerBound > mention else { return labelled(mention, phrase, segment, vocabulary) }
    let between = mention + 1..<phrase.range.lowerBound
    guard between.count <= 40, isPlain(between, segment, vocabulary),
      !between.contains(where: { segment.endsSentence($0) })
    else { return nil }
    let isBareWord = phrase.range.count == 1
    if isBareWord {
      let next = segment.token(phrase.range.upperBound)
      guard next == nil || next?.mark == "." || next?.isMark(CreditSegment.closing) ?? false else { return nil }
    }
    return Credit(confidence: isBareWord ? 0.8 : 0.97, range: mention..<phrase.range.upperBound)
  }

  /// A label before the names: "Mitarbeit: dpa".
  private func labelled(
    _ mention: Int, _ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment, _ vocabulary: CreditVocabulary
  ) -> Credit? {
    guard phrase.first == vocabulary.mitarbeit, segment.token(phrase.range.upperBound)?.mark == ":",
      isPlain(phrase.range.upperBound..<mention, segment, vocabulary)
    else { return nil }
    return Credit(confidence: 0.9, range: phrase.range.lowerBound..<mention + 1)
  }

  /// "with inputs from" and the like stand in front of the names.
  private func inputs(
    _ mention: Int, _ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment, _ vocabulary: CreditVocabulary
  ) -> Credit? {
    let between = phrase.range.upperBound..<max(mention, phrase.range.upperBound)
    guard phrase.range.upperBound <= mention, between.count <= 24, isPlain(between, segment, vocabulary),
      !between.contains(where: { segment.endsSentence($0) })
    else { return nil }
    if vocabulary.pictureOffers.contains(phrase.first), !isSetOff(phrase, mention, segment, vocabulary) { return nil }
    return Credit(confidence: 0.93, range: phrase.range.lowerBound..<mention + 1)
  }

  /// "via AP": an everyday word; it must open a short line or a bracket, or end the line with the agency, and mean no picture.
  private func isSetOff(
    _ phrase: CreditVocabulary.Occurrence, _ mention: Int, _ segment: CreditSegment, _ vocabulary: CreditVocabulary
  ) -> Bool {
    guard !segment.speaksOfPictures(mention, vocabulary, reach: 30), segment.isAtBottom || segment.fromTop < 4 else {
      return false
    }
    let before = segment.token(phrase.range.lowerBound - 1)
    let opens = before == nil || before?.isMark(["(", "[", "|", "-", "—", "–"]) ?? false
    let after = segment.token(segment.agencyRun(mention, and: vocabulary.creditFillers).upperBound)
    let ends = after == nil || after?.isMark([")", "]", ".", "|"]) ?? false
    return opens && ends && segment.lineLength <= 400
  }

  /// "(mit dpa)", "With Reuters": directly before the agencies, in brackets or alone at the foot.
  private func with(
    _ mention: Int, _ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment, _ vocabulary: CreditVocabulary
  ) -> Credit? {
    let run = segment.agencyRun(mention, and: vocabulary.creditFillers)
    guard phrase.range.upperBound == run.lowerBound else { return nil }
    let before = segment.token(phrase.range.lowerBound - 1)
    let after = segment.token(run.upperBound)
    let isBracketed = before?.isMark(CreditSegment.opening) ?? false && after?.isMark(CreditSegment.closing) ?? false
    let isAlone =
      !segment.speaksOfPictures(mention, vocabulary) && segment.isAtBottom && segment.endsLine
      && (before == nil || before?.isMark(CreditSegment.dashes) ?? false)
      && (after == nil || after?.mark == "." && run.upperBound + 1 == segment.tokens.count)
    guard isBracketed || isAlone else { return nil }
    return Credit(confidence: 0.9, range: phrase.range.lowerBound..<run.upperBound)
  }

  /// Whether nothing but names and the words of credits stands in between.
  private func isPlain(_ range: Range<Int>, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Bool {
    segment.tokens[range].allSatisfy {
      guard case .word = $0.kind else { return true }
      return $0.isCapital || vocabulary.creditFillers.contains($0.hash) || vocabulary.particles.contains($0.hash)
    }
  }
}
