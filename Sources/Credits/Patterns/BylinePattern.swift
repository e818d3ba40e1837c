/// "By Jane Roe, Associated Press", "Reuters Staff", "Von Jan Roe, dpa", "AFP | Paris": a line at the top or the foot that holds
/// names, places and dates and the agency; and a byline before running text: "By the CNN Wire Staff Rescue teams ...".
struct BylinePattern: CreditPattern {
  let kind = WireEvidenceKind.byline
  private let tuning = CreditTuning.standard

  func credit(_ run: CreditRun, in segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    guard segment.startsLine, segment.followsSentence, !segment.isSlashCredit(run) else { return nil }
    return signed(run, segment, vocabulary) ?? glued(run, segment, vocabulary) ?? behindHeadline(run, segment, vocabulary)
      ?? line(run, segment, vocabulary)
  }

  /// A byline of the staff behind a headline that runs into it: "Ferry owners deny neglect By the CNN Wire Staff Rescue teams
  /// ...".
  private func behindHeadline(_ run: CreditRun, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    guard segment.fromTop == 0, run.range.upperBound <= tuning.headlineReach, !run.isPaper,
      vocabulary.has(.staff, segment.token(run.range.upperBound)),
      segment.tokens[run.range.upperBound].isCapital,
      let phrase = segment.phrases.last(where: { $0.kind == .byline && $0.range.upperBound <= run.range.lowerBound }),
      segment.tokens[phrase.range.lowerBound].isCapital,
      (phrase.range.upperBound..<run.range.lowerBound).allSatisfy({ vocabulary.has(.particle, segment.tokens[$0]) })
    else { return nil }
    return Credit(confidence: tuning.byline, range: phrase.range.lowerBound..<run.range.upperBound + 1)
  }

  /// "Jane Roe/ EFE Two ferries ...", "Jane Roe, Reuters Two ferries ...": a name and its agency at the very top, before running
  /// text.
  private func signed(_ run: CreditRun, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    let mark = run.range.lowerBound - 1
    guard segment.fromTop == 0, (2...4).contains(mark), segment.tokens[..<mark].allSatisfy({ $0.kind == .word && $0.isCapital }),
      segment.isMark(mark, ["/"]) && (segment.token(mark + 1)?.isSpaced ?? false) || segment.isMark(mark, [","]) && run.isStrong,
      !run.isPaper, !segment.speaksOfPictures(run, vocabulary), let after = segment.token(run.range.upperBound), after.isCapital
    else { return nil }
    return Credit(confidence: tuning.names, range: 0..<run.range.upperBound)
  }

  /// A byline at the beginning of a line, whatever follows: it names people or the staff, and the agency behind a comma, "of" or
  /// ©.
  private func glued(_ run: CreditRun, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    guard segment.fromTop < 4, let phrase = segment.phrases.first(where: { $0.kind == .byline && $0.range.lowerBound <= 1 }),
      phrase.range.upperBound <= run.range.lowerBound, run.range.lowerBound <= tuning.longestByline,
      phrase.range.lowerBound == 0 || segment.isMark(0, CreditSegment.opening),
      segment.tokens[phrase.range.lowerBound].isCapital || segment.fromTop == 0
    else { return nil }
    let between = phrase.range.upperBound..<run.range.lowerBound
    guard segment.tokens[between].allSatisfy({ isName($0, vocabulary) }), !between.contains(where: { endsName($0, segment) })
    else { return nil }
    let isStaffed = vocabulary.has(.staff, segment.token(run.range.upperBound))
    // "(By Jane Roe -- Reuters)" credits a picture.
    let isBracketed = phrase.range.lowerBound > 0
    let signs: Set<Character> = isBracketed ? [","] : [",", "|", "-", "/", "("]
    let isSetOff = segment.isMark(run.range.lowerBound - 1, signs) && !between.isEmpty
    let isOwned = segment.tokens[between].contains { $0.mark == "©" }
    let endsLine = segment.endsLine && run.range.upperBound >= segment.tokens.count - 1
    guard
      isStaffed || isOwned || isSetOff && !segment.speaksOfPictures(run, vocabulary, reach: 3) || endsLine && !between.isEmpty
        || endsLine && segment.fromTop < 3 && !isBracketed
    else { return nil }
    return Credit(confidence: tuning.byline, range: 0..<run.range.upperBound)
  }

  private func isName(_ token: CreditToken, _ vocabulary: CreditVocabulary) -> Bool {
    switch token.kind {
    case .number, .agency: true
    case .mark(let mark): ",|-/©'.&(".contains(mark)
    case .word: token.isCapital || token.isCaseless || vocabulary.has(.byline, token) || vocabulary.has(.and, token)
    }
  }

  private func endsName(_ place: Int, _ segment: CreditSegment) -> Bool {
    segment.endsSentence(place) && !(segment.token(place - 1)?.isUpper ?? false)
  }

  // MARK: Whole lines

  private func line(_ run: CreditRun, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    guard segment.endsLine, segment.lineLength <= tuning.longestNames,
      segment.fromTop < tuning.bylineLines || segment.isAtBottom, !segment.speaksOfPictures(run, vocabulary, reach: 40),
      holdsNamesOnly(segment, vocabulary)
    else { return nil }
    let whole = 0..<segment.tokens.count
    let start = segment.isMark(0, CreditSegment.opening) ? 1 : 0
    if start == 0 || !segment.isMark(run.range.lowerBound - 1, CreditSegment.dashes),
      segment.phrases.contains(where: { $0.kind == .byline && $0.range.lowerBound == start })
    {
      return Credit(confidence: tuning.byline, range: whole)
    }
    // "Associated Press" below "By Jane Roe".
    if segment.followsByline, run.range.lowerBound <= 1, isAlone(run, segment, vocabulary) {
      return Credit(confidence: tuning.owner, range: whole)
    }
    if vocabulary.has(.staff, segment.token(run.range.upperBound)), !run.isPaper {
      return Credit(confidence: tuning.owner, range: whole)
    }
    // "Reuters in Velmora" above the text.
    if run.range.lowerBound == 0, segment.fromTop < 3, whole.count <= 8, !run.isPaper,
      vocabulary.has(.particle, segment.token(run.range.upperBound)), segment.token(run.range.upperBound + 1)?.isCapital ?? false
    {
      return Credit(confidence: tuning.names, range: whole)
    }
    if isJoined(run, segment, vocabulary) { return Credit(confidence: tuning.names, range: whole) }
    guard whole.count > run.range.count, !run.isPaper, isDelimited(run, segment) else { return nil }
    return Credit(confidence: run.isStrong ? tuning.names : tuning.ambiguousNames, range: whole)
  }

  /// "The Velmora Post with AFP": an outlet and its agency, above the text.
  private func isJoined(_ run: CreditRun, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Bool {
    guard segment.fromTop < 2, segment.tokens.count <= tuning.longestOutlet, run.range.upperBound == segment.tokens.count,
      let before = segment.token(run.range.lowerBound - 1), !before.isCapital, vocabulary.has(.with, before),
      segment.tokens[run.range.lowerBound].isUpper || run.isStrong
    else { return false }
    return run.range.lowerBound > 1 && segment.tokens[..<(run.range.lowerBound - 1)].contains(where: \.isCapital)
  }

  private func isAlone(_ run: CreditRun, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Bool {
    segment.tokens.indices.allSatisfy {
      run.range.contains($0) || segment.tokens[$0].mark != nil || vocabulary.has(.staff, segment.tokens[$0])
        || vocabulary.has(.byline, segment.tokens[$0])
    }
  }

  /// Whether every word is a name, a date or a word of bylines, and the line does not end as a sentence does.
  private func holdsNamesOnly(_ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Bool {
    guard let last = segment.tokens.last, !last.isMark(["!", "?", "\"", "…", ":"]) else { return false }
    if last.mark == ".", segment.tokens.count > 10, segment.endsSentence(segment.tokens.count - 1) { return false }
    return segment.tokens.allSatisfy {
      guard case .word = $0.kind else { return !$0.isMark(["\"", "?", "!"]) }
      return $0.isCapital || vocabulary.has(.byline, $0) || vocabulary.isDate($0) || $0.range.count <= 2
    }
  }

  /// Whether the agency stands at one end of the line and a sign sets it off from the rest.
  private func isDelimited(_ run: CreditRun, _ segment: CreditSegment) -> Bool {
    let signs: Set<Character> = [",", "|", "-", "/", "·", "•"]
    if run.range.lowerBound == 0, let next = segment.token(run.range.upperBound), next.isMark(signs) {
      return next.mark == "," || next.isSpaced
    }
    var last = segment.tokens.count
    if segment.isMark(last - 1, ["."]) { last -= 1 }
    guard run.range.upperBound == last, let before = segment.token(run.range.lowerBound - 1), before.isMark(signs) else {
      return false
    }
    return before.mark == "," || before.isSpaced || segment.tokens[run.range.lowerBound].isSpaced
  }
}

/// An agency behind the clock of a page head: "13/10/15 às 19:24 Folhapress Comente", "12 Oct 2015 | Agência Brasil |".
struct PageHeadPattern: CreditPattern {
  let kind = WireEvidenceKind.byline
  private let tuning = CreditTuning.standard

  func credit(_ run: CreditRun, in segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    let place = run.range.lowerBound
    guard run.isStrong, !run.isPaper, segment.tokensBefore + place < tuning.pageHeadReach, segment.fromTop < tuning.bylineLines,
      let before = segment.token(place - 1), !segment.speaksOfPictures(run, vocabulary, reach: 4)
    else { return nil }
    let isBar = before.isMark(["|", "•", "·"])
    let clock = isBar ? segment.token(place - 2) : before
    guard let clock, clock.kind == .number || isBar && vocabulary.isDate(clock) else { return nil }
    if let after = segment.token(run.range.upperBound), !after.isCapital, !after.isMark(["|", "•", "·", "-"]) { return nil }
    return Credit(confidence: tuning.pageHead, range: place - 1..<run.range.upperBound)
  }
}
