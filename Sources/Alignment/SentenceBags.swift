package import Text

/// The sentences of an article as bags of terms: lemmas of content words, and figures by value.
///
/// Made once an article, whatever it is compared with.
package struct SentenceBags {
  /// A lemma's number, or a figure's value hashed into the upper half.
  typealias Term = UInt64

  let terms: SentenceTerms

  package init(_ text: LinguisticText, knowledge: WordKnowledge) {
    var reader = TermReader(text, knowledge)
    var found: [Term] = []
    var starts = [0]
    for sentence in text.sentences {
      reader.appendTerms(of: sentence, to: &found)
      starts.append(found.count)
    }
    terms = SentenceTerms(found, starts: starts)
  }
}

/// Reads the terms of sentences, in the order of the text.
private struct TermReader {
  private let text: LinguisticText
  private let knowledge: WordKnowledge
  private var figure = 0

  init(_ text: LinguisticText, _ knowledge: WordKnowledge) {
    self.text = text
    self.knowledge = knowledge
  }

  mutating func appendTerms(of sentence: Range<Int>, to terms: inout [SentenceBags.Term]) {
    let start = terms.count
    var figureEnd = 0
    for index in sentence {
      while figure < text.figures.count, text.figures[figure].tokens.upperBound <= index { figure += 1 }
      if figure < text.figures.count, text.figures[figure].tokens.contains(index) {
        if text.figures[figure].tokens.lowerBound >= figureEnd {
          terms.append(1 << 63 | text.figures[figure].value.bitPattern >> 1)
          figureEnd = text.figures[figure].tokens.upperBound
        }
        continue
      }
      let token = text.tokens[index]
      guard token.kind == .word || token.kind == .number, !knowledge.isStop(token.word) || token.shape.contains(.name) else {
        continue
      }
      terms.append(SentenceBags.Term(knowledge.lemma(token.word)))
    }
    guard terms.count == start else { return }
    for index in sentence where text.tokens[index].kind == .word { terms.append(SentenceBags.Term(text.tokens[index].word)) }
  }
}
