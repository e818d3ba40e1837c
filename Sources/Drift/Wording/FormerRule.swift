package import Alignment
import Articles
import Lexicon
import Text

/// A holder of an office who became a former one, or the reverse.
///
/// "Former" (section `former` of a language's file) or "ex-" stands on one side only, the words round it being the same.
/// Confidence: .76 times .8 + .2 g with g the trust in the closeness of the sentences; where the other article says "former"
/// somewhere else, half of it, as second mentions do without.
package struct FormerRule: DriftRule {
  package static let category = DriftCategory.term
  package static let languages = LanguageScope.listed
  package static let explanation = RuleExplanation(
    definition: "Who held an office once holds it now, or the reverse.",
    example: ("The former harbour master was fined.", "The harbour master was fined."),
    limits: "Only listed words for “former” and the prefix ex- are seen, and only where all round them was copied.")

  private let former: WordSet
  private let words: WordTable
  private let joinsEx: Bool
  private let tuning = DriftTuning.standard.replacedWords

  package init(resources: DriftResources) {
    former = resources.set(resources.data.phrases(.former))
    words = resources.words
    joinsEx = resources.data.language == .spanish
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    guard pair.closeness >= tuning.closeness, pair.a.ids != pair.b.ids else { return }
    let reader = PairReader(pair, context)
    for side in Side.allCases {
      let others = side == .a ? context.occurrences.wordsOfB : context.occurrences.wordsOfA
      for position in 0..<reader.words(side).count {
        let word = reader.id(side, position)
        let base = base(of: word)
        let image: Range<Int>?
        if let base {
          guard let found = holder(position, base, side, reader) else { continue }
          image = found
        } else if former.contains(word), isDropped(position, side, reader) {
          image = nil
        } else {
          continue
        }
        let isSaid = others.contains(word)
        let confidence = tuning.former * tuning.formerByTrust(pair.trust) * (isSaid ? tuning.formerElsewhere : 1)
        report.report(
          .termFormer, confidence: confidence, side, position..<position + 1, other: image,
          message(side, reader.text(side, position..<position + 1), image.map { reader.text(side.other, $0) }))
      }
    }
  }

  /// `former` is the word that says so, `holder` the office without it where the two are one word.
  private func message(_ side: Side, _ former: String, _ holder: String?) -> String {
    let became =
      side == .a
      ? "the second text makes a former holder of an office its holder."
      : "the second text makes the holder of an office a former one."
    guard let holder else { return side == .a ? "“\(former)” is gone: \(became)" : "“\(former)” was added: \(became)" }
    return side == .a ? "“\(former)” became “\(holder)”: \(became)" : "“\(holder)” became “\(former)”: \(became)"
  }

  /// The word without "ex-".
  private func base(of word: WordNumber) -> [UInt8]? {
    let letters = words.bytes(word)
    guard letters.starts(with: "ex".utf8), letters.count > 4 else { return nil }
    let rest = letters.dropFirst(2)
    if rest.first == UInt8(ascii: "-") { return Array(rest.dropFirst()) }
    return joinsEx && rest.count >= 5 ? Array(rest) : nil
  }

  /// Where the other side has the office without its prefix.
  private func holder(_ position: Int, _ base: [UInt8], _ side: Side, _ reader: PairReader) -> Range<Int>? {
    let other = reader.words(side.other)
    func isIt(_ place: Int) -> Bool { place >= 0 && place < other.count && words.bytes(other.ids[place]).elementsEqual(base) }
    guard
      let place = reader.match(side, position).flatMap({ isIt($0) ? $0 : nil })
        ?? (position > 0 ? reader.match(side, position - 1).map { $0 + 1 } : 0).flatMap({ isIt($0) ? $0 : nil })
    else { return nil }
    let isKept = [-1, 1].allSatisfy { step in
      let (x, y) = (position + step, place + step)
      guard x >= 0, x < reader.words(side).count else { return y < 0 || y >= other.count }
      return reader.match(side, x) == y
    }
    return isKept ? place..<place + 1 : nil
  }

  /// "Former" is gone and what stood round it stands beside each other still, but for an article ("de l'ancien maire", "du
  /// maire").
  private func isDropped(_ position: Int, _ side: Side, _ reader: PairReader) -> Bool {
    guard reader.match(side, position) == nil else { return false }
    if reader.deletionContext(side, position..<position + 1) >= 1 { return true }
    guard let clause = reader.droppedClause(side, position..<position + 1), clause.count <= tuning.longestPlace else {
      return false
    }
    return clause.allSatisfy { $0 == position || !reader.isContent(side, $0) || reader.isElided(side, $0) }
  }
}
