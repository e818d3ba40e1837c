package import Credits
package import Drift
internal import Text
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
  /// Of an article that is no version of another: what other reports of the event quote otherwise.
  package var otherWordings: [OtherWording]

  package init(
    isMachineRewrite: Bool = false, isSameText: Bool, isPrintedFromOriginal: Bool = false, original: WireAttribution?,
    publisher: Publisher? = nil, drift: [DriftFinding] = [], otherWordings: [OtherWording] = []
  ) {
    self.publisher = publisher
    self.isPrintedFromOriginal = isPrintedFromOriginal
    self.isMachineRewrite = isMachineRewrite
    self.isSameText = isSameText
    self.original = original
    self.drift = drift
    self.otherWordings = otherWordings
  }
}

/// Words of a quotation that another report of the event has otherwise.
package struct OtherWording: Sendable, Hashable {
  /// Bytes of the article as it came in.
  package let range: Range<Int>
  /// What the other report has there.
  package let words: String

  /// Takes a finding of drift apart: its span in the article, and the one in another report, whose text is `text`; nil when
  /// either lacks the words.
  package init?(at own: DriftFinding.Span?, other: DriftFinding.Span?, in text: [UInt8]) {
    guard let own, let other, other.end <= text.count else { return nil }
    range = own.range
    words = text.span.string(other.range)
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

  /// Whether what stands around the words agrees letter by letter, before and behind together for
  /// ``QualityTuning/sameUtterance``: one thing that somebody said, and not two that are alike.
  package func isSameUtterance(_ original: [UInt8], _ copy: [UInt8]) -> Bool {
    guard let a = a?.range, let b = b?.range, a.upperBound <= original.count, b.upperBound <= copy.count else { return false }
    let before = Self.common(
      Self.letters(original[..<a.lowerBound].suffix(Self.surroundings)).reversed(),
      Self.letters(copy[..<b.lowerBound].suffix(Self.surroundings)).reversed())
    let behind = Self.common(Self.letters(original[a.upperBound...]), Self.letters(copy[b.upperBound...]))
    return before + behind >= QualityTuning.standard.sameUtterance
  }

  private static func common(_ a: [UInt32], _ b: [UInt32]) -> Int { zip(a, b).prefix { $0 == $1 }.count }

  /// Bytes around the words that are looked at.
  private static let surroundings = 400

  private static func letters(_ text: ArraySlice<UInt8>) -> [UInt32] {
    String(decoding: text.prefix(surroundings), as: UTF8.self).lowercased().unicodeScalars.filter(\.properties.isAlphabetic)
      .map(\.value)
  }

  /// Bytes of this article's text; empty when the words are missing here.
  var rangeInCopy: Range<Int> { b?.range ?? 0..<0 }
}
