internal import Resources

struct InconsistentNameRule: QualityRule {
  let id = "inconsistent-name"
  let definition = "A name is spelt in two ways inside one article."
  let example = "\"Governor Marenholt\" in the first paragraphs, \"Marenhold\" below."
  let limits = """
    Looks for one or two letters' difference in capitalised words of six letters and more; related words (a country and \
    its people, singular and plural) are left out by their endings, and with them some real slips.
    """
  let weight = 0.3
  private let places = KnownNames()

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    let names = NameForms.collect(article)
    var result: [QualityFlag] = []
    for (i, one) in names.enumerated() {
      for other in names[(i + 1)...] where other.letters.first == one.letters.first {
        guard abs(one.letters.count - other.letters.count) <= 2, isOneName(one, other) else { continue }
        let (usual, rare) = one.places.count >= other.places.count ? (one, other) : (other, one)
        let message = "\"\(rare.spelling)\" here, \"\(usual.spelling)\" elsewhere in the article."
        for place in rare.places.prefix(5) { result.append(flag(article, article.tokens[place].range, .major, message)) }
      }
    }
    return result
  }

  private func isOneName(_ a: NameForm, _ b: NameForm) -> Bool {
    let longer = max(a.letters.count, b.letters.count)
    let most = longer >= 9 ? 2 : 1
    guard longer >= 6, !places.contains(a.hash), !places.contains(b.hash),
      let distance = EditDistance.within(most, a.letters, b.letters), distance > 0, a.places.count + b.places.count >= 3
    else { return false }
    if NameForms.areRelated(a.letters, b.letters) { return false }
    // Two people with like names have their own first names.
    if let first = a.firstName, let second = b.firstName, first != second { return false }
    let (usual, rare) = (max(a.places.count, b.places.count), min(a.places.count, b.places.count))
    if longer == 6, usual < 3 * rare { return false }
    return distance == 1 || a.letters.prefix(4) == b.letters.prefix(4) && a.letters.suffix(3) == b.letters.suffix(3)
  }
}

/// Names of places and peoples, which come in families of like spelling.
private struct KnownNames: Sendable {
  private var hashes: Set<UInt64> = []

  init() {
    for row in Resource.rows("places.tsv") {
      for column in row {
        for name in column.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " }) {
          hashes.insert(QualityToken.hash(name))
        }
      }
    }
    for table in ["months.tsv", "weekdays.tsv"] {
      for row in Resource.rows(table) where row.count > 1 { hashes.insert(QualityToken.hash(row[1])) }
    }
  }

  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }
}
