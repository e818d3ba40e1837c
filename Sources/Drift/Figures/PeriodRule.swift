import Articles
package import Alignment
internal import Lexicon
import Text

/// Another year, month, week or quarter, told from today: "last year", "this year", "next year".
///
/// Looks at the word before the name of a period. Confidence: .80 (.7 + .3 lc) where the two periods stand in one place, .55
/// elsewhere in the sentence, .80 (.8 + .2 g) for one span in the place of another ("a decade", "a century"); a period that only
/// one side names is no finding.
package struct PeriodRule: DriftRule {
  package static let category = DriftCategory.time
  package static let languages = LanguageScope.english
  package static let explanation = RuleExplanation(
    definition: "Another year, month, week or season is meant, told from today: last, this, next.",
    example: ("Exports fell last quarter, the bank said.", "Exports fell this quarter, the bank said."),
    limits: "The two articles may have been published in different periods, which is not known.")

  private let offsets: [WordNumber: Int]
  private let periods: WordSet
  /// Words for one of something.
  private let single: WordSet

  package init(resources: DriftResources) {
    let words: [(Int, [String])] = [
      (-1, ["last", "past", "previous", "preceding"]), (0, ["this", "current"]), (1, ["next", "coming", "following"]),
    ]
    var offsets: [WordNumber: Int] = [:]
    for (offset, names) in words { for name in names { offsets[resources.words.id(of: name)] = offset } }
    self.offsets = offsets
    periods = resources.set(.periods)
    single = resources.set("a", "an", "one", "per", "every", "each")
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    examineSpans(PairReader(pair, context), &report)
    let a = mentions(pair.a)
    let b = mentions(pair.b)
    guard !a.isEmpty, !b.isEmpty else { return }
    var openA = a.filter { mention in !b.contains { $0.says(mention) } }
    var openB = b.filter { mention in !a.contains { $0.says(mention) } }
    for isAligned in [true, false] { pairUp(&openA, &openB, isAligned, pair, &report) }
  }

  /// "A decade ago" and "a century ago": one of each, so that no figure tells them apart.
  private func examineSpans(_ reader: PairReader, _ report: inout FindingCollector) {
    let pair = reader.pair
    for i in 1..<max(1, pair.a.count) where single.contains(pair.a.ids[i - 1]) {
      guard let j = pair.match(a: i), j > 0, pair.match(a: i - 1) == j - 1, single.contains(pair.b.ids[j - 1]),
        let one = reader.knowledge.unit(pair.a.ids[i]), let two = reader.knowledge.unit(pair.b.ids[j]), one.group == "time",
        two.group == "time", one.factor != two.factor, i + 1 < pair.a.count, pair.match(a: i + 1) == j + 1
      else { continue }
      let tuning = DriftTuning.standard.figures.days
      report.report(
        .timePeriod, confidence: tuning.span * tuning.spanByTrust(pair.trust), a: i - 1..<i + 1, b: j - 1..<j + 1,
        "“\(pair.a.string(i - 1..<i + 1))” became “\(pair.b.string(j - 1..<j + 1))”.")
    }
  }

  /// Reports what is paired, and takes it from both sides: the aligned ones first.
  private func pairUp(
    _ a: inout [Mention], _ b: inout [Mention], _ isAligned: Bool, _ pair: SentencePair, _ report: inout FindingCollector
  ) {
    a = a.filter { mention in
      let place = b.firstIndex { other in
        other.period == mention.period && (!isAligned || pair.match(a: mention.noun) == other.noun)
      }
      guard let place else { return true }
      let other = b.remove(at: place)
      let tuning = DriftTuning.standard.figures.days
      let confidence =
        isAligned ? tuning.period * tuning.byContext(pair.localContext(mention.noun, other.noun)) : tuning.periodMoved
      report.report(
        .timePeriod, confidence: confidence, a: mention.noun - 1..<mention.noun + 1,
        b: other.noun - 1..<other.noun + 1,
        "“\(pair.a.string(mention.noun - 1..<mention.noun + 1))” became “\(pair.b.string(other.noun - 1..<other.noun + 1))”.")
      return false
    }
  }

  private struct Mention {
    var period: WordNumber
    /// Periods from now: -1 the last, 0 this one, 1 the next.
    var offset: Int
    /// Position of the period's name; the word before it says which.
    var noun: Int

    func says(_ other: Mention) -> Bool { period == other.period && offset == other.offset }
  }

  private func mentions(_ side: SentenceSide) -> [Mention] {
    guard side.count > 1 else { return [] }
    return (1..<side.count).compactMap { noun in
      guard periods.contains(side.ids[noun]), let offset = offsets[side.ids[noun - 1]] else { return nil }
      return Mention(period: side.ids[noun], offset: offset, noun: noun)
    }
  }
}
