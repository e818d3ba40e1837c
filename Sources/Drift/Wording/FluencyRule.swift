import Articles
package import Alignment
import Text

/// Broken language: a misspelt word, a word twice, a sentence in disorder.
///
/// Confidence: .60 for a known word that became an unknown one within two letters, .50 for a doubled word, both never above
/// minor; .90 for a sentence of at least eight words with the same words in disorder (bag overlap above .8, shared neighbours
/// below .27).
package struct FluencyRule: DriftRule {
  package static let category = DriftCategory.fluency
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition: "The copy is broken where the source is not: misspelt words, doubled words, words in disorder.",
    example: ("The council approved the plan.", "The council aproved the the plan."),
    limits: "A misspelling that makes another word (form, from) looks like a changed term. Knows English only.")

  private let words: StrayWords
  private let repeatable: WordSet
  private let tuning = DriftTuning.standard.fluency

  package init(resources: DriftResources) {
    words = StrayWords(resources)
    repeatable = resources.set("that", "had", "very", "is", "-", "%", "$", "ha")
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    guard pair.a.ids != pair.b.ids else { return }
    examineOrder(pair, &report)
    examineDoubled(pair, &report)
    if words.isUsable { examineSpelling(pair, context, &report) }
  }

  // MARK: Spelling

  private func examineSpelling(_ pair: SentencePair, _ context: DriftContext, _ report: inout FindingCollector) {
    for i in 0..<pair.a.count {
      guard let j = pair.match(a: i), pair.a.ids[i] != pair.b.ids[j] else { continue }
      let x = pair.a.token(i)
      let y = pair.b.token(j)
      guard x.kind == .word, y.kind == .word, x.shape.isDisjoint(with: [.dotted, .clitic]),
        y.shape.isDisjoint(with: [.dotted, .clitic])
      else { continue }
      let isBroken = words.isUnknown(y.word) && !words.isUnknown(x.word)
      let wasBroken = words.isUnknown(x.word) && !words.isUnknown(y.word)
      guard isBroken || wasBroken, words.isMisspelling(plain: isBroken ? x.word : y.word, broken: isBroken ? y.word : x.word)
      else { continue }
      report.report(
        .fluencySpelling, confidence: isBroken ? tuning.misspelt : tuning.putRight, a: i..<i + 1, b: j..<j + 1,
        isBroken
          ? "“\(pair.a.string(i))” is misspelt: “\(pair.b.string(j))”." : "A misspelling was put right: “\(pair.b.string(j))”.")
    }
  }

  // MARK: Doubled words

  private func examineDoubled(_ pair: SentencePair, _ report: inout FindingCollector) {
    if let j = doubled(pair.b, times: pair.a) {
      report.report(
        .fluencyDoubled, confidence: tuning.doubled, a: nil, b: j..<j + 2,
        "“\(pair.b.string(j))” stands twice.")
    } else if let i = doubled(pair.a, times: pair.b) {
      report.report(
        .fluencyDoubled, confidence: tuning.undoubled, a: i..<i + 2, b: nil,
        "“\(pair.a.string(i))” no longer stands twice.")
    }
  }

  /// The first of two equal words in a row, where the other side has the word less often.
  ///
  /// A bracket may stand between them.
  private func doubled(_ side: SentenceSide, times other: SentenceSide) -> Int? {
    guard side.count > 1, side.count <= 2_000 else { return nil }
    return (0..<side.count - 1).first { index in
      let word = side.ids[index]
      return word == side.ids[index + 1] && side.token(index).kind != .sign && !repeatable.contains(word)
        && side.words[index + 1] - side.words[index] <= 3 && side.ids.count { $0 == word } > other.ids.count { $0 == word }
    }
  }

  // MARK: Order

  private func examineOrder(_ pair: SentencePair, _ report: inout FindingCollector) {
    let count = max(pair.a.count, pair.b.count)
    guard count >= 8, count <= 2_000, mayBeDisordered(pair) else { return }
    let shared = Self.overlap(pair.a.ids, pair.b.ids)
    guard Double(2 * shared) / Double(pair.a.count + pair.b.count) > tuning.sameWords else { return }
    let neighbours = Self.overlap(Self.bigrams(pair.a.ids), Self.bigrams(pair.b.ids))
    guard Double(neighbours) / Double(shared) < tuning.leastNeighbours else { return }
    report.report(
      .fluencyOrder, confidence: tuning.disordered, a: 0..<pair.a.count, b: 0..<pair.b.count, explains: false,
      "The words of the sentence are in disorder.")
  }

  /// False where a long common subsequence shows without a count that enough neighbours are shared: each word that either side
  /// has beside it parts two of its words at most.
  private func mayBeDisordered(_ pair: SentencePair) -> Bool {
    let words = Double(pair.a.count + pair.b.count)
    let common = (pair.closeness * words / 2).rounded()
    return 3 * common - 1 - words < tuning.leastNeighbours * Double(min(pair.a.count, pair.b.count))
  }

  private static func bigrams(_ ids: [WordNumber]) -> [UInt64] { zip(ids, ids.dropFirst()).map { UInt64($0) << 32 | UInt64($1) } }

  /// Size of the intersection of two bags.
  private static func overlap<Element: Comparable>(_ a: [Element], _ b: [Element]) -> Int {
    let x = a.sorted()
    let y = b.sorted()
    var i = 0
    var j = 0
    var count = 0
    while i < x.count, j < y.count {
      if x[i] == y[j] {
        count += 1
        i += 1
        j += 1
      } else if x[i] < y[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}
