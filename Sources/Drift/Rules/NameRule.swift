package import Alignment
import Lexicon
import TextAnalysis

/// A name that became another name, or was misspelt.
///
/// Confidence, with lc the local context, g the trust, L the closeness:
/// - a whole name replaced in its place: (.45 + .5 lc)(.75 + .25 clamp((L - .45) / .3)), times .6 for similar spellings and
///   synonyms, .8 for ordinary words below L .75; one lost and one added elsewhere in the
///   sentence, both uncommon words: .56, or .40 + .35 g from L .8;
/// - a part replaced: (.35 + .3 g)(.65 + .35 lc), at least .70 where the place is sure and the spellings have nothing in common; two
///   parts .55 + .2 g; at least .66 for proper names that cannot be one, in one place or the only ones left over;
/// - spelling: see ``NameSpelling``; a name lost or added: .30, minor.
package struct NameRule: DriftRule {
  package static let category = DriftCategory.name
  package static let explanation = RuleExplanation(
    definition: """
      A person, place or organisation has another name, or the name is misspelt. Titles, acronyms, a country's adjective and its \
      capital, and other transliterations of the same name do not count.
      """,
    example: ("Mayor Ilse Brandt opened the Harbour Line.", "Mayor Ilse Brant opened the Airport Line."),
    limits: """
      Names are told by their capitals, so names in languages without capitals are not seen. A nickname or a former name looks like \
      another name. Which of two spellings is right is not known, unless one article uses both.
      """)

  private let spelling: NameSpelling
  private let variants: NameVariants
  private let surroundings: Surroundings

  package init(resources: DriftResources) {
    spelling = NameSpelling(knowledge: resources.knowledge)
    variants = NameVariants(knowledge: resources.knowledge)
    surroundings = Surroundings(resources: resources)
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let matching = NameMatching(pair, knowledge: context.resources.knowledge)
    guard !(matching.a.isEmpty && matching.b.isEmpty) else { return }
    spelling.examine(pair, context, &report)
    for item in matching.a where item.unmatched.isEmpty && item.positions.count > 1 { report.explain(a: item.positions, b: nil) }
    for item in matching.b where item.unmatched.isEmpty && item.positions.count > 1 { report.explain(a: nil, b: item.positions) }
    let reader = PairReader(pair, context)
    var restA = matching.a.filter { !$0.unmatched.isEmpty && !$0.unmatched.allSatisfy { report.explains(a: $0) } }
    var restB = matching.b.filter { !$0.unmatched.isEmpty && !$0.unmatched.allSatisfy { report.explains(b: $0) } }
    for item in restA {
      guard let index = partner(item, restB, pair) else { continue }
      let other = restB.remove(at: index)
      restA.removeAll { $0.positions == item.positions }
      reportReplaced(item, other, reader, context, &report)
    }
    exchange(&restA, &restB, reader, context, &report)
    for item in restA {
      guard let word = bareWord(inPlaceOf: item, reader, context) else { continue }
      reportChange("name/replaced", Self.distinctConfidence, item.positions, word..<word + 1, pair, &report)
      restA.removeAll { $0.positions == item.positions }
    }
    for item in restA where item.isNew && !isWordSubstituted(item, pair) {
      reportSingle(item, lost: true, pair, context, &report)
    }
    for item in restB where item.isNew && !replacesWord(item, pair) { reportSingle(item, lost: false, pair, context, &report) }
  }

  /// The unmatched name of `b` in the place of this one.
  private func partner(_ item: NameMatching.Item, _ candidates: [NameMatching.Item], _ pair: SentencePair) -> Int? {
    for position in item.unmatched {
      guard let other = pair.match(a: position) else { continue }
      if let index = candidates.firstIndex(where: { $0.unmatched.contains(other) && ($0.isNew || item.isNew) }) { return index }
    }
    return nil
  }

  /// A bare noun with the capital of the sentence's start in the place of a name: as verbatim as the rest is, a name itself.
  private func bareWord(inPlaceOf item: NameMatching.Item, _ reader: PairReader, _ context: DriftContext) -> Int? {
    let pair = reader.pair
    guard item.isNew, item.isWhollyUnmatched, pair.trust >= 0.75,
      let j = item.positions.lazy.compactMap({ pair.match(a: $0) }).first,
      pair.b.shape(j).isSuperset(of: [.capitalised, .sentenceStart]), !reader.isName(.b, j), reader.isContent(.b, j),
      reader.canBe(.noun, .b, j), !isTitle(pair.b.ids[j], reader),
      context.resources.knowledge.lemma(pair.b.ids[j]) == pair.b.ids[j]
    else { return nil }
    return j
  }

  private func isTitle(_ word: WordNumber, _ reader: PairReader) -> Bool {
    let session = reader.knowledge.session
    return session.value(in: session.lexicon.lists.titles, reader.knowledge.lexiconID(word)) != nil
  }

  /// The name's place holds an ordinary word now; `term` and `pronoun` speak about that.
  private func isWordSubstituted(_ item: NameMatching.Item, _ pair: SentencePair) -> Bool {
    item.unmatched.contains { position in
      pair.match(a: position).map { !pair.b.shape($0).contains(.name) } ?? false
    }
  }

  private func replacesWord(_ item: NameMatching.Item, _ pair: SentencePair) -> Bool {
    item.unmatched.contains { position in
      pair.match(b: position).map { !pair.a.shape($0).contains(.name) } ?? false
    }
  }

  // MARK: Names left over

  /// Names without counterpart on both sides, the best fitting surroundings first.
  private func exchange(
    _ restA: inout [NameMatching.Item], _ restB: inout [NameMatching.Item], _ reader: PairReader, _ context: DriftContext,
    _ report: inout FindingCollector
  ) {
    guard restA.count <= 12, restB.count <= 12, reader.isShort else { return }
    var candidates: [(fit: Double, a: NameMatching.Item, b: NameMatching.Item)] = []
    for x in restA where x.isWhollyUnmatched {
      for y in restB where y.isWhollyUnmatched && (x.isNew || y.isNew) {
        candidates.append((surroundings.fit(x.positions, y.positions, ignoring: ([], []), reader), x, y))
      }
    }
    candidates.sort {
      ($0.fit, -abs($0.a.positions.lowerBound - $0.b.positions.lowerBound), -$0.a.positions.lowerBound)
        > ($1.fit, -abs($1.a.positions.lowerBound - $1.b.positions.lowerBound), -$1.a.positions.lowerBound)
    }
    let isSole = candidates.count == 1
    for (fit, x, y) in candidates {
      guard restA.contains(where: { $0.positions == x.positions }), restB.contains(where: { $0.positions == y.positions }) else {
        continue
      }
      restA.removeAll { $0.positions == x.positions }
      restB.removeAll { $0.positions == y.positions }
      let confidence = exchangeConfidence(x, y, fit: fit, isSole: isSole, reader.pair, context)
      reportChange("name/exchanged", confidence, x.positions, y.positions, reader.pair, &report)
    }
  }

  private func exchangeConfidence(
    _ x: NameMatching.Item, _ y: NameMatching.Item, fit: Double, isSole: Bool, _ pair: SentencePair,
    _ context: DriftContext
  ) -> Double {
    let verdict = variants.verdict(x, y, pair)
    if verdict == .variant { return 0.25 }
    if fit < Self.sufficientFit || occurElsewhere(x, y, pair, context) { return 0.45 }
    let confidence = (pair.closeness < 0.8 ? 0.50 : 0.40 + 0.35 * pair.trust) * (verdict <= .code ? 0.8 : 1)
    // Alone in places that have much in common, ordinary words will do.
    let isClear = fit >= Self.ampleFit && (isSole || verdict == .nationality)
    return verdict == .distinct || verdict > .code && isClear ? max(confidence, Self.distinctConfidence) : confidence
  }

  /// Either name stands somewhere in the other article: moved, not exchanged.
  private func occurElsewhere(_ x: NameMatching.Item, _ y: NameMatching.Item, _ pair: SentencePair, _ context: DriftContext)
    -> Bool
  {
    guard !context.isSentenceLevel else { return false }
    return x.unmatched.contains { context.occurrences.wordsOfB.contains(pair.a.ids[$0]) }
      || y.unmatched.contains { context.occurrences.wordsOfA.contains(pair.b.ids[$0]) }
  }

  private func reportReplaced(
    _ x: NameMatching.Item, _ y: NameMatching.Item, _ reader: PairReader, _ context: DriftContext,
    _ report: inout FindingCollector
  ) {
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
    case .variant: confidence *= 0.6
    case .code: confidence *= 0.7 + 0.3 * pair.trust
    case .nationality where !isWhole, .translation, .words: break
    case .nationality, .distinct:
      if !isWhole, local >= 0.75, spelling.areFarApart(pair.a.ids[i], pair.b.ids[j]) { confidence = max(confidence, 0.70) }
      if !occurElsewhere(x, y, pair, context),
        surroundings.fit(x.positions, y.positions, ignoring: ([], []), reader) >= Self.sufficientFit
      {
        confidence = max(confidence, Self.distinctConfidence)
      }
    }
    reportChange(isWhole ? "name/replaced" : "name/part", confidence, x.positions, y.positions, pair, &report)
  }

  /// Names that cannot be one, in places that have something in common.
  private static let distinctConfidence = 0.66
  private static let sufficientFit = 0.2
  private static let ampleFit = 0.75

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

  private func reportSingle(
    _ item: NameMatching.Item, lost: Bool, _ pair: SentencePair, _ context: DriftContext, _ report: inout FindingCollector
  ) {
    guard item.isWhollyUnmatched else { return }
    let side = lost ? pair.a : pair.b
    let isElsewhere = item.unmatched.allSatisfy {
      lost ? context.occurrences.wordsOfB.contains(side.ids[$0]) : context.occurrences.wordsOfA.contains(side.ids[$0])
    }
    let name = side.string(item.positions)
    report.report(
      .name, rule: lost ? "name/lost" : "name/added", confidence: isElsewhere ? 0.12 : 0.30, a: lost ? item.positions : nil,
      b: lost ? nil : item.positions, ceiling: .minor, lost ? "The name “\(name)” is missing." : "The name “\(name)” was added.")
  }

  private func reportChange(
    _ rule: String, _ confidence: Double, _ x: Range<Int>, _ y: Range<Int>, _ pair: SentencePair, _ report: inout FindingCollector
  ) {
    report.report(
      .name, rule: rule, confidence: confidence, a: x, b: y, "“\(pair.a.string(x))” became “\(pair.b.string(y))”.")
  }
}
