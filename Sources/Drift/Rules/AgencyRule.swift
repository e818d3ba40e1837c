package import Alignment
import Lexicon
import TextAnalysis

/// Who did what to whom: the parties of an action changed places.
///
/// - `agency/clause`: an aligned verb whose two arguments (nearest phrase left and right; turned round after be ... by) have
///   changed places: .85 for names, .75 for common nouns, each (.85 + .15 lc of the verb);
/// - `agency/names`: two names that stand once in each sentence, see ``NameUnits``, and fit each other's places better than their
///   own: m, the difference of the two fits (see ``Surroundings``), from .7 gives .66 + .15 (m - .7), at most .85; less gives .50, minor.
///   Two names turned round with no verb or direction between them in either sentence need 1.5: "Ana Lind, the head of Acme" and
///   "Acme head Ana Lind" say the same.
package struct AgencyRule: DriftRule {
  package static let category = DriftCategory.agency
  package static let explanation = RuleExplanation(
    definition: "Two parties changed places: the one who acted is now the one acted upon.",
    example: ("Freedonia attacked Sylvania.", "Sylvania attacked Freedonia."),
    limits: """
      Argument structure is read from word order, without a parser; relative clauses and long insertions hide it. Verbs that \
      work both ways (meet, marry, draw) are left out.
      """)

  private let arguments: ArgumentReader
  private let surroundings: Surroundings
  private let by: WordNumber
  private let directions: WordSet

  package init(resources: DriftResources) {
    arguments = ArgumentReader(resources: resources)
    surroundings = Surroundings(resources: resources)
    directions = resources.set(
      "while", "but", "when", "where", "as", "whereas", "from", "to", "against", "over", "than", "into", "towards", "toward",
      "before", "after")
    by = resources.words.id(of: "by")
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let reader = PairReader(pair, context)
    if !examineClauses(reader, &report) { examineNames(reader, &report) }
  }

  /// True when some clause was reported.
  private func examineClauses(_ reader: PairReader, _ report: inout FindingCollector) -> Bool {
    for i in 0..<reader.pair.a.count {
      guard let j = reader.pair.match(a: i), reader.isSame(.a, i), reader.isContent(.a, i), !reader.isName(.a, i),
        reader.canBe(.verb, .a, i),
        reader.canBe(.verb, .b, j), let first = arguments.clause(.a, verb: i, reader),
        let second = arguments.clause(.b, verb: j, reader),
        corresponds(first.agent, second.patient, reader), corresponds(first.patient, second.agent, reader)
      else { continue }
      let areNames = reader.isName(.a, first.agent) && reader.isName(.a, first.patient)
      let confidence = (areNames ? 0.85 : 0.75) * (0.85 + 0.15 * reader.pair.localContext(i, j))
      let one = span(first)
      let two = span(second)
      report.report(
        .agency, rule: "agency/clause", confidence: confidence, a: one, b: two,
        clauseMessage(reader.text(.a, one), reader.text(.b, two)))
      return true
    }
    return false
  }

  private func span(_ clause: ArgumentReader.Clause) -> Range<Int> {
    min(clause.agent, clause.patient)..<max(clause.agent, clause.patient) + 1
  }

  private func corresponds(_ i: Int, _ j: Int, _ reader: PairReader) -> Bool {
    reader.pair.match(a: i) == j && !reader.pair.isSubstitution(a: i)
  }

  // MARK: Names by their surroundings

  private struct Exchange {
    var first: NameUnits.Unit
    var second: NameUnits.Unit
    var margin: Double
  }

  private func examineNames(_ reader: PairReader, _ report: inout FindingCollector) {
    guard reader.isShort else { return }
    var units = NameUnits(reader).units
    guard units.count <= 40 else { return }
    var found: [Exchange] = []
    for (index, first) in units.enumerated() {
      for second in units.dropFirst(index + 1) {
        if let margin = margin(first, second, reader) { found.append(Exchange(first: first, second: second, margin: margin)) }
      }
    }
    found.sort { ($0.margin, -$0.first.a.lowerBound, -$0.second.a.lowerBound) > ($1.margin, -$1.first.a.lowerBound, -$1.second.a.lowerBound) }
    for exchange in found {
      let pair = [exchange.first, exchange.second]
      guard pair.allSatisfy({ unit in units.contains { $0.a == unit.a } }) else { continue }
      units.removeAll { unit in pair.contains { $0.a == unit.a } }
      report.report(
        .agency, rule: "agency/names", confidence: confidence(exchange, reader), a: cover(pair.map(\.a)), b: cover(pair.map(\.b)),
        namesMessage(reader.text(.a, exchange.first.a), reader.text(.a, exchange.second.a)))
    }
  }

  /// How much better the names fit each other's places than their own, or nil when they do not.
  private func margin(_ first: NameUnits.Unit, _ second: NameUnits.Unit, _ reader: PairReader) -> Double? {
    let ignored = (a: [first.a, second.a], b: [first.b, second.b])
    let one = surroundings.fit(first.a, second.b, ignoring: ignored, reader)
    let two = surroundings.fit(second.a, first.b, ignoring: ignored, reader)
    guard min(one, two) > 0.2 else { return nil }
    let straight =
      surroundings.fit(first.a, first.b, ignoring: ignored, reader) + surroundings.fit(second.a, second.b, ignoring: ignored, reader)
    guard one + two - straight > 0.25, isPassive(first.a, second.a, .a, reader) == isPassive(first.b, second.b, .b, reader) else {
      return nil
    }
    return one + two - straight
  }

  private func confidence(_ exchange: Exchange, _ reader: PairReader) -> Double {
    let (first, second) = (exchange.first, exchange.second)
    let isTurned = (first.a.lowerBound < second.a.lowerBound) != (first.b.lowerBound < second.b.lowerBound)
    let isPhrase =
      isTurned && !hasVerb(between: first.a, second.a, .a, reader) && !hasVerb(between: first.b, second.b, .b, reader)
    let needed = isPhrase ? 1.5 : 0.7
    return exchange.margin < needed ? 0.50 : min(0.85, 0.66 + 0.15 * (exchange.margin - needed))
  }

  private func cover(_ ranges: [Range<Int>]) -> Range<Int> {
    (ranges.map(\.lowerBound).min() ?? 0)..<(ranges.map(\.upperBound).max() ?? 0)
  }

  /// "By" stands before one of the names.
  private func isPassive(_ first: Range<Int>, _ second: Range<Int>, _ side: Side, _ reader: PairReader) -> Bool {
    [first, second].contains { $0.lowerBound > 0 && reader.id(side, $0.lowerBound - 1) == by }
  }

  /// "Ben, the owner of Acme" and "Acme's owner Ben" have no verb between the names: nobody acts upon another.
  ///
  /// Prepositions of direction do.
  private func hasVerb(between first: Range<Int>, _ second: Range<Int>, _ side: Side, _ reader: PairReader) -> Bool {
    let low = min(first.upperBound, second.upperBound)
    let high = max(first.lowerBound, second.lowerBound)
    guard low < high else { return false }
    return (low..<high).contains { position in
      directions.contains(reader.id(side, position)) || reader.knowledge.traits(reader.id(side, position)).contains(.auxiliary)
        || reader.isContent(side, position) && !reader.isName(side, position)
          && surroundings.isVerbOnly(reader.id(side, position), reader)
    }
  }

  private func clauseMessage(_ first: String, _ second: String) -> String {
    "The parties changed places: “\(first)” became “\(second)”."
  }
  private func namesMessage(_ first: String, _ second: String) -> String { "“\(first)” and “\(second)” changed places." }
}
