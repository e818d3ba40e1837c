/// A figure while it is read.
struct FigureDraft {
  var tokens: Range<Int>
  var value: Double
  var alternate: Double?
  var precision: Double
  var kind: Figure.Kind
  var inWords: Bool
  /// Four bare digits that may be a year.
  var isPlainYear = false

  init(tokens: Range<Int>, spelling: NumberSpelling) {
    self.tokens = tokens
    value = spelling.value
    alternate = spelling.alternate
    precision = spelling.precision
    kind = spelling.kind
    inWords = false
    isPlainYear = spelling.isFourDigits && spelling.value >= 1500 && spelling.value <= 2100
  }

  init(tokens: Range<Int>, value: Double, kind: Figure.Kind) {
    self.tokens = tokens
    self.value = value
    self.kind = kind
    precision = NumberSpelling.integerPrecision(value)
    inWords = true
  }

  mutating func multiply(by factor: Double, through token: Int) {
    value *= factor
    precision *= factor
    alternate = nil
    isPlainYear = false
    tokens = tokens.lowerBound..<token + 1
  }

  /// Takes in what stands behind a multiplier.
  mutating func add(_ rest: FigureDraft) {
    value += rest.value
    precision = NumberSpelling.integerPrecision(value)
    tokens = tokens.lowerBound..<rest.tokens.upperBound
  }
}

extension FigureReader {
  /// Adds what follows a multiplier in words and is less than it: `two thousand three hundred and six`.
  func addRest(_ draft: inout FigureDraft) {
    guard draft.inWords, draft.kind == .cardinal else { return }
    while case .multiplier(let factor)? = numbers.role(tokens[draft.tokens.upperBound - 1].word) {
      var next = draft.tokens.upperBound
      if next < tokens.count, tokens[next].word == numbers.and || numbers.joiners.contains(tokens[next].word) { next += 1 }
      guard next < tokens.count, beginsNumber(next), var rest = compose(next, start: nil), rest.kind == .cardinal else { return }
      // "Between two thousand and three thousand" are two figures.
      applyMultiplier(&rest)
      guard rest.value < factor else { return }
      draft.add(rest)
    }
  }

  private func beginsNumber(_ index: Int) -> Bool {
    switch numbers.role(tokens[index].word) {
    case .small?, .tens?, .compound?, .hundreds?: true
    default: false
    }
  }

  /// Adds what stands around the number: unit, bound, the kind that follows from them.
  func finish(_ draft: FigureDraft) -> Figure {
    var figure = Figure(
      tokens: draft.tokens, extent: draft.tokens, value: draft.value, alternate: draft.alternate, precision: draft.precision,
      kind: draft.kind, bound: .exact, unit: 0, unitIsMeasure: false, inWords: draft.inWords)
    readUnit(&figure)
    readMeridiem(&figure)
    if draft.isPlainYear, figure.kind == .cardinal, !figure.unitIsMeasure { figure.kind = .year }
    if figure.kind == .cardinal { readBound(&figure) }
    return figure
  }

  private func readUnit(_ figure: inout Figure) {
    guard figure.kind == .cardinal else { return }
    if hasCurrencyBefore(figure.tokens.lowerBound) {
      let sign = tokens[figure.tokens.lowerBound - 1].word
      figure.unit = numbers.unit(sign) ?? sign
      figure.unitIsMeasure = true
      figure.extent = figure.tokens.lowerBound - 1..<figure.tokens.upperBound
      return
    }
    var next = figure.tokens.upperBound
    if next < tokens.count, tokens[next].word == numbers.hyphen { next += 1 }
    // "60 millions d'euros".
    if next + 1 < tokens.count, numbers.beforeUnits.contains(tokens[next].word), numbers.unit(tokens[next + 1].word) != nil {
      next += 1
    }
    guard next < tokens.count, tokens[next].kind == .word || tokens[next].kind == .sign else { return }
    if let unit = numbers.unit(tokens[next].word) {
      figure.unit = unit
      figure.unitIsMeasure = true
      figure.extent = figure.tokens.lowerBound..<next + 1
    } else if isPerCent(next) {
      figure.unit = numbers.percentSign
      figure.unitIsMeasure = true
      figure.extent = figure.tokens.lowerBound..<next + 2
    } else if tokens[next].kind == .word, !tokens[next].shape.contains(.clitic) {
      figure.unit = tokens[next].word
    }
  }

  /// `per cent`, as two words.
  private func isPerCent(_ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index].word == numbers.per && tokens[index + 1].word == numbers.cent
  }

  /// `11am`, `9 o'clock`, `1600 GMT` are clock times.
  private func readMeridiem(_ figure: inout Figure) {
    let next = figure.tokens.upperBound
    guard figure.kind == .clock || figure.kind == .cardinal, next < tokens.count else { return }
    let word = tokens[next].word
    let isMeridiem = word == numbers.meridiemMorning || word == numbers.meridiemAfternoon
    guard isMeridiem || numbers.clockWords.contains(word) || word == numbers.gmt else { return }
    if figure.kind == .cardinal {
      guard figure.value <= 2400 else { return }
      figure.value = minutes(figure)
      figure.kind = .clock
      figure.unit = 0
      figure.unitIsMeasure = false
    }
    if word == numbers.meridiemAfternoon, figure.value < 720 { figure.value += 720 }
    if word == numbers.meridiemMorning, figure.value >= 720, figure.value < 780 { figure.value -= 720 }
    figure.extent = figure.tokens.lowerBound..<next + 1
  }

  /// `1600`, `12.40` and `11` as minutes after midnight.
  private func minutes(_ figure: Figure) -> Double {
    let value = figure.value
    if value > 24 { return (value / 100).rounded(.down) * 60 + value.truncatingRemainder(dividingBy: 100) }
    guard figure.precision < 0.05 else { return value * 60 }
    return value.rounded(.down) * 60 + ((value - value.rounded(.down)) * 100).rounded()
  }

  // MARK: Bounds

  private func readBound(_ figure: inout Figure) {
    var index = previousWord(figure.extent.lowerBound)
    if index >= 0, tokens[index].word == numbers.a || tokens[index].word == numbers.an { index = previousWord(index) }
    if index >= 0, let bound = bound(endingAt: index) {
      figure.bound = bound.bound
      figure.extent = bound.start..<figure.extent.upperBound
    } else if let bound = boundAfter(figure) {
      figure.bound = bound.bound
      figure.extent = figure.extent.lowerBound..<bound.end
    }
  }

  /// The word before a token, a single stray mark skipped; -1 for none.
  private func previousWord(_ index: Int) -> Int {
    guard index > 0 else { return -1 }
    let isMark = tokens[index - 1].kind == .mark || tokens[index - 1].kind == .quote
    return isMark && index > 1 && !vocabulary.terminals.contains(tokens[index - 1].word) ? index - 2 : index - 1
  }

  private func bound(endingAt index: Int) -> (bound: Figure.Bound, start: Int)? {
    if vocabulary.language != .english { return numbers.bounds.match(endingAt: index, in: tokens) }
    let word = tokens[index].word
    func back(_ steps: Int) -> WordNumber {
      let place = (0..<steps).reduce(index) { place, _ in previousWord(place) }
      return place >= 0 ? tokens[place].word : 0
    }
    if numbers.about.contains(word) {
      return (back(1) == numbers.an || back(1) == numbers.a) ? (.about, index - 1) : (.about, index)
    }
    if numbers.nearlyWords.contains(word) { return (.nearly, index) }
    if numbers.more.contains(word) { return (.moreThan, index) }
    if numbers.less.contains(word) { return back(1) == numbers.just ? (.nearly, index - 1) : (.lessThan, index) }
    if word == numbers.than { return comparative(index) }
    if word == numbers.least || word == numbers.minimum { return (.atLeast, back(1) == numbers.at ? index - 1 : index) }
    if word == numbers.most, back(1) == numbers.at { return (.atMost, index - 1) }
    if word == numbers.to {
      if back(1) == numbers.up { return (.atMost, index - 1) }
      if back(1) == numbers.close { return (.nearly, index - 1) }
    }
    if word == numbers.as, back(2) == numbers.as, back(1) == numbers.many || back(1) == numbers.much {
      return (.atMost, index - 2)
    }
    if word == numbers.of, back(1) == numbers.maximum { return (.atMost, index - 1) }
    if word == numbers.of, back(1) == numbers.minimum { return (.atLeast, index - 1) }
    return nil
  }

  /// `more than`, `no fewer than` and so on, `than` being at `index`.
  private func comparative(_ index: Int) -> (bound: Figure.Bound, start: Int)? {
    let comparative = previousWord(index)
    guard comparative >= 0 else { return nil }
    let before = previousWord(comparative)
    let negated = before >= 0 && (tokens[before].word == numbers.no || tokens[before].word == numbers.not)
    let start = negated ? before : comparative
    let word = tokens[comparative].word
    if numbers.greater.contains(word) { return (negated ? .atMost : .moreThan, start) }
    if numbers.smaller.contains(word) { return (negated ? .atLeast : .lessThan, start) }
    return nil
  }

  /// `50 or more`, `50 or so`, `50 or less`.
  private func boundAfter(_ figure: Figure) -> (bound: Figure.Bound, end: Int)? {
    let next = figure.extent.upperBound
    guard next + 1 < tokens.count, tokens[next].word == numbers.or else { return nil }
    let word = tokens[next + 1].word
    if numbers.greater.contains(word) { return (.atLeast, next + 2) }
    if numbers.smaller.contains(word) { return (.atMost, next + 2) }
    return word == numbers.so ? (.about, next + 2) : nil
  }
}
