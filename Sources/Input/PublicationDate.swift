/// Times of publication as news feeds write them: ISO 8601 and RFC 3339, and the looser forms that databases export.
enum PublicationDate {
  /// Seconds since 1970-01-01 00:00 UTC; nil when `bytes` are not a date.
  ///
  /// Takes `2024-12-13`, `20241213`, `2024-12-13T10:20`, `2024-12-13 10:20:30.123456`, each with `Z`, `+01`, `+0100`, `+01:00`
  /// or no zone, which means UTC; white space around it; fractions of a second are cut off.
  static func seconds(_ bytes: Span<UInt8>) -> Int64? {
    var reader = DateReader(bytes.trimmed)
    guard let day = reader.readDay(bytes) else { return nil }
    guard !reader.isAtEnd else { return day * 86_400 }
    guard let time = reader.readTime(bytes), let zone = reader.readZone(bytes), reader.isAtEnd else { return nil }
    return day * 86_400 + time - zone
  }

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

/// Digits and signs of a date, from left to right.
private struct DateReader {
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
