import Articles
package import Alignment
import Lexicon
import Text

/// A share or a round number in words that became another, or a figure that contradicts it: "half", "a third", "dozens".
///
/// Both count the same thing: the next word of open class is the same. A share holds for per cent within
/// ``QuantityTuning/share``; "hundreds" may be any number from .75 to 10 times two hundred. Confidence: .82 (.8 + .2 g).
package struct QuantityRule: DriftRule {
  package static let category = DriftCategory.number
  package static let languages = LanguageScope.listed
  package static let explanation = RuleExplanation(
    definition: "A share or a round number that is told in words became another one.",
    example: ("Half of the boats were damaged.", "A third of the boats were damaged."),
    limits: "Only the listed words for shares and for dozens, hundreds and thousands.")

  /// A share (below 1) or a round number in words, or a figure.
  private struct Quantity {
    var range: Range<Int>
    var value: Double
    var isShare: Bool
    var isFigure = false
  }

  private let phrases: PhraseMatcher
  private let percent: WordNumber
  private let tuning = DriftTuning.standard.figures.quantities

  package init(resources: DriftResources) {
    phrases = PhraseMatcher(PhraseTable(text: resources.data.text(.quantities)), words: resources.words)
    percent = resources.words.id(of: "%")
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    guard pair.a.ids != pair.b.ids else { return }
    let words = (a: quantities(pair.a), b: quantities(pair.b))
    guard !words.a.isEmpty || !words.b.isEmpty else { return }
    let reader = PairReader(pair, context)
    let (first, second) = (words.a + numbers(pair.a), words.b + numbers(pair.b))
    for x in first {
      guard let y = second.first(where: { !(x.isFigure && $0.isFigure) && countOneThing(x, $0, reader) }) else { continue }
      report.explain(a: x.range, b: y.range)
      guard !agree(x, y) else { continue }
      report.report(
        .numberValue, confidence: tuning.changed * tuning.byTrust(pair.trust), a: x.range, b: y.range,
        "“\(pair.a.string(x.range))” became “\(pair.b.string(y.range))”.")
    }
  }

  private func quantities(_ side: SentenceSide) -> [Quantity] {
    phrases.matches(in: side.ids).prefix(PairReader.mostMarks).compactMap { match in
      guard let value = Double(match.value), !isPart(match.range, side) else { return nil }
      return Quantity(range: match.range, value: value, isShare: value < 1)
    }
  }

  /// "The first half of the match", "two dozens": a part of something, and an exact number.
  private func isPart(_ range: Range<Int>, _ side: SentenceSide) -> Bool {
    range.lowerBound > 0 && side.shape(range.lowerBound - 1).contains(.figure)
  }

  /// Figures that count something.
  private func numbers(_ side: SentenceSide) -> [Quantity] {
    FigureLookup.figures(of: side).compactMap { index, positions in
      let figure = side.text.figures[index]
      let isShare = figure.unit == percent
      // "A quarter of a point" and "0.25 percentage points": no share in words is below one per cent.
      guard figure.kind == .cardinal, !isShare || figure.value >= 1 else { return nil }
      return Quantity(
        range: isShare ? side.positions(in: figure.extent) : positions, value: isShare ? figure.value / 100 : figure.value,
        isShare: isShare, isFigure: true)
    }
  }

  /// The next word of open class behind both is the same.
  private func countOneThing(_ x: Quantity, _ y: Quantity, _ reader: PairReader) -> Bool {
    guard x.isShare == y.isShare, let i = counted(x, .a, reader), let j = counted(y, .b, reader) else { return false }
    return reader.match(.a, i) == j && !reader.isSubstituted(.a, i)
  }

  private func counted(_ quantity: Quantity, _ side: Side, _ reader: PairReader) -> Int? {
    let end = min(reader.words(side).count, quantity.range.upperBound + tuning.reach)
    return (quantity.range.upperBound..<max(quantity.range.upperBound, end)).first { reader.isContent(side, $0) }
  }

  private func agree(_ x: Quantity, _ y: Quantity) -> Bool {
    if x.isShare { return abs(x.value - y.value) <= tuning.share }
    // The round number may be exceeded many times, two round numbers differ by their order.
    let (round, other) = x.isFigure ? (y, x) : (x, y)
    let ratio = other.value / round.value
    return other.isFigure
      ? ratio >= tuning.leastOfRound && ratio <= tuning.mostOfRound : max(ratio, 1 / ratio) <= tuning.sameOrder
  }
}
