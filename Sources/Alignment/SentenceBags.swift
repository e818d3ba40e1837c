internal import RealModule
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

/// Weights of the terms of two articles by how many sentences of both hold them: log(1 + N / df).
///
/// Weights are rounded to multiples of 2^-32, so that their sums are exact and do not depend on the order of the terms.
struct TermWeights {
  private typealias Slot = SentenceTerms.Slot

  private var ofA: [Double]
  private var ofB: [Double]
  /// The slot in B of a term of A, -1 for none.
  let counterparts: [SentenceTerms.Slot]
  /// Weight of every sentence.
  let totalsOfA: [Double]
  let totalsOfB: [Double]

  /// Complexity: O(n + m) in the articles' terms.
  init(_ a: SentenceTerms, _ b: SentenceTerms) {
    let scale = FrequencyScale(sentences: a.count + b.count)
    ofA = a.terms.indices.map { scale[a.holderCount($0)] }
    ofB = b.terms.indices.map { scale[b.holderCount($0)] }
    counterparts = a.counterparts(in: b)
    for (slot, other) in counterparts.enumerated() where other >= 0 {
      let weight = scale[a.holderCount(slot) + b.holderCount(Int(other))]
      ofA[slot] = weight
      ofB[Int(other)] = weight
    }
    totalsOfA = (0..<a.count).map { [ofA] in Self.sum(a.slots($0), ofA) }
    totalsOfB = (0..<b.count).map { [ofB] in Self.sum(b.slots($0), ofB) }
  }

  private static func sum(_ slots: ArraySlice<Slot>, _ weights: [Double]) -> Double {
    slots.reduce(0) { $0 + weights[Int($1)] }
  }

  /// 2 w(a ∩ b) / (w(a) + w(b)) of neighbouring sentences of A and of B, 0 to 1, symmetric, 1 for equal bags.
  ///
  /// Complexity: O(n + m) for a sentence of each.
  func dice(_ first: Range<Int>, of a: SentenceTerms, _ second: Range<Int>, of b: SentenceTerms) -> Double {
    let sum = totalsOfA[first].reduce(0, +) + totalsOfB[second].reduce(0, +)
    return dice(a.slots(first), b.slots(second), sum: sum)
  }

  /// What some sentences have that their counterparts lack, and how much of it another sentence says.
  struct Gap {
    fileprivate(set) var weight = 0.0
    fileprivate(set) var filled = 0.0
    /// How many terms are filled in.
    fileprivate(set) var terms = 0

    private var last: SentenceTerms.Slot = -1

    /// A term by its slot, ascending; `terms` counts a repeated one once.
    fileprivate mutating func add(_ slot: SentenceTerms.Slot, _ weight: Double, isFilled: Bool) {
      self.weight += weight
      if isFilled {
        filled += weight
        if slot != last { terms += 1 }
      }
      last = slot
    }
  }

  /// The terms of `b` that `a` lacks, and those of them that `sentence` of A holds.
  func gapOfB(
    _ b: ArraySlice<SentenceTerms.Slot>, _ a: ArraySlice<SentenceTerms.Slot>, filledBy sentence: ArraySlice<SentenceTerms.Slot>
  )
    -> Gap
  {
    let known = Set(a.map { counterparts[Int($0)] })
    let said = Set(sentence.map { counterparts[Int($0)] })
    var gap = Gap()
    for slot in b where !known.contains(slot) { gap.add(slot, ofB[Int(slot)], isFilled: said.contains(slot)) }
    return gap
  }

  /// The terms of `a` that `b` lacks, and those of them that `sentence` of B holds.
  func gapOfA(
    _ a: ArraySlice<SentenceTerms.Slot>, _ b: ArraySlice<SentenceTerms.Slot>, filledBy sentence: ArraySlice<SentenceTerms.Slot>
  )
    -> Gap
  {
    let known = Set(b)
    let said = Set(sentence)
    var gap = Gap()
    for slot in a where !known.contains(counterparts[Int(slot)]) {
      gap.add(slot, ofA[Int(slot)], isFilled: said.contains(counterparts[Int(slot)]))
    }
    return gap
  }

  private func dice(_ a: ArraySlice<Slot>, _ b: ArraySlice<Slot>, sum: Double) -> Double {
    guard sum > 0 else { return 0 }
    var shared = 0.0
    var j = b.startIndex
    for slot in a {
      let other = counterparts[Int(slot)]
      guard other >= 0 else { continue }
      while j < b.endIndex, b[j] < other { j += 1 }
      guard j < b.endIndex else { break }
      if b[j] == other {
        shared += ofA[Int(slot)]
        j += 1
      }
    }
    return 2 * shared / sum
  }
}

/// log(1 + N / df) for every df there can be.
private struct FrequencyScale {
  private static let unit = 4_294_967_296.0
  private let weights: [Double]

  init(sentences: Int) {
    weights = (0...sentences).map { frequency in
      (Double.log(1 + Double(sentences) / Double(max(1, frequency))) * Self.unit).rounded() / Self.unit
    }
  }

  subscript(frequency: Int) -> Double { weights[frequency] }
}
