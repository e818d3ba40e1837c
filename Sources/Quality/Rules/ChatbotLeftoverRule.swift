internal import Resources

struct ChatbotLeftoverRule: QualityRule {
  let id = "chatbot-leftover"
  let definition = "Words of a chat model that were published with the text: its refusals, openings and closings."
  let example = "\"As an AI language model, I cannot ...\", \"Here is the rewritten article:\"."
  let limits = "A list of phrases. An article about chat models that quotes one is flagged as minor."
  let weight = 0.7
  private let list = PhraseList(Resource.lines("chatbot.txt").map { ($0, "") })

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    list.hits(in: article).map {
      let isQuoted = isQuoted(article.bytes, $0.range.lowerBound)
      return flag(article, $0.range, isQuoted ? .minor : .critical, "Words of a chat model.")
    }
  }

  /// Whether an odd number of quotation marks stands before byte `i` in its line.
  private func isQuoted(_ text: [UInt8], _ i: Int) -> Bool {
    var open = 0
    var i = i - 1
    var looked = 0
    while i >= 0, text[i] != 0x0A, looked < 1000 {
      if text[i] == 0x22 { open += 1 }
      if text[i] == 0xE2, i + 2 < text.count, text[i + 1] == 0x80, text[i + 2] == 0x9C || text[i + 2] == 0x9D { open += 1 }
      i -= 1
      looked += 1
    }
    return open % 2 == 1
  }
}
