/// A place, perhaps a date, and the agency before the first sentence.
///
/// "PARIS, Jan 8 (Reuters) - ...", "Berlin (dpa) - ...", "MADRID, 8 ene (EFE).- ...", "(ANSA) - ROMA, 8 GEN - ...", "MOSCOW,
/// January 8. /TASS/. ...", "TOKYO - Kyodo - ...", "PTI NEW DELHI: ...". Behind the clock of a page or a caption, in the middle
/// of a line, a dateline counts when its place is in capitals or dated.
struct DatelinePattern: CreditPattern {
  let kind = WireEvidenceKind.dateline
  private let tuning = CreditTuning.standard

  func credit(_ run: CreditRun, in segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    if let bracket = CreditBracket(around: run, in: segment, vocabulary) {
      return bracketed(run, bracket, segment, vocabulary)
    }
    return unclosed(run, segment, vocabulary) ?? slashed(run, segment, vocabulary) ?? leading(run, segment, vocabulary)
      ?? trailing(run, segment, vocabulary) ?? alone(run, segment, vocabulary) ?? unspaced(run, segment, vocabulary)
  }

  /// Whether what begins at token 0 begins the line and something new.
  private func isLineStart(_ place: Int, _ segment: CreditSegment) -> Bool {
    place == 0 && segment.startsLine && segment.followsSentence && segment.isAtTop
  }

  // MARK: Brackets

  private func bracketed(
    _ run: CreditRun, _ bracket: CreditBracket, _ segment: CreditSegment, _ vocabulary: CreditVocabulary
  ) -> Credit? {
    guard !bracket.hasNames else { return nil }
    let open = bracket.range.lowerBound
    let place = CreditPlace(before: open, in: segment, vocabulary)
    guard !place.isAbbreviated(as: segment.tokens[open + 1..<bracket.range.upperBound - 1]) else { return nil }
    var next = bracket.range.upperBound
    if segment.isMark(next, ["."]) { next += 1 }
    let range = place.start..<bracket.range.upperBound
    let opensLine = isLineStart(place.start, segment)
    if segment.isMark(next, CreditSegment.dashes.union([":", "_", "=", ">"])) || isBrokenDash(next, segment) {
      return opening(place, opensLine, run, segment).map { Credit(confidence: $0, range: range) }
    }
    return plain(place, opensLine, bracket, next, run, segment).map { Credit(confidence: $0, range: range) }
  }

  /// Whether a dash was lost to a wrong code page there: "KELBY (AP) ? The", "KELBY (AP) â€” The".
  private func isBrokenDash(_ place: Int, _ segment: CreditSegment) -> Bool {
    guard let token = segment.token(place), token.isSpaced, let next = segment.token(place + 1) else { return false }
    if token.mark == "?" { return next.isSpaced && next.isCapital }
    return token.kind == .word && token.range.count == 2 && next.mark == "€" && !next.isSpaced
  }

  /// With a dash or colon behind the bracket.
  private func opening(_ place: CreditPlace, _ opensLine: Bool, _ run: CreditRun, _ segment: CreditSegment) -> Double? {
    if opensLine { return tuning.dateline }
    if place.hasDate || place.words > 0 && place.isUpper { return tuning.dateline }
    // "Geneva (AFP) -" in the middle of a line.
    let isHead = segment.tokensBefore + place.start < tuning.head && (segment.isBehindSentence(place.start) || run.isStrong)
    return place.words > 0 && isHead ? tuning.plainDateline : nil
  }

  /// Without it: "New Delhi, Aug 19 (PTI) The court ...".
  private func plain(
    _ place: CreditPlace, _ opensLine: Bool, _ bracket: CreditBracket, _ next: Int, _ run: CreditRun, _ segment: CreditSegment
  ) -> Double? {
    guard let after = segment.token(next) else {
      return opensLine && place.words > 0 && (place.hasDate || place.isUpper) ? tuning.dateline : nil
    }
    guard
      after.isCapital || after.isCaseless && (place.words == 0 || place.hasDate) || after.mark == "\"" || after.kind == .number
    else { return nil }
    if opensLine {
      if place.words == 0 { return segment.fromTop == 0 || segment.followsHead ? tuning.plainDateline : nil }
      if place.hasDate || place.isUpper || segment.isMark(bracket.range.lowerBound - 1, CreditSegment.dashes) {
        return tuning.dateline
      }
      // "Velmora (AFP) Two ferries ..." at the very top; names of people have two words.
      let isTown = place.words == 1 && segment.fromTop == 0 && (segment.token(run.range.lowerBound)?.isUpper ?? false)
      return place.words <= 3 && run.isStrong || isTown ? tuning.names : nil
    }
    let isHead = segment.tokensBefore + place.start < tuning.head / 2
    return isHead && place.words > 0 && place.hasDate && run.isStrong ? tuning.plainDateline : nil
  }

  /// A bracket that was never closed: "LIMA, Aug 30 (Reuters - The board".
  private func unclosed(_ run: CreditRun, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    let open = run.range.lowerBound - 1
    guard segment.isMark(open, CreditSegment.opening), segment.isMark(run.range.upperBound, CreditSegment.dashes),
      segment.token(run.range.upperBound)?.isSpaced ?? false
    else { return nil }
    let place = CreditPlace(before: open, in: segment, vocabulary)
    guard place.words > 0, place.hasDate || place.isUpper else { return nil }
    return Credit(confidence: tuning.owner, range: place.start..<run.range.upperBound)
  }

  // MARK: Without brackets

  /// "/TASS/", "/ritzau/".
  private func slashed(_ run: CreditRun, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    let open = run.range.lowerBound - 1
    let close = run.range.upperBound
    guard segment.token(open)?.mark == "/", segment.token(close)?.mark == "/", segment.token(close)?.isSpaced == false,
      segment.token(run.range.lowerBound)?.isSpaced == false, !segment.speaksOfPictures(run, vocabulary)
    else { return nil }
    let place = CreditPlace(before: open, in: segment, vocabulary)
    // "Jana Roe/AFP/Getty Images" credits a picture.
    guard segment.token(open)?.isSpaced == true || place.hasDate else { return nil }
    guard isLineStart(place.start, segment) || place.hasDate || place.words > 0 && place.isUpper else { return nil }
    return Credit(confidence: tuning.owner, range: place.start..<close + 1)
  }

  /// The agency begins the line: "AGI - A tremor ...", "PTI NEW DELHI: The rupee ...".
  private func leading(_ run: CreditRun, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    guard run.range.lowerBound == 0, isLineStart(0, segment), segment.fromTop < 3, !run.isPaper else { return nil }
    let end = run.range.upperBound
    if segment.isMark(end, CreditSegment.dashes), segment.token(end)?.isSpaced ?? false, let after = segment.token(end + 1),
      after.isCapital || after.mark == "\"" || after.isCaseless || after.isMark(CreditSegment.dashes),
      run.isStrong || segment.token(0)?.isUpper ?? false
    {
      return Credit(confidence: tuning.names, range: 0..<end + 1)
    }
    // "PTI NEW DELHI:" in the first line only: below a caption the name is the picture's.
    guard segment.fromTop == 0 else { return nil }
    var place = end
    while let token = segment.token(place), token.kind == .word && token.isUpper || token.mark == "," { place += 1 }
    guard place > end, place - end <= 6, segment.isMark(place, CreditSegment.dashes.union([":"])) else { return nil }
    return Credit(confidence: tuning.plainDateline, range: 0..<place + 1)
  }

  /// The agency stands behind place and date without a bracket.
  ///
  /// "TOKYO, Feb. 3, Kyodo", "Tehran, Jan 14, IRNA - The deputy".
  private func trailing(_ run: CreditRun, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    let before = run.range.lowerBound - 1
    guard let mark = segment.token(before), mark.isMark(Self.joints), !run.isPaper, !segment.isSlashCredit(run),
      !segment.speaksOfPictures(run, vocabulary)
    else { return nil }
    let place = CreditPlace(before: before, in: segment, vocabulary)
    guard isLineStart(place.start, segment), place.words > 0, place.hasDate || place.isUpper else { return nil }
    // "SPRINGFIELD, PA - ...": two letters behind a comma are a state.
    if mark.mark == ",", segment.tokens[run.range.lowerBound].range.count == 2, !place.hasDate { return nil }
    guard let after = segment.token(run.range.upperBound) else { return nil }
    let isDash =
      after.isMark(CreditSegment.dashes) && (after.isSpaced || segment.token(run.range.upperBound + 1)?.isSpaced ?? false)
    guard isDash || after.mark == ":" || after.mark == "/" || after.mark == "." && place.hasDate else { return nil }
    return Credit(confidence: tuning.owner, range: 0..<run.range.upperBound + 1)
  }

  /// What stands between a place or date and an agency without a bracket.
  private static let joints: Set<Character> = [",", ".", "/", "|", ":", "-"]

  /// Place, date and agency are a line of their own above the text: "الرياض 12 مارس 2024 م واس", "دمشق-سانا".
  private func alone(_ run: CreditRun, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    guard segment.endsLine, run.range.upperBound == segment.tokens.count, segment.fromTop < 3, segment.fromBottom > 0,
      !run.isPaper,
      !segment.speaksOfPictures(run, vocabulary)
    else { return nil }
    let isJoined = segment.isMark(run.range.lowerBound - 1, Self.joints)
    let place = CreditPlace(before: run.range.lowerBound - (isJoined ? 1 : 0), in: segment, vocabulary)
    guard isLineStart(place.start, segment), place.words > 0 else { return nil }
    let isBareName = isJoined && run.isStrong && segment.fromTop == 0 && segment.tokens[0].isCaseless
    guard place.hasDate || isBareName else { return nil }
    return Credit(confidence: tuning.plainDateline, range: 0..<run.range.upperBound)
  }

  /// Agency, place and date without spaces, up to the word for a dispatch: "新华社北京3月19日电".
  private func unspaced(_ run: CreditRun, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    let first = segment.isMark(0, CreditSegment.opening) ? 1 : 0
    guard run.range.lowerBound == first, isLineStart(0, segment) else { return nil }
    var place = run.range.upperBound
    var hasNumber = false
    while let token = segment.token(place), token.isCaseless || token.kind == .number, place - first <= tuning.longestPlace {
      if vocabulary.has(.dispatch, token) {
        return hasNumber ? Credit(confidence: tuning.dateline, range: 0..<place + 1) : nil
      }
      hasNumber = hasNumber || token.kind == .number
      place += 1
    }
    return nil
  }
}

/// The words in front of an agency that name a place and perhaps a date, read backwards.
struct CreditPlace: Sendable {
  /// First token of the place.
  private(set) var start: Int
  /// Capitalised words, or words of a script without capitals.
  private(set) var words = 0
  private(set) var hasDate = false
  /// Whether a word of the place next to the agency is in capitals.
  private(set) var isUpper = false
  /// First letters of the words nearest to the agency, small, nearest first.
  private var initials: [UInt8] = []
  private var hasSlash = false
  private var hasComma = false
  /// Letters of the longest short form of a state, "Calif.".
  private static let longestShort = 5

  init(before end: Int, in segment: CreditSegment, _ vocabulary: CreditVocabulary) {
    start = end
    var place = end - 1
    while place >= 0, end - place <= CreditTuning.standard.longestPlace, add(place, segment, vocabulary) {
      // Particles and signs belong to a place only when a name or date stands before them.
      let token = segment.tokens[place]
      if token.mark == nil || token.mark == "[" || place == 0 { start = place }
      place -= 1
    }
    while start < end, vocabulary.has(.particle, segment.tokens[start]), !segment.tokens[start].isCapital { start += 1 }
  }

  private mutating func add(_ place: Int, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Bool {
    let token = segment.tokens[place]
    switch token.kind {
    case .number:
      hasDate = true
      return true
    case .agency: return false
    case .mark(let character):
      if character == "/" { hasSlash = true }
      if character == "," { hasComma = true }
      // A full stop behind a short word, a capital or a number is no end, nor one behind the place of a date: "Jan.", "LIMA.
      // March 3", "14.", "Lima. March 3.".
      if character == "." {
        if hasDate, place == 1, segment.tokens[0].isCapital { return true }
        guard let before = segment.token(place - 1) else { return false }
        return before.kind == .number || before.isUpper || before.kind == .word && before.range.count <= Self.longestShort
          || vocabulary.isDate(before)
      }
      return ",/|-–:'·•_[".contains(character)
    case .word: return addWord(token, segment, vocabulary)
    }
  }

  private mutating func addWord(_ token: CreditToken, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Bool {
    if vocabulary.has(.photo, token) { return false }
    if vocabulary.isDate(token) {
      hasDate = true
      return true
    }
    if token.isCaseless {
      words += 1
      return words <= 4
    }
    if token.isCapital {
      words += 1
      if token.isUpper, token.range.count > 2, words <= 6 { isUpper = true }
      initials.append(token.firstLetter)
      return words <= 12
    }
    // "p.m.", particles, and writers' initials before a slash.
    return vocabulary.has(.particle, token) || token.range.count <= 4 && (hasSlash || hasDate || token.range.count <= 3)
  }

  /// Whether the bracket only gives the short form of the words before it: "Example Press (EP)".
  func isAbbreviated(as inside: ArraySlice<CreditToken>) -> Bool {
    guard !hasDate, !hasComma, inside.count == 1, let short = inside.first, words >= 2, short.range.count <= 6 else {
      return false
    }
    // Particles between the words may or may not have a letter of their own.
    guard initials.count >= short.range.count - 1 else { return false }
    return (max(2, short.range.count - 1)...short.range.count + 1).contains { count in
      count <= initials.count && initials[count - 1] == short.firstLetter && initials.first == short.lastLetter
    }
  }
}
