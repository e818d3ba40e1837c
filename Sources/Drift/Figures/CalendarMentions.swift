import Articles
import Alignment
import Text

/// Months, days of the week and words like "yesterday" in a passage.
struct CalendarMentions {
  enum Kind: Hashable { case month, weekday, relative }

  struct Mention {
    var kind: Kind
    var value: Int
    var position: Int
  }

  private(set) var mentions: [Mention] = []

  init(_ side: SentenceSide, calendar: CalendarVocabulary, months: MonthSpelling, eve: WordSet, before: WordNumber) {
    for position in 0..<side.count {
      let token = side.token(position)
      guard token.kind == .word else { continue }
      guard calendar.mentions.contains(token.word) else {
        if let month = months.month(side, position) { mentions.append(Mention(kind: .month, value: month, position: position)) }
        continue
      }
      if let month = calendar.months[token.word] {
        if Self.isMonth(side, position, calendar) { mentions.append(Mention(kind: .month, value: month, position: position)) }
      } else if let day = calendar.weekdays[token.word], !calendar.hasCapitals || token.shape.contains(.capitalised) {
        // "The night before Sunday" is Saturday.
        let isEve = position >= 2 && side.ids[position - 1] == before && eve.contains(side.ids[position - 2])
        mentions.append(Mention(kind: .weekday, value: isEve ? (day + 5) % 7 + 1 : day, position: position))
      } else if let day = calendar.ordinalDays[token.word], Self.isDay(side, position, calendar) {
        mentions.append(Mention(kind: .weekday, value: day, position: position))
      } else if let offset = calendar.relativeDays[token.word] {
        mentions.append(Mention(kind: .relative, value: offset, position: position))
      }
    }
  }

  /// "Segunda-feira", "segunda (12)": a day, while "segunda" alone is the second.
  private static func isDay(_ side: SentenceSide, _ position: Int, _ calendar: CalendarVocabulary) -> Bool {
    let next = position + 1
    guard next < side.count else { return false }
    if side.ids[next] == calendar.feira { return true }
    // "Na noite desta segunda, ...": a mark follows where "desta segunda audiência" would go on.
    if position > 0, calendar.pointing.contains(side.ids[position - 1]), side.words[next] > side.words[position] + 1,
      side.token(next).kind != .number
    {
      return true
    }
    return side.token(next).kind == .number && side.words[next] == side.words[position] + 2
  }

  /// "May" and "March" are verbs too: they count beside a number, or with a capital inside the sentence.
  private static func isMonth(_ side: SentenceSide, _ position: Int, _ calendar: CalendarVocabulary) -> Bool {
    let shape = side.shape(position)
    guard calendar.hasCapitals else { return true }
    guard shape.contains(.capitalised) else { return false }
    if !calendar.isAmbiguous(side.ids[position]) || !shape.contains(.sentenceStart) { return true }
    let neighbours = [position - 1, position + 1].filter { $0 >= 0 && $0 < side.count }
    return neighbours.contains { side.token($0).kind == .number }
  }
}

/// Month names that are not written as the calendar has them: "mid-June", "Septemer".
struct MonthSpelling {
  private let knowledge: WordKnowledge
  private let months: [WordNumber: Int]
  private let compounds: [WordNumber: Int]
  /// The keys of ``compounds``: settles nearly every word by one bit.
  private let compoundWords: WordSet
  private let before: WordSet
  private let names: [(letters: [UInt8], month: Int)]

  init(_ resources: DriftResources) {
    knowledge = resources.knowledge
    months = resources.vocabulary.calendar.months
    before = resources.set("in", "since", "until", "by", "last", "next", "this", "early", "late", "mid")
    let words = resources.words
    let full = months.map { (words.string($0.key), $0.value) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    var compounds: [WordNumber: Int] = [:]
    for (name, month) in full {
      for part in ["mid", "early", "late"] { compounds[words.id(of: "\(part)-\(name)")] = month }
    }
    self.compounds = compounds
    var compoundWords = WordSet()
    for word in compounds.keys { compoundWords.insert(word) }
    self.compoundWords = compoundWords
    names = !resources.isEnglish ? [] : full.filter { $0.0.utf8.count >= 5 && $0.0 != "march" }.map { (Array($0.0.utf8), $0.1) }
  }

  /// Beside a number, or behind a word such as "in" or "since"; "Augusto" alone is no month.
  private func isDated(_ side: SentenceSide, _ position: Int) -> Bool {
    if position > 0, before.contains(side.ids[position - 1]) { return true }
    return [position - 1, position + 1].contains { $0 >= 0 && $0 < side.count && side.token($0).kind == .number }
  }

  /// The month of a compound, or of a capitalised word in a date's place that is in no dictionary and one letter off a month's name of
  /// five or more.
  func month(_ side: SentenceSide, _ position: Int) -> Int? {
    let token = side.token(position)
    if compoundWords.contains(token.word), let month = compounds[token.word] { return month }
    guard token.shape.contains(.capitalised), !knowledge.traits(token.word).contains(.known),
      isDated(side, position)
    else { return nil }
    let letters = Array(knowledge.words.bytes(token.word))
    guard letters.count >= 5, letters.count <= 10 else { return nil }
    return names.first { EditDistance.isAtMost(1, $0.letters, letters) }?.month
  }
}
