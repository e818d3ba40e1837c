internal import Drift
internal import Resources
internal import Text

struct ChatbotLeftoverRule: QualityRule {
  let id = FlagID.chatbotLeftover
  let definition = "Words of a chat model that were published with the text: its refusals, openings and closings."
  let example = "\"As an AI language model, I cannot ...\", \"Here is the rewritten article:\"."
  let limits = "A list of phrases in twenty languages. An article about chat models that quotes one is flagged as minor."
  let weight = QualityTuning.standard.chatbotWeight
  private let phrases: [Phrase]
  private let index: PhraseIndex

  private struct Phrase: Sendable {
    /// Counts at the beginning of a line only.
    var opensLine: Bool
    /// Signs that must stand directly before and behind the words, such as the brackets of a template's slot.
    var before: UInt8?
    var behind: UInt8?
  }

  init() {
    let lines = Resource.lines("chatbot.txt")
    phrases = lines.map { line in
      let bytes = Array(line.utf8.drop { $0 == UInt8(ascii: "^") })
      return Phrase(opensLine: line.hasPrefix("^"), before: bytes.first.flatMap(Self.sign), behind: bytes.last.flatMap(Self.sign))
    }
    index = PhraseIndex(lines.map { $0.drop { $0 == "^" } }, marks: .ignored)
  }

  /// Brackets and colons count; other punctuation at the ends of a phrase does not.
  private static func sign(_ byte: UInt8) -> UInt8? { "[]:".utf8.contains(byte) ? byte : nil }

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    article.occurrences(of: index).filter { stands($0, article) }.map {
      flag(article, $0.range, article.isQuoted($0.range.lowerBound) ? .minor : .critical, "Words of a chat model.")
    }
  }

  private func stands(_ hit: QualityArticle.Hit, _ article: QualityArticle) -> Bool {
    let phrase = phrases[hit.phrase]
    let (start, end) = (hit.range.lowerBound, hit.range.upperBound)
    if phrase.opensLine, article.bytes[article.line(around: start).lowerBound..<start].contains(where: TextBytes.isWordByte) {
      return false
    }
    if let sign = phrase.before, start == 0 || article.bytes[start - 1] != sign { return false }
    if let sign = phrase.behind, end == article.bytes.count || article.bytes[end] != sign { return false }
    return true
  }
}

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
