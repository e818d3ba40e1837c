package import Alignment
import Lexicon
import TextAnalysis

/// Who did what to whom: the parties of an action changed places.
///
/// - `agency/clause`: an aligned verb whose two arguments (nearest phrase left and right; turned round after be ... by) have
///   changed places: .85 for names, .75 for common nouns, each (.85 + .15 lc of the verb);
/// - `agency/names`: two names that stand once in each sentence; the words round the one correspond to the words round the other:
///   .55 + .15 m, at most .85, where m is how much better the exchanged places fit (sum of 1/distance over corresponding
///   neighbours).
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
  private let joining: WordSet
  private let by: WordNumber
  private let directions: WordSet

  package init(resources: DriftResources) {
    arguments = ArgumentReader(resources: resources)
    joining = resources.set("and", "or", "with", "between", "versus", "vs", "&")
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

  /// A name that stands once on each side.
  private struct Entity {
    var a: Range<Int>
    var b: Range<Int>
  }

  private func examineNames(_ reader: PairReader, _ report: inout FindingCollector) {
    guard reader.isShort else { return }
    let entities = self.entities(reader)
    for (index, first) in entities.enumerated() {
      for second in entities.dropFirst(index + 1)
      where fit(first.a, second.b, reader) > 0 && fit(second.a, first.b, reader) > 0
        && !isJoined(first.a, second.a, .a, reader) && !isJoined(first.b, second.b, .b, reader)
        && (reader.pair.trust > 0.3 || hasVerb(between: first.a, second.a, .a, reader)
          || hasVerb(between: first.b, second.b, .b, reader))
      {
        if isPassive(first, second, .a, reader) != isPassive(first, second, .b, reader) { continue }
        let straight = fit(first.a, first.b, reader) + fit(second.a, second.b, reader)
        let crossed = fit(first.a, second.b, reader) + fit(second.a, first.b, reader)
        let margin = crossed - 1.5 * straight
        guard margin > 0.5 else { continue }
        let one = min(first.a.lowerBound, second.a.lowerBound)..<max(first.a.upperBound, second.a.upperBound)
        let two = min(first.b.lowerBound, second.b.lowerBound)..<max(first.b.upperBound, second.b.upperBound)
        report.report(
          .agency, rule: "agency/names", confidence: min(0.85, 0.55 + 0.15 * margin), a: one, b: two,
          namesMessage(reader.text(.a, first.a), reader.text(.a, second.a)))
      }
    }
  }

  private func entities(_ reader: PairReader) -> [Entity] {
    var found: [Entity] = []
    let images = spans(.b, reader)
    for span in spans(.a, reader) {
      let shared = span.map { reader.pair.a.ids[$0] }.filter { isSingle($0, .a, reader) && isSingle($0, .b, reader) }
      guard let image = images.first(where: { image in image.contains { shared.contains(reader.pair.b.ids[$0]) } }) else {
        continue
      }
      found.append(Entity(a: span, b: image))
    }
    return found
  }

  private func spans(_ side: Side, _ reader: PairReader) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    let count = reader.words(side).count
    var position = 0
    while position < count {
      var end = position
      while end < count, reader.isName(side, end) { end += 1 }
      if end > position { spans.append(position..<end) }
      position = max(end, position + 1)
    }
    return spans
  }

  private func isSingle(_ id: WordNumber, _ side: Side, _ reader: PairReader) -> Bool {
    reader.words(side).ids.lazy.filter { $0 == id }.count == 1
  }

  /// "X and Y", "X met Y": the order says nothing.
  private func isJoined(_ first: Range<Int>, _ second: Range<Int>, _ side: Side, _ reader: PairReader) -> Bool {
    let low = min(first.upperBound, second.upperBound)
    let high = max(first.lowerBound, second.lowerBound)
    guard low < high else { return true }
    if high - low > 3 { return false }
    return (low..<high).contains {
      joining.contains(reader.id(side, $0)) || reader.isContent(side, $0) && arguments.isSymmetric(side, $0, reader)
    }
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
        || isVerb(position, side, reader)
    }
  }

  /// A verb that is no noun as well, or has a verb's ending: "coach" and "school" are none.
  private func isVerb(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    guard reader.isContent(side, position), !reader.isName(side, position), reader.canBe(.verb, side, position) else {
      return false
    }
    return !reader.canBe(.noun, side, position) || reader.knowledge.words.string(reader.id(side, position)).hasSuffix("ed")
  }

  private func isPassive(_ first: Entity, _ second: Entity, _ side: Side, _ reader: PairReader) -> Bool {
    let ranges = side == .a ? [first.a, second.a] : [first.b, second.b]
    return ranges.contains { $0.lowerBound > 0 && reader.id(side, $0.lowerBound - 1) == by }
  }

  /// How well the surroundings of a name in `a` fit those of a name in `b`: the sum over corresponding words within four of both,
  /// on the same side of them, of the geometric mean of 1/distance; function words count .4.
  private func fit(_ first: Range<Int>, _ second: Range<Int>, _ reader: PairReader) -> Double {
    var sum = 0.0
    for distance in 1...4 {
      sum += fit(first.lowerBound - distance, -distance, second, reader)
      sum += fit(first.upperBound - 1 + distance, distance, second, reader)
    }
    return sum
  }

  /// What the word at a distance from a name in `a` adds.
  private func fit(_ position: Int, _ distance: Int, _ second: Range<Int>, _ reader: PairReader) -> Double {
    guard position >= 0, position < reader.pair.a.count, let image = reader.pair.match(a: position), !second.contains(image),
      !reader.isName(.a, position)
    else { return 0 }
    let other = image < second.lowerBound ? image - second.lowerBound : image - second.upperBound + 1
    guard abs(other) <= 4, other.signum() == distance.signum() else { return 0 }
    let weight = reader.isContent(.a, position) ? 1.0 : 0.4
    return weight / (Double(abs(distance) * abs(other))).squareRoot()
  }

  private func clauseMessage(_ first: String, _ second: String) -> String {
    "The parties changed places: “\(first)” became “\(second)”."
  }
  private func namesMessage(_ first: String, _ second: String) -> String { "“\(first)” and “\(second)” changed places." }
}
