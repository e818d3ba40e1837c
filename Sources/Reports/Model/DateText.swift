/// Points in time for people and for JSON, without a calendar library and the same in every locale.
enum DateText {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]

  /// `2020-01-08T01:32:00Z`, from seconds since 1970.
  static func iso(_ seconds: Int64) -> String {
    let (year, month, day) = civil(floorDivide(seconds, 86_400))
    let rest = seconds - floorDivide(seconds, 86_400) * 86_400
    return "\(pad(year, 4))-\(pad(month))-\(pad(day))T\(pad(rest / 3600)):\(pad(rest / 60 % 60)):\(pad(rest % 60))Z"
  }

  /// `8 Jan 2020, 01:32` from ISO 8601 as ``iso(_:)`` writes it; the day alone when the time is midnight.
  static func readable(_ iso: String?) -> String? {
    guard let iso, let seconds = seconds(iso) else { return nil }
    let (year, month, day) = civil(floorDivide(seconds, 86_400))
    let date = "\(day) \(months[Int(month) - 1]) \(year)"
    let time = iso.utf8.dropFirst(11).prefix(5)
    return String(decoding: time, as: UTF8.self) == "00:00" ? date : "\(date), \(String(decoding: time, as: UTF8.self))"
  }

  /// Seconds since 1970 of a time that ``iso(_:)`` wrote; nil for any other text.
  static func seconds(_ iso: String) -> Int64? {
    let parts = iso.utf8.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.compactMap { Int64(Substring($0)) }
    guard parts.count == 6, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else { return nil }
    return days(parts[0], parts[1], parts[2]) * 86_400 + parts[3] * 3600 + parts[4] * 60 + parts[5]
  }

  /// A span of time in its two largest units: `2 h 14 min`, `3 days`.
  static func span(_ seconds: Int64) -> String {
    let minutes = abs(seconds) / 60
    if minutes < 60 { return "\(minutes) min" }
    if minutes < 60 * 24 { return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min" }
    let days = minutes / (60 * 24)
    let hours = minutes / 60 % 24
    let text = days == 1 ? "1 day" : "\(days) days"
    return hours == 0 || days > 6 ? text : "\(text) \(hours) h"
  }

  /// Year, month and day of a day counted from 1970 (Hinnant, chrono-Compatible Low-Level Date Algorithms).
  private static func civil(_ days: Int64) -> (Int64, Int64, Int64) {
    let shifted = days + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let civilMonth = month < 10 ? month + 3 : month - 9
    return (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// The inverse of ``civil(_:)``.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = floorDivide(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func floorDivide(_ a: Int64, _ b: Int64) -> Int64 { a / b - (a % b < 0 ? 1 : 0) }

  private static func pad(_ value: Int64, _ digits: Int = 2) -> String {
    let text = String(max(0, value))
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension DateText {
  /// The day alone: `8 Jan 2020`.
  static func day(_ iso: String?) -> String? {
    readable(iso).map { text in text.split(separator: ",").first.map(String.init) ?? text }
  }
}
