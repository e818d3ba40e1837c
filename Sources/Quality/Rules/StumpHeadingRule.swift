internal import Drift
internal import Text

struct StumpHeadingRule: QualityRule {
  let id = FlagID.stumpHeading
  let definition =
    "A heading of which only a piece is left: one word in capitals with a question mark, or a line that breaks off after a small word."
  let example = "\"TABLES?\" where the original has \"TURNING THE TABLES?\"; \"Leaders meet for the\"."
  let limits = "A heading that lost words and still reads well is not found, nor one that is not between two paragraphs."
  let weight = QualityTuning.standard.defectWeight
  private let questions = TokenText.hashes(
    ["why", "what", "how", "who", "when", "where", "which", "really", "warum", "wieso", "pourquoi", "perché"])
  private let openEnds = OpenEnds.shared

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    guard !article.isWrapped else { return [] }
    var result: [QualityFlag] = []
    for (index, line) in article.lines.enumerated().dropFirst().dropLast() {
      // Between two paragraphs: in verse and in lists lines go on in the next one.
      let next = article.lines[index + 1]
      let last = article.tokens[line.lowerBound - 1]
      let opening = article.tokens[next.lowerBound]
      // What goes on with a quotation or in small letters is a sentence in two lines.
      guard next.count >= 6, article.lines[index - 1].count >= 6, last.endsSentence || last.isQuote,
        opening.kind == .word, opening.isCapital, !isSentenceALine(article),
        let message = defect(article.tokens[line], article)
      else { continue }
      result.append(flag(article, article.bytes(line), .major, message))
    }
    return result
  }

  /// Whether the lines are sentences and no paragraphs, as in texts that were cut into sentences: then a line that breaks off is
  /// one of them, cut in the wrong place.
  private func isSentenceALine(_ article: QualityArticle) -> Bool {
    article.lines.count >= 8 && article.sentences.count < article.lines.count + article.lines.count / 4
  }

  private func defect(_ tokens: ArraySlice<QualityToken>, _ article: QualityArticle) -> String? {
    guard tokens.count <= 10, let first = tokens.first, let last = tokens.last,
      last.range.upperBound - first.range.lowerBound <= 60
    else { return nil }
    if tokens.count == 2, first.kind == .word, first.isUpper, last.isMark("?"), first.range.count >= 4,
      !questions.contains(first.hash)
    {
      return "A heading is cut to its last word."
    }
    let words = tokens.count { $0.kind == .word }
    // In other languages capitals hide articles that are numbers too.
    let isUpper =
      article.language == LanguageProfile.english && tokens.allSatisfy { $0.kind != .word || $0.isUpper || $0.range.count == 1 }
    guard words >= 2, last.kind == .word, !last.isCapital || isUpper, last.isSpaced, first.isCapital,
      openEnds.contains(last.hash, article.language)
    else { return nil }
    return "A heading breaks off."
  }
}
