struct StumpHeadingRule: QualityRule {
  let id = "stump-heading"
  let definition =
    "A heading of which only a piece is left: one word with a question mark, or a line that breaks off after a small word."
  let example = "\"TABLES?\" where the original has \"TURNING THE TABLES?\"; \"Leaders meet for the\"."
  let limits = "A heading that lost words and still reads well is not found; a deliberate one-word question may be flagged."
  let weight = 0.3
  private let questions = QualityToken.hashes(
    """
    why what how who when where which really ready so and or but confused interested hungry warum wieso wer was wie
    pourquoi qui quoi por perché chi
    """
  )
  private let openEnds = QualityToken.hashes(
    "the a an of to in on at for and or with by from as der die das und von mit le la les des du et el los y")

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    guard !article.isWrapped else { return [] }
    var result: [QualityFlag] = []
    var first = 0
    while first < article.tokens.count {
      let line = article.tokens[first].line
      var end = first
      while end < article.tokens.count, article.tokens[end].line == line { end += 1 }
      let tokens = article.tokens[first..<end]
      // The first line is a title or an opening, the last one an ending.
      if first > 0, end < article.tokens.count, let (severity, message) = defect(tokens),
        article.tokens[end].isCapital || article.tokens[end].kind == .mark, article.tokens[first - 1].kind == .mark
      {
        result.append(flag(article, article.bytes(first..<end), severity, message))
      }
      first = end
    }
    return result
  }

  private func defect(_ tokens: ArraySlice<QualityToken>) -> (FlagSeverity, String)? {
    guard tokens.count <= 10, tokens.last.map({ $0.range.upperBound - (tokens.first?.range.lowerBound ?? 0) <= 60 }) ?? false,
      let first = tokens.first, let last = tokens.last
    else { return nil }
    let words = tokens.filter { $0.kind == .word }
    if words.count == 1, tokens.count == 2, first.kind == .word, last.isMark("?"), first.range.count >= 4,
      !questions.contains(first.hash)
    {
      return first.isUpper ? (.major, "A heading is cut to its last word.") : (.minor, "A heading may be cut to its last word.")
    }
    if words.count >= 2, last.kind == .word, openEnds.contains(last.hash), !last.isCapital, last.isSpaced, first.isCapital {
      return (.major, "A heading breaks off.")
    }
    return nil
  }
}
