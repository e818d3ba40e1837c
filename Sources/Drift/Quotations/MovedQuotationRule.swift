package import Alignment
import Articles
import Lexicon
import Text

/// A quotation put into another's mouth.
///
/// `quotation/speaker`: a quotation that both articles have (five words and .7 of the pairs of words of the shorter one; three
/// words where the sentences are aligned), with a named speaker in each, and the two names cannot be one person or body: .85.
/// Names can be one when they share a word or are alike, when either article has words of both in one name, when one stands in
/// apposition to the other ("Moe, the spokesman of Acme"), when only one is an acronym or has an article ("the Kremlin").
package struct MovedQuotationRule: DriftRule {
  package static let category = DriftCategory.quotation
  package static let languages = LanguageScope.english
  package static let explanation = RuleExplanation(
    definition:
      "A quotation was put into another's mouth: both articles name a speaker, and the two cannot be one person or body.",
    example: (
      "“The quay will stay shut until Monday,” said Ana Lind. Bo Moe would not comment.",
      "“The quay will stay shut until Monday,” said Bo Moe. Ana Lind would not comment."
    ),
    limits: "A pronoun, a title or a description may be the same person, and is not held against a name.")

  private static let confidence = DriftTuning.standard.quotations.moved

  private let speakers: QuotationSpeaker
  private let variants: NameVariants
  private let links: NameLinks

  package init(resources: DriftResources) {
    speakers = QuotationSpeaker(resources: resources)
    variants = NameVariants(knowledge: resources.knowledge)
    links = NameLinks(resources: resources)
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {}

  package func examineDocument(_ context: DriftContext, report: inout FindingCollector) {
    guard !context.a.quotations.isEmpty, !context.b.quotations.isEmpty else { return }
    let pairs = QuotationPairs(context.a, context.b, shortest: 3).pairs.filter { isFirm($0, context) }
    guard !pairs.isEmpty else { return }
    let first = speakers.speakers(in: context.a, limit: QuotationPairs.limit)
    let second = speakers.speakers(in: context.b, limit: QuotationPairs.limit)
    // A quotation that stands several times: one place that may have the same speaker is enough.
    var clearedA: Set<Int> = []
    var clearedB: Set<Int> = []
    var moved: [(a: Int, b: Int, one: Range<Int>, two: Range<Int>)] = []
    for pair in pairs {
      if let one = first[pair.a], let two = second[pair.b], !canBeOne(one, two, context) {
        moved.append((pair.a, pair.b, one.core, two.core))
      } else {
        clearedA.insert(pair.a)
        clearedB.insert(pair.b)
      }
    }
    for pair in moved where !clearedA.contains(pair.a) && !clearedB.contains(pair.b) {
      report.reportTokens(
        .quotationSpeaker, confidence: Self.confidence, a: pair.one, b: pair.two,
        message(context, pair.a, context.a.string(pair.one), context.b.string(pair.two)))
    }
  }

  /// Five words, or aligned sentences.
  private func isFirm(_ pair: (a: Int, b: Int), _ context: DriftContext) -> Bool {
    let first = context.a.quotations[pair.a].tokens
    let second = context.b.quotations[pair.b].tokens
    if min(words(first, context.a), words(second, context.b)) >= 5 { return true }
    return context.alignment.pairs.contains { $0.a.overlaps(first) && $0.b.overlaps(second) }
  }

  private func words(_ range: Range<Int>, _ text: LinguisticText) -> Int {
    text.tokens[range].count { $0.kind != .mark && $0.kind != .quote }
  }

  // MARK: One or two speakers

  private func canBeOne(_ one: QuotationSpeaker.Speaker, _ two: QuotationSpeaker.Speaker, _ context: DriftContext) -> Bool {
    let first = names(one.core, context.a)
    let second = names(two.core, context.b)
    guard !first.isEmpty, !second.isEmpty, one.hasArticle == two.hasArticle else { return true }
    if isAcronym(one.core, context.a) != isAcronym(two.core, context.b) { return true }
    let knowledge = context.resources.knowledge
    let likeness = DriftTuning.standard.quotations.sameSpeaker
    if first.contains(where: { word in second.contains { knowledge.nameSimilarity(word, $0) > likeness } }) { return true }
    if variants.areVariants(first[...], second[...]) { return true }
    return links.areLinked(first, second, context)
  }

  private func names(_ range: Range<Int>, _ text: LinguisticText) -> [WordNumber] {
    text.tokens[range].filter { $0.shape.contains(.name) }.map(\.word)
  }

  private func isAcronym(_ range: Range<Int>, _ text: LinguisticText) -> Bool {
    range.contains { text.tokens[$0].shape.contains(.allCapitals) }
  }

  private func message(_ context: DriftContext, _ quotation: Int, _ first: String, _ second: String) -> String {
    "The quotation “\(context.a.string(context.a.quotations[quotation].tokens))” is \(first)’s in the first text, \(second)’s in the second."
  }
}

/// Quotations of two articles that are the same or nearly so, wherever they stand.
///
/// Complexity: linear in the quotations' words but for pairs of words that occur in many quotations, which are cut at 50.
struct QuotationPairs {
  /// Quotations looked at in each article.
  static let limit = 200
  private static let mostPostings = 50

  /// Indices into the quotations of the one and the other article.
  private(set) var pairs: [(a: Int, b: Int)] = []

  private struct Bigram: Hashable {
    var first: WordNumber
    var second: WordNumber
  }

  /// Pairs of which the shorter quotation has `shortest` words and .7 of its pairs of words in the longer one.
  init(_ a: LinguisticText, _ b: LinguisticText, shortest: Int) {
    var places: [Bigram: [Int]] = [:]
    let second = Self.bigrams(b)
    for (index, bigrams) in second.enumerated() where bigrams.count + 1 >= shortest {
      for bigram in bigrams where places[bigram, default: []].count < Self.mostPostings {
        places[bigram, default: []].append(index)
      }
    }
    for (index, bigrams) in Self.bigrams(a).enumerated() where bigrams.count + 1 >= shortest {
      var shared: [Int: Int] = [:]
      for bigram in bigrams { for other in places[bigram] ?? [] { shared[other, default: 0] += 1 } }
      for other in shared.keys.sorted() {
        if (shared[other] ?? 0) * 10 >= min(bigrams.count, second[other].count) * 7 { pairs.append((index, other)) }
      }
    }
  }

  /// Different pairs of neighbouring words of each quotation.
  private static func bigrams(_ text: LinguisticText) -> [Set<Bigram>] {
    text.quotations.prefix(limit).map { quotation in
      let words = text.tokens[quotation.tokens].lazy.filter { $0.kind != .mark && $0.kind != .quote }.map(\.word)
      return Set(zip(words, words.dropFirst()).map { Bigram(first: $0, second: $1) })
    }
  }
}
