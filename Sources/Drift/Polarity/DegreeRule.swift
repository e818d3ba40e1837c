package import Alignment
import Articles
import Lexicon
import Text

/// A superlative, comparative, quantity or intensity replaced by another.
///
/// - `degree/superlative`: two superlatives that are no synonyms ("weakest", "worst"): .9 (.6 + .4 lc); where no lexicon opposes
///   the two, damped by closeness, (.7 + .3 g);
/// - `degree/comparative`: the same with comparatives: .6 (.6 + .4 lc), .85 in place of .6 for opposites;
/// - `degree/grade`: superlative or comparative against the plain form of the same word: .6 (.5 + .5 lc)(.8 + .2 g), .4 for
///   comparatives; comparative against superlative, of the same word or of synonyms ("wider",
///   "broadest"): .75 (.5 + .5 lc);
/// - `degree/scale`: two words on one scale of the own list, (.35 + .15 steps), at most .9, times (.55 + .45 lc); on scales of
///   things and events (not of quantity, share, frequency and intensity) (.25 + .12 steps), damped by closeness as well.
package struct DegreeRule: DriftRule {
  package static let category = DriftCategory.degree
  package static let languages = LanguageScope.listed
  package static let explanation = RuleExplanation(
    definition: "How much, how many or how strongly was changed: weakest and worst, some and all, slightly and sharply.",
    example: ("Some of the passengers were questioned.", "All of the passengers were questioned."),
    limits: "A quantity that one side does not name at all is no finding. Only the scales of Newsprint's own list are known.")

  private let comparison: ComparisonReader
  private let lists: CuratedLists
  private let quantities: Set<Int32>
  private let than: WordNumber
  private let all: WordSet
  private let isEnglish: Bool
  private let quantifiers: WordSet
  /// For each form of a word that stands on scales, its places; most words have none.
  private let places = WordMemo<[[ScaleList.Place]]>()
  private let tuning = DriftTuning.standard.degrees

  /// Words after a comparative within which its "than" stands.
  private static let reach = 8

  package init(resources: DriftResources) {
    isEnglish = resources.isEnglish
    quantifiers = resources.set("most", "half", "nearly", "almost", "all", "hardly")
    comparison = ComparisonReader(resources: resources)
    let scales = resources.knowledge.session.lexicon.lists.scales
    lists = resources.knowledge.session.lexicon.lists
    than = resources.words.id(of: "than")
    all = resources.set("any", "all", "every", "ever", "anyone", "anything", "anywhere")
    let names = Set(RuleWords.quantityScales.words)
    quantities = Set(scales.names.indices.filter { names.contains(scales.names[$0]) }.map(Int32.init))
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let reader = PairReader(pair, context)
    if isEnglish, !context.isSentenceLevel, pair.closeness >= tuning.quantifierCloseness {
      for side in Side.allCases { examineQuantifiers(side, reader, &report) }
    }
    for (i, j) in reader.replacements() where pair.a.token(i).kind == .word && pair.b.token(j).kind == .word {
      if reader.isShort, pair.b.ids.contains(pair.a.ids[i]) && pair.a.ids.contains(pair.b.ids[j]) { continue }
      if reader.isName(.a, i) && reader.isName(.b, j) { continue }
      let relation = reader.relation(i, j)
      if relation.form == .spelling { continue }
      guard let (judged, rule) = judge(relation, i, j, reader) else { continue }
      var confidence = judged
      // In articles "the worst" and "the bloodiest" are two ways of saying it, unless they are opposites or all else was copied.
      if !context.isSentenceLevel, pair.closeness < tuning.copied, !relation.isOpposite, !isQuoted(i, pair.a),
        !isQuoted(j, pair.b),
        rule == .degreeSuperlative || rule == .degreeComparative
      {
        confidence *= tuning.unopposed
      }
      report.report(
        rule, confidence: confidence, a: i..<i + 1, b: j..<j + 1,
        message(reader.text(.a, i..<i + 1), reader.text(.b, j..<j + 1)))
    }
  }

  /// "Control of the terminals" and "control of most terminals": a quantifier in an otherwise verbatim sentence of an article.
  private func examineQuantifiers(_ side: Side, _ reader: PairReader, _ report: inout FindingCollector) {
    let words = reader.words(side)
    for position in 0..<words.count where quantifiers.contains(words.ids[position]) && reader.match(side, position) == nil {
      let next = position + 1
      guard next < words.count, reader.isContent(side, next), reader.isSame(side, next), isInCopy(position, side, reader) else {
        continue
      }
      report.report(
        .degreeQuantifier, confidence: tuning.quantifier, side, position..<next + 1,
        other: reader.match(side, next).map { $0..<$0 + 1 }, "“\(reader.text(side, position..<next))” stands in one text only.")
    }
  }

  /// A speaker's word is no matter of style.
  private func isQuoted(_ position: Int, _ side: SentenceSide) -> Bool {
    side.text.quotations.contains { $0.tokens.contains(side.words[position]) }
  }

  /// Nothing took the word's place, and three words behind it are copied too.
  private func isInCopy(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    let count = reader.words(side).count
    guard reader.deletionContext(side, position..<position + 1) == 1, let image = reader.match(side, position + 1) else {
      return false
    }
    return (2...tuning.quantifierReach).allSatisfy { step in
      let other = image + step - 1
      return position + step < count ? reader.match(side, position + step) == other : other >= reader.words(side.other).count
    }
  }

  private func judge(_ relation: WordRelation, _ i: Int, _ j: Int, _ reader: PairReader) -> (Double, DriftRuleID)? {
    let context = reader.pair.localContext(i, j)
    guard isEnglish else { return relation.form <= .lemma ? nil : scale(i, j, context, reader) }
    let first = comparison.grade(.a, i, reader)
    let second = comparison.grade(.b, j, reader)
    if first != second, first == .comparative ? isThanAny(.a, i, reader) : second == .comparative && isThanAny(.b, j, reader) {
      return nil
    }
    if first != second, relation.form == .lemma || first != .plain && second != .plain && relation.isSynonym(upTo: 4) {
      let base =
        first != .plain && second != .plain
        ? tuning.gradesOfBoth
        : first == .superlative || second == .superlative ? tuning.gradeSuperlative : tuning.gradeComparative
      let gate = first != .plain && second != .plain ? 1 : tuning.plainByTrust(reader.pair.trust)
      return (base * tuning.gradeByContext(context) * gate, .degreeGrade)
    }
    if relation.form <= .lemma || relation.isSynonym(upTo: 4) && !relation.isOpposite { return nil }
    if first == second, first != .plain {
      // "Hardest hit" and "most affected": the degree is one, the words it is of are two.
      if comparison.isInflected(.a, i, reader) != comparison.isInflected(.b, j, reader)
        || comparison.isMarker(reader.id(.a, i)) != comparison.isMarker(reader.id(.b, j))
      {
        return nil
      }
      let isDirect = relation.antonymRank > 0 || relation.isCuratedOpposite
      let isBare = comparison.isInflected(.a, i, reader) && comparison.isInflected(.b, j, reader)
      let gate =
        isDirect || first == .superlative && isBare && isFarApart(relation) ? 1 : tuning.unopposedByTrust(reader.pair.trust)
      let base = first == .superlative ? tuning.superlatives : isDirect ? tuning.opposedComparatives : tuning.comparatives
      return (base * tuning.byContext(context) * gate, first == .superlative ? .degreeSuperlative : .degreeComparative)
    }
    return scale(i, j, context, reader)
  }

  /// "Larger than any other" is the largest.
  private func isThanAny(_ side: Side, _ position: Int, _ reader: PairReader) -> Bool {
    let ids = reader.words(side).ids
    return (position..<min(position + Self.reach, ids.count - 1)).contains { ids[$0] == than && all.contains(ids[$0 + 1]) }
  }

  /// Neither synonyms in any sense, nor similar, nor kind and genus.
  private func isFarApart(_ relation: WordRelation) -> Bool {
    relation.synonymRank == 0 && !relation.isSimilar && relation.hypernymDepth == 0 && !relation.isDerived
  }

  private func scale(_ i: Int, _ j: Int, _ context: Double, _ reader: PairReader) -> (Double, DriftRuleID)? {
    var best: (scale: Int32, steps: Int32)?
    let others = places(.b, j, reader)
    for first in others.isEmpty ? [] : places(.a, i, reader) {
      for second in others {
        if let distance = ScaleList.distance(first, second), distance.steps > best?.steps ?? 0 { best = distance }
      }
    }
    guard let best else { return nil }
    let steps = Double(best.steps)
    // "Manslaughter" and "murder" are two things rather than two degrees.
    if reader.relation(i, j).isContrast { return nil }
    let place = tuning.scaleByContext(context)
    if quantities.contains(best.scale) { return (min(tuning.quantityMost, tuning.quantityBySteps(steps)) * place, .degreeScale) }
    return (min(tuning.thingMost, tuning.thingBySteps(steps)) * place * tuning.thingByTrust(reader.pair.trust), .degreeScale)
  }

  private func places(_ side: Side, _ position: Int, _ reader: PairReader) -> [[ScaleList.Place]] {
    let id = reader.id(side, position)
    return places.value(of: id) {
      let forms =
        [reader.knowledge.words.string(id)] + reader.knowledge.session.lemmas(of: reader.knowledge.lexiconID(id)).map(\.text)
      return forms.map(lists.scales.places).filter { !$0.isEmpty }
    }
  }

  private func message(_ first: String, _ second: String) -> String { "The degree changed: “\(first)” became “\(second)”." }
}

/// Superlatives and comparatives, by form and by the lexicon.
struct ComparisonReader {
  /// How far an adjective or adverb is compared.
  enum Grade { case plain, comparative, superlative }

  private let superlatives: WordSet
  private let comparatives: WordSet
  private let most: WordSet
  private let more: WordSet
  private let plainNouns: WordSet

  init(resources: DriftResources) {
    superlatives = resources.set("best", "worst", "least", "most", "furthest", "farthest", "eldest", "fewest", "utmost")
    comparatives = resources.set(.comparatives)
    most = resources.set("most", "least")
    more = resources.set("more", "less")
    plainNouns = resources.set(.notCompared)
  }

  func grade(_ side: Side, _ position: Int, _ reader: PairReader) -> Grade {
    let id = reader.id(side, position)
    if superlatives.contains(id) { return .superlative }
    if comparatives.contains(id) { return .comparative }
    if plainNouns.contains(id) { return .plain }
    if position > 0, reader.isContent(side, position),
      reader.canBe(.adjective, side, position) || reader.canBe(.adverb, side, position)
    {
      let before = reader.id(side, position - 1)
      if most.contains(before) { return .superlative }
      if more.contains(before) { return .comparative }
    }
    return formGrade(id, reader)
  }

  /// "Most", "more", "least", "less": they compare the word behind them.
  func isMarker(_ word: WordNumber) -> Bool { most.contains(word) || more.contains(word) }

  /// True for "weakest" and "worst", false for "most important".
  func isInflected(_ side: Side, _ position: Int, _ reader: PairReader) -> Bool {
    let id = reader.id(side, position)
    return superlatives.contains(id) || comparatives.contains(id) || formGrade(id, reader) != .plain
  }

  /// By -est and -er on a base that is an adjective or adverb, unless the form is a noun of its own ("leader", "harvest").
  private func formGrade(_ id: WordNumber, _ reader: PairReader) -> Grade {
    let words = reader.knowledge.words
    let isSuperlative = words.ends(id, with: "est")
    guard isSuperlative || words.ends(id, with: "er"), words.length(id) > 4 else { return .plain }
    let text = words.string(id)
    let lemmas = reader.knowledge.session.lemmas(of: reader.knowledge.lexiconID(id))
    if lemmas.contains(where: { $0.text == text && ($0.pos == .noun || $0.pos == .verb) }) { return .plain }
    guard lemmas.contains(where: { $0.text != text && ($0.pos == .adjective || $0.pos == .adverb) }) else { return .plain }
    return isSuperlative ? .superlative : .comparative
  }
}
