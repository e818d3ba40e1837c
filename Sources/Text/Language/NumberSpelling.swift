/// The value of a number written in digits, in any of the world's styles of grouping.
///
/// A comma or full stop before one or two digits is a decimal separator; repeated separators, and a comma before three digits,
/// group; a single full stop before three digits is a decimal point in English and a grouping mark elsewhere: `000` behind it
/// decides for grouping, otherwise the other reading is kept in ``alternate``.
struct NumberSpelling {
  private(set) var value = 0.0
  /// The other reading of `1.198`, or nil.
  private(set) var alternate: Double?
  /// Half of the last digit's place.
  private(set) var precision = 0.5
  private(set) var kind = Figure.Kind.cardinal
  private(set) var isNumber = false
  /// At most three digits and nothing else: may be the head of a number grouped by spaces.
  private(set) var isShortInteger = false
  /// The value as a part of one, where the digits may be read so: `1/4`, `15/16`, `½`.
  private(set) var fraction: Double?
  /// Four digits and nothing else.
  private(set) var isFourDigits = false

  init(_ bytes: ArraySlice<UInt8>, ordinal: Bool) {
    var digits: [UInt8] = []
    /// Length of each run of digits, and the separator before it.
    var runs: [(separator: UInt8, length: Int)] = []
    var separator: UInt8 = 0
    var suffix: UInt8 = 0
    for (place, byte) in zip(bytes.indices, bytes) {
      if byte >= 0x30 && byte <= 0x39 {
        if separator != 0 || runs.isEmpty { runs.append((separator, 0)); separator = 0 }
        runs[runs.count - 1].length += 1
        digits.append(byte)
      } else if byte == UInt8(ascii: "h"), !digits.isEmpty, place + 1 < bytes.endIndex {
        separator = UInt8(ascii: ":")
      } else if separator == UInt8(ascii: ":"), byte <= 0x20 || byte >= 0x80 {
        // The space of `13 h 25`.
      } else if byte < 0x80, byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A {
        suffix = byte | 0x20
      } else {
        separator = byte
      }
    }
    guard !digits.isEmpty, digits.count <= 30 else {
      readVulgar(bytes)
      return
    }
    isNumber = true
    interpret(digits, runs, suffix: suffix)
    if ordinal { kind = .ordinal }
    if let fraction = Self.vulgar(bytes.suffix(2)) {
      value += fraction
      precision = 0
    }
  }

  /// Adds three more digits, for `1 198`.
  mutating func appendGroup(_ bytes: ArraySlice<UInt8>) {
    value = value * 1000 + Self.number(bytes)
    precision = Self.integerPrecision(value)
    isFourDigits = false
  }

  private mutating func interpret(_ digits: [UInt8], _ runs: [(separator: UInt8, length: Int)], suffix: UInt8) {
    let whole = Self.number(digits[...])
    let separators = Set(runs.dropFirst().map(\.separator))
    if runs.count == 1 {
      value = whole
      precision = Self.integerPrecision(whole)
      isShortInteger = digits.count <= 3 && suffix == 0
      isFourDigits = digits.count == 4 && suffix == 0
      if suffix == UInt8(ascii: "s") { readDecade(digits.count) }
      return
    }
    if readDate(digits, runs) { return }
    // `10.0.0.17`, a version or an address: digits that name something and measure nothing.
    if runs.count > 3, separators == [UInt8(ascii: ".")], runs.dropFirst().contains(where: { $0.length != 3 }) {
      isNumber = false
      return
    }
    if separators == [UInt8(ascii: ":")] { return readClock(digits, runs) }
    if separators == [UInt8(ascii: "/")] { return readSlash(digits, runs) }
    let last = runs[runs.count - 1]
    let isDecimal: Bool
    if separators.count > 1 {
      isDecimal = last.length != 3 || runs.filter { $0.separator == last.separator }.count == 1
    } else if runs.count > 2 {
      isDecimal = false
    } else if last.length != 3 {
      isDecimal = last.separator == UInt8(ascii: ".") || last.separator == UInt8(ascii: ",")
    } else {
      isDecimal = runs[0].length > 3 || digits[0] == UInt8(ascii: "0") || readsAsPoint(digits, last.separator)
    }
    if isDecimal {
      let scale = Self.power(last.length)
      value = whole / scale
      precision = 0.5 / scale
      if last.length == 3, runs.count == 2 { alternate = whole }
    } else {
      value = whole
      precision = Self.integerPrecision(whole)
      if runs.count == 2, last.separator == UInt8(ascii: ".") { alternate = whole / 1000 }
    }
  }

  /// `5.2.2016`, `05/02/2016`, `2016-02-05`: three runs, the year at one end.
  ///
  /// Which of day and month comes first cannot be seen, hence the smaller one is taken for the month unless it must be the day.
  private mutating func readDate(_ digits: [UInt8], _ runs: [(separator: UInt8, length: Int)]) -> Bool {
    guard runs.count == 3, runs[1].separator == runs[2].separator, runs[1].separator != UInt8(ascii: ","),
      runs[1].separator != UInt8(ascii: ":"), runs[1].length <= 2
    else { return false }
    var parts: [Double] = []
    var start = 0
    for run in runs {
      parts.append(Self.number(digits[start..<start + run.length]))
      start += run.length
    }
    if runs[0].length == 4 { parts.reverse() } else if runs[2].length != 4 || runs[0].length > 2 { return false }
    let (low, high) = (min(parts[0], parts[1]), max(parts[0], parts[1]))
    guard low >= 1, low <= 12, high <= 31 else { return false }
    kind = .date
    value = parts[2] * 10_000 + low * 100 + high
    precision = 0
    return true
  }

  private func readsAsPoint(_ digits: [UInt8], _ separator: UInt8) -> Bool {
    separator == UInt8(ascii: ".") && !digits.suffix(2).elementsEqual("00".utf8)
  }

  private mutating func readDecade(_ count: Int) {
    kind = .decade
    if count == 2 { value += value < 20 ? 2000 : 1900 }
  }

  private mutating func readClock(_ digits: [UInt8], _ runs: [(separator: UInt8, length: Int)]) {
    let hours = Self.number(digits[..<runs[0].length])
    let minutes = Self.number(digits[runs[0].length..<runs[0].length + runs[1].length])
    kind = .clock
    value = hours * 60 + minutes
    precision = 0
  }

  private mutating func readSlash(_ digits: [UInt8], _ runs: [(separator: UInt8, length: Int)]) {
    let first = Self.number(digits[..<runs[0].length])
    let second = Self.number(digits[runs[0].length...])
    if second > first, runs[0].length == 1 || Self.sixteenths.contains(second) { fraction = first / second }
    if runs[0].length == 4 {
      kind = .season
      value = first
    } else if runs[1].length == 4 || runs[0].length == 2 {
      // A number and the year it was given in, in two digits or four.
      let year = runs[1].length == 4 ? second : second + (second < Self.thisCentury ? 2000 : 1900)
      value = first * 10_000 + year
      precision = 0
    } else {
      value = second == 0 ? first : first / second
      precision = 0
    }
  }

  /// What rates and prices are cut into, beyond tenths.
  private static let sixteenths: Set<Double> = [16, 32, 64]
  /// Years of two digits below this are of this century.
  private static let thisCentury: Double = 30

  private mutating func readVulgar(_ bytes: ArraySlice<UInt8>) {
    fraction = Self.vulgar(bytes)
    guard let fraction else { return }
    value = fraction
    precision = 0
    isNumber = true
  }

  /// The value of `½`, `¼`, `¾`, or nil.
  private static func vulgar(_ bytes: ArraySlice<UInt8>) -> Double? {
    switch Array(bytes) {
    case [0xC2, 0xBD]: 0.5
    case [0xC2, 0xBC]: 0.25
    case [0xC2, 0xBE]: 0.75
    default: nil
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Double {
    digits.reduce(0) { $0 * 10 + Double($1 &- 0x30) }
  }

  static func power(_ exponent: Int) -> Double { (0..<exponent).reduce(1) { power, _ in power * 10 } }

  /// Half the place of the last digit that is not a trailing zero: 3,100 stands for 3,050 to 3,150.
  static func integerPrecision(_ value: Double) -> Double {
    guard value >= 10, value < 1e15 else { return 0.5 }
    var step = 1.0
    var rest = value
    while rest.truncatingRemainder(dividingBy: 10) == 0 {
      rest /= 10
      step *= 10
    }
    return step / 2
  }
}
