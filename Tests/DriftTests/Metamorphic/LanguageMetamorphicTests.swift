import Drift
import Lexicon
import TestSupport
import Testing

/// What must change nothing in any language: the order of sentences, white space, quotation marks, what only one text has.
@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct LanguageMetamorphicTests {
  // A suite is made for every test, the analyzer with it.
  private let analyzer = DriftAnalyzer()

  private func serious(_ a: [String], _ b: [String], _ separator: String = " ") -> [DriftFinding] {
    analyzer.compare(a.joined(separator: " "), b.joined(separator: separator)).findings.filter { $0.severity > .minor }
  }

  @Test(arguments: InventedSentences.all) func `sentences in another order, and other white space, change nothing`(
    language: InventedSentences.Language
  ) {
    for seed in 0..<3 {
      var random = SeededGenerator(seed)
      let found = serious(language.sentences, language.sentences.shuffled(using: &random))
      #expect(found.isEmpty, "\(found.map(\.message))")
    }
    for separator in ["\n", "\n\n", "  ", "\u{A0}", "\r\n", " \t"] {
      let found = serious(language.sentences, language.sentences, separator)
      #expect(found.isEmpty, "\(separator.debugDescription): \(found.map(\.message))")
    }
  }

  @Test(arguments: InventedSentences.all) func `the shape of quotation marks and apostrophes changes nothing`(
    language: InventedSentences.Language
  ) {
    let marks: [[(String, String)]] = [
      [("“", "\""), ("”", "\""), ("„", "\""), ("«", "\""), ("»", "\"")], [("“", "«"), ("”", "»"), ("„", "«")],
      [("«", "“"), ("»", "”"), ("„", "“")], [("’", "'"), ("'", "’")],
    ]
    for exchanges in marks {
      // A German closing mark is an English opening one: exchanged by halves it would close nothing.
      if language.code == "de", exchanges.count != 5 { continue }
      let other = language.sentences.map { sentence in exchanges.reduce(sentence) { $0.replacing($1.0, with: $1.1) } }
      let found = serious(language.sentences, other)
      #expect(found.isEmpty, "\(exchanges): \(found.map(\.message))")
    }
  }

  /// A sentence that both have, wherever it stands, is no change, and hides none.
  @Test(arguments: InventedSentences.all) func `a sentence that is put into both texts changes no finding`(
    language: InventedSentences.Language
  ) {
    let figures = language.sentences.firstIndex { $0.contains("3.5") || $0.contains("3,5") } ?? 0
    let changed = language.sentences.map { $0.replacing("3.5", with: "8.5").replacing("3,5", with: "8,5") }
    let plain = serious(language.sentences, changed)
    #expect(plain.contains { $0.category == .number }, "\(plain.map(\.message))")
    for place in [0, figures, language.sentences.count - 1] {
      var (a, b) = (language.sentences, changed)
      let extra = language.sentences[(place + 3) % language.sentences.count]
      guard !extra.contains("3.5"), !extra.contains("3,5") else { continue }
      a.insert(extra, at: place)
      b.insert(extra, at: place)
      let found = serious(a, b)
      #expect(found.map(\.rule) == plain.map(\.rule), "\(found.map(\.message))")
    }
  }

  @Test(arguments: InventedSentences.all) func `swapped texts have the changes of figures on the other side`(
    language: InventedSentences.Language
  ) {
    let changed = language.sentences.map { $0.replacing("3.5", with: "8.5").replacing("3,5", with: "8,5") }
    let there = serious(language.sentences, changed), back = serious(changed, language.sentences)
    #expect(there.map(\.rule) == back.map(\.rule) && there.map(\.severity) == back.map(\.severity))
    #expect(there.map(\.a?.range) == back.map(\.b?.range) && there.map(\.b?.range) == back.map(\.a?.range))
  }

  @Test(arguments: InventedSentences.all) func `what one text leaves out is an omission and nothing else`(
    language: InventedSentences.Language
  ) {
    for place in language.sentences.indices {
      var shorter = language.sentences
      shorter.remove(at: place)
      let gone = serious(language.sentences, shorter).filter { $0.category != .omission }
      #expect(gone.isEmpty, "without \(language.sentences[place]): \(gone.map(\.message))")
      let added = serious(shorter, language.sentences).filter { $0.category != .addition }
      #expect(added.isEmpty, "with \(language.sentences[place]): \(added.map(\.message))")
    }
  }
}
