/// The words that reading a text closely needs, as numbers of one ``WordTable``.
///
/// The marks of every script, and the words of one language; what the language has no words for is told by form.
package final class LinguisticVocabulary {
  package let words: WordTable
  /// Nil for texts whose language is not known.
  package let language: Language?
  let fullStop, closeBracket, openBracket, dash, comma, colon, slash: WordNumber
  let terminals, abbreviations, openers, titles, particles: WordSet
  package let figures: FigureVocabulary
  package let calendar: CalendarVocabulary
  let page: PageWords

  package init(words: WordTable, data: LanguageData = LanguageData(.english)) {
    self.words = words
    language = data.language
    fullStop = words.id(of: ".")
    closeBracket = words.id(of: ")")
    openBracket = words.id(of: "(")
    dash = words.id(of: "-")
    comma = words.id(of: ",")
    colon = words.id(of: ":")
    slash = words.id(of: "/")
    terminals = WordSet([".", "!", "?", "…", "..", "...", "....", "?!", "।", "؟"], in: words)
    abbreviations = WordSet(Self.abbreviationList.split(separator: " ").map(String.init), in: words)
    openers = WordSet(Self.openerList.split(separator: " ").map(String.init) + data.phrases(.openers), in: words)
    titles = WordSet(Self.titleList.split(separator: " ").map(String.init) + data.phrases(.titles), in: words)
    particles = WordSet(
      "de da del di la le van von der den bin ibn al el dos du y ten ter bint abu".split(separator: " ").map(String.init),
      in: words)
    figures = FigureVocabulary(words: words, data: data)
    calendar = CalendarVocabulary(words: words, data: data)
    page = PageWords(words: words)
  }

  static let abbreviationList = """
    mr mrs ms dr prof gen col lt sgt capt cpl cmdr adm maj brig pvt sen rep gov hon rev fr sr jr st mt ft jan feb mar apr jun jul aug \
    sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun vs etc no nos vol pp ed eds al inc ltd co corp bros plc dept est \
    fig approx ave blvd rd hwy tel messrs mme mlle ph sq supt insp det const atty asst assn univ ext cf viz pres ca bzw usw nr str \
    mio mrd evtl inkl dott sra
    """
  static let openerList = """
    the a an he she it they we i you this that these those there in on at by for from with but and or so if when while as after \
    before since during although though however meanwhile his her its their our my your what who where why how no not one two three \
    some many most all both each every last earlier later more under over between among despite according
    """
  private static let titleList = """
    mr mrs ms miss dr prof professor gen general col colonel lt lieutenant sgt sergeant capt captain cmdr commander adm admiral maj \
    major brig brigadier sen senator rep representative gov governor president vice prime minister premier chancellor secretary \
    king queen prince princess pope sir lord lady dame judge justice sheikh ayatollah imam cardinal archbishop bishop rabbi rev \
    reverend father ambassador mayor chairman chairwoman speaker congressman congresswoman deputy chief director coach officer \
    detective inspector constable superintendent spokesman spokeswoman spokesperson attorney foreign supreme leader former acting
    """
}

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
  /// Names of several ideographs, which are as many words (`星期二`), by the first of them.
  private var longNames: [WordNumber: [LongName]] = [:]
  private var firstIdeographs = WordSet()
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
    for section in [LanguageData.Section.months, .weekdays] {
      for name in LongName.all(of: section, in: data, words: words) {
        longNames[name.words[0], default: []].append(name)
        firstIdeographs.insert(name.words[0])
      }
    }
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

  /// False for a word that begins no name of several ideographs, as nearly every word does.
  package func beginsLongName(_ word: WordNumber) -> Bool { firstIdeographs.contains(word) }

  /// The longest name that begins at a place of a run of words, with its length.
  package func longName(at place: Int, in ids: some RandomAccessCollection<WordNumber>) -> LongName? {
    let start = ids.index(ids.startIndex, offsetBy: place)
    guard beginsLongName(ids[start]) else { return nil }
    return longNames[ids[start]]?.filter { ids[start...].starts(with: $0.words) }.max { $0.words.count < $1.words.count }
  }
}

/// A month or a day of the week that is written in several ideographs.
package struct LongName: Sendable {
  package var words: [WordNumber]
  package var value: Int
  package var isMonth: Bool
  /// The ideograph that tells it from the others of its kind.
  package var telling = 0

  /// The names of a section that consist of ideographs.
  static func all(of section: LanguageData.Section, in data: LanguageData, words: WordTable) -> [LongName] {
    var names = data.numbers(section).flatMap { value, names in
      names.filter { name in name.unicodeScalars.count > 1 && name.unicodeScalars.allSatisfy { Ideographs.contains($0) } }.map {
        name in
        LongName(
          words: name.unicodeScalars.map { words.id(of: String($0)) }, value: Int(value), isMonth: section == .months)
      }
    }
    for index in names.indices {
      let alike = names.filter { $0.words.count == names[index].words.count && $0.value != names[index].value }
      let places = names[index].words.indices
      names[index].telling =
        places.max { first, second in
          alike.count { $0.words[first] != names[index].words[first] }
            < alike.count { $0.words[second] != names[index].words[second] }
        } ?? 0
    }
    return names
  }
}
