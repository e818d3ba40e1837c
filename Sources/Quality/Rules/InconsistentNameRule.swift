internal import Drift
internal import Resources
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
      let times = rare.places.count > 1 ? " (\(rare.places.count) times)" : ""
      let isAccent = NameForms.isAccent(usual.letters, rare.letters)
      return flag(
        article, article.tokens[place].range, isAccent ? .minor : .major,
        "\"\(rare.spelling)\" here\(times), \"\(usual.spelling)\" elsewhere in the article.")
    }
  }

  private func isOneName(_ a: NameForm, _ b: NameForm, in names: NamesOfArticle, _ isGerman: Bool) -> Bool {
    let longer = max(a.letters.count, b.letters.count)
    guard !places.contains(a.hash), !places.contains(b.hash),
      let distance = EditDistance.within(longer >= 9 ? 2 : 1, a.letters, b.letters), distance > 0,
      !forms.areRelated(a.letters, b.letters)
    else { return false }
    let (usual, rare) = (max(a.places.count, b.places.count), min(a.places.count, b.places.count))
    // Two people of like names have their own first names; two styles of one name are both frequent.
    if names.shareNeighbour(a, b) { return rare <= max(1, usual / 2) || usual == rare && usual <= 2 }
    guard !isGerman, longer >= long, usual > rare, usual >= 2, rare <= 2, !names.areRivals(a, b) else { return false }
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
