import Text

/// A text read for a test.
struct Reading {
  let words = WordTable()
  let text: LinguisticText

  init(_ string: String, common: Set<String> = []) {
    let analysis = LinguisticAnalysis(words: words)
    let words = self.words
    text = analysis.read(Array(string.utf8)) { common.contains(words.string($0)) }
  }

  /// Every token as it is written.
  var tokens: [String] { text.tokens.indices.map { text.string($0..<$0 + 1) } }
  /// Every token folded.
  var folded: [String] { text.tokens.map { words.string($0.word) } }
  var sentences: [String] { text.sentences.map { text.string($0) } }
  var quotations: [String] { text.quotations.map { text.string($0.tokens) } }
  var names: [String] { text.names.map { text.string($0.core) } }
}
