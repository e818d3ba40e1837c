internal import Drift
internal import Resources
internal import Text

struct TorturedPhraseRule: QualityRule {
  let id = FlagID.torturedPhrase
  let definition = """
    What machine paraphrase makes of a set phrase (Cabanac, Labbé, Magazinov 2021, arXiv 2107.06751), or, in a machine's rewrite, three \
    terms of the original or more replaced by words that do not fit.
    """
  let example = "\"counterfeit consciousness\" for \"artificial intelligence\"."
  let limits = """
    A list of English phrases; without the original anything off the list is not found. One phrase is weak evidence, two different \
    ones are strong.
    """
  let weight = QualityTuning.standard.phraseWeight
  private let normal: [String]
  private let index: PhraseIndex
  /// Replaced terms from which they are a pattern: a single one is ordinary editing.
  private let leastTerms = 3

  init() {
    let rows = Resource.rows("tortured.tsv").filter { $0.count >= 2 }
    normal = rows.map { String($0[1]) }
    index = PhraseIndex(rows.map { $0[0] }, marks: .ignored)
  }

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    let hits = article.occurrences(of: index)
    let severity: DriftSeverity = Set(hits.map(\.phrase)).count >= 2 ? .major : .minor
    var result = hits.map { flag(article, $0.range, severity, "Likely stands for \"\(normal[$0.phrase])\".") }
    guard let cluster, cluster.isMachineRewrite, article.language == LanguageProfile.english else { return result }
    let terms = cluster.drift.filter { $0.isMisfit && $0.severity == .minor }
    if terms.count >= leastTerms { result += terms.map { article.sourceFlag(id, $0.rangeInCopy, $0.severity, $0.message) } }
    return result
  }
}

extension QualityArticle {
  /// A phrase of a list, with the bytes of the text that hold it.
  struct Hit {
    var phrase: Int
    var range: Range<Int>
  }

  /// The phrases of an index without marks, wherever their words follow each other.
  func occurrences(of index: PhraseIndex) -> [Hit] {
    index.longest(in: wordHashes).map { match in
      Hit(phrase: match.phrase, range: bytes(words[match.range.lowerBound]..<words[match.range.upperBound - 1] + 1))
    }
  }
}
