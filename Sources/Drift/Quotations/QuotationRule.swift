package import Alignment
import Articles
import Lexicon
import Tables
import Text

/// Words between quotation marks that are not the words of the source.
///
/// Quotations must be copied letter by letter; spelling (British, American), contractions, the writing of figures and `U.S.` do
/// not count. Confidence, r being 2 LCS / (n + m) of the two quotations:
/// - in articles: .70 when a content word differs and r is at least .4 (or there are at most four words),
///   ``ReplacementTuning/quotedFunctionWords`` when only function words differ, .40 for a free rendering or L below .5;
/// - in single sentences (two translations of one speech differ freely): up to four words .62; from r .8 .60, from .6 .45, else
///   .25; at most .45 below L .8; function words only .30;
/// - marks put around words that the source does not quote: .50; marks taken off: .30; a quotation whose words the source does
///   not have at all: .60 in articles; words only left out or only put in: .40 in sentences, .50 in articles (function words
///   .30), a negation alone .70;
/// - in articles in other languages than English, differing in three places and more of what is no copy: `quotation/translated`,
///   minor; at most .50 for words that the other article has too.
package struct QuotationRule: DriftRule {
  package static let category = DriftCategory.quotation
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition: """
      A quotation was altered, invented, given to another speaker, or lost its marks; or words of the reporter became a quotation.
      """,
    example: ("She called the plan “a leap in the dark”.", "She called the plan “a jump into darkness”."),
    limits: """
      A quotation shortened at its end, or continued, is not reported. Quotations whose closing mark is missing are not read. \
      Where two independent translations of one speech meet, most quotations differ: one that differs in place after place is minor, one \
      that differs in one place looks altered. Another speaker is told only where both \
      articles name one: a pronoun, a title or a description may be the same person.
      """)

  /// Words beside a changed function word in which its content words are looked for.
  private static let reach = 4

  private let knowledge: WordKnowledge
  private let calendar: CalendarVocabulary
  private let tuning = DriftTuning.standard.quotations

  package init(resources: DriftResources) {
    knowledge = resources.knowledge
    calendar = resources.vocabulary.calendar
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    let a = QuotationMatching.items(pair.a)
    let b = QuotationMatching.items(pair.b)
    guard !(a.isEmpty && b.isEmpty), a.count <= 200, b.count <= 200 else { return }
    var used: Set<Int> = []
    for item in a {
      let targets = item.positions.compactMap { pair.match(a: $0) }
      if let index = best(b, containing: targets) {
        used.insert(index)
        compare(item, b[index], pair, context, &report)
      } else if !item.single {
        reportUnquoted(item, targets, pair, lost: true, context, &report)
      }
    }
    for (index, item) in b.enumerated() where !used.contains(index) && !item.single {
      reportUnquoted(item, item.positions.compactMap { pair.match(b: $0) }, pair, lost: false, context, &report)
    }
  }

  private func best(_ items: [QuotationMatching.Item], containing targets: [Int]) -> Int? {
    var best: (index: Int, count: Int)?
    for (index, item) in items.enumerated() {
      let count = targets.count { item.positions.contains($0) }
      if count > (best?.count ?? 0) { best = (index, count) }
    }
    return best?.index
  }

  // MARK: Altered

  private func compare(
    _ x: QuotationMatching.Item, _ y: QuotationMatching.Item, _ pair: SentencePair, _ context: DriftContext,
    _ report: inout FindingCollector
  ) {
    let difference = QuotationDifference(x.positions, y.positions, pair, knowledge, calendar: calendar)
    guard !difference.isEmpty else { return reportCut(x, y, pair, context, &report) }
    if isTranslation(difference, context) {
      return report.report(
        .quotationTranslated, confidence: tuning.translated, a: x.positions, b: y.positions, explains: false,
        "The quotation “\(pair.a.string(x.positions))” is worded differently throughout: “\(pair.b.string(y.positions))”.")
    }
    var confidence = confidence(difference, pair.closeness, context)
    guard confidence > 0 else { return }
    if !context.isSentenceLevel, pair.closeness >= tuning.negatedCloseness, isNegated(difference, pair) {
      confidence = max(confidence, tuning.negated)
    }
    if isKnown(difference, pair, context) { confidence = min(confidence, tuning.known) }
    let bare = !difference.changesContent
    report.report(
      .quotationAltered, confidence: confidence,
      a: (difference.places?.a ?? difference.a).map { bare ? phrase(around: $0, in: x.positions, pair.a) : $0 } ?? x.positions,
      b: (difference.places?.b ?? difference.b).map { bare ? phrase(around: $0, in: y.positions, pair.b) : $0 } ?? y.positions,
      explains: false,
      Self.alteredMessage(pair, x.positions, y.positions))
  }

  /// A clause cut out at the end of a sentence, or put in there, while both quotations go on.
  private func reportCut(
    _ x: QuotationMatching.Item, _ y: QuotationMatching.Item, _ pair: SentencePair, _ context: DriftContext,
    _ report: inout FindingCollector
  ) {
    guard x.continues, y.continues, !context.isSentenceLevel, pair.closeness >= tuning.unmarkedCloseness else { return }
    let difference = QuotationDifference(x.positions, y.positions, pair, knowledge, calendar: calendar, isInner: true)
    guard difference.isOneSided, difference.changesContent else { return }
    let isGone =
      difference.a.map { content($0, pair.a).contains { !context.occurrences.wordsOfB.contains($0) } }
      ?? difference.b.map { content($0, pair.b).contains { !context.occurrences.wordsOfA.contains($0) } } ?? false
    guard isGone, max(difference.a?.count ?? 0, difference.b?.count ?? 0) >= tuning.clause else { return }
    report.report(
      .quotationAltered, confidence: tuning.cut, a: difference.a ?? x.positions.suffix(1),
      b: difference.b ?? y.positions.suffix(1),
      explains: false,
      Self.alteredMessage(pair, x.positions, y.positions))
  }

  /// Other words in place after place of what is no copy: translated anew.
  ///
  /// In English, in which most of those who are quoted speak or are translated by an agency, that is a machine's paraphrase as
  /// often.
  private func isTranslation(_ difference: QuotationDifference, _ context: DriftContext) -> Bool {
    !context.resources.isEnglish && !context.isSentenceLevel && context.closeness < tuning.translatedCloseness
      && difference.changesContent
      && !difference.isOneSided && difference.placeCount >= tuning.translatedPlaces
  }

  /// Both articles have the words, and choose between them: a term and what it is called elsewhere in the same article, or
  /// function words for a noun that the other article has too ("she" for "the driver").
  private func isKnown(_ difference: QuotationDifference, _ pair: SentencePair, _ context: DriftContext) -> Bool {
    guard !context.isSentenceLevel, let a = difference.a, let b = difference.b else { return false }
    let isTerm = difference.ratio == 0 && difference.length <= tuning.longestTerm
    guard isTerm || difference.isReference else { return false }
    let inB = content(a, pair.a)
    let inA = content(b, pair.b)
    if difference.isReference, (a.contains { isNegator(pair.a.ids[$0]) }) || (b.contains { isNegator(pair.b.ids[$0]) }) {
      return false
    }
    return !inB.isEmpty && inB.allSatisfy(context.occurrences.wordsOfB.contains)
      || !inA.isEmpty && inA.allSatisfy(context.occurrences.wordsOfA.contains)
  }

  private func content(_ range: Range<Int>, _ side: SentenceSide) -> [WordNumber] {
    range.map { side.ids[$0] }.filter { !knowledge.isStop($0) }
  }

  /// Nothing but a negation went or came: the speaker said the opposite.
  private func isNegated(_ difference: QuotationDifference, _ pair: SentencePair) -> Bool {
    guard difference.isOneSided,
      let word = difference.a.map({ pair.a.ids[$0.lowerBound] }) ?? difference.b.map({ pair.b.ids[$0.lowerBound] })
    else { return false }
    return max(difference.a?.count ?? 0, difference.b?.count ?? 0) == 1 && knowledge.negation(word) == "explicit"
  }

  private func isNegator(_ word: WordNumber) -> Bool { knowledge.negation(word) != nil }

  /// The words with the content word on either side, within the quotation: "in" alone tells a reader nothing.
  private func phrase(around range: Range<Int>, in quotation: Range<Int>, _ side: SentenceSide) -> Range<Int> {
    let isContent = { (position: Int) in side.token(position).kind == .word && !knowledge.isStop(side.ids[position]) }
    let before = quotation[..<range.lowerBound].suffix(Self.reach).last(where: isContent)
    let after = quotation[range.upperBound...].prefix(Self.reach).first(where: isContent)
    return (before ?? range.lowerBound)..<(after ?? range.upperBound - 1) + 1
  }

  private func confidence(_ difference: QuotationDifference, _ closeness: Double, _ context: DriftContext) -> Double {
    if context.isSentenceLevel { return confidenceInSentence(difference, closeness) }
    // Few words in common, in articles that are worded differently, is a free rendering and not a copy gone wrong.
    if closeness < tuning.free || (difference.ratio < tuning.freeRatio && difference.length > 4) { return tuning.rendered }
    if closeness < tuning.copied, difference.ratio < tuning.sameQuotation, difference.length > tuning.shortQuotation {
      return tuning.inflected
    }
    if !difference.changesContent, !context.resources.isEnglish { return tuning.functionWordsElsewhere }
    if difference.isOneSided {
      if !difference.changesContent { return tuning.oneSidedFunction }
      // Of a few words one is much: "working well", "working extremely well".
      return difference.differingContent >= tuning.severalWords || difference.length <= tuning.shortQuotation
        ? tuning.cut : tuning.oneSided
    }
    if difference.isInflection { return tuning.inflected }
    return difference.changesContent ? tuning.content : DriftTuning.standard.replacements.quotedFunctionWords
  }

  private func confidenceInSentence(_ difference: QuotationDifference, _ closeness: Double) -> Double {
    let tuning = self.tuning.sentences
    let isShort = difference.length <= 4
    if !difference.changesContent { return isShort ? tuning.functionWords : tuning.functionWordsInLong }
    if difference.isOneSided { return tuning.oneSided }
    if closeness < tuning.copied { return isShort || difference.ratio >= tuning.middle ? tuning.partly : tuning.unlike }
    if isShort { return tuning.short }
    return difference.ratio >= tuning.high ? tuning.alike : difference.ratio >= tuning.middle ? tuning.partly : tuning.unlike
  }

  // MARK: Marks

  private func reportUnquoted(
    _ item: QuotationMatching.Item, _ targets: [Int], _ pair: SentencePair, lost: Bool, _ context: DriftContext,
    _ report: inout FindingCollector
  ) {
    let side = lost ? pair.a : pair.b
    // One or two words in marks are titles and scare quotes.
    guard item.positions.count >= 3 else { return }
    let words = side.string(item.positions)
    if targets.count * 10 >= item.positions.count * 6, let first = targets.min(), let last = targets.max() {
      if compareUnmarked(item, first..<last + 1, pair, lost: lost, context, &report) { return }
      report.report(
        lost ? .quotationUnmarked : .quotationMarked, confidence: lost ? tuning.unquoted : tuning.marked,
        a: lost ? item.positions : first..<last + 1, b: lost ? first..<last + 1 : item.positions,
        explains: false,
        lost ? "The quotation marks around “\(words)” are gone." : "“\(words)” was no quotation in the first text.")
    } else if isUnknownTo(context, item, side, lost: lost) {
      report.report(
        lost ? .quotationLost : .quotationInvented,
        confidence: context.isSentenceLevel || lost ? tuning.lost : tuning.invented, a: lost ? item.positions : nil,
        b: lost ? nil : item.positions, explains: false,
        lost ? "The quotation “\(words)” is missing." : "The first text has no such quotation: “\(words)”.")
    }
  }

  /// Quoted words that stand without marks in the other article, nearly word for word: another word among them is an altered
  /// quotation.
  private func compareUnmarked(
    _ item: QuotationMatching.Item, _ image: Range<Int>, _ pair: SentencePair, lost: Bool, _ context: DriftContext,
    _ report: inout FindingCollector
  ) -> Bool {
    guard !context.isSentenceLevel, pair.closeness >= tuning.unmarkedCloseness else { return false }
    let (x, y) = lost ? (item.positions, image) : (image, item.positions)
    let difference = QuotationDifference(x, y, pair, knowledge, calendar: calendar)
    guard !difference.isEmpty, difference.changesContent, !difference.isOneSided, !difference.isInflection,
      !isReported(difference, pair),
      difference.ratio >= tuning.unmarkedCloseness, let a = difference.a, let b = difference.b,
      a.count <= tuning.longestChange, b.count <= tuning.longestChange
    else { return false }
    report.report(
      .quotationAltered, confidence: tuning.unmarked, a: a, b: b, explains: false, Self.alteredMessage(pair, x, y))
    return true
  }

  /// A pronoun gave way to another word: indirect speech.
  private func isReported(_ difference: QuotationDifference, _ pair: SentencePair) -> Bool {
    (difference.a ?? 0..<0).contains { knowledge.traits(pair.a.ids[$0]).contains(.pronoun) }
      || (difference.b ?? 0..<0).contains { knowledge.traits(pair.b.ids[$0]).contains(.pronoun) }
  }

  /// Most content words of the quotation do not occur in the other article at all.
  private func isUnknownTo(_ context: DriftContext, _ item: QuotationMatching.Item, _ side: SentenceSide, lost: Bool) -> Bool {
    let content = item.positions.filter { !knowledge.isStop(side.ids[$0]) }
    let unknown = content.count { position in
      !(lost
        ? context.occurrences.wordsOfB.contains(side.ids[position]) : context.occurrences.wordsOfA.contains(side.ids[position]))
    }
    return !content.isEmpty && unknown * 10 >= content.count * 6
  }
}

// MARK: Messages

extension QuotationRule {
  private static func alteredMessage(_ pair: SentencePair, _ x: Range<Int>, _ y: Range<Int>) -> String {
    "The quotation “\(pair.a.string(x))” became “\(pair.b.string(y))”."
  }
}

/// Quotations of one side and where their words went.
struct QuotationMatching {
  struct Item {
    /// Word positions between the marks.
    var positions: Range<Int>
    var single: Bool
    /// It goes on behind the sentence.
    var continues = false
  }

  static func items(_ side: SentenceSide) -> [Item] {
    let all = side.text.quotations
    var low = all.partitioningIndex { $0.tokens.lowerBound >= side.tokens.lowerBound }
    // A quotation may have begun in the sentence before.
    while low > 0, all[low - 1].tokens.upperBound > side.tokens.lowerBound,
      side.tokens.lowerBound - all[low - 1].tokens.lowerBound < 400
    { low -= 1 }
    var found: [Item] = []
    while low < all.count, all[low].tokens.lowerBound < side.tokens.upperBound {
      let clamped = all[low].tokens.clamped(to: side.tokens)
      let positions = side.positions(in: clamped)
      if !positions.isEmpty {
        found.append(
          Item(positions: positions, single: all[low].single, continues: clamped.upperBound < all[low].tokens.upperBound))
      }
      low += 1
    }
    return found
  }
}
