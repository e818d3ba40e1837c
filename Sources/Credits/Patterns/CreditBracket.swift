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
