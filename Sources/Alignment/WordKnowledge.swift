package import TextAnalysis
package import Lexicon

/// What the lexicon knows about words, by their numbers in one ``WordTable``, remembered for the session.
package final class WordKnowledge {
  package let words: WordTable

  package init(words: WordTable) {
    self.words = words
  }
}
