package import Alignment
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

  package init(resources: DriftResources) { spelling = NameSpelling(knowledge: resources.knowledge) }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let matching = NameMatching(pair, knowledge: context.resources.knowledge)
    guard !(matching.a.isEmpty && matching.b.isEmpty) else { return }
    spelling.examine(pair, context, &report)
    for item in matching.a where item.unmatched.isEmpty && item.positions.count > 1 { report.explain(a: item.positions, b: nil) }
    for item in matching.b where item.unmatched.isEmpty && item.positions.count > 1 { report.explain(a: nil, b: item.positions) }
    var restA: [NameMatching.Item] = []
    var usedB: Set<Int> = []
    for item in matching.a where !item.unmatched.isEmpty {
      guard !item.unmatched.allSatisfy({ report.explains(a: $0) }) else { continue }
      if let index = partner(item, matching.b, pair, usedB) {
        usedB.insert(index)
        reportReplaced(item, matching.b[index], pair, context, &report)
      } else if !isWordSubstituted(item, pair) {
        restA.append(item)
      }
    }
    var restB = matching.b.indices.filter { index in
      !usedB.contains(index) && !matching.b[index].unmatched.isEmpty && !replacesWord(matching.b[index], pair)
        && !matching.b[index].unmatched.allSatisfy { report.explains(b: $0) }
    }
    for item in restA {
      if item.isWhollyUnmatched,
        let index = restB.first(where: { matching.b[$0].isWhollyUnmatched && areUncommon(item, matching.b[$0], pair, context) })
      {
        restB.removeAll { $0 == index }
        let isSole =
          restA.count == 1 && restB.isEmpty && areProper(item, matching.b[index], pair)
          && !occursElsewhere(item, matching.b[index], pair, context)
        let confidence = isSole ? Self.properConfidence : pair.closeness < 0.8 ? 0.56 : 0.40 + 0.35 * pair.trust
        reportChange("name/exchanged", confidence, item.positions, matching.b[index].positions, pair, &report)
      } else {
        reportSingle(item, lost: true, pair, context, &report)
      }
    }
    for index in restB { reportSingle(matching.b[index], lost: false, pair, context, &report) }
  }

  /// The unmatched name of `b` in the place of this one.
  private func partner(_ item: NameMatching.Item, _ candidates: [NameMatching.Item], _ pair: SentencePair, _ used: Set<Int>)
    -> Int?
  {
    for position in item.unmatched {
      guard let other = pair.match(a: position) else { continue }
      if let index = candidates.firstIndex(where: { $0.unmatched.contains(other) }), !used.contains(index) { return index }
    }
    return nil
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

  private func reportReplaced(
    _ x: NameMatching.Item, _ y: NameMatching.Item, _ pair: SentencePair, _ context: DriftContext,
    _ report: inout FindingCollector
  ) {
    let i = x.unmatched.first { pair.match(a: $0).map(y.unmatched.contains) ?? false } ?? x.positions.lowerBound
    let j = pair.match(a: i) ?? y.positions.lowerBound
    let local = max(pair.localContext(i, j), edgeContext(x.positions, y.positions, pair))
    if x.isWhollyUnmatched && y.isWhollyUnmatched {
      let closeness = min(1, max(0, (pair.closeness - 0.45) / 0.3))
      let doubt = doubt(x, y, pair, context)
      var confidence = (0.45 + 0.5 * local) * (0.75 + 0.25 * closeness) * doubt
      if doubt > 0.6, areProper(x, y, pair) { confidence = max(confidence, Self.properConfidence) }
      return reportChange("name/replaced", confidence, x.positions, y.positions, pair, &report)
    }
    if x.unmatched.count > 1, y.unmatched.count > 1 {
      return reportChange("name/replaced", 0.55 + 0.2 * pair.trust, x.positions, y.positions, pair, &report)
    }
    var confidence = (0.35 + 0.3 * pair.trust) * (0.65 + 0.35 * local)
    if areProper(x, y, pair), sharesWord(x.positions, y.positions, pair) { confidence = max(confidence, Self.properConfidence) }
    if local >= 0.75, spelling.areFarApart(pair.a.ids[i], pair.b.ids[j]), areUncommon(x, y, pair, context) {
      confidence = max(confidence, 0.70)
    }
    reportChange("name/part", confidence, x.positions, y.positions, pair, &report)
  }

  /// Less than 1 where two names may be one: spellings alike, or ordinary words that mean the same ("Middle Germany", "Central
  /// Germany"); among freely worded sentences also where they are ordinary words at all, which translators render each in his own way.
  private func doubt(_ x: NameMatching.Item, _ y: NameMatching.Item, _ pair: SentencePair, _ context: DriftContext) -> Double {
    if spelling.areVariants(pair.a.ids[x.positions], pair.b.ids[y.positions]) { return 0.6 }
    let knowledge = context.resources.knowledge
    for i in x.unmatched where knowledge.traits(pair.a.ids[i]).contains(.common) {
      for j in y.unmatched where knowledge.traits(pair.b.ids[j]).contains(.common) {
        if knowledge.similarity(pair.a.ids[i], pair.b.ids[j]) >= 0.4 { return 0.6 }
      }
    }
    let isCertain = pair.closeness >= 0.75 || areUncommon(x, y, pair, context)
    return isCertain ? 1 : 0.8
  }

  /// Two words that name something without doubt, and not the same: no common words, and far apart in spelling.
  private static let properConfidence = 0.66

  private func areProper(_ x: NameMatching.Item, _ y: NameMatching.Item, _ pair: SentencePair) -> Bool {
    x.unmatched.allSatisfy { spelling.isProper(pair.a.ids[$0]) } && y.unmatched.allSatisfy { spelling.isProper(pair.b.ids[$0]) }
      && !spelling.areVariants(x.unmatched.map { pair.a.ids[$0] }[...], y.unmatched.map { pair.b.ids[$0] }[...])
  }

  /// Either name stands somewhere in the other article: moved, not exchanged.
  private func occursElsewhere(_ x: NameMatching.Item, _ y: NameMatching.Item, _ pair: SentencePair, _ context: DriftContext)
    -> Bool
  {
    x.unmatched.contains { context.occurrences.wordsOfB.contains(pair.a.ids[$0]) }
      || y.unmatched.contains { context.occurrences.wordsOfA.contains(pair.b.ids[$0]) }
  }

  /// Another word of the two names is the same, so that they stand in one place: Port Ellen, Port Askaig.
  private func sharesWord(_ x: Range<Int>, _ y: Range<Int>, _ pair: SentencePair) -> Bool {
    let beside = y.lowerBound - 1..<y.upperBound + 1
    return x.contains { position in
      pair.match(a: position).map { beside.contains($0) && !pair.isSubstitution(a: position) } ?? false
    }
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

  private func areUncommon(_ x: NameMatching.Item, _ y: NameMatching.Item, _ pair: SentencePair, _ context: DriftContext) -> Bool
  {
    let knowledge = context.resources.knowledge
    return x.unmatched.allSatisfy { !knowledge.traits(pair.a.ids[$0]).contains(.common) }
      && y.unmatched.allSatisfy { !knowledge.traits(pair.b.ids[$0]).contains(.common) }
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
