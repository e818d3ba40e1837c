package import Credits
package import Drift
internal import Tables

/// What is known of an article from its cluster: the version it goes back to and what changed since.
package struct ClusterContext: Sendable {
  /// Whether the article is a machine's rewrite of another version.
  package var isMachineRewrite: Bool
  /// Whether it is the same text as the original but for edits: what differs was changed, not reported anew.
  package var isSameText: Bool
  /// Whether half of the article and more stands in the original word for word, whatever else was made of it.
  package var isPrintedFromOriginal: Bool
  /// Credits of the original; nil when the original is not known or is this article.
  package var original: WireAttribution?
  /// Who published the article, if that is known.
  package var publisher: Publisher?
  /// What drift found between the original, its `a`, and this article, its `b`.
  package var drift: [DriftFinding]

  package init(
    isMachineRewrite: Bool = false, isSameText: Bool, isPrintedFromOriginal: Bool = false, original: WireAttribution?,
    publisher: Publisher? = nil, drift: [DriftFinding]
  ) {
    self.publisher = publisher
    self.isPrintedFromOriginal = isPrintedFromOriginal
    self.isMachineRewrite = isMachineRewrite
    self.isSameText = isSameText
    self.original = original
    self.drift = drift
  }
}

extension DriftFinding {
  /// Whether any flag looks at the finding: terms replaced by misfits and whatever is serious, but for whole sentences more or
  /// less.
  package var countsForFlags: Bool {
    switch category {
    case .addition, .omission: false
    default: severity > .minor || isMisfit
    }
  }

  /// A word that no lexicon takes for the replaced one, as a thesaurus gives it.
  ///
  /// A wider, narrower or like word is what editors choose as well; and where the words around it differ too, the two need not
  /// stand for each other.
  var isMisfit: Bool {
    let isTerm = rule == .termUnrelated || rule == .termSibling || rule == .termDefinition
    return isTerm && confidence >= QualityTuning.standard.samePlace && b != nil
  }

  /// Whether the words on the two sides are the same but for a letter or two: a slip put right, another way to write a letter.
  package func isRespelling(_ original: [UInt8], _ copy: [UInt8]) -> Bool {
    guard let a = a?.range, let b = b?.range, a.upperBound <= original.count, b.upperBound <= copy.count else { return false }
    let (first, second) = (Self.letters(original[a]), Self.letters(copy[b]))
    return EditDistance.within(max(first.count, second.count) >= 10 ? 2 : 1, first, second) != nil
  }

  private static func letters(_ text: ArraySlice<UInt8>) -> [UInt32] {
    String(decoding: text.prefix(400), as: UTF8.self).lowercased().unicodeScalars.filter(\.properties.isAlphabetic).map(\.value)
  }

  /// Bytes of this article's text; empty when the words are missing here.
  var rangeInCopy: Range<Int> { b?.range ?? 0..<0 }
}
