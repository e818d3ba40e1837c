/// "AP and Reuters contributed to this report.", "With inputs from PTI", "(con información de EFE)", "(mit dpa)".
struct ContributionPattern: CreditPattern {
  let kind = WireEvidenceKind.contribution
  private let tuning = CreditTuning.standard

  func credit(_ run: CreditRun, in segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    for phrase in segment.phrases {
      let credit: Credit? =
        switch phrase.kind {
        case .contributed: contributed(run, phrase, segment, vocabulary)
        case .label: labelled(run, phrase, segment, vocabulary)
        case .inputs: inputs(run, phrase, segment, vocabulary)
        case .with: with(run, phrase, segment, vocabulary)
        default: nil
        }
      if let credit { return credit }
    }
    return nil
  }

  /// The agency is among those who contributed; the phrase follows it in the same sentence.
  private func contributed(
    _ run: CreditRun, _ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment, _ vocabulary: CreditVocabulary
  ) -> Credit? {
    guard phrase.range.lowerBound >= run.range.upperBound else { return nil }
    let between = run.range.upperBound..<phrase.range.lowerBound
    guard between.count <= 40, isPlain(between, segment, vocabulary), !between.contains(where: { segment.endsSentence($0) })
    else { return nil }
    let isBareWord = phrase.range.count == 1
    if isBareWord {
      let next = segment.token(phrase.range.upperBound)
      guard next == nil || next?.mark == "." || next?.isMark(CreditSegment.closing) ?? false else { return nil }
    }
    return Credit(
      confidence: isBareWord ? tuning.names : tuning.contribution, range: run.range.lowerBound..<phrase.range.upperBound)
  }

  /// A label before the names: "Mitarbeit: dpa".
  private func labelled(
    _ run: CreditRun, _ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment, _ vocabulary: CreditVocabulary
  ) -> Credit? {
    guard phrase.range.upperBound < run.range.lowerBound, segment.token(phrase.range.upperBound)?.mark == ":",
      isPlain(phrase.range.upperBound..<run.range.lowerBound, segment, vocabulary)
    else { return nil }
    return Credit(confidence: tuning.owner, range: phrase.range.lowerBound..<run.range.upperBound)
  }

  /// "with inputs from" and the like stand in front of the names.
  private func inputs(
    _ run: CreditRun, _ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment, _ vocabulary: CreditVocabulary
  ) -> Credit? {
    guard phrase.range.upperBound <= run.range.lowerBound else { return nil }
    let between = phrase.range.upperBound..<run.range.lowerBound
    guard between.count <= 24, isPlain(between, segment, vocabulary), !between.contains(where: { segment.endsSentence($0) })
    else { return nil }
    if vocabulary.has(.offer, segment.token(phrase.range.lowerBound)), !isSetOff(phrase, run, segment, vocabulary) { return nil }
    // In the middle of a sentence it says whence a fact came: "he works with data from AFP on ...".
    let isEnclosed = segment.isMark(run.range.upperBound, CreditSegment.closing)
    guard
      phrase.range.count > 2 && segment.tokens[phrase.range.lowerBound].isCapital
        || ReportingPattern.opens(phrase, segment, vocabulary)
        || ends(run, segment) && !(isEnclosed && segment.isMark(run.range.lowerBound - 1, CreditSegment.opening))
    else { return nil }
    return Credit(confidence: tuning.inputs, range: phrase.range.lowerBound..<run.range.upperBound)
  }

  /// Whether a sentence, bracket or line ends behind the run.
  private func ends(_ run: CreditRun, _ segment: CreditSegment) -> Bool {
    let end = run.range.upperBound
    return segment.token(end) == nil
      ? segment.endsLine : segment.isMark(end, CreditSegment.closing.union(["*"])) || segment.endsSentence(end)
  }

  /// "via AP": an everyday word; it must open a short line or a bracket, or end the line with the agency, and mean no picture.
  private func isSetOff(
    _ phrase: CreditVocabulary.Occurrence, _ run: CreditRun, _ segment: CreditSegment, _ vocabulary: CreditVocabulary
  ) -> Bool {
    guard !segment.speaksOfPictures(run, vocabulary, reach: 30), !run.isPaper else { return false }
    let isBracketed = segment.isMark(phrase.range.lowerBound - 1, CreditSegment.opening)
    guard segment.isAtBottom || segment.fromTop < 4 || isBracketed && run.isStrong else { return false }
    let opens =
      segment.token(phrase.range.lowerBound - 1) == nil || isBracketed
      || segment.isMark(phrase.range.lowerBound - 1, ["|", "-"])
    return opens && (ends(run, segment) || segment.isMark(run.range.upperBound, ["|"]))
      && (isBracketed || segment.lineLength <= 400)
  }

  /// "(mit dpa)", "With Reuters", "Da Redação, com Reuters": directly before the agencies, in brackets, behind the staff, or
  /// alone.
  private func with(
    _ run: CreditRun, _ phrase: CreditVocabulary.Occurrence, _ segment: CreditSegment, _ vocabulary: CreditVocabulary
  ) -> Credit? {
    guard phrase.range.upperBound <= run.range.lowerBound,
      (phrase.range.upperBound..<run.range.lowerBound).allSatisfy({ vocabulary.has(.filler, segment.tokens[$0]) })
    else { return nil }
    let first = phrase.range.lowerBound
    let range = first..<run.range.upperBound
    let isBracketed = segment.isMark(first - 1, CreditSegment.opening) && segment.isMark(range.upperBound, CreditSegment.closing)
    if isBracketed { return Credit(confidence: tuning.owner, range: range) }
    if segment.isMark(first - 1, [",", "-", "/", "|"]), vocabulary.has(.agencies, segment.token(first - 2)), run.isStrong,
      segment.token(first - 2)?.isCapital ?? false
    {
      return Credit(confidence: tuning.owner, range: first - 2..<run.range.upperBound)
    }
    let before = segment.token(first - 1)
    // "Le Monde avec AFP" at the foot.
    let followsOutlet = segment.startsLine && (1...4).contains(first) && segment.tokens[..<first].allSatisfy { $0.isCapital }
    let opensAlone =
      before == nil && segment.startsLine || before?.isMark(CreditSegment.dashes.union(["/", "*"])) ?? false || followsOutlet
    guard opensAlone, segment.isAtBottom, segment.endsLine, ends(run, segment), !segment.speaksOfPictures(run, vocabulary),
      segment.token(range.upperBound) == nil || range.upperBound + 1 == segment.tokens.count
    else { return nil }
    return Credit(confidence: tuning.owner, range: range)
  }

  /// Whether nothing but names and the words of credits stands in between.
  private func isPlain(_ range: Range<Int>, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Bool {
    segment.tokens[range].allSatisfy {
      guard case .word = $0.kind else { return true }
      return $0.isCapital || $0.isCaseless && range.count <= 3 || vocabulary.has(.filler, $0) || vocabulary.has(.particle, $0)
    }
  }
}
