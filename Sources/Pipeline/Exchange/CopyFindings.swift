internal import Boilerplate
internal import Copies
package import Output

/// What the verification of candidates came to, as rows.
package struct CopyFindings: Sendable {
  package var copies: [CopyRow] = []
  var verified: [VerifiedRow] = []
  var conditions: [ConditionRow] = []
  /// Only its passages.
  var statistics = CorpusStatistics()

  init(_ passages: CommonPassages, _ part: PartialBatch) {
    statistics.runs = passages.runHashes
    statistics.members = Set(passages.articles.map(part.number))
    statistics.suspects = Dictionary(uniqueKeysWithValues: passages.suspected.map { (part.number($0), $1) })
  }

  init(_ found: CopyStage.Result, _ places: PlaceNumbers, _ part: PartialBatch) {
    self.init(found.passages, part)
    for (article, copy) in found.copies.enumerated() {
      guard let copy else { continue }
      copies.append(CopyRow(n: part.numbers[article], of: part.number(copy.of), copy: copy))
    }
    func number(_ place: UInt64) -> GlobalNumber { part.number(places.articles[Int(place & 0xFFFF_FFFF)]) }
    verified = found.known.sorted { $0.key < $1.key }.map { pair, verified in
      VerifiedRow(verified, a: number(pair >> 32), b: number(pair))
    }
    for (place, condition) in found.conditions.enumerated() {
      if let condition { conditions.append(ConditionRow(n: part.number(places.articles[place]), condition: condition)) }
    }
  }

  /// Appends all rows.
  package func append(to writer: inout JSONWriter) {
    for row in copies { row.append(to: &writer) }
    for row in verified { row.append(to: &writer) }
    for row in conditions { row.append(to: &writer) }
    statistics.append(to: &writer)
  }
}
