/// The agency at the end of an article.
///
/// "... he said. (AFP)", "... - PTI", "... / AFP, AP e REUTERS", "AP, Reuters" alone on a line, "(jdo/dpa)", "(APA, 6.10.2015)";
/// in brackets also where the page goes on with a table or another piece.
struct SignOffPattern: CreditPattern {
  let kind = WireEvidenceKind.signOff
  private let tuning = CreditTuning.standard

  func credit(_ run: CreditRun, in segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit? {
    let isEnd = segment.isMark(run.range.upperBound, ["/"]) && vocabulary.has(.end, segment.token(run.range.upperBound + 1))
    if isEnd, segment.endsLine, segment.isAtBottom, run.range.upperBound + 2 >= segment.tokens.count - 1 {
      return Credit(confidence: tuning.signOff, range: run.range.lowerBound..<segment.tokens.count)
    }
    guard !run.isPaper, !segment.isSlashCredit(run) else { return nil }
    if let bracket = CreditBracket(around: run, in: segment, vocabulary) {
      return bracketed(run, bracket, segment, vocabulary)
    }
    guard segment.endsLine, segment.isAtBottom || segment.fromTop < 4, !segment.speaksOfPictures(run, vocabulary),
      let last = rest(run, segment)
    else { return nil }
    let start = lead(run, segment, vocabulary)
    if start == 0, segment.startsLine { return segment.followsSentence ? aloneOnLine(run, segment, 0..<last) : nil }
    guard segment.isAtBottom, segment.isMark(start - 1, CreditSegment.sentenceEnds.union(["\"", ")"])) else { return nil }
    if segment.isMark(start, CreditSegment.dashes.union(["/", "("])) {
      return Credit(confidence: tuning.signOff, range: start..<last)
    }
    return !run.isStrong && segment.tokens[run.range.lowerBound].range.count < 3
      ? nil : Credit(confidence: tuning.bare, range: start..<last)
  }

  // MARK: Brackets

  private func bracketed(
    _ run: CreditRun, _ bracket: CreditBracket, _ segment: CreditSegment, _ vocabulary: CreditVocabulary
  ) -> Credit? {
    let range = bracket.range
    let before = segment.token(range.lowerBound - 1)
    if before == nil, segment.startsLine {
      // The bracket begins its line: alone it signs off, with text behind it it is a dateline's business.
      guard range.upperBound == segment.tokens.count, segment.endsLine, segment.followsSentence else { return nil }
      return Credit(confidence: segment.isAtBottom || segment.fromTop < 4 ? tuning.signOff : tuning.pageHead, range: range)
    }
    let stop = segment.isMark(range.upperBound, ["."]) ? range.upperBound + 1 : range.upperBound
    let endsLine = stop == segment.tokens.count && segment.endsLine
    if segment.isBehindSentence(range.lowerBound) {
      // A line above the article that ends so is a picture's.
      if endsLine, segment.fromTop == 0, segment.fromBottom > 1, segment.lineLength < tuning.longestCaption { return nil }
      if endsLine { return Credit(confidence: tuning.signOff, range: range) }
      let isNearEnd = segment.isAtBottom && segment.endsLine && segment.tokens.count - stop <= tuning.pageTail
      guard run.isStrong || bracket.hasDate || isNearEnd, !bracket.hasNames, opensSentence(stop, segment) else { return nil }
      return Credit(confidence: bracket.hasDate ? tuning.signOff : tuning.innerSignOff, range: range)
    }
    // "... to the quay (Reuters).", "... to expect (APA, 29.4.2016)".
    if bracket.hasDate { return Credit(confidence: tuning.innerSignOff, range: range) }
    guard run.isStrong, !bracket.hasNames, before?.kind == .word, before?.isCapital == false, stop > range.upperBound,
      endsLine || opensSentence(stop, segment)
    else { return nil }
    return Credit(confidence: before?.isCaseless ?? false ? tuning.names - tuning.credited : tuning.names, range: range)
  }

  private func opensSentence(_ place: Int, _ segment: CreditSegment) -> Bool {
    guard let token = segment.token(place) else { return true }
    return token.isCapital || token.kind == .number || token.mark == "\"" || token.isCaseless
  }

  // MARK: Without brackets

  /// The token after the last one when nothing but initials, one more name and closing signs follows the run.
  private func rest(_ run: CreditRun, _ segment: CreditSegment) -> Int? {
    if hasServiceNumber(run, segment) || hasServiceBracket(run, segment) { return segment.tokens.count }
    var initials = 0
    var names = 0
    for place in run.range.upperBound..<max(run.range.upperBound, segment.tokens.count) {
      let token = segment.tokens[place]
      if token.isMark(CreditSegment.separators) || token.isMark(CreditSegment.closing) || token.isMark([".", "*"]) { continue }
      guard token.kind == .word else { return nil }
      if token.isInitials(segment.isMark(place - 1, ["/"]) ? 6 : 4) {
        initials += 1
      } else if token.isUpper, place > run.range.upperBound {
        names += 1
      } else {
        return nil
      }
      guard initials <= 3, names <= 2 else { return nil }
    }
    return segment.tokens.count
  }

  /// Whether the agency's number of the piece follows, and nothing else: "dpa:240312-99-308871/3".
  private func hasServiceNumber(_ run: CreditRun, _ segment: CreditSegment) -> Bool {
    let rest = segment.tokens[run.range.upperBound...]
    guard rest.count > 1, let sign = rest.first, sign.mark == ":", !sign.isSpaced, rest.dropFirst().first?.kind == .number else {
      return false
    }
    return rest.allSatisfy { $0.kind == .number || $0.isMark([":", "-", "/"]) }
  }

  /// Whether a bracket with the writer's name follows a slash: "AGERPRES/(A - autor: Ion Pop)".
  private func hasServiceBracket(_ run: CreditRun, _ segment: CreditSegment) -> Bool {
    let end = run.range.upperBound
    return segment.token(end)?.mark == "/" && segment.token(end)?.isSpaced == false && segment.isMark(end + 1, ["("])
      && segment.isMark(segment.tokens.count - 1, [")"]) && segment.tokens.count - end <= 12
  }

  /// The first token of the credit: initials, other names in capitals, "with" and the opening sign before the agencies.
  private func lead(_ run: CreditRun, _ segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Int {
    var start = run.range.lowerBound
    if segment.token(start - 1)?.mark == "/", let initials = segment.token(start - 2), initials.isInitials() { start -= 2 }
    // "/ W.POST, REUTERS".
    var other = start
    while run.range.lowerBound - other < 8, segment.isMark(other - 1, [",", "."]) || segment.token(other - 1)?.isUpper ?? false {
      other -= 1
    }
    if segment.isMark(other - 1, ["/"]), segment.token(other - 1)?.isSpaced ?? false { start = other }
    if let word = segment.token(start - 1), vocabulary.has(.with, word) || vocabulary.has(.agencies, word) { start -= 1 }
    if segment.isMark(start - 1, CreditSegment.opening.union(CreditSegment.dashes).union(["/"])) { start -= 1 }
    while segment.isMark(start - 1, CreditSegment.dashes.union(["=", "*", "©"])) { start -= 1 }
    return start
  }

  private func aloneOnLine(_ run: CreditRun, _ segment: CreditSegment, _ range: Range<Int>) -> Credit? {
    if segment.fromTop == 0, segment.fromBottom == 0 { return nil }
    if segment.isAtBottom, segment.fromTop > 0 { return Credit(confidence: tuning.innerSignOff, range: range) }
    let isHead = segment.fromTop == 0 && segment.tokens[run.range.lowerBound].isUpper
    return run.isStrong || isHead || segment.tokens.count > 1 ? Credit(confidence: tuning.pageHead, range: range) : nil
  }
}

/// A bracket that holds nothing but agencies and what belongs to their sign-off.
///
/// "(Reuters)", "(APA/dpa, 1.11.2015)", "(jdo/dpa)", "(©NTB)", "(via ANSA)", "(Jane Roe, of The Associated Press)".
struct CreditBracket: Sendable {
  /// With both brackets.
  var range: Range<Int>
  /// Whether a date stands in it.
  var hasDate = false
  /// Whether names of people stand in it.
  var hasNames = false

  init?(around run: CreditRun, in segment: CreditSegment, _ vocabulary: CreditVocabulary) {
    var low = run.range.lowerBound - 1
    var names = 0
    while let token = segment.token(low), !token.isMark(CreditSegment.opening) {
      guard run.range.lowerBound - low <= 14, Self.leads(token, vocabulary) else { return nil }
      if token.kind == .word, token.isCapital, !token.isInitials() { names += 1 }
      low -= 1
    }
    var high = run.range.upperBound
    var date = false
    while let token = segment.token(high), !token.isMark(CreditSegment.closing) {
      guard high - run.range.upperBound <= 12, Self.follows(token, vocabulary) else { return nil }
      if Self.isDate(high, segment) || vocabulary.isDate(token) { date = true }
      if token.kind == .word, token.isCapital, !token.isInitials(), !vocabulary.isDate(token) { names += 1 }
      high += 1
    }
    guard segment.token(low) != nil, segment.token(high) != nil else { return nil }
    // "(Ann Lee - AP)", "(Ann Lee/AP)" credit a picture; a name needs a comma or a word behind it.
    if names > 0, segment.isMark(run.range.lowerBound - 1, ["-", "/", "|"]) { return nil }
    range = low..<high + 1
    hasDate = date
    hasNames = names > 0
  }

  /// "6.10.2015", "2015", "18.8.015": a number in the form of a date or a year; no article of law.
  private static func isDate(_ place: Int, _ segment: CreditSegment) -> Bool {
    guard let token = segment.token(place), token.kind == .number else { return false }
    if token.groups == 3 { return true }
    return token.range.count == 4 && token.groups == 1 && ("12".utf8.contains(token.firstLetter))
  }

  private static func leads(_ token: CreditToken, _ vocabulary: CreditVocabulary) -> Bool {
    if vocabulary.has(.photo, token) { return false }
    return switch token.kind {
    case .number: false
    case .agency: true
    case .mark(let mark): "/,;-|&+©.*".contains(mark)
    case .word:
      token.isInitials() || token.isCapital || vocabulary.has(.with, token) || vocabulary.has(.and, token)
        || vocabulary.has(.particle, token) || vocabulary.has(.offer, token)
    }
  }

  private static func follows(_ token: CreditToken, _ vocabulary: CreditVocabulary) -> Bool {
    if vocabulary.has(.photo, token) { return false }
    return switch token.kind {
    case .number: true
    case .agency: true
    case .mark(let mark): "/,;-–.&+".contains(mark)
    case .word: token.isInitials() || vocabulary.isDate(token) || vocabulary.has(.agencies, token) || vocabulary.has(.and, token)
    }
  }
}
