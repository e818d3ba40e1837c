/// A number as a reader takes it: its value with multiplier, its unit, how exact it is meant to be.
package struct Figure: Sendable, Hashable {
  package enum Kind: UInt8, Sendable {
    case cardinal
    case ordinal
    /// `13:25`, `11am`: minutes after midnight.
    case clock
    /// `1990s`: the first year.
    case decade
    /// `2017/18`: the first year.
    case season
    /// Four digits without grouping or unit, 1000 to 2100.
    case year
    /// `5.2.2016`, `2016-02-05`: year, month and day as one number of eight digits.
    case date
  }

  /// What is said about the value: `more than 50` is not 50.
  package enum Bound: UInt8, Sendable {
    case exact
    case about
    case atLeast
    case moreThan
    case atMost
    case lessThan
    case nearly
  }

  /// The number's own tokens, multiplier included, unit excluded.
  package var tokens: Range<Int>
  /// The same with bound words before it and unit after it.
  package var extent: Range<Int>
  package var value: Double
  /// The other reading of an ambiguous grouping such as `1.198`, or nil.
  package var alternate: Double?
  /// Half-width of what the writing rounds away: 3.1 million stands for anything within 50,000.
  package var precision: Double
  package var kind: Kind
  package var bound: Bound
  /// The unit: the canonical word (`percent`, `$`, `km`), or the folded noun that follows; 0 for none.
  package var unit: WordNumber
  /// True when `unit` is a unit of measure or a currency, false when it is a noun that is counted.
  package var unitIsMeasure: Bool
  /// True when the number is written in words.
  package var inWords: Bool
}

/// Finds the figures of a text: digits and number words with multiplier, unit and bound.
///
/// One pass with a look-back and look-ahead of a few tokens, hence linear.
struct FigureReader {
  let bytes: [UInt8]
  let tokens: [Token]
  let vocabulary: LinguisticVocabulary
  var numbers: FigureVocabulary { vocabulary.figures }

  static func figures(in tokens: [Token], bytes: [UInt8], vocabulary: LinguisticVocabulary) -> [Figure] {
    let reader = FigureReader(bytes: bytes, tokens: tokens, vocabulary: vocabulary)
    var figures: [Figure] = []
    var index = 0
    while index < tokens.count {
      if let figure = reader.figure(at: index) {
        figures.append(figure)
        index = figure.tokens.upperBound
      } else {
        index += 1
      }
    }
    return figures
  }

  private func figure(at index: Int) -> Figure? {
    let token = tokens[index]
    var draft: FigureDraft
    if token.kind == .number {
      guard let read = readDigits(index) else { return nil }
      draft = read
    } else if token.kind == .word {
      guard let read = readWords(index) else { return nil }
      draft = read
    } else {
      return nil
    }
    applyMultiplier(&draft)
    addRest(&draft)
    return finish(draft)
  }

  // MARK: Digits

  private func readDigits(_ index: Int) -> FigureDraft? {
    let token = tokens[index]
    var reading = NumberSpelling(bytes[token.bytes], ordinal: token.shape.contains(.ordinal))
    guard reading.isNumber else { return nil }
    var end = index + 1
    if reading.isShortInteger {
      // `1 198` with an ordinary space or a line break between the groups.
      while end < tokens.count, joinsGroup(end), !vocabulary.calendar.months.keys.contains(before(index)) {
        reading.appendGroup(bytes[tokens[end].bytes])
        end += 1
      }
    }
    var draft = FigureDraft(tokens: index..<end, spelling: reading)
    if reading.kind == .cardinal { addFraction(&draft) }
    seasonByDash(&draft)
    return draft
  }

  /// `1/2` of `6 1/2` and `6-1/2`.
  private func addFraction(_ draft: inout FigureDraft) {
    var next = draft.tokens.upperBound
    if next + 1 < tokens.count, tokens[next].word == numbers.hyphen,
      tokens[next...next + 1].allSatisfy({ !$0.shape.contains(.spaced) })
    {
      next += 1
    }
    guard next < tokens.count, tokens[next].kind == .number,
      let fraction = NumberSpelling(bytes[tokens[next].bytes], ordinal: false).fraction
    else { return }
    draft.value += fraction
    draft.precision = 0
    draft.tokens = draft.tokens.lowerBound..<next + 1
  }

  private func before(_ index: Int) -> WordNumber { index > 0 ? tokens[index - 1].word : 0 }

  private func joinsGroup(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .number, token.bytes.count == 3, bytes[token.bytes].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return false
    }
    let following = index + 1 < tokens.count ? tokens[index + 1] : nil
    return following?.kind != .number || following?.bytes.count == 3
  }

  /// `2017-18` as `2017/18`.
  private func seasonByDash(_ draft: inout FigureDraft) {
    let end = draft.tokens.upperBound
    guard draft.isPlainYear, end + 1 < tokens.count, tokens[end].word == numbers.hyphen, tokens[end + 1].kind == .number,
      tokens[end + 1].bytes.count == 2, case let next = NumberSpelling(bytes[tokens[end + 1].bytes], ordinal: false),
      next.isNumber,
      next.value == (draft.value + 1).truncatingRemainder(dividingBy: 100)
    else { return }
    draft.kind = .season
    draft.tokens = draft.tokens.lowerBound..<end + 2
  }

  // MARK: Words

  /// `twenty-five`, `three hundred and six`, `seven thousand`, `a million`.
  private func readWords(_ index: Int) -> FigureDraft? {
    if numbers.ideographs[tokens[index].word] != nil { return readIdeographs(index) }
    if numbers.halfTo.contains(tokens[index].word) { return readHalf(index) }
    guard let first = numbers.role(tokens[index].word) else {
      return readOne(index) ?? readDecade(index) ?? readSecond(index)
    }
    switch first {
    case .ordinal(let value): return FigureDraft(tokens: index..<index + 1, value: value, kind: .ordinal)
    case .fraction(let value):
      // "half" is a figure only where a multiplier follows: "half a million".
      guard index + 2 < tokens.count, tokens[index + 1].word == numbers.a,
        case .multiplier? = numbers.role(tokens[index + 2].word)
      else { return nil }
      return FigureDraft(tokens: index..<index + 1, value: value, kind: .cardinal)
    case .multiplier(let value):
      guard index > 0, tokens[index - 1].word == numbers.a || tokens[index - 1].word == numbers.an,
        vocabulary.words.length(tokens[index].word) > 3
      else { return nil }
      return FigureDraft(tokens: index..<index + 1, value: value, kind: .cardinal)
    case .hundred:
      let before = index > 0 ? tokens[index - 1].word : 0
      guard vocabulary.language == .english ? before == numbers.a : !numbers.ofHundred.contains(before) else { return nil }
      return compose(index, start: 100)
    case .small(let century): return yearInWords(index, century: century) ?? compose(index, start: nil)
    case .tens, .compound, .hundreds: return compose(index, start: nil)
    }
  }

  /// "Nineteen eighty-four" and "nineteen-eighties".
  private func yearInWords(_ index: Int, century: Double) -> FigureDraft? {
    guard vocabulary.language == .english, century > 12, century < 20 else { return nil }
    let next = index + 1 < tokens.count && tokens[index + 1].word == numbers.hyphen ? index + 2 : index + 1
    guard next < tokens.count else { return nil }
    if let decade = numbers.decades[tokens[next].word] {
      return FigureDraft(tokens: index..<next + 1, value: century * 100 + decade, kind: .decade)
    }
    guard case .tens? = numbers.role(tokens[next].word), let rest = compose(next, start: nil), rest.kind == .cardinal,
      rest.value < 100
    else { return nil }
    return FigureDraft(tokens: index..<rest.tokens.upperBound, value: century * 100 + rest.value, kind: .year)
  }

  /// "The nineties": of the last century, or "nineties" of a person's life, as `90s` is read.
  private func readDecade(_ index: Int) -> FigureDraft? {
    numbers.decades[tokens[index].word].map {
      FigureDraft(tokens: index..<index + 1, value: ($0 < 20 ? 2000 : 1900) + $0, kind: .decade)
    }
  }

  /// "Second-largest", "second quarter": elsewhere the word is a unit of time, or a verb.
  private func readSecond(_ index: Int) -> FigureDraft? {
    guard tokens[index].word == numbers.second, index + 1 < tokens.count else { return nil }
    let isJoined = tokens[index + 1].word == numbers.hyphen && !tokens[index + 1].shape.contains(.spaced)
    guard isJoined || numbers.counted.contains(tokens[index + 1].word) else { return nil }
    return FigureDraft(tokens: index..<index + 1, value: 2, kind: .ordinal)
  }

  /// "Halb acht": 7.30.
  private func readHalf(_ index: Int) -> FigureDraft? {
    guard index + 1 < tokens.count, case .small(let hour)? = numbers.role(tokens[index + 1].word), hour >= 1, hour <= 12 else {
      return nil
    }
    return FigureDraft(tokens: index..<index + 2, value: hour * 60 - 30, kind: .clock)
  }

  private func readIdeographs(_ index: Int) -> FigureDraft? {
    guard !isInLongName(index),
      let number = IdeographNumber(tokens[index...].lazy.map(\.word), parts: numbers.ideographs)
    else { return nil }
    return FigureDraft(tokens: index..<index + number.count, value: number.value, kind: .cardinal)
  }

  /// `二` of `星期二`.
  private func isInLongName(_ index: Int) -> Bool {
    let ids = tokens.lazy.map(\.word)
    return (max(0, index - Self.longestName)...index).contains { start in
      vocabulary.calendar.longName(at: start, in: ids).map { start + $0.words.count > index } ?? false
    }
  }

  /// Ideographs before the last of a month or a day.
  private static let longestName = 2

  /// `un millón`, `neuf cents`: the first word means something else too.
  private func readOne(_ index: Int) -> FigureDraft? {
    guard let one = numbers.compoundOnes[tokens[index].word], index + 1 < tokens.count else { return nil }
    switch numbers.role(tokens[index + 1].word) {
    case .multiplier?: return FigureDraft(tokens: index..<index + 1, value: one, kind: .cardinal)
    case .hundred? where one > 1:
      guard var draft = compose(index + 1, start: one * 100) else { return nil }
      draft.tokens = index..<draft.tokens.upperBound
      return draft
    default: return nil
    }
  }

  func compose(_ index: Int, start: Double?) -> FigureDraft? {
    var number = ComposedNumber(value: start ?? 0, hasTwenties: vocabulary.language == .french)
    var end = start == nil ? index : index + 1
    var last = index
    while end < tokens.count {
      if number.take(numbers.role(tokens[end].word)) {
        last = end
        end += 1
        if number.isOrdinal { return FigureDraft(tokens: index..<end, value: number.value, kind: .ordinal) }
      } else if end > last + 1, number.mayHaveOnes, let one = numbers.compoundOnes[tokens[end].word], number.take(.small(one)) {
        return FigureDraft(tokens: index..<end + 1, value: number.value, kind: .cardinal)
      } else {
        // "Vingt-et-un" has three joints.
        guard end > index, end <= last + 3, joins(end, number), end + 1 < tokens.count else { break }
        end += 1
      }
    }
    if index == last, tokens[index].word == numbers.one {
      return oneIsFigure(index) ? FigureDraft(tokens: index..<index + 1, value: 1, kind: .cardinal) : nil
    }
    return FigureDraft(tokens: index..<last + 1, value: number.value, kind: .cardinal)
  }

  /// Whether the token joins the parts of a number.
  private func joins(_ index: Int, _ number: ComposedNumber) -> Bool {
    let word = tokens[index].word
    if word == numbers.hyphen { return true }
    if word == numbers.and { return number.value >= 100 }
    return numbers.joiners.contains(word) && number.value >= 20
  }

  /// "one" is a pronoun unless a multiplier or a unit follows.
  private func oneIsFigure(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    var next = index + 1
    if tokens[next].word == numbers.hyphen { next += 1 }
    guard next < tokens.count else { return false }
    if case .multiplier? = numbers.role(tokens[next].word) { return true }
    return numbers.unit(tokens[next].word) != nil
  }

  // MARK: Multipliers

  func applyMultiplier(_ draft: inout FigureDraft) {
    guard draft.kind == .cardinal || draft.isPlainYear else { return }
    var next = draft.tokens.upperBound
    if next < tokens.count, tokens[next].word == numbers.hyphen { next += 1 }
    if next + 1 < tokens.count, draft.value == 0.5, tokens[next].word == numbers.a { next += 1 }
    while next < tokens.count {
      let factor: Double
      switch numbers.role(tokens[next].word) {
      case .multiplier(let value)?: factor = value
      case .hundred?: factor = 100
      default:
        // `$5m` and `5 M€` are five million, `5m` five metres.
        guard tokens[next].word == numbers.letterM else { return }
        let hasCurrencyBehind = next + 1 < tokens.count && numbers.currencies.contains(tokens[next + 1].word)
        guard hasCurrencyBefore(draft.tokens.lowerBound) || hasCurrencyBehind else {
          // `3m people`, and perhaps metres.
          if !tokens[next].shape.contains(.spaced) { draft.alternate = draft.value * 1e6 }
          return
        }
        factor = 1e6
      }
      draft.multiply(by: factor, through: next)
      next += 1
    }
  }

  func hasCurrencyBefore(_ index: Int) -> Bool {
    index > 0 && numbers.currencies.contains(tokens[index - 1].word)
  }
}
