import Tables
import Text

/// A day that a text names twice over: "Tuesday (25)", "terça-feira (25)", "Tuesday, May 25", "mardi 25 mai".
struct DatedWeekday {
  var weekday: Int
  var day: Int
  /// 0 where no month stands beside the day.
  var month: Int
  /// From the day of the week to the last word of the date.
  var tokens: Range<Int>

  func isSame(as other: DatedWeekday) -> Bool { weekday == other.weekday && day == other.day }

  /// Whether no month has both: one day of the week on two dates that are no whole weeks apart, or two on one date.
  ///
  /// The next month may have them, which moves the weekdays by three at most; what is off by one is off by a slip.
  func contradicts(_ other: DatedWeekday) -> Bool {
    guard month == other.month || month == 0 || other.month == 0 else { return false }
    let (days, weekdays) = (abs(day - other.day), abs(weekday - other.weekday))
    return weekdays == 0 && Self.isOffByOne(days) || days == 0 && Self.isOffByOne(weekdays)
  }

  private static func isOffByOne(_ days: Int) -> Bool { days % 7 == 1 || days % 7 == 6 }
}

/// Finds such days.
struct DatedWeekdayReader {
  private let calendar: CalendarVocabulary

  init(_ calendar: CalendarVocabulary) { self.calendar = calendar }

  /// From left to right, each once.
  func days(_ text: LinguisticText) -> [DatedWeekday] {
    text.figures.reduce(into: []) { days, figure in
      guard let day = day(figure, text), !days.contains(where: day.isSame) else { return }
      days.append(day)
    }
  }

  private func day(_ figure: Figure, _ text: LinguisticText) -> DatedWeekday? {
    guard figure.kind == .cardinal || figure.kind == .ordinal, figure.value >= 1, figure.value <= 31 else { return nil }
    var place = figure.tokens.lowerBound - 1
    var last = figure.tokens.upperBound - 1
    var month = month(at: place, text)
    if month != nil { place -= 1 }
    let isInBrackets = isMark("(", place, text) && isMark(")", last + 1, text)
    if place > 0, text.tokens[place].kind == .mark { place -= 1 }
    if month == nil {
      // "25 May", "25 de mayo".
      for next in last + 1..<last + 3 where month == nil {
        month = self.month(at: next, text)
        if month != nil { last = next }
      }
    }
    // "Tuesday 12 were killed" is no date.
    guard isInBrackets || month != nil, let weekday = weekday(&place, text, isInBrackets) else { return nil }
    return DatedWeekday(
      weekday: weekday, day: Int(figure.value), month: month ?? 0, tokens: place..<last + (isInBrackets ? 2 : 1))
  }

  private func month(at place: Int, _ text: LinguisticText) -> Int? {
    text.tokens.indices.contains(place) ? calendar.months[text.tokens[place].word] : nil
  }

  /// The day of the week that ends at a place, which becomes the place of its first word.
  ///
  /// Days that are ordinals too count before "feira", or before a date in brackets.
  private func weekday(_ place: inout Int, _ text: LinguisticText, _ isInBrackets: Bool) -> Int? {
    guard place >= 0, text.tokens[place].kind == .word else { return nil }
    let hasFeira = text.tokens[place].word == calendar.feira
    if hasFeira { place -= isMark("-", place - 1, text) ? 2 : 1 }
    guard place >= 0 else { return nil }
    let word = text.tokens[place].word
    return calendar.weekdays[word] ?? (hasFeira || isInBrackets ? calendar.ordinalDays[word] : nil)
  }

  private func isMark(_ mark: Character, _ place: Int, _ text: LinguisticText) -> Bool {
    text.tokens.indices.contains(place) && text.tokens[place].kind == .mark
      && text.bytes[Int(text.tokens[place].start)] == mark.asciiValue
  }
}
