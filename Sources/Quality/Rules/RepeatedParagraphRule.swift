struct RepeatedParagraphRule: QualityRule {
  let id = "repeated-paragraph"
  let definition = "A paragraph or a long sentence stands in the article twice."
  let example = "The paragraph on the harbour's tides appears again below the second heading."
  let limits =
    "Compared word by word: a repetition in other words is not found. A refrain or a quoted slogan of eight words counts."
  let weight = 0.3
  /// Sentences and paragraphs with fewer tokens repeat by chance.
  private let shortest = 9

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    var seen: [UInt64: Range<Int>] = [:]
    var result: [QualityFlag] = []
    var lastLine = -1
    for sentence in article.sentences where sentence.count >= shortest {
      let hash = article.tokens[sentence].reduce(1) { ($0 ^ $1.hash) &* 0xD6E8_FEB8_6659_FD93 &+ 1 }
      guard let first = seen[hash], article.tokens[first].elementsEqual(article.tokens[sentence], by: { $0.hash == $1.hash })
      else {
        seen[hash] = sentence
        continue
      }
      // One flag a paragraph.
      let line = article.tokens[sentence.lowerBound].line
      guard line != lastLine else { continue }
      lastLine = line
      result.append(flag(article, article.bytes(sentence), .major, "The article says this twice, word by word."))
    }
    return result
  }
}
