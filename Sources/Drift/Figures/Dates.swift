import Alignment
import Resources
import Tables
import Text

/// Tells figures that are days of the month, by the day of the week before them: "Tuesday (25)", "Tuesday 25 May".
struct DatedDay {
  private let calendar: CalendarVocabulary

  init(_ calendar: CalendarVocabulary) { self.calendar = calendar }

  func isDay(_ item: FigureMatching.Item, _ side: SentenceSide) -> Bool {
    let position = item.positions.lowerBound
    // One mark may stand between.
    guard item.figure.kind == .cardinal, item.figure.value <= 31, position > 0,
      side.words[position] <= side.words[position - 1] + 2
    else { return false }
    let before = side.ids[position - 1]
    return calendar.weekdays[before] != nil || before == calendar.feira
  }

  /// "Tuesday (25)" and "Tuesday (2)": one day of the week that has two dates.
  func areOfOneWeekday(_ x: FigureMatching.Item, _ y: FigureMatching.Item, _ pair: SentencePair) -> Bool {
    guard isDay(x, pair.a), isDay(y, pair.b) else { return false }
    let (i, j) = (x.positions.lowerBound, y.positions.lowerBound)
    // "Terça-feira" and "quarta-feira" are told by the word before.
    let words = pair.a.ids[i - 1] == calendar.feira ? 2 : 1
    return i >= words && j >= words && (1...words).allSatisfy { pair.a.ids[i - $0] == pair.b.ids[j - $0] }
  }

  /// Whether the figure is the day of a month: "26 February", "February 26", "26 de fevereiro".
  func isDayOfMonth(_ figure: Figure, _ text: LinguisticText) -> Bool {
    guard figure.kind == .cardinal || figure.kind == .ordinal, figure.value >= 1, figure.value <= 31 else { return false }
    let places = [figure.tokens.lowerBound - 1, figure.tokens.upperBound, figure.tokens.upperBound + 1]
    return places.contains { $0 >= 0 && $0 < text.tokens.count && calendar.months[text.tokens[$0].word] != nil }
  }

  /// The first such day in the first sentences of a text, with its month where one follows; nil for none.
  func leadDay(_ text: LinguisticText, sentences: Int) -> Int? {
    guard let end = text.sentences.prefix(sentences).last?.upperBound else { return nil }
    for figure in text.figures {
      guard figure.tokens.lowerBound < end else { break }
      guard figure.kind == .cardinal, figure.value >= 1, figure.value <= 31, figure.value == figure.value.rounded() else {
        continue
      }
      var before = figure.tokens.lowerBound - 1
      if before > 0, text.tokens[before].kind == .mark { before -= 1 }
      guard before >= 0, calendar.weekdays[text.tokens[before].word] != nil || text.tokens[before].word == calendar.feira else {
        continue
      }
      let next = figure.tokens.upperBound
      let month = next < text.tokens.count ? calendar.months[text.tokens[next].word] ?? 0 : 0
      return month * 100 + Int(figure.value)
    }
    return nil
  }
}

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

/// Times that say when a page, or a line of a live page, was written: in brackets, or with a whole date.
///
/// "(Update 2:04 pm in Brandal, 7:04 am ET)": they belong to the page: two lines with their stamps are no two versions of a fact.
struct UpdateStamps {
  private let words: WordSet
  private let calendar: CalendarVocabulary
  /// Tokens of a stamp at most.
  private static let longest = 14

  init(_ resources: DriftResources) {
    let published = Resource.rows("page_matter.tsv").filter { $0.first == "published" && $0.count > 1 }.map { String($0[1]) }
    words = resources.set(RuleWords.stamps.words + published)
    calendar = resources.vocabulary.calendar
  }

  /// The positions of the words of such stamps.
  ///
  /// Complexity: linear in the passage.
  func positions(_ side: SentenceSide) -> Set<Int> {
    var found: Set<Int> = []
    for position in 0..<side.count where words.contains(side.ids[position]) {
      let token = side.words[position]
      guard token > 0, mark(token - 1, side) == UInt8(ascii: "(") else { continue }
      let end = (token..<min(side.text.tokens.count, token + Self.longest)).first { mark($0, side) == UInt8(ascii: ")") }
      guard let end else { continue }
      found.formUnion(side.positions(in: token..<end))
    }
    for position in 0..<side.count where calendar.mentions.contains(side.ids[position]) {
      if calendar.weekdays[side.ids[position]] != nil, let stamp = wholeDate(at: position, side) { found.formUnion(stamp) }
    }
    return found
  }

  /// "10.02 BST on Thursday 3 June 2010": a time of day and a whole date, the day of the week among it, say when something was
  /// printed.
  private func wholeDate(at weekday: Int, _ side: SentenceSide) -> Range<Int>? {
    guard weekday + 3 < side.count, side.token(weekday + 1).kind == .number, calendar.months[side.ids[weekday + 2]] != nil,
      side.token(weekday + 3).kind == .number, side.token(weekday + 3).bytes.count == 4,
      let time = (max(0, weekday - Self.reach)..<weekday).first(where: { isClock($0, side) })
    else { return nil }
    return time..<weekday + 4
  }

  /// A number with a point or colon inside: "10.02", "10:02".
  private func isClock(_ position: Int, _ side: SentenceSide) -> Bool {
    let token = side.token(position)
    return token.kind == .number
      && side.text.bytes[token.bytes].contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
  }

  /// Words between the time and the day of the week.
  private static let reach = 4

  private func mark(_ token: Int, _ side: SentenceSide) -> UInt8? {
    let token = side.text.tokens[token]
    return token.kind == .mark ? side.text.bytes[Int(token.start)] : nil
  }
}
