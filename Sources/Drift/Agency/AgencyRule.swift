import Articles
package import Alignment
import Lexicon

/// Who did what to whom: the parties of an action changed places.
///
/// - `agency/clause`: an aligned verb whose two arguments (nearest phrase left and right; turned round after be ... by) have
///   changed places: .85 for names, .75 for common nouns, each (.85 + .15 lc of the verb);
/// - `agency/names`: two names that stand once in each sentence, see ``NameUnits``, and fit each other's places better than their
///   own: m, the difference of the two fits (see ``Surroundings``), from .55 gives .66 + .15 (m - .55), at most .85; less gives .50, minor.
///   Two names turned round with no verb or direction between them in either sentence need 1.1: "Ana Lind, the head of Acme" and
///   "Acme head Ana Lind" say the same. In articles at most .50 unless the order changed in a sentence that is a copy (L .85).
package struct AgencyRule: DriftRule {
  package static let category = DriftCategory.agency
  package static let languages = LanguageScope.english
  package static let explanation = RuleExplanation(
    definition: "Two parties changed places: the one who acted is now the one acted upon.",
    example: ("Freedonia attacked Sylvania.", "Sylvania attacked Freedonia."),
    limits: """
      Argument structure is read from word order, without a parser; relative clauses and long insertions hide it. Verbs that \
      work both ways (meet, marry, draw) are left out, and so are names joined by "and". A name that the other text has not, or has \
      twice, cannot be followed.
      """)

  private let arguments: ArgumentReader
  private let names: ExchangedNames

  package init(resources: DriftResources) {
    arguments = ArgumentReader(resources: resources)
    names = ExchangedNames(resources: resources)
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let reader = PairReader(pair, context)
    if !examineClauses(reader, &report) { examineNames(reader, context, &report) }
  }

  /// True when some clause was reported.
  private func examineClauses(_ reader: PairReader, _ report: inout FindingCollector) -> Bool {
    for i in 0..<reader.pair.a.count {
      guard let j = reader.pair.match(a: i), reader.isContent(.a, i), !reader.isName(.a, i), reader.canBe(.verb, .a, i),
        reader.canBe(.verb, .b, j), reader.isSame(.a, i), let first = arguments.clause(.a, verb: i, reader),
        let second = arguments.clause(.b, verb: j, reader),
        corresponds(first.agent, second.patient, reader), corresponds(first.patient, second.agent, reader)
      else { continue }
      let areNames = reader.isName(.a, first.agent) && reader.isName(.a, first.patient)
      let confidence = (areNames ? 0.85 : 0.75) * (0.85 + 0.15 * reader.pair.localContext(i, j))
      let one = span(first)
      let two = span(second)
      report.report(
        .agencyClause, confidence: confidence, a: one, b: two,
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

  private func examineNames(_ reader: PairReader, _ context: DriftContext, _ report: inout FindingCollector) {
    for exchange in names.exchanges(reader) {
      // Writers of articles put phrases in another order; only in a copied sentence did the names change places.
      let isSure = context.isSentenceLevel || exchange.isTurned && reader.pair.closeness >= DriftTuning.standard.names.copied
      report.report(
        .agencyNames, confidence: isSure ? exchange.confidence : min(exchange.confidence, DriftTuning.standard.names.rephrased),
        a: exchange.a, b: exchange.b,
        namesMessage(reader.text(.a, exchange.first.a), reader.text(.a, exchange.second.a)))
    }
  }

  private func clauseMessage(_ first: String, _ second: String) -> String {
    "The parties changed places: “\(first)” became “\(second)”."
  }
  private func namesMessage(_ first: String, _ second: String) -> String { "“\(first)” and “\(second)” changed places." }
}
