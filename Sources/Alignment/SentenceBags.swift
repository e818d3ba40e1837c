import TextAnalysis

/// The sentences of an article as bags of weighted terms: lemmas of content words, and figures by value.
struct SentenceBags {
  /// A lemma's number, or a figure's value hashed into the upper half.
  typealias Term = UInt64

  /// Sorted terms of every sentence, repeated ones repeated.
  private(set) var bags: [[Term]] = []

  init(_ text: LinguisticText, knowledge: WordKnowledge) {
    var figure = 0
    for sentence in text.sentences {
      var bag: [Term] = []
      var figureEnd = 0
      for index in sentence {
        while figure < text.figures.count, text.figures[figure].tokens.upperBound <= index { figure += 1 }
        if figure < text.figures.count, text.figures[figure].tokens.contains(index) {
          if text.figures[figure].tokens.lowerBound >= figureEnd {
            bag.append(1 << 63 | text.figures[figure].value.bitPattern >> 1)
            figureEnd = text.figures[figure].tokens.upperBound
          }
          continue
        }
        let token = text.tokens[index]
        guard token.kind == .word || token.kind == .number, !knowledge.isStop(token.word) || token.shape.contains(.name) else {
          continue
        }
        bag.append(Term(knowledge.lemma(token.word)))
      }
      if bag.isEmpty {
        for index in sentence where text.tokens[index].kind == .word { bag.append(Term(text.tokens[index].word)) }
      }
      bags.append(bag.sorted())
    }
  }
}

/// Weights of terms by how many sentences of both articles hold them: log(1 + N / df).
struct TermWeights {
  private var documentFrequency: [SentenceBags.Term: Int32] = [:]
  private let sentences: Double

  init(_ a: SentenceBags, _ b: SentenceBags) {
    sentences = Double(a.bags.count + b.bags.count)
    for bags in [a.bags, b.bags] {
      for bag in bags {
        var last: SentenceBags.Term?
        for term in bag where term != last {
          documentFrequency[term, default: 0] += 1
          last = term
        }
      }
    }
  }

  func frequency(_ term: SentenceBags.Term) -> Int { Int(documentFrequency[term] ?? 0) }

  func weight(_ term: SentenceBags.Term) -> Double {
    let frequency = Double(documentFrequency[term] ?? 1)
    return Logarithm.natural(1 + sentences / frequency)
  }

  func total(_ bag: [SentenceBags.Term]) -> Double { bag.reduce(0) { $0 + weight($1) } }

  /// 2 w(a ∩ b) / (w(a) + w(b)), 0 to 1, symmetric, 1 for equal bags.
  ///
  /// Both sorted. Complexity: O(n + m).
  func dice(_ a: [SentenceBags.Term], _ b: [SentenceBags.Term]) -> Double {
    let sum = total(a) + total(b)
    guard sum > 0 else { return 0 }
    var shared = 0.0
    var i = 0
    var j = 0
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        shared += weight(a[i])
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return 2 * shared / sum
  }

  /// The terms of one sorted bag that another has too, as often as both have them.
  static func intersection(_ a: [SentenceBags.Term], _ b: [SentenceBags.Term]) -> [SentenceBags.Term] {
    split(a, by: b).shared
  }

  /// The terms of one sorted bag that another lacks.
  static func difference(_ a: [SentenceBags.Term], _ b: [SentenceBags.Term]) -> [SentenceBags.Term] { split(a, by: b).rest }

  private static func split(
    _ a: [SentenceBags.Term], by b: [SentenceBags.Term]
  ) -> (shared: [SentenceBags.Term], rest: [SentenceBags.Term]) {
    var result: (shared: [SentenceBags.Term], rest: [SentenceBags.Term]) = ([], [])
    var j = 0
    for term in a {
      while j < b.count, b[j] < term { j += 1 }
      if j < b.count, b[j] == term {
        result.shared.append(term)
        j += 1
      } else {
        result.rest.append(term)
      }
    }
    return result
  }
}
