/// A line that names an agency, or a piece of a very long one, as tokens with the credit phrases in it.
struct CreditSegment: Sendable {
  var tokens: [CreditToken]
  var phrases: [CreditVocabulary.Occurrence]
  /// Whether the segment begins where its line begins, and ends where it ends.
  var startsLine: Bool
  var endsLine: Bool
  /// Places of the line among the lines with text, from the top and from the bottom, from 0.
  var fromTop: Int
  var fromBottom: Int
  /// Bytes of the line.
  var lineLength: Int
  /// Whether the line can begin something new; false for the rest of a sentence in hard-wrapped text.
  var followsSentence: Bool

  static let dashes: Set<Character> = ["-", "–", "—", "―", "−", "·", "•"]
  static let separators: Set<Character> = ["/", ",", ";", "&", "+", "-", "|", "·", "•"]
  static let opening: Set<Character> = ["(", "["]
  static let closing: Set<Character> = [")", "]"]
  static let sentenceEnds: Set<Character> = [".", "!", "?", "…"]

  var isAtTop: Bool { fromTop < 8 }
  var isAtBottom: Bool { fromBottom < 3 }

  func token(_ place: Int) -> CreditToken? { tokens.indices.contains(place) ? tokens[place] : nil }

  /// Whether the sentence ends at the sign `place`: a full stop that belongs to no abbreviation or initial, or ! or ?.
  func endsSentence(_ place: Int) -> Bool {
    guard let token = token(place), token.isMark(Self.sentenceEnds) else { return false }
    guard token.mark == ".", let before = self.token(place - 1) else { return true }
    if let next = self.token(place + 1), !next.isSpaced, next.mark == nil { return false }
    guard case .word = before.kind, !token.isSpaced else { return true }
    // "J. Roe", "Jan. 8", "U.S."
    return before.range.count > 3 || !before.isCapital
  }

  /// First token of the sentence in which `place` stands.
  func sentenceStart(_ place: Int) -> Int {
    var start = place
    while start > 0, !endsSentence(start - 1) || isClosing(start) { start -= 1 }
    return start
  }

  /// The token after the sentence in which `place` stands.
  func sentenceEnd(_ place: Int) -> Int {
    var end = place
    while end < tokens.count, !endsSentence(end) { end += 1 }
    return end
  }

  /// Whether the token closes what came before: a bracket or quotation mark directly after a full stop.
  private func isClosing(_ place: Int) -> Bool { token(place)?.isMark([")", "]", "\""]) ?? false }

  /// The first token of the run of agencies in which `place` stands, and the token after it: "AP, AFP and Reuters".
  func agencyRun(_ place: Int, and: Set<UInt64>) -> Range<Int> {
    var start = place
    while let before = token(start - 1), isJoint(before, and), let other = previousAgency(start - 1, and) { start = other }
    var end = place + 1
    while let next = token(end), isJoint(next, and), let other = nextAgency(end, and) { end = other + 1 }
    return start..<end
  }

  private func isJoint(_ token: CreditToken, _ and: Set<UInt64>) -> Bool {
    token.isMark(Self.separators) || token.agency != nil || and.contains(token.hash)
  }

  private func previousAgency(_ place: Int, _ and: Set<UInt64>) -> Int? {
    var i = place
    while i >= max(0, place - 2), let token = token(i), isJoint(token, and) {
      if token.agency != nil { return i }
      i -= 1
    }
    return nil
  }

  private func nextAgency(_ place: Int, _ and: Set<UInt64>) -> Int? {
    var i = place
    while i <= place + 2, let token = token(i), isJoint(token, and) {
      if token.agency != nil { return i }
      i += 1
    }
    return nil
  }

  /// Whether a word of pictures stands within `reach` tokens of `place`.
  func speaksOfPictures(_ place: Int, _ vocabulary: CreditVocabulary, reach: Int = 8) -> Bool {
    (max(0, place - reach)..<min(tokens.count, place + reach + 1)).contains { vocabulary.photoWords.contains(tokens[$0].hash) }
  }

  /// Whether the agency shares a slash with a person or place, as the credits of pictures do: "Jane Roe/Reuters".
  func isSlashCredit(_ place: Int) -> Bool {
    if let slash = token(place - 1), slash.mark == "/", !slash.isSpaced, let before = token(place - 2), before.isCapital,
      before.agency == nil,
      before.range.count > 3
    {
      return true
    }
    if let slash = token(place + 1), slash.mark == "/", !slash.isSpaced, let after = token(place + 2), after.isCapital,
      after.agency == nil,
      after.range.count > 3
    {
      return true
    }
    return false
  }
}

/// One way in which texts credit an agency.
protocol CreditPattern: Sendable {
  var kind: WireEvidenceKind { get }

  /// How sure it is that the agency at token `mention` is credited there, 0...1, with the tokens that show it; nil when the
  /// pattern does not apply.
  func credit(_ mention: Int, in segment: CreditSegment, _ vocabulary: CreditVocabulary, _ agency: Agency) -> Credit?
}

/// What a pattern found.
struct Credit: Sendable {
  var confidence: Double
  /// Tokens of the segment.
  var range: Range<Int>
}
