import Articles
internal import Text
import Alignment

/// How sure it is that one name took the place of another; the formulas stand at ``NameRule``.
struct NameConfidence {
  /// Names that cannot be one, in places that have something in common.
  static let distinct = DriftTuning.standard.replacements.distinctNames
  private static let sufficientFit = 0.2
  private static let ampleFit = 0.75

  private let spelling: NameSpelling
  private let variants: NameVariants
  private let surroundings: Surroundings

  init(resources: DriftResources) {
    spelling = NameSpelling(knowledge: resources.knowledge)
    variants = NameVariants(knowledge: resources.knowledge)
    surroundings = Surroundings(resources: resources)
  }

  /// Of two names left over in places that fit each other as `fit` says.
  func ofExchange(
    _ x: NameMatching.Item, _ y: NameMatching.Item, fit: Double, isSole: Bool, _ pair: SentencePair,
    _ context: DriftContext
  ) -> Double {
    let verdict = variants.verdict(x, y, pair)
    if verdict == .variant { return 0.25 }
    if fit < Self.sufficientFit || occurElsewhere(x, y, pair, context) { return 0.45 }
    let confidence = (pair.closeness < 0.8 ? 0.50 : 0.40 + 0.35 * pair.trust) * (verdict <= .code ? 0.8 : 1)
    // Alone in places that have much in common, ordinary words will do.
    let isClear = fit >= Self.ampleFit && (isSole || verdict == .nationality)
    return verdict == .distinct || verdict > .code && isClear ? max(confidence, Self.distinct) : confidence
  }

  /// Either name stands somewhere in the other article: moved, not exchanged.
  private func occurElsewhere(_ x: NameMatching.Item, _ y: NameMatching.Item, _ pair: SentencePair, _ context: DriftContext)
    -> Bool
  {
    guard !context.isSentenceLevel else { return false }
    return x.unmatched.contains { context.occurrences.wordsOfB.contains(pair.a.ids[$0]) }
      || y.unmatched.contains { context.occurrences.wordsOfA.contains(pair.b.ids[$0]) }
  }

  /// Of two names of which words are aligned with each other.
  func ofReplacement(
    _ x: NameMatching.Item, _ y: NameMatching.Item, _ reader: PairReader, _ context: DriftContext
  ) -> Double {
    let pair = reader.pair
    let i = x.unmatched.first { pair.match(a: $0).map(y.unmatched.contains) ?? false } ?? x.positions.lowerBound
    let j = pair.match(a: i) ?? y.positions.lowerBound
    let local = max(pair.localContext(i, j), edgeContext(x.positions, y.positions, pair))
    let verdict = variants.verdict(x, y, pair)
    let isWhole = x.isWhollyUnmatched && y.isWhollyUnmatched
    var confidence: Double
    if isWhole {
      confidence = (0.48 + 0.5 * local) * (0.75 + 0.25 * min(1, max(0, (pair.closeness - 0.45) / 0.3)))
    } else if x.unmatched.count > 1, y.unmatched.count > 1 {
      confidence = 0.55 + 0.2 * pair.trust
    } else {
      confidence = (0.35 + 0.3 * pair.trust) * (0.65 + 0.35 * local)
    }
    switch verdict {
    case .variant: confidence = min(0.54, confidence * 0.6)
    case .code:
      confidence *=
        (0.7 + 0.3 * pair.trust) * (isGloss(x, pair.a) || isGloss(y, pair.b) ? DriftTuning.standard.names.code : 1)
    case .nationality where !isWhole, .translation, .words: break
    case .nationality, .distinct:
      if !isWhole, local >= 0.75, spelling.areFarApart(pair.a.ids[i], pair.b.ids[j]) { confidence = max(confidence, 0.70) }
      if !occurElsewhere(x, y, pair, context),
        surroundings.fit(x.positions, y.positions, ignoring: ([], []), reader) >= Self.sufficientFit
      {
        confidence = max(confidence, Self.distinct)
      }
    }
    return confidence
  }

  /// "Total (TOTF)": a code in brackets glosses the name before it.
  private func isGloss(_ item: NameMatching.Item, _ side: SentenceSide) -> Bool {
    let token = side.words[item.positions.lowerBound] - 1
    return token >= 0 && side.text.tokens[token].kind == .mark
      && side.text.bytes[Int(side.text.tokens[token].start)] == UInt8(ascii: "(")
  }

  /// How well the words around two whole names agree; names of different length have no common neighbours inside.
  private func edgeContext(_ x: Range<Int>, _ y: Range<Int>, _ pair: SentencePair) -> Double {
    func agree(_ i: Int, _ j: Int) -> Double {
      let outA = i < 0 || i >= pair.a.count
      let outB = j < 0 || j >= pair.b.count
      if outA && outB { return 1 }
      guard !outA, !outB else { return 0 }
      return pair.match(a: i) == j ? 1 : 0
    }
    let near = agree(x.lowerBound - 1, y.lowerBound - 1) + agree(x.upperBound, y.upperBound)
    let far = agree(x.lowerBound - 2, y.lowerBound - 2) + agree(x.upperBound + 1, y.upperBound + 1)
    return (near + 0.6 * far) / 3.2
  }
}
