/// Months, days of the week and words for days, by word number.
package struct CalendarVocabulary {
  package private(set) var months: [WordNumber: Int] = [:]
  package private(set) var weekdays: [WordNumber: Int] = [:]
  /// Days that are ordinals unless `feira` or a number follows: `segunda`, `terça`.
  package private(set) var ordinalDays: [WordNumber: Int] = [:]
  /// `yesterday` -1, `today` 0, `tonight` 0, `tomorrow` 1.
  package private(set) var relativeDays: [WordNumber: Int] = [:]
  /// The language writes its months and days with a capital.
  package let hasCapitals: Bool
  /// The word behind ``ordinalDays``.
  package let feira: WordNumber
  /// Words before ``ordinalDays`` that point at a day: `desta segunda`.
  package let pointing: WordSet
  /// Month names that are also everyday words and count only with a capital inside a sentence or beside a number.
  let ambiguous: WordSet
  let all: WordSet
  /// All words above: for nearly every word of a text one bit says that it is none of them.
  package let mentions: WordSet

  /// True for month names that are everyday words too: "may", "march".
  package func isAmbiguous(_ word: WordNumber) -> Bool { ambiguous.contains(word) }

  init(words: WordTable, data: LanguageData) {
    func table(_ section: LanguageData.Section) -> [WordNumber: Int] {
      var table: [WordNumber: Int] = [:]
      for (value, names) in data.numbers(section) { for name in names { table[words.id(of: name)] = Int(value) } }
      return table
    }
    months = table(.months)
    weekdays = table(.weekdays)
    ordinalDays = table(.weekdaysBeforeFeira)
    relativeDays = table(.days)
    hasCapitals = data.language == .english || data.language == .german
    feira = words.id(of: "feira")
    pointing = WordSet(["desta", "nesta", "esta"], in: words)
    ambiguous = WordSet(data.phrases(.everyday), in: words)
    var set = WordSet()
    for word in months.keys { set.insert(word) }
    for word in weekdays.keys { set.insert(word) }
    all = set
    for word in relativeDays.keys { set.insert(word) }
    for word in ordinalDays.keys { set.insert(word) }
    mentions = set
  }
}
