internal import Drift
internal import Resources
internal import Tables
internal import Text

struct InconsistentNameRule: QualityRule {
  let id = FlagID.inconsistentName
  let definition = "A name is spelt in two ways inside one article."
  let example = "\"Governor Marenholt\" in the first paragraphs, \"Marenhold\" below."
  let limits = """
    One or two letters' difference, beside the same first name or title, or a letter too many or too few inside a long name. Forms of \
    one word (a country and its people, singular and plural) are left out by their endings, and with them some slips; so are pages \
    by many hands, which spell a foreign name in many ways. In German, where all nouns have capitals, only beside the same name.
    """
  let weight = QualityTuning.standard.defectWeight
  private let places = KnownNames()
  private let forms = NameForms()
  /// Letters from which a word with one letter more or less counts without a neighbour.
  private let long = 8

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    let all = NamesOfArticle(article)
    let names = all.forms
    let isGerman = article.language == LanguageProfile.german
    var pairs: [(Int, Int)] = []
    for (i, one) in names.enumerated() {
      for j in names.indices[(i + 1)...] where names[j].letters.first == one.letters.first {
        guard abs(one.letters.count - names[j].letters.count) <= 2, isOneName(one, names[j], in: all, isGerman) else { continue }
        pairs.append((i, j))
      }
    }
    return pairs.compactMap { i, j in
      // Three spellings of one name are many hands.
      let spellings = Set(pairs.filter { $0.0 == i || $0.1 == i || $0.0 == j || $0.1 == j }.flatMap { [$0.0, $0.1] })
      guard spellings.count < QualityTuning.standard.manySpellings else { return nil }
      let (usual, rare) = names[i].places.count >= names[j].places.count ? (names[i], names[j]) : (names[j], names[i])
      guard let place = rare.places.first else { return nil }
      let isAccent = NameForms.isAccent(usual.letters, rare.letters)
      return flag(
        article, article.tokens[place].range, isAccent ? .minor : .major,
        "The name is spelt “\(rare.spelling)” \(Self.times(rare)) and “\(usual.spelling)” \(Self.times(usual)).")
    }
  }

  private static func times(_ form: SpeltName) -> String {
    switch form.places.count {
    case 1: "once"
    case 2: "twice"
    default: "\(form.places.count) times"
    }
  }

  private func isOneName(_ a: SpeltName, _ b: SpeltName, in names: NamesOfArticle, _ isGerman: Bool) -> Bool {
    let longer = max(a.letters.count, b.letters.count)
    guard !places.contains(a.hash), !places.contains(b.hash),
      let distance = EditDistance.within(longer >= 9 ? 2 : 1, a.letters, b.letters), distance > 0,
      !forms.areRelated(a.letters, b.letters)
    else { return false }
    let (usual, rare) = (max(a.places.count, b.places.count), min(a.places.count, b.places.count))
    // Two people of like names have their own first names; two styles of one name are both frequent.
    if names.shareNeighbour(a, b) { return rare <= max(1, usual / 2) || usual == rare && usual <= 2 }
    guard !isGerman, longer >= long, usual > rare, usual >= 2, rare <= 2, !names.areRivals(a, b),
      // "Mohamed Ibrahim" and "Mohammed, a student": first names of two people, which come in several spellings.
      !names.isFirstName(a), !names.isFirstName(b)
    else { return false }
    return distance == 1 && forms.isSlip(a.letters, b.letters)
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
    self.forms = forms.filter { [tokens] form in form.places.contains { Self.isInside(tokens, $0) } }
  }

  private static func isName(_ token: QualityToken, _ small: FlatTable<UInt64, Void>) -> Bool {
    token.kind == .word && token.isCapital && !token.isUpper && token.languages == 0
      && token.range.count >= QualityTuning.standard.shortestName && !small.contains(token.hash)
  }

  /// Whether the word stands inside a sentence, where a capital letter means a name.
  private static func isInside(_ tokens: [QualityToken], _ place: Int) -> Bool {
    guard place > 0, tokens[place - 1].line == tokens[place].line else { return false }
    return tokens[place - 1].kind == .word || tokens[place - 1].isMark(",")
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

  /// Whether both have words beside them that tell people apart.
  func areRivals(_ a: SpeltName, _ b: SpeltName) -> Bool {
    [-1, 1].contains { !neighbours(a, $0).isEmpty && !neighbours(b, $0).isEmpty }
  }
}

/// What two spellings can be to each other.
struct NameForms: Sendable {
  private let endings: Set<[UInt32]>

  init() {
    endings = Set(Resource.lines("name_endings.txt").map { $0.unicodeScalars.map(\.value) }).union([[]])
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
