import Testing
import TestSupport

@testable import Quality

/// The names of an article, gathered in one pass with hash tables, against a plain account of them.
struct NamesOfArticleTests {
  private static let names = [
    "Marenholt", "Marenhold", "Kovarik", "Lindqvist", "Bergen", "Graz", "Steiner", "Before", "Council", "Anna", "STEINER",
  ]
  private static let words = [
    "the", "council", "said", "that", "steiner", "would", "pay", "for", "ferry", "before", "bergen", "and",
  ]

  @Test func `every capitalised word that is never written small is a name with all its places`() {
    var names = 0
    for seed in 0..<150 {
      var random = SeededGenerator(seed)
      let text = (0..<2 + random.below(6)).map { _ in
        // Half of the small words only, so that some names are never written small.
        let small = Self.words.filter { _ in random.below(2) == 0 } + ["the"]
        let sentence = (0..<4 + random.below(20)).map { _ in random.below(3) == 0 ? random.pick(Self.names) : random.pick(small) }
        return sentence.joined(separator: random.below(8) == 0 ? ", " : " ") + "."
      }.joined(separator: random.below(2) == 0 ? "\n" : " ")
      let article = article(text)
      let found = NamesOfArticle(article).forms
      let expected = Self.forms(article)
      #expect(found.map(\.spelling) == expected.map(\.spelling), "seed \(seed): \(text)")
      #expect(found.map(\.places) == expected.map(\.places), "seed \(seed): \(text)")
      #expect(found.map(\.isInside) == expected.map(\.isInside), "seed \(seed): \(text)")
      names += found.count
    }
    #expect(names > 150)
  }

  private static func forms(_ article: QualityArticle) -> [(spelling: String, places: [Int], isInside: Bool)] {
    let tokens = article.tokens
    func spelling(_ place: Int) -> String { String(decoding: article.bytes[tokens[place].range], as: UTF8.self) }
    let small = Set(tokens.indices.filter { tokens[$0].kind == .word && !tokens[$0].isCapital }.map { spelling($0).lowercased() })
    func isName(_ place: Int) -> Bool {
      let token = tokens[place]
      return token.kind == .word && token.isCapital && !token.isUpper && token.languages == 0 && spelling(place).utf8.count >= 5
        && !small.contains(spelling(place).lowercased())
    }
    func isInside(_ place: Int) -> Bool {
      place > 0 && tokens[place - 1].line == tokens[place].line
        && (tokens[place - 1].kind == .word || spelling(place - 1) == ",")
    }
    var forms: [(spelling: String, places: [Int])] = []
    for place in tokens.indices where isName(place) {
      if let known = forms.firstIndex(where: { $0.spelling == spelling(place) }) {
        forms[known].places.append(place)
      } else {
        forms.append((spelling(place), [place]))
      }
    }
    return forms.map { ($0.spelling, $0.places, $0.places.contains(where: isInside)) }
  }
}
