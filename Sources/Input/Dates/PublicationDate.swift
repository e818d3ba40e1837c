package import Articles
internal import FoundationEssentials
internal import Resources

/// Times of publication as news feeds, databases and pages write them.
///
/// ISO 8601 and RFC 3339 with the looser forms that databases export; seconds, milliseconds, microseconds or nanoseconds since
/// 1970; GDELT's digits; RFC 2822 and what pages print (``DatePhrase``): `27 Mar 2025 12:51 AM IST`, `9. November 2016`.
enum PublicationDate: Equatable {
  /// Seconds since 1970-01-01 00:00 UTC.
  case time(Int64)
  /// Day and month can be exchanged, and nobody said which comes first.
  case ambiguous(OpenDate)
  case none

  /// Reads one date; no zone means UTC, fractions of a second are cut off, white space around it does not matter.
  ///
  /// `order` says which of day and month comes first in `09/11/2016`; nil leaves such dates ``ambiguous``.
  ///
  /// - Complexity: linear in the length; anything longer than 100 bytes is no date.
  init(_ bytes: Span<UInt8>, order: DateOrder? = nil) {
    let range = bytes.trimmed
    if range.isEmpty || range.count > 100 {
      self = .none
    } else if let seconds = Self.iso8601(bytes, range) ?? Self.digits(bytes.extracting(range)) {
      self = .time(seconds)
    } else {
      self = DatePhrase(bytes.extracting(range), order: order).date
    }
  }

  /// The form that nearly every feed has, without any allocation.
  private static func iso8601(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int64? {
    var reader = ISODateReader(range)
    guard let day = reader.readDay(bytes) else { return nil }
    guard !reader.isAtEnd else { return day * 86_400 }
    guard let time = reader.readTime(bytes), let zone = reader.readZone(bytes), reader.isAtEnd else { return nil }
    return day * 86_400 + time - zone
  }

  // MARK: Digits alone

  /// `20161109125100` (GDELT) and `201611091251`, or a time since 1970, whose number of digits tells its unit.
  private static func digits(_ bytes: Span<UInt8>) -> Int64? {
    var integer = true
    for index in 0..<bytes.count where !(0x30...0x39).contains(bytes[index]) { integer = false }
    if integer, bytes.count == 14 || bytes.count == 12, let seconds = calendarDigits(bytes) { return seconds }
    return sinceEpoch(bytes, isInteger: integer)
  }

  private static func calendarDigits(_ bytes: Span<UInt8>) -> Int64? {
    func number(_ range: Range<Int>) -> Int64 { range.reduce(0) { $0 * 10 + Int64(bytes[$1] - 0x30) } }
    let year = number(0..<4)
    let hour = number(8..<10), minute = number(10..<12), second = bytes.count == 14 ? number(12..<14) : 0
    guard (1900...2100).contains(year), hour < 24, minute < 60, second <= 60,
      let day = days(year: year, month: number(4..<6), day: number(6..<8))
    else { return nil }
    return day * 86_400 + hour * 3600 + minute * 60 + second
  }

  /// From nine digits (1973) on, so that no year and no id is taken for a time; a fraction or an exponent may follow.
  private static func sinceEpoch(_ bytes: Span<UInt8>, isInteger: Bool) -> Int64? {
    guard (0x30...0x39).contains(bytes[0]), bytes.count <= 30 else { return nil }
    for index in 0..<bytes.count {
      let byte = bytes[index]
      let isNumeric =
        (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") || byte | 0x20 == UInt8(ascii: "e")
      guard isNumeric else { return nil }
    }
    guard let value = Double(String(decoding: bytes.prefix(30), as: UTF8.self)), value >= 1e8, value < 1e19 else { return nil }
    let unit: Double = value < 1e11 ? 1 : value < 1e14 ? 1e3 : value < 1e17 ? 1e6 : 1e9
    return Int64((value / unit).rounded(.down))
  }

  // MARK: Calendar

  /// From the first newspapers to the end of this century: other times are slips, or stand for "unknown".
  static let ofPrint: ClosedRange<Int64> = -11_676_096_000...4_133_980_799

  /// Days since 1970-01-01 in the proleptic Gregorian calendar; nil when there is no such day.
  static func days(year: Int64, month: Int64, day: Int64) -> Int64? {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length: Int64 = month == 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    guard day <= length else { return nil }
    // Years that begin in March put the leap day last (Hinnant, chrono-Compatible Low-Level Date Algorithms).
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension ArticleRecord {
  /// The time of publication as it is written again: it reads back as the same, be it one that can be read in two ways.
  package var publishedText: String? {
    published.map { Date(timeIntervalSince1970: Double($0)).ISO8601Format() } ?? openDate?.figures
  }
}

extension OpenDate {
  /// The date as figures that can be read in the same two ways: `09/11/2016`, `09/11/2016 12:51:00`.
  package var figures: String {
    let (days, seconds) = (dayFirst.floored(by: 86_400), dayFirst - dayFirst.floored(by: 86_400) * 86_400)
    // Hinnant's algorithm backwards, from the March of year 0.
    let shifted = days + 719_468
    let era = shifted.floored(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * fromMarch + 2) / 5 + 1
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let date = "\(two(day))/\(two(month))/\(String(repeating: "0", count: max(0, 4 - "\(year)".count)))\(year)"
    return seconds == 0 ? date : "\(date) \(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}

extension Int64 {
  /// The quotient, rounded down.
  fileprivate func floored(by divisor: Int64) -> Int64 { self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor) }
}

/// Which of day and month comes first where only figures stand: `09/11/2016`.
package enum DateOrder: String, Sendable, CaseIterable {
  case dmy, mdy
}

/// Digits and signs of a date in ISO 8601, from left to right.
private struct ISODateReader {
  private var position: Int
  private let end: Int

  init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { position == end }

  private mutating func take(_ byte: Unicode.Scalar, _ bytes: Span<UInt8>) -> Bool {
    guard position < end, bytes[position] == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  private mutating func number(_ digits: Int, _ bytes: Span<UInt8>) -> Int64? {
    guard position + digits <= end else { return nil }
    var value: Int64 = 0
    for index in position..<position + digits {
      guard (0x30...0x39).contains(bytes[index]) else { return nil }
      value = value * 10 + Int64(bytes[index] - 0x30)
    }
    position += digits
    return value
  }

  mutating func readDay(_ bytes: Span<UInt8>) -> Int64? {
    guard let year = number(4, bytes) else { return nil }
    let extended = take("-", bytes)
    guard let month = number(2, bytes), take("-", bytes) == extended, let day = number(2, bytes) else { return nil }
    return PublicationDate.days(year: year, month: month, day: day)
  }

  mutating func readTime(_ bytes: Span<UInt8>) -> Int64? {
    guard take("T", bytes) || take("t", bytes) || take(" ", bytes), let hour = number(2, bytes) else { return nil }
    let extended = take(":", bytes)
    guard let minute = number(2, bytes) else { return nil }
    var second: Int64 = 0
    if extended ? take(":", bytes) : position < end && (0x30...0x39).contains(bytes[position]) {
      guard let value = number(2, bytes) else { return nil }
      second = value
      if take(".", bytes) || take(",", bytes) {
        guard number(1, bytes) != nil else { return nil }
        while number(1, bytes) != nil {}
      }
    }
    guard hour < 24 || (hour == 24 && minute == 0 && second == 0), minute < 60, second <= 60 else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// Seconds that the zone is ahead of UTC.
  mutating func readZone(_ bytes: Span<UInt8>) -> Int64? {
    if isAtEnd { return 0 }
    while take(" ", bytes) {}
    if take("Z", bytes) || take("z", bytes) { return 0 }
    let sign: Int64 = take("+", bytes) ? 1 : -1
    guard sign == 1 || take("-", bytes), let hour = number(2, bytes) else { return nil }
    guard !isAtEnd else { return hour < 24 ? sign * hour * 3600 : nil }
    _ = take(":", bytes)
    guard let minute = number(2, bytes), hour < 24, minute < 60 else { return nil }
    return sign * (hour * 3600 + minute * 60)
  }
}

extension Span<UInt8> {
  /// The range without white space at both ends.
  var trimmed: Range<Int> {
    var start = 0
    var end = count
    while start < end && self[start].isBlank { start += 1 }
    while end > start && self[end - 1].isBlank { end -= 1 }
    return start..<end
  }
}

/// The words that stand in dates, from `dates.tsv`: kind, word, value.
struct DateWords: Sendable {
  /// Before or after noon.
  enum Half: Sendable { case morning, afternoon }

  /// What a zone's name means.
  enum Zone: Sendable, Equatable {
    /// Seconds ahead of UTC.
    case fixed(Int64)
    /// A zone of the United States that keeps summer time: seconds ahead of UTC in winter.
    case american(Int64)

    /// Seconds ahead of UTC on a day, given in days since 1970.
    func offset(days: Int64, year: Int64) -> Int64 {
      switch self {
      case .fixed(let seconds): return seconds
      case .american(let seconds):
        // From the second Sunday of March to the first of November (Energy Policy Act of 2005).
        let begins = Self.sunday(2, year: year, month: 3), ends = Self.sunday(1, year: year, month: 11)
        return days >= begins && days < ends ? seconds + 3600 : seconds
      }
    }

    private static func sunday(_ number: Int64, year: Int64, month: Int64) -> Int64 {
      guard let first = PublicationDate.days(year: year, month: month, day: 1) else { return 0 }
      // 1970-01-01 was a Thursday.
      let weekday = ((first + 4) % 7 + 7) % 7
      return first + (7 - weekday) % 7 + (number - 1) * 7
    }
  }

  private(set) var months: [String: Int64] = [:]
  private(set) var halves: [String: Half] = [:]
  private(set) var zones: [String: Zone] = [:]
  /// `st`, `nd` and the like behind a day.
  private(set) var ordinals: Set<String> = []
  /// Weekdays, and words such as `at` and `published` that say nothing about the time.
  private(set) var fillers: Set<String> = []

  static let shared = DateWords()

  private init() {
    for row in Resource.rows("months.tsv") where row.count == 3 {
      let name = row[1].hasSuffix(".") ? row[1].dropLast() : row[1]
      months[name.lowercased()] = Int64(row[2])
    }
    for row in Resource.rows("dates.tsv") where row.count == 3 {
      let word = String(row[1])
      let seconds = Int64(row[2]).map { $0 * 60 }
      switch row[0] {
      case "zone": zones[word] = seconds.map(Zone.fixed)
      case "american": zones[word] = seconds.map(Zone.american)
      case "half": halves[word] = row[2] == "am" ? .morning : .afternoon
      case "ordinal": ordinals.insert(word)
      default: fillers.insert(word)
      }
    }
  }
}
