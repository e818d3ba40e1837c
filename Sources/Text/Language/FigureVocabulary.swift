/// Number words, multipliers, units and the words that bound a figure, by word number.
package struct FigureVocabulary {
  enum Role {
    /// 0 to 19.
    case small(Double)
    case tens(Double)
    /// 21 to 99 in one word, as German and Italian have them.
    case compound(Double)
    case hundred
    /// 200 to 900 in one word.
    case hundreds(Double)
    case multiplier(Double)
    case ordinal(Double)
    case fraction(Double)
  }

  private var roles: [WordNumber: Role] = [:]
  private var roleSet = WordSet()
  private var units: [WordNumber: WordNumber] = [:]
  private var unitSet = WordSet()
  let currencies: WordSet
  /// What joins the parts of a number: "treinta y cuatro", "vingt et un".
  private(set) var joiners = WordSet()
  /// Numbers that are read only behind tens, as the words mean other things alone: "vingt et un", "trente-neuf".
  private(set) var compoundOnes: [WordNumber: Double] = [:]
  /// "por ciento", "per cento": what follows is no number.
  let ofHundred: WordSet
  /// Numbers and multipliers that are one ideograph each.
  private(set) var ideographs: [WordNumber: IdeographNumber.Part] = [:]
  /// "Eighties": the tens of a decade in words.
  private(set) var decades: [WordNumber: Double] = [:]
  /// Words between a number and its unit in Romance languages.
  let beforeUnits: WordSet
  /// What "second" counts where it is no unit of time.
  let counted: WordSet
  let second: WordNumber
  /// Written with capitals, and no names.
  let temperatureScales: WordSet
  let one, a, an, and, hyphen, percentSign, meridiemMorning, meridiemAfternoon, gmt: WordNumber
  let clockWords: WordSet
  /// Half an hour before the hour behind it, in languages that count so: "halb acht".
  let halfTo: WordSet
  let letterM, per, cent, than, least, minimum, maximum, most, at, up, to, close, `as`, many, much, of, no, not, or, so,
    just: WordNumber
  let about, more, less, nearlyWords, greater, smaller: WordSet
  /// The bounds of languages other than English.
  let bounds: BoundPhrases

  func role(_ word: WordNumber) -> Role? { roleSet.contains(word) ? roles[word] : nil }

  /// The canonical unit of a word, such as `%` for `pct`, or nil when it is no unit of measure.
  package func unit(_ word: WordNumber) -> WordNumber? { unitSet.contains(word) ? units[word] : nil }

  init(words: WordTable, data: LanguageData) {
    one = words.id(of: "one")
    a = words.id(of: "a")
    an = words.id(of: "an")
    and = words.id(of: "and")
    hyphen = words.id(of: "-")
    percentSign = words.id(of: "%")
    meridiemMorning = words.id(of: "a.m.")
    meridiemAfternoon = words.id(of: "p.m.")
    clockWords = WordSet(["o'clock", "uhr"], in: words)
    halfTo = WordSet(data.language == .german ? ["halb"] : data.language == .dutch ? ["half"] : [], in: words)
    gmt = words.id(of: "gmt")
    letterM = words.id(of: "m")
    per = words.id(of: "per")
    cent = words.id(of: "cent")
    than = words.id(of: "than")
    least = words.id(of: "least")
    minimum = words.id(of: "minimum")
    maximum = words.id(of: "maximum")
    most = words.id(of: "most")
    at = words.id(of: "at")
    up = words.id(of: "up")
    to = words.id(of: "to")
    close = words.id(of: "close")
    `as` = words.id(of: "as")
    many = words.id(of: "many")
    much = words.id(of: "much")
    of = words.id(of: "of")
    no = words.id(of: "no")
    not = words.id(of: "not")
    or = words.id(of: "or")
    so = words.id(of: "so")
    just = words.id(of: "just")
    about = WordSet(["about", "around", "approximately", "roughly", "some", "circa", "estimated"], in: words)
    nearlyWords = WordSet(["nearly", "almost"], in: words)
    greater = WordSet(["more", "greater", "higher", "larger"], in: words)
    smaller = WordSet(["less", "fewer", "lower", "smaller"], in: words)
    more = WordSet(["over", "above", "exceeding", "exceeds", "exceeded", "beyond"], in: words)
    less = WordSet(["under", "below"], in: words)
    currencies = WordSet(Self.currencyWords, in: words)
    temperatureScales = WordSet(["celsius", "fahrenheit", "kelvin"], in: words)
    ofHundred = WordSet(["por", "per", "pour"], in: words)
    bounds = BoundPhrases(words: words, data: data)
    counted = WordSet(
      data.language == .english ? ["quarter", "half", "round", "term", "place", "largest", "biggest", "highest"] : [], in: words)
    let isRomance = [.french, .spanish, .portuguese, .italian].contains(data.language)
    beforeUnits = WordSet(isRomance ? ["de", "d'", "d’", "di"] : [], in: words)
    second = words.id(of: "second")
    for (value, names) in data.numbers(.decades) { for name in names { decades[words.id(of: name)] = value } }
    addNumbers(words, data)
    addUnits(words, data)
  }

  private mutating func add(_ word: String, _ role: Role, _ words: WordTable) {
    let id = words.id(of: word)
    roles[id] = role
    roleSet.insert(id)
  }

  private mutating func addNumbers(_ words: WordTable, _ data: LanguageData) {
    func addAll(_ section: LanguageData.Section, _ role: (Double) -> Role) {
      for (value, names) in data.numbers(section) { for name in names { add(name, role(value), words) } }
    }
    // Turkish puts eleven together: "on bir".
    let firstTens = data.numbers(.numbers).contains { $0.value == 11 } ? 20.0 : 10
    addAll(.numbers) {
      $0 < firstTens ? .small($0) : $0 >= 200 ? .hundreds($0) : $0.remainder(dividingBy: 10) == 0 ? .tens($0) : .compound($0)
    }
    for (name, spellings) in data.values(.compounds) {
      for word in spellings.map({ words.id(of: $0) }) {
        if let value = Double(name) { compoundOnes[word] = value } else { joiners.insert(word) }
      }
    }
    addAll(.ordinals) { .ordinal($0) }
    addAll(.multipliers) { $0 == 100 ? .hundred : .multiplier($0) }
    addAll(.fractions) { .fraction($0) }
    addIdeographs(words, data)
  }

  private mutating func addIdeographs(_ words: WordTable, _ data: LanguageData) {
    for section in [LanguageData.Section.numbers, .multipliers] {
      for (value, names) in data.numbers(section) {
        for name in names where name.unicodeScalars.allSatisfy(Ideographs.contains) {
          ideographs[words.id(of: name)] = section == .numbers ? .digit(value) : .init(multiplier: value)
        }
      }
    }
  }

  private mutating func addUnits(_ words: WordTable, _ data: LanguageData) {
    for (canonical, names) in data.values(.units) {
      for name in names {
        units[words.id(of: name)] = words.id(of: canonical)
        unitSet.insert(words.id(of: name))
      }
    }
    for line in Self.unitLines.split(separator: "\n") {
      let spellings = line.split(separator: " ")
      guard let first = spellings.first else { continue }
      let canonical = words.id(of: String(first))
      // A word of the language itself goes before the English one of that spelling.
      for spelling in spellings where !unitSet.contains(words.id(of: String(spelling))) {
        let id = words.id(of: String(spelling))
        units[id] = canonical
        unitSet.insert(id)
      }
    }
  }

  private static let currencyWords = [
    "$", "£", "€", "¥", "₹", "₽", "₩", "₪", "₫", "₱", "฿", "rs", "usd", "eur", "gbp", "us$", "czk", "chf", "cny", "rub", "jpy",
  ]

  /// One unit a line, the canonical spelling first.
  private static let unitLines = """
    % percent pct percentage
    $ dollar dollars dlrs dlr usd buck bucks
    £ pound pounds gbp sterling
    € euro euros eur
    ¥ yen jpy
    ₹ rupee rupees rs inr
    ₽ rouble roubles ruble rubles rub
    yuan cny renminbi rmb
    franc francs chf
    mark marks
    krona kronor krone kroner
    koruna koruny crown crowns czk
    peso pesos
    rand rands
    real reais
    cent cents cts ct
    pence penny p
    metre metres meter meters
    km kilometre kilometres kilometer kilometers kms
    cm centimetre centimetres centimeter centimeters
    mm millimetre millimetres millimeter millimeters
    mile miles mi
    ft foot feet
    inch inches
    yard yards yd
    kg kilo kilos kilogram kilograms kilogramme kilogrammes
    gram grams gramme grammes g
    tonne tonnes ton tons
    lb lbs
    oz ounce ounces
    litre litres liter liters
    gallon gallons
    barrel barrels
    bpd
    hectare hectares ha
    acre acres
    hour hours hr hrs h
    minute minutes min mins
    second seconds sec secs
    day days
    week weeks
    month months
    year years yr yrs
    decade decades
    century centuries
    ° degree degrees
    celsius
    fahrenheit
    mph
    kmh kph
    mw megawatt megawatts
    gw gigawatt gigawatts
    kwh
    volt volts
    """
}

/// Phrases that bound the figure behind them, by their last word.
struct BoundPhrases {
  private var phrases: [WordNumber: [(words: [WordNumber], bound: Figure.Bound)]] = [:]
  private var last = WordSet()

  init(words: WordTable, data: LanguageData) {
    for line in data.lines(.bounds) {
      let fields = line.split(separator: "\t")
      guard fields.count > 1, let bound = Self.bound(fields[1]) else { continue }
      let ids = fields[0].split(separator: " ").map { words.id(of: String($0)) }
      guard let end = ids.last else { continue }
      phrases[end, default: []].append((ids, bound))
      last.insert(end)
    }
    for key in phrases.keys { phrases[key]?.sort { $0.words.count > $1.words.count } }
  }

  /// The longest phrase that ends at a token, with its first token.
  func match(endingAt index: Int, in tokens: [Token]) -> (bound: Figure.Bound, start: Int)? {
    guard last.contains(tokens[index].word) else { return nil }
    for phrase in phrases[tokens[index].word] ?? [] where phrase.words.count <= index + 1 {
      let start = index + 1 - phrase.words.count
      if tokens[start...index].lazy.map(\.word).elementsEqual(phrase.words) { return (phrase.bound, start) }
    }
    return nil
  }

  private static func bound(_ name: Substring) -> Figure.Bound? {
    switch name {
    case "more_than": .moreThan
    case "at_least": .atLeast
    case "at_most": .atMost
    case "less_than": .lessThan
    case "nearly": .nearly
    case "about": .about
    default: nil
    }
  }
}
