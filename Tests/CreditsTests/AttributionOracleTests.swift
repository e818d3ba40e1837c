import Articles
import TestSupport
import Testing

@testable import Credits

/// What a copy did to the credits of its original, by sets.
@Suite struct AttributionOracleTests {
  private static let agencies = ["tw", "qp", "ln", "vs"]

  private func attribution(_ random: inout SeededGenerator) -> WireAttribution {
    var attribution = WireAttribution()
    for place in 0..<random.below(6) {
      let agency = random.pick(Self.agencies)
      attribution.evidence.append(
        WireEvidence(
          agency: agency, label: agency.uppercased(), kind: .byline, range: ByteRange(place * 10, place * 10 + 4),
          confidence: random.pick([0.1, 0.3, 0.5, 0.6, 0.8, 0.95, 1])))
    }
    return attribution
  }

  private func labels(_ attribution: WireAttribution, from least: Double) -> Set<String> {
    Set(attribution.evidence.filter { $0.confidence >= least }.map(\.label))
  }

  @Test(arguments: 0..<120) func `lost, gained and kept are what the two have`(seed: Int) {
    var random = SeededGenerator(seed)
    let (original, copy) = (attribution(&random), attribution(&random))
    let found = AttributionComparison(original: original, copy: copy)
    let (credited, sure) = (CreditTuning.standard.credited, CreditTuning.standard.sure)
    let (before, after) = (labels(original, from: credited), labels(copy, from: credited))
    #expect(Set(found.kept) == before.intersection(after))
    #expect(Set(found.gained) == after.subtracting(before))
    #expect(Set(found.lost) == labels(original, from: sure).subtracting(labels(copy, from: 0)))
    for list in [found.lost, found.gained, found.kept] { #expect(Set(list).count == list.count) }
    #expect(found.isCreditDropped == (!labels(original, from: sure).isEmpty && copy.evidence.isEmpty))
  }

  @Test(arguments: 0..<60) func `against itself nothing changed, and seen from the copy what was gained could be lost`(seed: Int)
  {
    var random = SeededGenerator(seed)
    let (original, copy) = (attribution(&random), attribution(&random))
    let same = AttributionComparison(original: original, copy: original)
    #expect(same.lost.isEmpty && same.gained.isEmpty && !same.isCreditDropped && same.kept == original.wires)
    let (there, back) = (
      AttributionComparison(original: original, copy: copy), AttributionComparison(original: copy, copy: original)
    )
    #expect(Set(there.kept) == Set(back.kept) && Set(there.lost).isSubset(of: Set(back.gained)))
  }

  @Test(arguments: 0..<60) func `an attribution names each agency once, in the order of the text`(seed: Int) {
    var random = SeededGenerator(seed)
    let attribution = attribution(&random)
    let credited = attribution.evidence.filter { $0.confidence >= CreditTuning.standard.credited }
    var expected: [String] = []
    for piece in credited where !expected.contains(piece.agency) { expected.append(piece.agency) }
    #expect(attribution.agencies == expected && attribution.wires == expected.map { $0.uppercased() })
    #expect(
      attribution.isCredited == !expected.isEmpty && attribution.evidence.map(\.isCredit).contains(true) == !expected.isEmpty)
    #expect(!attribution.isSure || attribution.isCredited)
  }
}
