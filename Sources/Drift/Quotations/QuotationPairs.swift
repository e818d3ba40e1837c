import Articles
import Text

/// Quotations of two articles that are the same or nearly so, wherever they stand.
///
/// Complexity: linear in the quotations' words but for pairs of words that occur in many quotations, which are cut at 50.
struct QuotationPairs {
  /// Quotations looked at in each article.
  static let limit = 200
  private static let mostPostings = 50

  /// Indices into the quotations of the one and the other article.
  private(set) var pairs: [(a: Int, b: Int)] = []

  private struct Bigram: Hashable {
    var first: WordNumber
    var second: WordNumber
  }

  /// Pairs of which the shorter quotation has `shortest` words and .7 of its pairs of words in the longer one.
  init(_ a: LinguisticText, _ b: LinguisticText, shortest: Int) {
    var places: [Bigram: [Int]] = [:]
    let second = Self.bigrams(b)
    for (index, bigrams) in second.enumerated() where bigrams.count + 1 >= shortest {
      for bigram in bigrams where places[bigram, default: []].count < Self.mostPostings {
        places[bigram, default: []].append(index)
      }
    }
    for (index, bigrams) in Self.bigrams(a).enumerated() where bigrams.count + 1 >= shortest {
      var shared: [Int: Int] = [:]
      for bigram in bigrams { for other in places[bigram] ?? [] { shared[other, default: 0] += 1 } }
      for other in shared.keys.sorted() {
        if (shared[other] ?? 0) * 10 >= min(bigrams.count, second[other].count) * 7 { pairs.append((index, other)) }
      }
    }
  }

  /// Different pairs of neighbouring words of each quotation.
  private static func bigrams(_ text: LinguisticText) -> [Set<Bigram>] {
    text.quotations.prefix(limit).map { quotation in
      let words = text.tokens[quotation.tokens].lazy.filter { $0.kind != .mark && $0.kind != .quote }.map(\.word)
      return Set(zip(words, words.dropFirst()).map { Bigram(first: $0, second: $1) })
    }
  }
}
