internal import Text

/// How much a word says about which text it is in, for the SimHash.
package enum WordWeights {
  /// The weight of a word by its hash: small for function words, 1 for all others.
  ///
  /// Document frequencies would weigh better, but a SimHash must be the same in every batch and language.
  package static func weight(_ hash: UInt64) -> Float {
    StopWords.standard.contains(hash) ? 0.1 : 1
  }
}
