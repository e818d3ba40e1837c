import Tables
import Text

/// The day that a text names as its own at its top: "today, Thursday", "Thursday 4 May", "today (4)".
///
/// A weekday and a date, or a weekday and "today", say the same thing twice: where both differ, nobody miscopied the one, and the
/// texts are of two days.
struct OwnDay: Equatable {
  private(set) var weekday: Int
  /// 100 x month + day, the month 0 where none follows; nil where the text only says "today".
  private(set) var date: Int?
  private(set) var isToday = false

  /// The first in the first sentences of a text.
  init?(_ text: LinguisticText, calendar: CalendarVocabulary, sentences: Int) {
    guard let end = text.sentences.prefix(sentences).last?.upperBound else { return nil }
    for index in 0..<min(end, text.tokens.count) where text.tokens[index].kind == .word {
      guard let weekday = Self.weekday(index, text, calendar) else { continue }
      date = Self.date(after: index, text, calendar)
      isToday = Self.isToday(before: index, text, calendar)
      guard date != nil || isToday else { continue }
      self.weekday = weekday
      return
    }
    return nil
  }

  /// Whether two texts are of two days, whichever way they say it.
  func differs(from other: OwnDay) -> Bool {
    guard weekday != other.weekday else { return false }
    if let date, let second = other.date { return date != second }
    return isToday && other.isToday
  }

  /// Both only say "today".
  func isBare(beside other: OwnDay) -> Bool { date == nil || other.date == nil }

  /// Days that are ordinals too count before "feira" only.
  private static func weekday(_ index: Int, _ text: LinguisticText, _ calendar: CalendarVocabulary) -> Int? {
    let word = text.tokens[index].word
    if let weekday = calendar.weekdays[word] { return weekday }
    guard let weekday = calendar.ordinalDays[word], index + 1 < text.tokens.count, text.tokens[index + 1].word == calendar.feira
    else { return nil }
    return weekday
  }

  /// "Today Thursday", "today, Thursday".
  private static func isToday(before index: Int, _ text: LinguisticText, _ calendar: CalendarVocabulary) -> Bool {
    var place = index - 1
    if place > 0, text.tokens[place].kind == .mark { place -= 1 }
    return place >= 0 && text.tokens[place].kind == .word && calendar.relativeDays[text.tokens[place].word] == 0
  }

  private static func date(after index: Int, _ text: LinguisticText, _ calendar: CalendarVocabulary) -> Int? {
    var place = index + 1
    // "Quinta-feira", and one mark.
    if place < text.tokens.count, text.tokens[place].word == calendar.feira, text.tokens[place].kind == .word { place += 1 }
    if place < text.tokens.count, text.tokens[place].kind == .mark { place += 1 }
    let index = text.figures.partitioningIndex { $0.tokens.lowerBound >= place }
    guard index < text.figures.count, text.figures[index].tokens.lowerBound == place else { return nil }
    let figure = text.figures[index]
    guard figure.kind == .cardinal, figure.value >= 1, figure.value <= 31, figure.value == figure.value.rounded() else {
      return nil
    }
    let next = figure.tokens.upperBound
    let month = next < text.tokens.count ? calendar.months[text.tokens[next].word] ?? 0 : 0
    return month * 100 + Int(figure.value)
  }
}
