/// Months, days of the week and words for days, by word number.
package struct CalendarVocabulary {
  package private(set) var months: [WordNumber: Int] = [:]
  package private(set) var weekdays: [WordNumber: Int] = [:]
  /// `yesterday` -1, `today` 0, `tonight` 0, `tomorrow` 1.
  package private(set) var relativeDays: [WordNumber: Int] = [:]
  /// Month names that are also everyday words and count only with a capital inside a sentence or beside a number.
  let ambiguous: WordSet
  let all: WordSet
  /// All words above: for nearly every word of a text one bit says that it is none of them.
  package let mentions: WordSet

  /// True for month names that are everyday words too: "may", "march".
  package func isAmbiguous(_ word: WordNumber) -> Bool { ambiguous.contains(word) }

  init(words: WordTable) {
    let monthNames = [
      "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sep sept",
      "october oct", "november nov", "december dec",
    ]
    let dayNames = [
      "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat", "sunday sun",
    ]
    var set = WordSet()
    for (index, names) in monthNames.enumerated() {
      for name in names.split(separator: " ") {
        months[words.id(of: String(name))] = index + 1
        set.insert(words.id(of: String(name)))
      }
    }
    for (index, names) in dayNames.enumerated() {
      for (rank, name) in names.split(separator: " ").enumerated() {
        weekdays[words.id(of: String(name))] = index + 1
        set.insert(words.id(of: String(name)))
        if rank == 0 {
          weekdays[words.id(of: name + "s")] = index + 1
          set.insert(words.id(of: name + "s"))
        }
      }
    }
    for (name, offset) in [("yesterday", -1), ("today", 0), ("tonight", 0), ("tomorrow", 1)] {
      relativeDays[words.id(of: name)] = offset
    }
    ambiguous = WordSet(["may", "march", "mar", "jan", "jun", "sun", "sat", "mon", "wed", "august", "dec", "fri"], in: words)
    all = set
    for word in relativeDays.keys { set.insert(word) }
    mentions = set
  }
}
