internal import Articles

/// A date with words or in the order of a country: RFC 2822, `date`'s output, and what pages print above an article.
///
/// `Wed, 09 Nov 2016 12:51:00 +0000`, `Thu Mar 27 12:51:00 2025`, `27 Mar 2025 12:51 AM IST`, `March 27th, 2025, 3 pm ET`,
/// `9. November 2016, 14.30 Uhr`, `27 de março de 2025 às 12h51`, `27/03/2025 12:51`, `20.05.2025`, `2025年3月27日`. Words come
/// from `dates.tsv` and `months.tsv`; a word that is not there, or a number too many, makes it no date.
struct DatePhrase {
  private enum Token: Equatable {
    case number(Int64, digits: Int)
    case word(String)
    case mark(UInt8)
  }

  private(set) var date: PublicationDate = .none
  private var tokens: [Token] = []
  private var next = 0

  private var year: Int64?
  private var month: Int64?
  private var day: Int64?
  /// Seconds since midnight, before am and pm.
  private var time: Int64?
  private var half: DateWords.Half?
  private var zone: DateWords.Zone?
  private var isAmbiguous = false

  init(_ bytes: Span<UInt8>, order: DateOrder?) {
    guard let tokens = Self.tokens(bytes) else { return }
    self.tokens = tokens
    while next < tokens.count {
      guard takeToken(order) else { return }
    }
    date = settled()
  }

  /// Numbers, words and signs; what stands in brackets explains a zone and is left out; nil when the text is no date at once.
  private static func tokens(_ bytes: Span<UInt8>) -> [Token]? {
    var tokens: [Token] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let start = index
      if let length = separator(bytes, index) {
        index += length
        continue
      }
      switch byte {
      case 0x30...0x39:
        var value: Int64 = 0
        while index < bytes.count, (0x30...0x39).contains(bytes[index]), index - start < 9 {
          value = value * 10 + Int64(bytes[index] - 0x30)
          index += 1
        }
        tokens.append(.number(value, digits: index - start))
      case _ where isLetter(byte):
        while index < bytes.count, isLetter(bytes[index]), separator(bytes, index) == nil { index += 1 }
        append(bytes.string(start..<index).lowercased(), to: &tokens)
      case UInt8(ascii: "("):
        while index < bytes.count, bytes[index] != UInt8(ascii: ")") { index += 1 }
        index += 1
      default:
        if !byte.isBlank { tokens.append(.mark(byte)) }
        index += 1
      }
      if tokens.count > 24 { return nil }
    }
    return tokens
  }

  /// Adds a word; `p.m.` is one.
  private static func append(_ word: String, to tokens: inout [Token]) {
    if word == "m", tokens.last == .mark(UInt8(ascii: ".")), case .word(let half) = tokens.dropLast().last,
      half == "a" || half == "p"
    {
      tokens.removeLast(2)
      tokens.append(.word(half + "m"))
    } else {
      tokens.append(.word(word))
    }
  }

  /// Bytes of a space or a sign beyond ASCII that sets parts of a date apart; nil for anything else.
  private static func separator(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    guard bytes[index] >= 0xC2 else { return nil }
    return separators.first { sign in
      index + sign.count <= bytes.count && sign.indices.allSatisfy { bytes[index + $0] == sign[$0] }
    }?.count
  }

  private static let separators = ["\u{A0}", "\u{202F}", "\u{2009}", "·", "•", "–", "—", "，", "\u{3000}"].map { Array($0.utf8) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }

  private func token(_ distance: Int) -> Token? { next + distance < tokens.count ? tokens[next + distance] : nil }

  private func number(_ distance: Int) -> (value: Int64, digits: Int)? {
    guard case .number(let value, let digits) = token(distance) else { return nil }
    return (value, digits)
  }

  private func isMark(_ distance: Int, _ mark: Unicode.Scalar) -> Bool { token(distance) == .mark(UInt8(ascii: mark)) }

  // MARK: Parts

  private mutating func takeToken(_ order: DateOrder?) -> Bool {
    switch tokens[next] {
    case .number(let value, let digits):
      return takeTime() || takeFigures(order) || takeNumber(value, digits)
    case .word(let word):
      next += 1
      return takeWord(word)
    case .mark(let mark):
      if takeZone(mark) { return true }
      next += 1
      // A colon follows words only: `Updated: ...`.
      if mark == UInt8(ascii: ":"), next > 1, case .word = tokens[next - 2] { return true }
      return Array(",.-/|;'".utf8).contains(mark)
    }
  }

  /// `12:51`, `12:51:00.5`, `12h51`, `14.30 Uhr`, `3 pm`.
  private mutating func takeTime() -> Bool {
    guard time == nil, let hour = number(0), hour.digits <= 2, hour.value <= 24 else { return false }
    var seconds = hour.value * 3600
    var taken = 1
    let isHourWord = token(1) == .word("h")
    if isMark(1, ":") || isHourWord || isClockPoint, let minute = number(2), minute.digits == 2, minute.value < 60 {
      seconds += minute.value * 60
      taken = 3
      if isMark(3, ":"), let second = number(4), second.digits == 2, second.value <= 60 {
        seconds += second.value
        taken = 5
        if isMark(5, ".") || isMark(5, ","), number(6) != nil, !(year == nil && number(6)?.digits == 4) { taken = 7 }
      }
    } else if isHourWord {
      taken = 2
    } else {
      guard case .word(let word) = token(1), DateWords.shared.halves[word] != nil else { return false }
    }
    guard seconds <= 86_400 else { return false }
    time = seconds
    next += taken
    return true
  }

  /// Whether hour and minute are set apart by a point, which only a word for the clock behind them can tell.
  private var isClockPoint: Bool { isMark(1, ".") && token(3) == .word("uhr") }

  /// Three figures: `2025/03/27`, `27/03/2025`, `27.3.25`.
  private mutating func takeFigures(_ order: DateOrder?) -> Bool {
    guard day == nil, month == nil, let first = number(0), let second = number(2), let third = number(4),
      case .mark(let mark) = token(1), token(3) == .mark(mark), Array("/.-".utf8).contains(mark), second.digits <= 2
    else { return false }
    if first.digits == 4, third.digits <= 2 {
      (year, month, day) = (first.value, second.value, third.value)
    } else if first.digits <= 2, third.digits == 4 || third.digits == 2 {
      year = third.digits == 4 ? third.value : Self.century(third.value)
      let dayFirst: Bool
      switch order {
      case .dmy: dayFirst = true
      case .mdy: dayFirst = false
      case nil:
        dayFirst = mark == UInt8(ascii: ".") || first.value > 12
        isAmbiguous = !dayFirst && second.value <= 12 && first.value != second.value
      }
      (day, month) = dayFirst ? (first.value, second.value) : (second.value, first.value)
    } else {
      return false
    }
    next += 5
    return true
  }

  private static func century(_ year: Int64) -> Int64 { year < 70 ? 2000 + year : 1900 + year }

  private mutating func takeNumber(_ value: Int64, _ digits: Int) -> Bool {
    next += 1
    if case .word(let unit) = token(0), takeUnit(unit, value) {
      next += 1
      return true
    }
    if digits == 4, year == nil {
      year = value
    } else if digits <= 2, day == nil {
      day = value
      if case .word(let suffix) = token(0), DateWords.shared.ordinals.contains(suffix) { next += 1 }
    } else if digits == 2, month != nil, year == nil, time == nil {
      year = Self.century(value)
    } else {
      return false
    }
    return true
  }

  /// A year, month or day that the sign behind it tells, as in East Asia.
  private mutating func takeUnit(_ unit: String, _ value: Int64) -> Bool {
    switch unit {
    case "年" where year == nil, "년" where year == nil: year = value
    case "月" where month == nil, "월" where month == nil: month = value
    case "日" where day == nil, "일" where day == nil: day = value
    default: return false
    }
    return true
  }

  private mutating func takeWord(_ word: String) -> Bool {
    let words = DateWords.shared
    if let number = words.months[word], month == nil {
      month = number
    } else if let found = words.halves[word], half == nil, time != nil {
      half = found
    } else if let found = words.zones[word], zone == nil, time != nil {
      zone = found
      // `GMT+1`, `UTC+05:30`.
      if case .mark(let mark) = token(0), found == .fixed(0) { _ = takeOffset(mark) }
    } else {
      return words.fillers.contains(word)
    }
    return true
  }

  /// A sign and the hours that a zone is ahead of UTC, behind a time.
  private mutating func takeZone(_ mark: UInt8) -> Bool { time != nil && zone == nil && takeOffset(mark) }

  private mutating func takeOffset(_ mark: UInt8) -> Bool {
    guard mark == UInt8(ascii: "+") || mark == UInt8(ascii: "-"), let first = number(1) else { return false }
    let sign: Int64 = mark == UInt8(ascii: "+") ? 1 : -1
    var minutes = first.value * 60
    var taken = 2
    if first.digits == 4 {
      // `12:51 - 2025` is a year.
      if year == nil && sign < 0 && first.value >= 1900 { return false }
      minutes = first.value / 100 * 60 + first.value % 100
    } else if isMark(2, ":"), let second = number(3), second.digits == 2 {
      minutes += second.value
      taken = 4
    } else if first.digits > 2 || day == nil || month == nil || year == nil {
      return false
    }
    guard minutes < 24 * 60 else { return false }
    zone = .fixed(sign * minutes * 60)
    next += taken
    return true
  }

  // MARK: Together

  private func settled() -> PublicationDate {
    guard let year, let month, let day, let days = PublicationDate.days(year: year, month: month, day: day) else { return .none }
    var seconds = time ?? 0
    if let half {
      guard seconds < 13 * 3600, seconds >= 3600 || half == .morning else { return .none }
      seconds = seconds % (12 * 3600) + (half == .afternoon ? 12 * 3600 : 0)
    }
    func moment(on days: Int64) -> Int64 { days * 86_400 + seconds - (zone?.offset(days: days, year: year) ?? 0) }
    guard isAmbiguous else { return .time(moment(on: days)) }
    // Two numbers that can be exchanged are days and months both.
    guard let exchanged = PublicationDate.days(year: year, month: day, day: month) else { return .none }
    return .ambiguous(OpenDate(dayFirst: moment(on: exchanged), monthFirst: moment(on: days)))
  }
}
