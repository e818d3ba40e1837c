package import Alignment
import Articles
import Lexicon
internal import Text

/// The same value with another unit: dollars for pounds, miles for kilometres, per cent for percentage points.
///
/// Confidence: .6 + .35 lc for figures in one place, .6 elsewhere in the sentence; .78 (.8 + .2 lc) for units behind words that
/// count without a figure ("hundreds of miles"). A unit left out is not reported.
package struct UnitRule: DriftRule {
  package static let category = DriftCategory.unit
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition: "A figure keeps its value but is given in another unit or currency. Converted values do not count.",
    example: ("The fine came to £40,000.", "The fine came to $40,000."),
    limits: "Only units and currencies of the built-in list; a unit that is merely left out is not reported.")

  private let units: UnitKnowledge
  private let figures: FigureVocabulary
  /// Words that count without a figure.
  private let counting: WordSet
  private let tuning = DriftTuning.standard.figures.units

  package init(resources: DriftResources) {
    units = UnitKnowledge(resources)
    figures = resources.vocabulary.figures
    counting = resources.set(.counting)
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    examineCounted(PairReader(pair, context), &report)
    let matching = FigureMatching(pair, units: units)
    for x in matching.a {
      guard x.isEqual, let partner = x.partner else { continue }
      let y = matching.b[partner]
      guard x.figure.unitIsMeasure, y.figure.unitIsMeasure, x.figure.unit != y.figure.unit, x.figure.value == y.figure.value
      else { continue }
      let confidence =
        x.isAligned ? tuning.inPlace(pair.localContext(x.positions.lowerBound, y.positions.lowerBound)) : tuning.moved
      let a = pair.a.positions(in: x.figure.extent)
      let b = pair.b.positions(in: y.figure.extent)
      report.report(
        .unitChanged, confidence: confidence, a: a, b: b,
        message(pair, a, b))
    }
  }

  /// "Hundreds of kilometres" and "hundreds of miles".
  private func examineCounted(_ reader: PairReader, _ report: inout FindingCollector) {
    let pair = reader.pair
    guard pair.a.ids.contains(where: counting.contains) else { return }
    for (i, j) in reader.replacements() where i > 0 && j > 0 {
      guard let first = figures.unit(pair.a.ids[i]), let second = figures.unit(pair.b.ids[j]), first != second,
        units.measureOneThing(first, second), let start = count(before: i, reader)
      else { continue }
      let (a, b) = (start..<i + 1, j - (i - start)..<j + 1)
      report.report(
        .unitChanged, confidence: tuning.counted * tuning.countedByContext(pair.localContext(i, j)), a: a, b: b,
        message(pair, a, b))
    }
  }

  /// The place of a word that counts, before a unit and with "of" between at most, that both have in one place.
  private func count(before position: Int, _ reader: PairReader) -> Int? {
    (1...2).lazy.map { position - $0 }.first { place in
      place >= 0 && counting.contains(reader.pair.a.ids[place]) && (place..<position).allSatisfy { isCopied($0, reader) }
    }
  }

  private func isCopied(_ position: Int, _ reader: PairReader) -> Bool {
    reader.pair.match(a: position).map { reader.pair.a.ids[position] == reader.pair.b.ids[$0] } ?? false
  }

  private func message(_ pair: SentencePair, _ a: Range<Int>, _ b: Range<Int>) -> String {
    "The unit changed: “\(pair.a.string(a))” became “\(pair.b.string(b))”."
  }
}

/// What the units list knows: which units measure the same thing and how they convert.
struct UnitKnowledge {
  private let knowledge: WordKnowledge

  init(_ resources: DriftResources) { knowledge = resources.knowledge }

  private var words: WordTable { knowledge.words }
  private func unit(_ word: WordNumber) -> UnitList.Unit? { knowledge.unit(word) }

  /// True when one figure is the other converted: 10 miles and 16 km, two weeks and 14 days, 20 C and 68 F.
  ///
  /// Conversions are rounded in the news, hence 6 % is granted.
  func areConverted(_ x: Figure, _ y: Figure) -> Bool {
    guard x.unitIsMeasure, y.unitIsMeasure else { return false }
    if isTemperature(x, y) { return true }
    guard x.unit != y.unit else { return false }
    guard let first = unit(x.unit), let second = unit(y.unit), first.group == second.group, let factor = first.factor,
      let other = second.factor, factor != other
    else { return false }
    return isClose(x.value * factor, y.value * other)
  }

  /// Two units of one measure, such as kilometres and miles; currencies are converted.
  func measureOneThing(_ x: WordNumber, _ y: WordNumber) -> Bool {
    guard let first = unit(x), let second = unit(y) else { return false }
    return first.group == second.group && first.factor != second.factor
  }

  /// Days, years, hours.
  func isTime(_ figure: Figure) -> Bool { figure.unitIsMeasure && unit(figure.unit)?.group == "time" }

  /// Two currencies: the one sum may be the other converted at the day's rate, which is not known.
  ///
  /// A dollar, a euro and a pound were never worth far more than one another, so that a sum many times another is none converted.
  func areCurrencies(_ x: Figure, _ y: Figure) -> Bool {
    guard let (first, second) = currencies(x, y) else { return false }
    guard Self.likeADollar.contains(first.group), Self.likeADollar.contains(second.group) else { return true }
    let sums = (x.value * (first.factor ?? 1), y.value * (second.factor ?? 1))
    return max(sums.0, sums.1) <= DriftTuning.standard.figures.units.rate * min(sums.0, sums.1)
  }

  /// Two sums of money, in two currencies.
  func areSums(_ x: Figure, _ y: Figure) -> Bool { currencies(x, y) != nil }

  private func currencies(_ x: Figure, _ y: Figure) -> (UnitList.Unit, UnitList.Unit)? {
    guard x.unitIsMeasure, y.unitIsMeasure, x.unit != y.unit, let first = unit(x.unit), let second = unit(y.unit),
      Self.isMoney(first), Self.isMoney(second)
    else { return nil }
    return (first, second)
  }

  /// Currencies of which one buys about as much as another.
  private static let likeADollar: Set<String> = [
    "currency:usd", "currency:eur", "currency:gbp", "currency:chf", "currency:cad", "currency:aud",
  ]

  /// Each currency is a group of its own whose name says so.
  private static func isMoney(_ unit: UnitList.Unit) -> Bool { unit.group.hasPrefix("money") || unit.group.hasPrefix("currency") }

  private func isTemperature(_ x: Figure, _ y: Figure) -> Bool {
    switch (words.string(x.unit), words.string(y.unit)) {
    case ("celsius", "fahrenheit"): return isClose(Self.fahrenheit(x.value), y.value)
    case ("fahrenheit", "celsius"): return isClose(Self.fahrenheit(y.value), x.value)
    // Mere degrees: one text may mean Celsius and the other Fahrenheit.
    case ("°", "°"), ("°", "celsius"), ("°", "fahrenheit"), ("celsius", "°"), ("fahrenheit", "°"):
      return x.value != y.value && (isExact(Self.fahrenheit(x.value), y.value) || isExact(Self.fahrenheit(y.value), x.value))
    default: return false
    }
  }

  private static func fahrenheit(_ celsius: Double) -> Double { celsius * 1.8 + 32 }

  private func isExact(_ x: Double, _ y: Double) -> Bool { abs(x - y) <= 1 }

  private func isClose(_ x: Double, _ y: Double) -> Bool {
    abs(x - y) <= DriftTuning.standard.figures.units.conversion * max(abs(x), abs(y))
  }
}
