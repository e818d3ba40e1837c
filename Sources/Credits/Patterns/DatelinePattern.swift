/// A place, perhaps a date, and the agency before the first sentence.
///
/// "PARIS, Jan 8 (Reuters) - ...", "Berlin (dpa) - ...", "MADRID, 8 ene (EFE).- ...", "(ANSA) - ROMA, 8 GEN - ...",
/// "MOSCOW, January 8. /TASS/. ...", "TOKYO - Kyodo - ...": a place, perhaps a date, and the agency before the first sentence.
struct DatelinePattern: CreditPattern {
  let kind = WireEvidenceKind.dateline
  /// Longest place and date before the agency, in bytes.
  private let longest = 110

  func credit(_ mention: Int, in segment: CreditSegment, _ vocabulary: CreditVocabulary, _ agency: Agency) -> Credit? {
    let tokens = segment.tokens
    guard segment.startsLine, segment.isAtTop, segment.followsSentence,
      tokens[mention].range.lowerBound - tokens[0].range.lowerBound <= longest
    else {
      return nil
    }
    if let open = openingMark(mention, segment), let close = closingMark(mention, tokens[open].mark, segment) {
      return bracketed(mention, open, close, segment, vocabulary, agency)
    }
    return bare(mention, segment, vocabulary, agency)
  }

  // MARK: Brackets

  /// The bracket or slash before the agency and the other agencies in front of it.
  private func openingMark(_ mention: Int, _ segment: CreditSegment) -> Int? {
    var i = mention - 1
    while let token = segment.token(i) {
      if token.isMark(CreditSegment.opening) { return i }
      if token.mark == "/", token.isSpaced { return i }
      let isInitials = token.kind == .word && token.range.count <= 3 && !token.isCapital
      guard token.agency != nil || token.isMark(CreditSegment.separators) || isInitials else { return nil }
      i -= 1
    }
    return nil
  }

  private func closingMark(_ mention: Int, _ open: Character?, _ segment: CreditSegment) -> Int? {
    for i in mention + 1..<min(mention + 8, segment.tokens.count + 1) {
      guard let token = segment.token(i) else { return nil }
      if open == "/" ? token.mark == "/" : token.isMark(CreditSegment.closing) { return i }
      let isExtra = token.kind == .word && (token.range.count <= 4 || token.isCapital)
      guard token.agency != nil || token.isMark(CreditSegment.separators) || isExtra else { return nil }
    }
    return nil
  }

  private func bracketed(
    _ mention: Int, _ open: Int, _ close: Int, _ segment: CreditSegment, _ vocabulary: CreditVocabulary, _ agency: Agency
  ) -> Credit? {
    guard let place = Place(segment, 0..<open, vocabulary), !place.isAbbreviated(as: segment.tokens[open + 1..<close]) else {
      return nil
    }
    var next = close + 1
    if segment.token(next)?.mark == "." { next += 1 }
    let credit = Credit(confidence: 0.97, range: 0..<close + 1)
    guard let after = segment.token(next) else { return place.words > 0 && place.isFormal ? credit : nil }
    if after.isMark(CreditSegment.dashes) || after.mark == ":" || after.mark == "_" { return credit }
    if place.words == 0 { return after.isCapital || after.mark == "\"" ? Credit(confidence: 0.85, range: credit.range) : nil }
    if place.isFormal || segment.token(open - 1)?.isMark(CreditSegment.dashes) ?? false { return credit }
    return place.words <= 3 && after.isCapital && !agency.isAmbiguous ? Credit(confidence: 0.8, range: credit.range) : nil
  }

  // MARK: Without brackets

  private func bare(
    _ mention: Int, _ segment: CreditSegment, _ vocabulary: CreditVocabulary, _ agency: Agency
  ) -> Credit? {
    guard let after = segment.token(mention + 1), segment.token(mention + 2) != nil else { return nil }
    let isDash = after.isMark(CreditSegment.dashes) && (after.isSpaced || segment.token(mention + 2)?.isSpaced ?? false)
    if mention == 0 {
      guard isDash, after.isSpaced, segment.fromTop < 3, segment.token(2)?.isCapital ?? false || segment.token(2)?.mark == "\"",
        !agency.isAmbiguous || agency.label == agency.label.uppercased()
      else {
        return nil
      }
      return Credit(confidence: 0.8, range: 0..<2)
    }
    guard let before = segment.token(mention - 1),
      before.isMark([",", ".", "/", "|", ":"]) || before.isMark(CreditSegment.dashes),
      let place = Place(segment, 0..<mention - 1, vocabulary), place.words > 0, place.isFormal
    else { return nil }
    // "SPRINGFIELD, PA - ...": two letters after a comma are a state.
    if before.mark == ",", segment.tokens[mention].range.count == 2, !place.hasDate { return nil }
    guard isDash || after.mark == ":" || after.mark == "/" || after.mark == "." && place.hasDate else { return nil }
    return Credit(confidence: 0.9, range: 0..<mention + 2)
  }
}

/// The words in front of the agency in a dateline.
private struct Place {
  var words = 0
  var hasDate = false
  /// Every word of the place is in capitals.
  var isUpper = true
  /// First letters of the capitalised words, small.
  private var initials: [UInt8] = []
  /// Short words in small letters: writers' initials, which must be set off by a slash.
  private var shortWords = 0
  private var hasSlash = false

  /// A place that is more than a capitalised word: dated, or in capitals.
  var isFormal: Bool { hasDate || isUpper }

  /// Nil when the tokens are no place and date.
  init?(_ segment: CreditSegment, _ range: Range<Int>, _ vocabulary: CreditVocabulary) {
    // A byline may stand in front: "By Jane Roe, Associated Press  PARIS (AP) -".
    let start = segment.tokens[range].lastIndex { $0.agency != nil }.map { $0 + 1 } ?? range.lowerBound
    if start > range.lowerBound, start == range.upperBound { return nil }
    for token in segment.tokens[start..<range.upperBound] {
      guard add(token, vocabulary) else { return nil }
    }
    guard words <= 10, shortWords == 0 || hasSlash else { return nil }
  }

  private mutating func add(_ token: CreditToken, _ vocabulary: CreditVocabulary) -> Bool {
    switch token.kind {
    case .number:
      hasDate = true
      return true
    case .agency: return false
    case .mark(let character):
      hasSlash = hasSlash || character == "/"
      return ",./-–—_'()[]:|·•\"".contains(character)
    case .word:
      if vocabulary.photoWords.contains(token.hash) { return false }
      if vocabulary.months.contains(token.hash) || vocabulary.weekdays.contains(token.hash) {
        hasDate = true
        return true
      }
      if token.isCapital {
        words += 1
        initials.append(token.initial)
        isUpper = isUpper && token.isUpper
        return true
      }
      if vocabulary.particles.contains(token.hash) { return true }
      shortWords += 1
      return token.range.count <= 3
    }
  }

  /// Whether the brackets only give the short form of the words before them: "Example Press (EP)".
  func isAbbreviated(as inside: ArraySlice<CreditToken>) -> Bool {
    guard !hasDate, inside.count == 1, let short = inside.first, words >= 2, words == short.range.count else { return false }
    return initials.first == short.initial
  }
}
