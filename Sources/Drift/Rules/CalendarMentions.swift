import Alignment
import TextAnalysis

/// Months, days of the week and words like "yesterday" in a passage.
struct CalendarMentions {
  enum Kind: Hashable { case month, weekday, relative }

  struct Mention {
    var kind: Kind
    var value: Int
    var position: Int
  }

  private(set) var mentions: [Mention] = []

  init(_ side: SentenceSide, calendar: CalendarVocabulary, eve: WordSet, before: WordNumber) {
    for position in 0..<side.count {
      let token = side.token(position)
      guard token.kind == .word, calendar.mentions.contains(token.word) else { continue }
      if let month = calendar.months[token.word] {
        if Self.isMonth(side, position, calendar) { mentions.append(Mention(kind: .month, value: month, position: position)) }
      } else if let day = calendar.weekdays[token.word], token.shape.contains(.capitalised) {
        // "The night before Sunday" is Saturday.
        let isEve = position >= 2 && side.ids[position - 1] == before && eve.contains(side.ids[position - 2])
        mentions.append(Mention(kind: .weekday, value: isEve ? (day + 5) % 7 + 1 : day, position: position))
      } else if let offset = calendar.relativeDays[token.word] {
        mentions.append(Mention(kind: .relative, value: offset, position: position))
      }
    }
  }

  /// "May" and "March" are verbs too: they count beside a number, or with a capital inside the sentence.
  private static func isMonth(_ side: SentenceSide, _ position: Int, _ calendar: CalendarVocabulary) -> Bool {
    let shape = side.shape(position)
    guard shape.contains(.capitalised) else { return false }
    if !calendar.isAmbiguous(side.ids[position]) || !shape.contains(.sentenceStart) { return true }
    let neighbours = [position - 1, position + 1].filter { $0 >= 0 && $0 < side.count }
    return neighbours.contains { side.token($0).kind == .number }
  }
}
