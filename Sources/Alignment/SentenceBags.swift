package import TextAnalysis

/// The sentences of an article as bags of terms: lemmas of content words, and figures by value.
///
/// Made once an article, whatever it is compared with. A term is spoken of by its *slot*, its place among the article's different
/// terms, so that comparing two articles takes a merge of their terms and no look-up.
package struct SentenceBags {
  /// A lemma's number, or a figure's value hashed into the upper half.
  typealias Term = UInt64
  typealias Slot = Int32

  /// The different terms, ascending.
  private(set) var terms: [Term] = []
  /// The slots of all sentences one after the other, ascending in each, repeated ones repeated.
  private var slots: [Slot] = []
  private var starts: [Int] = [0]
  /// The sentences that hold a term, ascending, one term after the other.
  private var holders: [Int32] = []
  private var holderStarts: [Int] = [0]

  /// How many sentences there are.
  var count: Int { starts.count - 1 }

  package init(_ text: LinguisticText, knowledge: WordKnowledge) {
    var reader = TermReader(text, knowledge)
    var found: [Term] = []
    for sentence in text.sentences {
      reader.appendTerms(of: sentence, to: &found)
      starts.append(found.count)
    }
    number(found)
    invert()
  }

  /// The slots of neighbouring sentences, ascending.
  func slots(_ sentences: Range<Int>) -> [Slot] {
    let all = slots[starts[sentences.lowerBound]..<starts[sentences.upperBound]]
    return sentences.count == 1 ? Array(all) : all.sorted()
  }

  func slots(_ sentence: Int) -> ArraySlice<Slot> { slots[starts[sentence]..<starts[sentence + 1]] }

  /// The sentences that hold a term.
  func holders(_ slot: Int) -> ArraySlice<Int32> { holders[holderStarts[slot]..<holderStarts[slot + 1]] }

  /// Numbers the terms in ascending order.
  private mutating func number(_ found: [Term]) {
    let places = found.indices.sorted { found[$0] < found[$1] }
    slots = [Slot](repeating: 0, count: found.count)
    for place in places {
      if terms.last != found[place] { terms.append(found[place]) }
      slots[place] = Slot(terms.count - 1)
    }
    for sentence in 0..<count { slots[starts[sentence]..<starts[sentence + 1]].sort() }
  }

  /// Lists the sentences of each term.
  private mutating func invert() {
    var sizes = [Int](repeating: 0, count: terms.count)
    forEachHolder { slot, _ in sizes[slot] += 1 }
    for size in sizes { holderStarts.append((holderStarts.last ?? 0) + size) }
    var next = holderStarts
    var holders = [Int32](repeating: 0, count: holderStarts.last ?? 0)
    forEachHolder { slot, sentence in
      holders[next[slot]] = Int32(sentence)
      next[slot] += 1
    }
    self.holders = holders
  }

  /// Calls `body` once for each different term of each sentence.
  private func forEachHolder(_ body: (_ slot: Int, _ sentence: Int) -> Void) {
    for sentence in 0..<count {
      var last: Slot = -1
      for slot in slots(sentence) where slot != last {
        last = slot
        body(Int(slot), sentence)
      }
    }
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
