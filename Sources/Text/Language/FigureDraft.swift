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
}
