import Articles
package import Alignment
import Lexicon
import Text

/// A name that became another name, or was misspelt.
///
/// Mentions are counted: a name that stands twice in the one text and once in the other, beside a new one, was replaced once.
/// ``NameVariants`` says whether two names may be one. Confidence, with lc the local context, g the trust, L the closeness, and f
/// the fit of the two places (``Surroundings``):
/// - `name/replaced`, a whole name in its place: (.48 + .5 lc)(.75 + .25 clamp((L - .45) / .3));
/// - `name/part`, a part of it: (.35 + .3 g)(.65 + .35 lc), two parts .55 + .2 g; .70 for distinct names spelt without likeness
///   where lc is .75 or more;
/// - both: times .6, at most .54, for variants of one name, .7 + .3 g beside codes ("DFB") and nationalities against ordinary
///   words; at least ``ReplacementTuning/distinctNames`` for distinct names where f is .2 or more and neither stands elsewhere in
///   the other article, a nationality against a name only as a whole;
/// - `name/replaced` also for a bare noun that opens a sentence in a name's place, where nearly all else is verbatim: as much;
/// - `name/exchanged`, one left over on each side, best fit first: .50, or .40 + .35 g from L .8, times .8 beside codes; at least
///   as much for distinct names, and where f is .75 or more for a nationality against a name and for others that no likeness
///   links if they are the only ones; .45 where f is below .2 or either stands elsewhere in the other article, .25 for variants;
/// - spelling: see ``NameSpelling``; a name lost or added: .30, minor.
package struct NameRule: DriftRule {
  package static let category = DriftCategory.name
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition: """
      A person, place or organisation has another name, or the name is misspelt. Titles, acronyms, a country's adjective and its \
      capital, and other transliterations of the same name do not count.
      """,
    example: ("Mayor Ilse Brandt opened the Harbour Line.", "Mayor Ilse Brant opened the Airport Line."),
    limits: """
      Names are told by their capitals, so names in languages without capitals are not seen. A nickname or a former name looks like \
      another name, and so may a translated one ("Morgenblad", "the Morning Paper"). A name in the place of an ordinary noun \
      is not serious, since writers often put the name for the office. Which of two spellings is right is not known, unless one article uses both.
      """)

  private let spelling: NameSpelling
  private let surroundings: Surroundings
  private let confidence: NameConfidence
  private let links: NameLinks
  private let tuning = DriftTuning.standard.names

  package init(resources: DriftResources) {
    spelling = NameSpelling(knowledge: resources.knowledge)
    surroundings = Surroundings(resources: resources)
    confidence = NameConfidence(resources: resources)
    links = NameLinks(resources: resources)
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
    for side in Side.allCases {
      for item in side == .a ? restA : restB {
        guard let word = bareWord(inPlaceOf: item, side, reader) else { continue }
        let (first, second) = side == .a ? (item.positions, word..<word + 1) : (word..<word + 1, item.positions)
        reportChange(.nameReplaced, NameConfidence.distinct, first, second, pair, &report)
        restA.removeAll { side == .a && $0.positions == item.positions }
        restB.removeAll { side == .b && $0.positions == item.positions }
      }
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
  private func bareWord(inPlaceOf item: NameMatching.Item, _ side: Side, _ reader: PairReader) -> Int? {
    guard item.isNew, item.isWhollyUnmatched, reader.pair.trust >= tuning.bareTrust,
      let place = item.positions.lazy.compactMap({ reader.match(side, $0) }).first
    else { return nil }
    let (other, word) = (reader.words(side.other), reader.id(side.other, place))
    guard other.shape(place).isSuperset(of: [.capitalised, .sentenceStart]), !reader.isName(side.other, place),
      reader.isContent(side.other, place), reader.canBe(.noun, side.other, place), !isTitle(word, reader),
      !other.shape(place).contains(.allCapitals), other.token(place).bytes.count > 2,
      reader.knowledge.lemma(word) == word
    else { return nil }
    return place
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
      var confidence = confidence.ofExchange(x, y, fit: fit, isSole: isSole, reader.pair, context)
      if !context.isSentenceLevel, isListed(x, reader.pair.a) || isListed(y, reader.pair.b) { confidence *= tuning.listed }
      if areLinked(x, y, reader.pair, context) { confidence *= tuning.linked }
      reportChange(.nameExchanged, confidence, x.positions, y.positions, reader.pair, &report)
    }
  }

  private func reportReplaced(
    _ x: NameMatching.Item, _ y: NameMatching.Item, _ reader: PairReader, _ context: DriftContext,
    _ report: inout FindingCollector
  ) {
    let isWhole = x.isWhollyUnmatched && y.isWhollyUnmatched
    var confidence = confidence.ofReplacement(x, y, reader, context)
    // "Freedonia approves" and "Sylvan's government approves": the one acts, the other only owns.
    if !context.isSentenceLevel, isOwner(x, reader.pair.a) != isOwner(y, reader.pair.b) { confidence *= tuning.otherPart }
    if areLinked(x, y, reader.pair, context) {
      confidence *= tuning.linked
    } else if isElsewhere(x, y, reader.pair, context) {
      confidence *= tuning.rearranged
    }
    reportChange(isWhole ? .nameReplaced : .namePart, confidence, x.positions, y.positions, reader.pair, &report)
  }

  /// In a copy either name is known to one article only; in what is no copy the writers choose between two that both know.
  private func isElsewhere(_ x: NameMatching.Item, _ y: NameMatching.Item, _ pair: SentencePair, _ context: DriftContext) -> Bool
  {
    guard !context.isSentenceLevel else { return false }
    let isInB = stands(x, pair.a, context.occurrences.wordsOfB)
    let isInA = stands(y, pair.b, context.occurrences.wordsOfA)
    // A court of several words and its city: two kinds of names.
    if isInA || isInB, abs(x.positions.count - y.positions.count) >= tuning.otherLength { return true }
    guard !context.isVerbatimCopy else { return false }
    return isInA && isInB || (isInA || isInB) && pair.closeness < tuning.copied
  }

  /// The articles themselves connect the two names.
  private func areLinked(_ x: NameMatching.Item, _ y: NameMatching.Item, _ pair: SentencePair, _ context: DriftContext) -> Bool {
    !context.isSentenceLevel
      && links.areLinked(x.unmatched.map { pair.a.ids[$0] }, y.unmatched.map { pair.b.ids[$0] }, context)
  }

  /// Between commas, other names beside it.
  private func isListed(_ item: NameMatching.Item, _ side: SentenceSide) -> Bool {
    func isName(_ position: Int) -> Bool { position >= 0 && position < side.count && side.shape(position).contains(.name) }
    return isName(item.positions.lowerBound - 1) || isName(item.positions.upperBound)
  }

  /// All words of the name stand in the other article.
  private func stands(_ item: NameMatching.Item, _ side: SentenceSide, _ words: WordSet) -> Bool {
    item.unmatched.allSatisfy { words.contains(side.ids[$0]) }
  }

  private func isOwner(_ item: NameMatching.Item, _ side: SentenceSide) -> Bool {
    item.positions.upperBound < side.count && side.shape(item.positions.upperBound).contains(.clitic)
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
      lost ? .nameLost : .nameAdded, confidence: isElsewhere ? tuning.lostElsewhere : tuning.lost, a: lost ? item.positions : nil,
      b: lost ? nil : item.positions, lost ? "The name “\(name)” is missing." : "The name “\(name)” was added.")
  }

  private func reportChange(
    _ rule: DriftRuleID, _ confidence: Double, _ x: Range<Int>, _ y: Range<Int>, _ pair: SentencePair,
    _ report: inout FindingCollector
  ) {
    report.report(
      rule, confidence: confidence, a: x, b: y, "“\(pair.a.string(x))” became “\(pair.b.string(y))”.")
  }
}
