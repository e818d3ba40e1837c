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
  /// Tokens of the text before the segment.
  var tokensBefore: Int
  /// Bytes of the line.
  var lineLength: Int
  /// Whether the line can begin something new; false for the rest of a sentence in hard-wrapped text.
  var followsSentence: Bool
  /// Whether the line above is a byline or a headline: it begins as a byline does, or is the first and has no full stop.
  var followsHead: Bool
  /// Whether the line above begins as a byline does.
  var followsByline: Bool

  static let dashes: Set<Character> = ["-", "·", "•", "\u{FFFD}"]
  static let separators: Set<Character> = ["/", ",", ";", "&", "+", "-", "|", "·", "•", "،", "、"]
  static let opening: Set<Character> = ["(", "[", "（", "【", "［"]
  static let closing: Set<Character> = [")", "]", "）", "】", "］"]
  static let sentenceEnds: Set<Character> = [".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।"]

  var isAtTop: Bool { fromTop < CreditTuning.standard.topLines }
  var isAtBottom: Bool { fromBottom < CreditTuning.standard.bottomLines }

  func token(_ place: Int) -> CreditToken? { tokens.indices.contains(place) ? tokens[place] : nil }

  func isMark(_ place: Int, _ marks: Set<Character>) -> Bool { token(place)?.isMark(marks) ?? false }

  /// Whether the sentence ends at the sign `place`: a full stop that belongs to no abbreviation or initial, or ! or ?.
  func endsSentence(_ place: Int) -> Bool {
    guard let token = token(place), token.isMark(Self.sentenceEnds) else { return false }
    guard token.mark == ".", let before = self.token(place - 1) else { return true }
    // Scripts without capitals often have no space behind a full stop; "9.5" and "reuters.com" go on.
    if let next = self.token(place + 1), !next.isSpaced, next.mark == nil, !next.isCaseless || before.range.count <= 4 {
      return false
    }
    guard case .word = before.kind, !token.isSpaced else { return true }
    // "J. Roe", "Jan. 8".
    return before.range.count > 3 || !before.isCapital
  }

  /// Whether the tokens before `place` ended a sentence, quotation or bracket.
  func isBehindSentence(_ place: Int) -> Bool {
    isMark(place - 1, Self.sentenceEnds.union(["\"", "'", ")", "]", "»"]))
  }

  /// First token of the sentence in which `place` stands.
  func sentenceStart(_ place: Int) -> Int {
    var start = place
    while start > 0, !endsSentence(start - 1) || isMark(start, [")", "]", "\""]) { start -= 1 }
    return start
  }

  /// The token after the sentence in which `place` stands.
  func sentenceEnd(_ place: Int) -> Int {
    var end = place
    while end < tokens.count, !endsSentence(end) { end += 1 }
    return end
  }

  /// Whether a word of pictures stands within `reach` tokens of the run, in its sentence or beside it.
  func speaksOfPictures(_ run: CreditRun, _ vocabulary: CreditVocabulary, reach: Int = 8) -> Bool {
    let low = max(0, run.range.lowerBound - reach)
    let high = min(tokens.count, run.range.upperBound + reach)
    return (low..<high).contains { vocabulary.has(.photo, tokens[$0]) }
  }

  /// Whether the run shares a slash with a person or place, as the credits of pictures do: "Jane Roe/Reuters".
  func isSlashCredit(_ run: CreditRun) -> Bool {
    let before = run.range.lowerBound - 1
    if token(before)?.mark == "/", token(before)?.isSpaced == false, isName(before - 1) { return true }
    let after = run.range.upperBound
    return token(after)?.mark == "/" && token(after)?.isSpaced == false && isName(after + 1)
  }

  private func isName(_ place: Int) -> Bool {
    guard let token = token(place) else { return false }
    return token.kind == .word && token.isCapital && token.range.count > 3 || token.mark == "\\"
  }

  /// The bytes of the text under a range of tokens.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return tokens[first].range.lowerBound..<tokens[last].range.upperBound
  }
}

/// Agencies in a row: "AP, AFP and Reuters", "dpa/AFP", also with another name between them.
struct CreditRun: Sendable {
  /// The tokens that are agencies.
  var agencies: [Int]
  /// From the first agency to the last.
  var range: Range<Int>
  /// Whether an agency is named that nothing else is called, or two stand side by side.
  var isStrong: Bool
  /// Whether all are newspapers.
  var isPaper: Bool

  /// The runs of a segment, in order.
  static func runs(in segment: CreditSegment, _ vocabulary: CreditVocabulary) -> [CreditRun] {
    var result: [CreditRun] = []
    var last: Int?
    for place in segment.tokens.indices where segment.tokens[place].mention != nil {
      if let previous = last, joins(segment, previous + 1..<place, vocabulary) {
        result[result.count - 1].agencies.append(place)
        result[result.count - 1].range = result[result.count - 1].range.lowerBound..<place + 1
      } else {
        result.append(CreditRun(agencies: [place], range: place..<place + 1, isStrong: false, isPaper: false))
      }
      last = place
    }
    for index in result.indices {
      let mentions = result[index].agencies.compactMap { segment.tokens[$0].mention }
      result[index].isStrong = mentions.contains { !$0.isAmbiguous } || Set(mentions.map(\.agency)).count > 1
      result[index].isPaper = mentions.allSatisfy(\.isPaper)
    }
    return result
  }

  /// Whether the tokens between two agencies only join them: a separator or "and", or both around one other name.
  private static func joins(_ segment: CreditSegment, _ range: Range<Int>, _ vocabulary: CreditVocabulary) -> Bool {
    guard range.count <= 6 else { return false }
    if range.isEmpty { return true }
    var names = 0
    var joints = 0
    for token in segment.tokens[range] {
      if token.isMark(CreditSegment.separators) || vocabulary.has(.and, token) {
        joints += 1
      } else if token.kind == .word, token.isCapital || vocabulary.has(.filler, token) {
        names += 1
      } else {
        return false
      }
    }
    let first = segment.tokens[range.lowerBound]
    return joints > 0 && names <= 3 && (names == 0 || first.isMark(CreditSegment.separators) || vocabulary.has(.and, first))
  }
}

/// One way in which texts credit agencies.
protocol CreditPattern: Sendable {
  var kind: WireEvidenceKind { get }

  /// How sure it is that the agencies of `run` are credited there, 0...1, with the tokens that show it; nil when the pattern does
  /// not apply.
  func credit(_ run: CreditRun, in segment: CreditSegment, _ vocabulary: CreditVocabulary) -> Credit?
}

/// What a pattern found.
struct Credit: Sendable {
  var confidence: Double
  /// Tokens of the segment.
  var range: Range<Int>
}
