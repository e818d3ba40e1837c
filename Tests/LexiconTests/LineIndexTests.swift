import TestSupport
import Testing

@testable import Lexicon

/// The index of lines against the search by bisection.
struct LineIndexTests {
  @Test(arguments: 0..<20)
  func `a line is found where bisection finds it`(seed: Int) {
    var random = SeededGenerator(seed)
    func word() -> String {
      String((0..<1 + Int.random(in: 0..<3, using: &random)).map { _ in "abc-_".randomElement(using: &random)! })
    }
    // Keys twice, as the exceptions have some; a licence that begins with blanks; no break at the end now and then.
    let lines = (0..<Int.random(in: 0..<60, using: &random)).map { "\(word()) \($0) x" }.sorted {
      Array($0.utf8.prefix { $0 > 32 }).lexicographicallyPrecedes(Array($1.utf8.prefix { $0 > 32 }))
    }
    let text = "  licence\n  a b\n" + lines.joined(separator: "\n") + (seed % 2 == 0 ? "\n" : "")
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes.span)
    for key in lines.map({ String($0.prefix { $0 != " " }) }) + (0..<200).map({ _ in word() }) + ["", "licence"] {
      let expected = SortedLines.find(Array(key.utf8), in: bytes.span)
      #expect(index.find(Array(key.utf8), in: bytes.span) == expected, "\(key)")
      #expect(index.contains(Array(key.utf8), in: bytes.span) == (expected != nil))
    }
  }

  @Test(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
  func `two words are forms of each other when their relation says so`() {
    let session = LexiconSession()
    let words = [
      "destroy", "destruction", "destroyed", "run", "ran", "running", "Paris", "Parisian", "organise", "organize", "city",
      "cities", "xqzt",
      "", "growth", "grow", "harm", "harmless", "quick", "quickly", "France", "French", "said", "saying", "happy", "unhappiness",
    ].map { session.id(for: $0) }
    for first in words {
      for second in words {
        let relation = session.relation(first, second)
        #expect(session.areForms(first, second) == (relation.isSameWord || relation.isDerived))
      }
    }
  }
}
