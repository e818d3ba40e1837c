/// Number words, multipliers, units and the words that bound a figure, by word number.
package struct FigureVocabulary {
  enum Role {
    /// 0 to 19.
    case small(Double)
    case tens(Double)
    case hundred
    case multiplier(Double)
    case ordinal(Double)
    case fraction(Double)
  }

  private var roles: [WordNumber: Role] = [:]
  private var roleSet = WordSet()
  private var units: [WordNumber: WordNumber] = [:]
  private var unitSet = WordSet()
  let currencies: WordSet
  let one, a, an, and, hyphen, percentSign, meridiemMorning, meridiemAfternoon, clockWord, gmt: WordNumber
  let letterM, per, cent, than, least, minimum, maximum, most, at, up, to, close, `as`, many, much, of, no, not, or, so,
    just: WordNumber
  let about, more, less, nearlyWords, greater, smaller: WordSet

  func role(_ word: WordNumber) -> Role? { roleSet.contains(word) ? roles[word] : nil }

  /// The canonical unit of a word, such as `%` for `pct`, or nil when it is no unit of measure.
  package func unit(_ word: WordNumber) -> WordNumber? { unitSet.contains(word) ? units[word] : nil }

  init(words: WordTable) {
    one = words.id(of: "one")
    a = words.id(of: "a")
    an = words.id(of: "an")
    and = words.id(of: "and")
    hyphen = words.id(of: "-")
    percentSign = words.id(of: "%")
    meridiemMorning = words.id(of: "a.m.")
    meridiemAfternoon = words.id(of: "p.m.")
    clockWord = words.id(of: "o'clock")
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
    addNumbers(words)
    addUnits(words)
  }

  private mutating func add(_ word: String, _ role: Role, _ words: WordTable) {
    let id = words.id(of: word)
    roles[id] = role
    roleSet.insert(id)
  }

  private mutating func addNumbers(_ words: WordTable) {
    let small =
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    for (value, word) in small.split(separator: " ").enumerated() { add(String(word), .small(Double(value)), words) }
    let tens = "twenty thirty forty fifty sixty seventy eighty ninety"
    for (index, word) in tens.split(separator: " ").enumerated() { add(String(word), .tens(Double(index + 2) * 10), words) }
    // "second" is a unit of time or a verb as often as an ordinal.
    let ordinals =
      "first - third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    for (index, word) in ordinals.split(separator: " ").enumerated() where word != "-" {
      add(String(word), .ordinal(Double(index + 1)), words)
    }
    add("hundred", .hundred, words)
    let multipliers: [(String, Double)] = [
      ("dozen", 12), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12), ("mln", 1e6), ("mn", 1e6),
      ("bln", 1e9),
      ("bn", 1e9), ("tln", 1e12), ("tn", 1e12), ("k", 1e3), ("lakh", 1e5), ("crore", 1e7),
    ]
    for (word, value) in multipliers { add(word, .multiplier(value), words) }
    add("half", .fraction(0.5), words)
  }

  private mutating func addUnits(_ words: WordTable) {
    for line in Self.unitLines.split(separator: "\n") {
      let spellings = line.split(separator: " ")
      guard let first = spellings.first else { continue }
      let canonical = words.id(of: String(first))
      for spelling in spellings {
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
