/// The senses of a word and what is derived from it: all that tells whether two words are one in another shape.
///
/// Names are held against every word of a sentence to see that; the rest of ``WordFeatures`` costs ten times as much and is made only for
/// words whose relation is asked for.
final class WordSenses: Sendable {
  /// Words of synsets: the word itself.
  let senses: [Ranked]
  /// Words one derivation away.
  let derivations: [Ranked]

  init(_ analysis: WordAnalysis, session: LexiconSession) {
    var senses: [Ranked] = []
    var derivations: [Ranked] = []
    if let wordNet = session.lexicon.wordNet {
      for lemma in analysis.lemmas {
        let key = Lemmatizer.key(lemma.text)
        let word = String(decoding: key, as: UTF8.self)
        for (index, id) in wordNet.synsets(of: key, lemma.pos).enumerated() {
          guard let synset = session.synset(id) else { continue }
          let rank = UInt8(clamping: index + 1)
          let number = synset.number(of: word)
          if number > 0 { senses.append(Ranked(SenseKey.pack(id, word: number), rank)) }
          guard index < WordFeatures.derivationSense else { continue }
          for pointer in synset.pointers where pointer.isDerivation(from: number) {
            derivations.append(Ranked(SenseKey.pack(pointer.target, word: pointer.targetWord), rank))
          }
        }
      }
    }
    self.senses = Ranked.normalized(senses)
    self.derivations = Ranked.normalized(derivations)
  }

  /// One is derived from the other, or both from a third.
  func areDerived(_ other: WordSenses) -> Bool {
    Ranked.bestShared(derivations, other.senses) > 0 || Ranked.bestShared(other.derivations, senses) > 0
      || Ranked.bestShared(derivations, other.derivations) > 0
  }
}
