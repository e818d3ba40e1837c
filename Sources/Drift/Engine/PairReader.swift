import Articles
import Alignment
import Lexicon
import Text

/// A sentence pair with what the lexicon knows about its words: the questions that several rules ask.
struct PairReader {
  let pair: SentencePair
  let knowledge: WordKnowledge

  init(_ pair: SentencePair, _ context: DriftContext) {
    self.pair = pair
    knowledge = context.resources.knowledge
  }

  func words(_ side: Side) -> SentenceSide { side == .a ? pair.a : pair.b }

  /// Marks of one kind (negations, reports, hedges) that are looked at on each side, and words beyond which a passage is no
  /// sentence: what compares all with all stays bounded whatever the input.
  static let mostMarks = 200
  static let mostWords = 400

  /// True for passages of sentence length.
  var isShort: Bool { pair.a.count <= Self.mostWords && pair.b.count <= Self.mostWords }

  /// The position on the other side that a word is aligned with, substitutions included.
  func match(_ side: Side, _ position: Int) -> Int? { side == .a ? pair.match(a: position) : pair.match(b: position) }

  /// True when the word is aligned by its place only.
  func isSubstituted(_ side: Side, _ position: Int) -> Bool {
    side == .a ? pair.isSubstitution(a: position) : pair.match(b: position).map(pair.isSubstitution(a:)) ?? false
  }

  func id(_ side: Side, _ position: Int) -> WordNumber { words(side).ids[position] }

  func relation(_ i: Int, _ j: Int) -> WordRelation { knowledge.relation(pair.a.ids[i], pair.b.ids[j]) }

  /// True for a word of open class: no stop word, figure, sign or clitic.
  func isContent(_ side: Side, _ position: Int) -> Bool { knowledge.isContent(position, words(side)) }

  /// An article or a preposition that lost its vowel: `l'`, `dell'`.
  func isElided(_ side: Side, _ position: Int) -> Bool {
    knowledge.words.bytes(id(side, position)).last == UInt8(ascii: "'")
  }

  func isName(_ side: Side, _ position: Int) -> Bool { words(side).shape(position).contains(.name) }

  func canBe(_ pos: PartOfSpeech, _ side: Side, _ position: Int) -> Bool {
    knowledge.canBe(pos, id(side, position))
  }

  /// True when the word is aligned with the same word in another form or spelling at most.
  func isSame(_ side: Side, _ position: Int) -> Bool {
    guard let other = match(side, position) else { return false }
    if id(side, position) == id(side.other, other) { return true }
    return knowledge.relation(id(side, position), id(side.other, other)).form <= .lemma
  }

  /// lc with the two positions given by side.
  func localContext(_ side: Side, _ position: Int, _ other: Int) -> Double {
    side == .a ? pair.localContext(position, other) : pair.localContext(other, position)
  }

  /// Pairs of words that the rules of replacement look at: aligned words, and single words that no alignment links, but which
  /// stand between the same neighbours ("the first night", "the last night").
  func replacements() -> [(Int, Int)] {
    var found: [(Int, Int)] = []
    for i in 0..<pair.a.count {
      if let j = pair.match(a: i) {
        if pair.a.ids[i] != pair.b.ids[j] { found.append((i, j)) }
      } else if let j = onlyGap(i) {
        found.append((i, j))
      }
    }
    return found
  }

  private func onlyGap(_ i: Int) -> Int? {
    let before = i == 0 ? -1 : pair.match(a: i - 1)
    let after = i + 1 == pair.a.count ? pair.b.count : pair.match(a: i + 1)
    guard let before, let after, after == before + 2, pair.match(b: before + 1) == nil else { return nil }
    return before + 1
  }

  /// How verbatim the surroundings of a passage without counterpart are, 0 to 1: 1 when two words on each side are copied and
  /// stand directly beside each other in the other version, so that nothing took the passage's place.
  func deletionContext(_ side: Side, _ range: Range<Int>) -> Double {
    let count = words(side).count
    var before = range.lowerBound - 1
    var after = range.upperBound
    // A preposition or "that" goes with the passage.
    while before >= max(0, range.lowerBound - 4), match(side, before) == nil, knowledge.isStop(id(side, before)) { before -= 1 }
    while after < min(count, range.upperBound + 4), match(side, after) == nil, knowledge.isStop(id(side, after)) { after += 1 }
    let left = before >= 0 ? match(side, before) : -1
    let right = after < count ? match(side, after) : words(side.other).count
    guard let left, let right, right > left else { return 0 }
    let gap = Double(right - left - 1)
    var copied = 0.0
    for (position, expected) in [(before, left), (before - 1, left - 1), (after, right), (after + 1, right + 1)] {
      if position < 0 || position >= count { copied += 1 } else if match(side, position) == expected { copied += 1 }
    }
    return copied / 4 / (1 + gap)
  }

  /// The words round a passage that went with it, where the rest of the sentence was kept: a clause that was dropped as a whole.
  ///
  /// Nil when something else stands in its place, or nothing of the sentence is left.
  func droppedClause(_ side: Side, _ range: Range<Int>) -> Range<Int>? {
    // Function words find counterparts anywhere.
    func isFree(_ position: Int) -> Bool { match(side, position) == nil || knowledge.isStop(id(side, position)) }
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower > 0, isFree(lower - 1) { lower -= 1 }
    while upper < words(side).count, isFree(upper) { upper += 1 }
    guard lower > 0 || upper < words(side).count else { return nil }
    while lower < range.lowerBound, match(side, lower) != nil { lower += 1 }
    while upper > range.upperBound, match(side, upper - 1) != nil { upper -= 1 }
    let left = lower > 0 ? match(side, lower - 1) : -1
    let right = upper < words(side).count ? match(side, upper) : words(side.other).count
    guard let left, let right, right > left, right - left - 1 <= 1 else { return nil }
    return lower..<upper
  }

  /// A bracket stands in a passage or beside it: a credit or a note, not what somebody says.
  func isBracketed(_ side: Side, _ range: Range<Int>) -> Bool {
    let words = words(side)
    guard !range.isEmpty else { return false }
    let tokens = words.tokenRange(range)
    let near = max(words.tokens.lowerBound, tokens.lowerBound - 1)..<min(words.tokens.upperBound, tokens.upperBound + 1)
    return words.text.tokens[near].contains { $0.kind == .mark && "()[]".utf8.contains(words.text.bytes[Int($0.start)]) }
  }

  /// How surely a side is the other one with something left out, 0 to 1: by the share of its words that the other has in their
  /// place.
  ///
  /// The closeness of a short sentence falls by whatever is left out of it; this does not. 0 in what is no copy.
  func trustInRest(_ side: Side, _ context: DriftContext) -> Double {
    guard context.isWordForWord, words(side).count >= tuning.restWords else { return 0 }
    let kept = (0..<words(side).count).count { position in
      match(side, position).map { id(side, position) == id(side.other, $0) } ?? false
    }
    let share = Double(kept) / Double(words(side).count)
    return min(1, max(0, (share - tuning.restLeast) / tuning.restSpan))
  }

  /// A name of the passage stands in the other article near by: who is no longer named here may be named there.
  func isNamedNearby(_ side: Side, _ range: Range<Int>, _ context: DriftContext) -> Bool {
    let (text, tokens) = side == .a ? (context.b, pair.b.tokens) : (context.a, pair.a.tokens)
    let reach = DriftTuning.standard.attributions.nearby
    let near = text.tokens[max(0, tokens.lowerBound - reach)..<min(text.tokens.count, tokens.upperBound + reach)]
    return range.contains { position in
      isName(side, position) && isContent(side, position)
        && near.contains { $0.word == id(side, position) && $0.shape.contains(.name) }
    }
  }

  private var tuning: ReplacedWordTuning { DriftTuning.standard.replacedWords }

  /// The token's text as it came in.
  func text(_ side: Side, _ positions: Range<Int>) -> String { words(side).string(positions) }
}

extension WordKnowledge {
  /// True for a word of open class: no stop word, figure, sign or clitic.
  func isContent(_ position: Int, _ side: SentenceSide) -> Bool {
    let token = side.token(position)
    return token.kind == .word && !token.shape.contains(.clitic) && !token.shape.contains(.figure) && !isStop(token.word)
  }
}

extension FindingCollector {
  /// Reports with the ranges given by side, for rules that treat both sides alike.
  mutating func report(
    _ rule: DriftRuleID, confidence: Double, _ side: Side, _ range: Range<Int>?, other: Range<Int>? = nil,
    _ message: @autoclosure () -> String
  ) {
    report(
      rule, confidence: confidence, a: side == .a ? range : other, b: side == .a ? other : range, message())
  }
}
