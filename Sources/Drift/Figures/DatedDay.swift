import Alignment
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
