internal import Drift
internal import Resources
internal import Tables
internal import Text

struct InconsistentNameRule: QualityRule {
  let id = FlagID.inconsistentName
  let definition = "A name is spelt in two ways inside one article."
  let example = "\"Governor Marenholt\" in the first paragraphs, \"Marenhold\" below."
  let limits = """
    One or two letters' difference, beside the same first name or title; a letter too many or too few inside a long name; or a spelling \
    that stands once, beside one that stands often. Forms of one word (a country and its people, singular and plural) are left out by \
    their endings, and with them some slips; so are pages by many hands, which spell a foreign name in many ways. Two names that differ \
    in a letter ("Toyota", "Toyoda") may both be right. A spelling that stands once tells in languages that leave names as they are \
    only; in German, where all nouns have capitals, only the same name beside both does.
    """
  let weight = QualityTuning.standard.defectWeight
  private let places = KnownNames()
  private let forms = NameForms()
  private let tuning = QualityTuning.standard
  /// Letters from which a word with one letter more or less counts without a neighbour.
  private let long = 8

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    let all = NamesOfArticle(article)
    let names = all.forms
    let grammar = Grammar(article.language)
    var pairs: [(Int, Int)] = []
    for (i, one) in names.enumerated() {
      for j in names.indices[(i + 1)...] where names[j].letters.first == one.letters.first {
        guard abs(one.letters.count - names[j].letters.count) <= 2, isOneName(one, names[j], in: all, grammar) else { continue }
        pairs.append((i, j))
      }
    }
    return pairs.compactMap { i, j in
      let (usual, rare) = names[i].places.count >= names[j].places.count ? (names[i], names[j]) : (names[j], names[i])
      guard let place = rare.places.first, !areManyHands(pairs, i, j, names, usual) else { return nil }
      let isAccent = NameForms.isAccent(usual.letters, rare.letters)
      return flag(
        article, article.tokens[place].range, isAccent ? .minor : .major,
        "The name is spelt “\(rare.spelling)” \(Self.times(rare)) and “\(usual.spelling)” \(Self.times(usual)).")
    }
  }

  /// Three spellings of one name are many hands, unless two are slips beside one that stands all over the article.
  private func areManyHands(_ pairs: [(Int, Int)], _ i: Int, _ j: Int, _ names: [SpeltName], _ usual: SpeltName) -> Bool {
    let spellings = Set(pairs.filter { $0.0 == i || $0.1 == i || $0.0 == j || $0.1 == j }.flatMap { [$0.0, $0.1] })
    guard spellings.count >= tuning.manySpellings else { return false }
    return spellings.count > tuning.manySpellings || usual.places.count < tuning.allOver
      || spellings.contains { names[$0].places.count > 1 && names[$0].hash != usual.hash }
  }

  /// What a language does to names.
  private enum Grammar {
    /// Not known: cases may change letters inside ("Niinistön", "Niinistöön").
    case unknown
    /// All nouns have capitals.
    case german
    /// Cases change the end of a name: a short form that stands once says nothing.
    case inflects
    /// Names stay as they are, but for an ending of their own.
    case keepsNames

    private static let keeping: Set = ["da", "en", "es", "fr", "it", "nl", "no", "pt", "sv"]

    init(_ language: Int?) {
      guard let language else {
        self = .unknown
        return
      }
      let isKept = Self.keeping.contains(LanguageProfile.languages[language])
      self = language == LanguageProfile.german ? .german : isKept ? .keepsNames : .inflects
    }
  }

  private static func times(_ form: SpeltName) -> String {
    switch form.places.count {
    case 1: "once"
    case 2: "twice"
    default: "\(form.places.count) times"
    }
  }

  private func isOneName(_ a: SpeltName, _ b: SpeltName, in names: NamesOfArticle, _ grammar: Grammar) -> Bool {
    let longer = max(a.letters.count, b.letters.count)
    guard isName(a, b, in: names), !places.contains(a.hash), !places.contains(b.hash),
      let distance = EditDistance.within(longer >= 9 ? 2 : 1, a.letters, b.letters), distance > 0,
      !forms.areRelated(a.letters, b.letters)
    else { return false }
    let (usual, rare) = (max(a.places.count, b.places.count), min(a.places.count, b.places.count))
    // Two people of like names have their own first names; two styles of one name are both frequent.
    if names.shareNeighbour(a, b) { return rare <= max(1, usual / 2) || usual == rare && usual <= 2 }
    // "Mohamed Ibrahim" and "Mohammed, a student": first names of two people, which come in several spellings.
    guard grammar == .keepsNames || grammar == .inflects, usual > rare, usual >= 2, rare <= 2, !names.areRivals(a, b),
      !names.isFirstName(a),
      !names.isFirstName(b),
      distance == 1
    else { return false }
    if forms.isSlip(a.letters, b.letters), longer >= long { return true }
    // "Nélia Ribeiro" and "Ribeirão": somebody else.
    return rare == 1 && grammar == .keepsNames && !names.hasFirstName(a.places.count == 1 ? a : b)
      && isSlip(a.letters, b.letters, usual: usual)
  }

  /// Whether both are names, by their capitals inside sentences; a long word that begins one, and is that like a name, is the
  /// name.
  private func isName(_ a: SpeltName, _ b: SpeltName, in names: NamesOfArticle) -> Bool {
    if a.isInside && b.isInside { return true }
    let (begins, other) = a.isInside ? (b, a) : (a, b)
    return other.isInside && begins.places.count == 1 && begins.letters.count >= long && !names.isTitle(begins)
  }

  /// Whether a spelling that stands once is a slip of one that stands `usual` times: any letter where that is often, but for
  /// words such as institutions have in their names; a letter more or less, or an accent, where it is a few times.
  private func isSlip(_ a: [UInt32], _ b: [UInt32], usual: Int) -> Bool {
    guard max(a.count, b.count) >= tuning.slipLetters, usual >= tuning.slipUsual, a.last == b.last else { return false }
    if forms.isSlip(a, b) || NameForms.isAccent(a, b) { return true }
    return usual >= tuning.slipOften && !forms.areNouns(a, b)
  }
}

/// Names of places and peoples, which come in families of like spelling.
private struct KnownNames: Sendable {
  private var hashes: Set<UInt64> = []

  init() {
    for row in Resource.rows("places.tsv") {
      for column in row {
        hashes.formUnion(TokenText.hashes(column.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " })))
      }
    }
    for table in ["months.tsv", "weekdays.tsv"] {
      for row in Resource.rows(table) where row.count > 1 { hashes.formUnion(TokenText.hashes([row[1]])) }
    }
  }

  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }
}

/// One spelling of a name in an article.
struct SpeltName: Sendable {
  var spelling: String
  /// Small letters.
  var letters: [UInt32]
  var hash: UInt64
  /// Tokens.
  var places: [Int]
  /// Whether it stands inside a sentence somewhere, where a capital letter means a name.
  var isInside = false
}

/// The names of an article: capitalised words that it never writes small, by their spelling, in the order of the text; a bounded
/// number.
struct NamesOfArticle: Sendable {
  let forms: [SpeltName]
  private let tokens: [QualityToken]
  private let small: FlatTable<UInt64, Void>

  init(_ article: QualityArticle) {
    tokens = article.tokens
    var small = FlatTable<UInt64, Void>()
    for token in tokens where token.kind == .word && !token.isCapital { _ = small.insert(token.hash) }
    self.small = small
    var byHash = FlatTable<UInt64, Int>(filler: 0)
    var forms: [SpeltName] = []
    for (place, token) in tokens.enumerated() where Self.isName(token, small) {
      if let known = byHash.find(token.hash) {
        forms[byHash[known]].places.append(place)
      } else if forms.count < QualityTuning.standard.mostNames {
        _ = byHash.insert(token.hash, forms.count)
        let spelling = String(decoding: article.bytes[token.range], as: UTF8.self)
        forms.append(
          SpeltName(
            spelling: spelling, letters: spelling.lowercased().unicodeScalars.map(\.value), hash: token.hash, places: [place]))
      }
    }
    for form in forms.indices {
      forms[form].isInside = forms[form].places.contains { [tokens] in Self.isInside(tokens, $0) }
    }
    self.forms = forms
  }

  private static func isName(_ token: QualityToken, _ small: FlatTable<UInt64, Void>) -> Bool {
    token.kind == .word && token.isCapital && !token.isUpper && token.languages == 0
      && token.range.count >= QualityTuning.standard.shortestName && !small.contains(token.hash)
  }

  /// Whether it stands between quotation marks alone, as titles do.
  func isTitle(_ form: SpeltName) -> Bool {
    form.places.contains { place in
      place > 0 && place + 1 < tokens.count && tokens[place - 1].isMark("\"") && tokens[place + 1].isMark("\"")
    }
  }

  /// Whether the word stands inside a sentence: behind a word, a comma, or what somebody says.
  private static func isInside(_ tokens: [QualityToken], _ place: Int) -> Bool {
    guard place > 0, tokens[place - 1].line == tokens[place].line else { return false }
    let isBehindQuotation = place > 1 && tokens[place].isSpaced && tokens[place - 1].isMark("\"") && tokens[place - 2].isMark(",")
    return tokens[place - 1].kind == .word || tokens[place - 1].isMark(",") || isBehindQuotation
  }

  /// Hashes of the capitalised words directly before (step -1) or behind (1) a name; asked for names of like spelling only.
  private func neighbours(_ form: SpeltName, _ step: Int) -> Set<UInt64> {
    Set(form.places.compactMap { neighbour($0, $0 + step) })
  }

  /// The capitalised word beside a name in the same line, unless it is a small word ("Before Marenholt").
  private func neighbour(_ place: Int, _ other: Int) -> UInt64? {
    guard tokens.indices.contains(other), tokens[max(place, other)].isSpaced, tokens[other].kind == .word,
      tokens[other].isCapital, tokens[other].languages == 0, !small.contains(tokens[other].hash),
      tokens[other].line == tokens[place].line
    else { return nil }
    return tokens[other].hash
  }

  /// Whether both stand beside one and the same word: "Anna Marenholt", "Anna Marenhold".
  func shareNeighbour(_ a: SpeltName, _ b: SpeltName) -> Bool {
    [-1, 1].contains { !neighbours(a, $0).isDisjoint(with: neighbours(b, $0)) }
  }

  /// Whether another name follows it in most places.
  func isFirstName(_ form: SpeltName) -> Bool {
    form.places.count { neighbour($0, $0 + 1) != nil } * 2 > form.places.count
  }

  /// Whether another name stands before it anywhere.
  func hasFirstName(_ form: SpeltName) -> Bool { !neighbours(form, -1).isEmpty }

  /// Whether both have words beside them that tell people apart.
  func areRivals(_ a: SpeltName, _ b: SpeltName) -> Bool {
    [-1, 1].contains { !neighbours(a, $0).isEmpty && !neighbours(b, $0).isEmpty }
  }
}

/// What two spellings can be to each other.
struct NameForms: Sendable {
  private let endings: Set<[UInt32]>
  /// Of nouns that stand in the names of institutions.
  private let nounEndings: [[UInt32]]

  init() {
    endings = Set(Resource.lines("name_endings.txt").map { $0.unicodeScalars.map(\.value) }).union([[]])
    nounEndings = Resource.lines("noun_endings.txt").map { $0.unicodeScalars.map(\.value) }
  }

  /// Whether both words end as nouns do that were made of other words: "presidency", "precedency".
  func areNouns(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    nounEndings.contains {
      a.count > $0.count && b.count > $0.count && a.suffix($0.count) == $0[...] && b.suffix($0.count) == $0[...]
    }
  }

  /// Whether the two words have one stem of four letters or more and endings of inflection or derivation behind it.
  func areRelated(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    var stem = 0
    while stem < min(a.count, b.count), a[stem] == b[stem] { stem += 1 }
    // The stem may end earlier than the letters that happen to agree.
    for length in stride(from: stem, through: max(4, stem - 2), by: -1) where length <= stem {
      if endings.contains(Array(a[length...])), endings.contains(Array(b[length...])) { return true }
    }
    return false
  }

  /// Whether the words differ in the accents of letters alone: "Sérgio", "Sergio".
  static func isAccent(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || $0 >= 0xC0 || $1 >= 0xC0 }
  }

  /// Whether one spelling is the other with a letter more, less or in another place, as fingers slip: inside the word, not at its
  /// ends.
  func isSlip(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    guard a.prefix(2) == b.prefix(2), a.suffix(2) == b.suffix(2) else { return false }
    return a.count != b.count || a.sorted() == b.sorted()
  }
}
