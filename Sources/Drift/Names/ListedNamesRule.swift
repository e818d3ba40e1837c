package import Alignment
import Articles
import Text

/// A name in a list of names that gave way to another, wherever the two stand in it: line-ups, guests, those who were arrested.
///
/// A list is a run of short groups of words between dashes, slashes or commas. Most of its items must stand in the other
/// article's list too; those that are left over on both sides are paired in their order. Confidence .72.
package struct ListedNamesRule: DriftRule {
  package static let category = DriftCategory.name
  package static let languages = LanguageScope.all
  package static let explanation = RuleExplanation(
    definition: "In a list of names that was kept otherwise one name stands in the place of another.",
    example: (
      "Playing for Varne: Lind - Moe - Brandt - Oster - Kray - Holm.",
      "Playing for Varne: Lind - Moe - Brandt - Oster - Sandvik - Holm."
    ),
    limits: "Lists of at least six names, by their marks; a name that is only left out or put in is no change.")

  private let knowledge: WordKnowledge
  private let tuning = DriftTuning.standard.names.lists

  package init(resources: DriftResources) { knowledge = resources.knowledge }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    guard pair.a.ids != pair.b.ids, min(pair.a.count, pair.b.count) >= tuning.items, PairReader(pair, context).isShort else {
      return
    }
    let (first, second) = (items(pair.a), items(pair.b))
    guard min(first.count, second.count) >= tuning.items else { return }
    let lost = first.filter { item in !second.contains { areOne(item, pair.a, $0, pair.b) } }
    let new = second.filter { item in !first.contains { areOne($0, pair.a, item, pair.b) } }
    // A list that grew is another list: who is new there took nobody's place.
    guard !lost.isEmpty, lost.count == new.count, lost.count <= tuning.most,
      first.count - lost.count >= tuning.items - 1
    else { return }
    for (x, y) in zip(lost, new)
    where !x.contains(where: { report.explains(a: $0) }) && !y.contains(where: { report.explains(b: $0) }) {
      report.report(
        .nameReplaced, confidence: tuning.replaced, a: x, b: y, isFramed: true,
        "In a list of names “\(pair.a.string(x))” became “\(pair.b.string(y))”.")
    }
  }

  /// Short groups of words between marks that list, most of them beside another.
  private func items(_ side: SentenceSide) -> [Range<Int>] {
    let isCased = side.text.tokens[side.tokens].contains { $0.shape.contains(.capitalised) }
    var items: [Range<Int>] = []
    var (start, isListed) = (0, false)
    for position in 1..<max(1, side.count) + 1 {
      let separates = position < side.count ? separates(position, side, isCased: isCased) : false
      guard let separates else { continue }
      if separates || isListed, isName(start..<position, side, isCased: isCased) { items.append(start..<position) }
      (start, isListed) = (position, separates)
    }
    return items
  }

  /// Nil where no mark stands before a word, true for one mark that lists.
  private func separates(_ position: Int, _ side: SentenceSide, isCased: Bool) -> Bool? {
    let between = side.words[position - 1] + 1..<side.words[position]
    guard let last = between.last else { return nil }
    let mark = side.text.bytes[side.text.tokens[last].bytes]
    return mark.count <= 3 && Self.marks.contains { mark.elementsEqual($0.utf8) } || isCased && mark.elementsEqual(",".utf8)
  }

  /// Dashes and slashes; a comma parts clauses as well, so that it lists only what has capitals.
  private static let marks = ["-", "–", "—", "ـ", "/", "•", "·"]

  private func isName(_ words: Range<Int>, _ side: SentenceSide, isCased: Bool) -> Bool {
    guard words.count <= tuning.words else { return false }
    return words.allSatisfy { position in
      side.token(position).kind == .word && !side.shape(position).contains(.figure)
        && (!isCased || side.shape(position).contains(.capitalised))
    }
  }

  /// Words in common, or spelt nearly alike.
  private func areOne(_ x: Range<Int>, _ a: SentenceSide, _ y: Range<Int>, _ b: SentenceSide) -> Bool {
    x.contains { i in y.contains { j in knowledge.nameSimilarity(a.ids[i], b.ids[j]) > 0 } }
  }
}
