struct TruncatedTextRule: QualityRule {
  let id = "truncated-text"
  let definition = "The article breaks off in the middle of a sentence."
  let example = "The last paragraph ends \"and the council will then\"."
  let limits = "Looks at the end of the last paragraph only; an article cut between two sentences looks whole."
  let weight = 0.3

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    guard let sentence = article.sentences.last, article.sentences.count >= 3, sentence.count >= 8 else { return [] }
    let last = article.tokens[sentence.upperBound - 1]
    let range = article.bytes(max(sentence.lowerBound, sentence.upperBound - 8)..<sentence.upperBound)
    let isEllipsis =
      last.isMark("…") || last.isMark(".") && sentence.count > 3 && article.tokens[sentence.upperBound - 2].isMark(".")
    if isEllipsis { return [flag(article, range, .minor, "The text ends with dots; its rest may be missing.")] }
    let isOpen = last.kind == .word && !last.isCapital || last.isMark(",")
    // Captions, lists and credits end without a full stop too: only a line of running text counts.
    guard isOpen, article.lines[last.line].range.count >= 120 || article.isWrapped else { return [] }
    return [flag(article, range, .major, "The text breaks off in the middle of a sentence.")]
  }
}
