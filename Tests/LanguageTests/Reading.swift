import TestSupport
import Text

/// A text read for a test.
struct Reading {
  let text: LinguisticText
  /// Every token folded.
  let folded: [String]
  /// The unit of every figure, folded.
  let units: [String]

  init(_ string: String, language: Language? = .english, common: Set<String> = []) {
    (text, folded, units) = Analyzers.read(language) { analysis in
      let words = analysis.words
      let text = analysis.read(Array(string.utf8)) { common.contains(words.string($0)) }
      return (text, text.tokens.map { words.string($0.word) }, text.figures.map { words.string($0.unit) })
    }
  }

  /// Every token as it is written.
  var tokens: [String] { text.tokens.indices.map { text.string($0..<$0 + 1) } }
  var sentences: [String] { text.sentences.map { text.string($0) } }
  var quotations: [String] { text.quotations.map { text.string($0.tokens) } }
  var names: [String] { text.names.map { text.string($0.core) } }
}
