import TestSupport
import Text
import Testing

struct SentenceTermsTests {
  @Test(arguments: 0..<20) func `sentences keep their terms, and terms know their sentences`(seed: Int) {
    var generator = SeededGenerator(seed)
    let sentences = Self.sentences(&generator)
    let terms = Self.terms(sentences)
    #expect(terms.terms == Set(sentences.joined()).sorted())
    for (number, sentence) in sentences.enumerated() {
      #expect(terms.slots(number).map { terms.terms[Int($0)] } == sentence.sorted())
    }
    for (slot, term) in terms.terms.enumerated() {
      #expect(terms.firstPlaces[slot] == Array(sentences.joined()).firstIndex(of: term))
      #expect(terms.holderCount(slot) == terms.holders(slot).count)
      #expect(terms.holders(slot).map(Int.init) == sentences.indices.filter { sentences[$0].contains(term) })
    }
    #expect(terms.slots(0..<terms.count).map { terms.terms[Int($0)] } == sentences.joined().sorted())
  }

  @Test(arguments: 0..<20) func `counterparts are the same terms`(seed: Int) {
    var generator = SeededGenerator(seed)
    let a = Self.terms(Self.sentences(&generator)), b = Self.terms(Self.sentences(&generator))
    let expected = a.terms.map { term in b.terms.firstIndex(of: term) ?? -1 }
    #expect(a.counterparts(in: b).map(Int.init) == expected)
  }

  @Test func `a text without sentences has no terms`() {
    let terms = SentenceTerms([], starts: [0])
    #expect(terms.count == 0)
    #expect(terms.terms.isEmpty)
  }

  private static func sentences(_ generator: inout SeededGenerator) -> [[UInt64]] {
    (0..<generator.below(9) + 1).map { _ in
      (0..<generator.below(13)).map { _ in UInt64(generator.below(15)) << 60 | 7 }
    }
  }

  private static func terms(_ sentences: [[UInt64]]) -> SentenceTerms {
    SentenceTerms(Array(sentences.joined()), starts: sentences.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) })
  }
}
