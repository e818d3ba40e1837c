import Alignment
import Articles
import Lexicon
internal import Text

/// How sure it is that one name took the place of another; the formulas stand at ``NameRule``.
struct NameConfidence {
  /// Names that cannot be one, in places that have something in common.
  static let distinct = DriftTuning.standard.replacements.distinctNames
  private let replaced = DriftTuning.standard.names.replaced
  private let exchanged = DriftTuning.standard.names.exchanged

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
    if verdict == .variant { return exchanged.variant }
    if fit < exchanged.sufficientFit || occurElsewhere(x, y, pair, context) { return exchanged.stray }
    let confidence =
      (pair.closeness < exchanged.copied ? exchanged.free : exchanged.byTrust(pair.trust))
      * (verdict <= .code ? exchanged.code : 1)
    // Alone in places that have much in common, ordinary words will do.
    let isClear = fit >= exchanged.ampleFit && (isSole || verdict == .nationality)
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
      confidence =
        replaced.whole(local)
        * replaced.byCloseness(min(1, max(0, (pair.closeness - replaced.closenessLeast) / replaced.closenessSpan)))
    } else if x.unmatched.count > 1, y.unmatched.count > 1 {
      confidence = replaced.parts(pair.trust)
    } else {
      confidence = replaced.part(pair.trust) * replaced.partByContext(local)
    }
    switch verdict {
    case .variant:
      let areOthers =
        x.unmatched.count == 1 && y.unmatched.count == 1 && !occurElsewhere(x, y, pair, context)
        && spelling.isCopied(pair, context)
        && isProper(pair.a.ids[i]) && isProper(pair.b.ids[j]) && spelling.areOthers(pair.a.ids[i], pair.b.ids[j])
      confidence = areOthers ? replaced.farApart : min(replaced.variantMost, confidence * replaced.variant)
    case .code:
      confidence *=
        replaced.codeByTrust(pair.trust) * (isGloss(x, pair.a) || isGloss(y, pair.b) ? DriftTuning.standard.names.code : 1)
    case .nationality where !isWhole, .translation, .words: break
    case .nationality, .distinct:
      if !isWhole, local >= replaced.farApartContext, spelling.areFarApart(pair.a.ids[i], pair.b.ids[j]) {
        confidence = max(confidence, replaced.farApart)
      }
      if !occurElsewhere(x, y, pair, context),
        surroundings.fit(x.positions, y.positions, ignoring: ([], []), reader) >= exchanged.sufficientFit
      {
        confidence = max(confidence, Self.distinct)
      }
    }
    return confidence
  }

  /// No ordinary word, which a name may be translated with.
  private func isProper(_ word: WordNumber) -> Bool { !spelling.knowledge.traits(word).contains(.common) }

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
    return (near + replaced.farNeighbour * far) / (2 * (1 + replaced.farNeighbour))
  }
}

/// How well the words round a phrase of the one sentence fit those round a phrase of the other.
///
/// The sum over pairs of like words within ``reach`` of both phrases, each word used once, of likeness times weight over the
/// geometric mean of the two distances (or, steep, over their product). Words of open class and names weigh 1, function words .6,
/// articles, "of" and "and" .1. A word on the other side of the phrase counts .25 if it can only be a verb or joins phrases, else
/// .7, since "coach Ana Lind" and "Ana Lind, the coach" say the same while "warned Ana Lind" and "Ana Lind warned" do not.
struct Surroundings {
  static let reach = 5
  private let articles: WordSet
  private let isSteep: Bool
  private let tuning = DriftTuning.standard.names.surroundings

  /// Steep: the product of the two distances counts in place of their geometric mean, which sets neighbours far above what stands
  /// three words off.
  init(resources: DriftResources, isSteep: Bool = false) {
    self.isSteep = isSteep
    articles = resources.set("the", "a", "an", "'s", "of", "and")
  }

  /// A word beside a phrase, with what is asked of it once for each word on the other side.
  private struct Neighbour {
    var position: Int
    /// Below 0 on the left.
    var offset: Int
    var word: WordNumber
    var isName: Bool
    var isContent: Bool
    var isStop: Bool
  }

  /// How well the places fit; `ignored` are positions on each side that are themselves in question and prove nothing.
  func fit(_ first: Range<Int>, _ second: Range<Int>, ignoring ignored: (a: [Range<Int>], b: [Range<Int>]), _ reader: PairReader)
    -> Double
  {
    let ones = neighbours(first, .a, ignored.a, reader)
    let others = neighbours(second, .b, ignored.b, reader)
    var values: [(value: Double, x: Int, y: Int)] = []
    for (x, one) in ones.enumerated() {
      for (y, other) in others.enumerated() {
        let value = value(one, other, reader)
        if value > 0 { values.append((value, x, y)) }
      }
    }
    func order(_ pair: (value: Double, x: Int, y: Int)) -> (Double, Int, Int, Int, Int) {
      let (x, y) = (ones[pair.x].offset, others[pair.y].offset)
      return (pair.value, -abs(x + y), x + y, x * y, x)
    }
    values.sort { order($0) > order($1) }
    var isUsedA = [Bool](repeating: false, count: ones.count)
    var isUsedB = [Bool](repeating: false, count: others.count)
    var sum = 0.0
    for pair in values where !isUsedA[pair.x] && !isUsedB[pair.y] {
      isUsedA[pair.x] = true
      isUsedB[pair.y] = true
      sum += pair.value
    }
    return sum
  }

  /// The words on both sides of a phrase; the phrases in question are passed over.
  private func neighbours(_ range: Range<Int>, _ side: Side, _ ignored: [Range<Int>], _ reader: PairReader) -> [Neighbour] {
    var found: [Neighbour] = []
    found.reserveCapacity(2 * Self.reach)
    let count = reader.words(side).count
    for step in [-1, 1] {
      var position = step < 0 ? range.lowerBound - 1 : range.upperBound
      var offset = 0
      while position >= 0, position < count, abs(offset) < Self.reach {
        if !ignored.contains(where: { $0.contains(position) }) {
          offset += step
          let word = reader.id(side, position)
          found.append(
            Neighbour(
              position: position, offset: offset, word: word, isName: reader.isName(side, position),
              isContent: reader.isContent(side, position), isStop: reader.knowledge.isStop(word)))
        }
        position += step
      }
    }
    return found
  }

  private func value(_ one: Neighbour, _ other: Neighbour, _ reader: PairReader) -> Double {
    let likeness = likeness(one, other, reader)
    guard likeness > 0 else { return 0 }
    let areNames = one.isName && other.isName
    let areContent = areNames || one.isContent && other.isContent
    let weight = areContent ? 1 : articles.contains(one.word) ? tuning.article : tuning.functionWord
    let isTurned = one.offset.signum() != other.offset.signum()
    let distance = Double(abs(one.offset * other.offset))
    let turned =
      !isTurned
      ? 1
      : areNames || areContent && !isVerbOnly(one.word, reader) && !isVerbOnly(other.word, reader)
        ? tuning.turned : tuning.turnedVerb
    return likeness * weight * turned / (isSteep ? distance : distance.squareRoot())
  }

  /// A verb, and no noun as well unless it ends in -ed.
  func isVerbOnly(_ word: WordNumber, _ reader: PairReader) -> Bool {
    let id = reader.knowledge.lexiconID(word)
    return reader.knowledge.session.canBe(.verb, id)
      && (!reader.knowledge.session.canBe(.noun, id) || reader.knowledge.words.string(word).hasSuffix("ed"))
  }

  private func likeness(_ one: Neighbour, _ other: Neighbour, _ reader: PairReader) -> Double {
    if one.word == other.word { return 1 }
    if one.isStop || other.isStop { return 0 }
    if reader.match(.a, one.position) == other.position {
      return reader.isSubstituted(.a, one.position) ? tuning.substituted : tuning.aligned
    }
    if one.isName, other.isName { return Double(reader.knowledge.nameSimilarity(one.word, other.word)) }
    let similarity = Double(reader.knowledge.similarity(one.word, other.word))
    return similarity >= tuning.related ? similarity : 0
  }
}
