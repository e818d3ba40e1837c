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
