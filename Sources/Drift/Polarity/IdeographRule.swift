package import Alignment
import Articles
import Text

/// A negation or an opposite in Chinese, where the rest of the sentence was copied to the letter.
///
/// Ideographs are read one by one, so that no words need be told apart: a negating one that stands on one side only, between
/// ideographs that stand beside each other on the other; or a listed opposite in the place of its partner. Confidence .85 and
/// .80.
package struct IdeographRule: DriftRule {
  package static let category = DriftCategory.negation
  package static let languages = LanguageScope.only([.chinese])
  package static let explanation = RuleExplanation(
    definition: "A statement was negated, or a word turned into its opposite, in a text without spaces.",
    example: ("市政府说大桥今年不会重新开放。", "市政府说大桥今年会重新开放。"),
    limits: "Only listed ideographs and opposites are seen, in sentences that are the same otherwise.")

  private let negators: WordSet
  private let opposites: [(String, String)]
  private let tuning = DriftTuning.standard.ideographs

  package init(resources: DriftResources) {
    negators = resources.set(resources.data.phrases(.negators))
    opposites = resources.data.lines(.opposites).flatMap { line -> [(String, String)] in
      let sides = line.split(separator: "|").map { $0.split(separator: ",").map { String($0.filter { $0 != " " }) } }
      guard sides.count == 2 else { return [] }
      return sides[0].flatMap { x in sides[1].map { (x, $0) } }
    }
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    guard pair.closeness >= tuning.closeness, pair.a.ids != pair.b.ids else { return }
    let reader = PairReader(pair, context)
    let places = ReplacedPlaces(pair).places
    guard reader.isShort, places.count <= tuning.places else { return }
    for place in places where place.kept >= tuning.kept {
      examineNegation(place, reader, &report)
      examineOpposites(place, reader, &report)
    }
  }

  private func examineNegation(_ place: ReplacedPlaces.Place, _ reader: PairReader, _ report: inout FindingCollector) {
    for side in Side.allCases {
      let range = place.range(side)
      guard range.count == 1, place.range(side.other).isEmpty, negators.contains(reader.id(side, range.lowerBound)) else {
        continue
      }
      let shown = range.lowerBound..<min(reader.words(side).count, range.upperBound + 1)
      let text = reader.text(side, shown)
      report.report(
        .negationHead, confidence: tuning.negation, side, shown,
        side == .a ? "The negation in “\(text)” is gone." : "“\(text)” negates what the other text states.")
    }
  }

  /// "否认" and "不承认": the negation is another word.
  private func isNegated(_ place: ReplacedPlaces.Place, _ reader: PairReader) -> Bool {
    Side.allCases.contains { side in
      let range = place.range(side)
      return range.count > 1 && negators.contains(reader.id(side, range.lowerBound))
    }
  }

  /// Words of two ideographs may have one in common: "承认", "否认".
  private func examineOpposites(_ place: ReplacedPlaces.Place, _ reader: PairReader, _ report: inout FindingCollector) {
    guard !place.a.isEmpty, !place.b.isEmpty, max(place.a.count, place.b.count) <= tuning.longest, !isNegated(place, reader)
    else {
      return
    }
    func around(_ side: Side) -> Range<Int> {
      let range = place.range(side)
      return max(0, range.lowerBound - 1)..<min(reader.words(side).count, range.upperBound + 1)
    }
    let (a, b) = (around(.a), around(.b))
    let (first, second) = (reader.text(.a, a), reader.text(.b, b))
    let pair = opposites.lazy.map { [$0, ($0.1, $0.0)] }.joined().first { x, y in
      first.contains(x) && second.contains(y) && !first.contains(y) && !second.contains(x)
    }
    guard let (x, y) = pair else { return }
    report.report(.polarityListed, confidence: tuning.opposite, a: a, b: b, "“\(x)” became its opposite, “\(y)”.")
  }
}
