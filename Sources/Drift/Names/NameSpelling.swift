import Articles
import Alignment
import Lexicon
import Tables
import Text

/// Names that are spelt almost alike.
///
/// Confidence: .20 for another transliteration or a plural; .80 for codes in capitals that differ; in articles .70 when the copy
/// also has the source's spelling, .55 when the source does not know the new one; in single sentences .30 + .30 g.
struct NameSpelling {
  let knowledge: WordKnowledge
  private let tuning = DriftTuning.standard.names.spelling
  /// Letters of an organisation's short form at most.
  private static let longestCode = 5

  func examine(_ pair: SentencePair, _ context: DriftContext, _ report: inout FindingCollector) {
    for i in 0..<pair.a.count where pair.a.shape(i).contains(.name) {
      guard let j = pair.match(a: i), pair.b.shape(j).contains(.name), pair.a.ids[i] != pair.b.ids[j] else { continue }
      let x = pair.a.ids[i]
      let y = pair.b.ids[j]
      let first = knowledge.nameForm(x)
      let second = knowledge.nameForm(y)
      guard !knowledge.areAliases(x, y), first.letters != second.letters else { continue }
      let isTransliteration = first.folded == second.folded
      // A plain word in capitals that lost a letter is a slip, which `fluency` reports.
      if isSlip(x, y) || isSlip(y, x) || isSpacedOut(i, pair.a, y) || isSpacedOut(j, pair.b, x) { continue }
      guard isTransliteration || JaroWinkler.similarity(first.letters, second.letters) > tuning.likeness else { continue }
      let confidence =
        isTransliteration || isInflection(first.letters, second.letters) ? tuning.harmless : self.confidence(i, j, pair, context)
      report.report(
        isTransliteration ? .nameTransliteration : .nameSpelling, confidence: confidence, a: i..<i + 1,
        b: j..<j + 1, "The name “\(pair.a.string(i))” is spelt “\(pair.b.string(j))”.")
    }
  }

  /// "D OE" for "DOE": a blank behind the first letter.
  private func isSpacedOut(_ position: Int, _ side: SentenceSide, _ whole: WordNumber) -> Bool {
    guard position > 0 else { return false }
    let head = knowledge.words.bytes(side.ids[position - 1])
    return side.token(position - 1).bytes.count <= 2
      && knowledge.words.bytes(whole).elementsEqual(head + knowledge.words.bytes(side.ids[position]))
  }

  private func isSlip(_ plain: WordNumber, _ broken: WordNumber) -> Bool {
    knowledge.traits(plain).contains(.common) && !knowledge.traits(broken).contains(.known)
      && EditDistance.isAtMost(2, Array(knowledge.words.bytes(plain)), Array(knowledge.words.bytes(broken)))
  }

  /// Two spellings that share little, so that one cannot be a slip for the other.
  func areFarApart(_ x: WordNumber, _ y: WordNumber) -> Bool {
    JaroWinkler.similarity(knowledge.nameForm(x).letters, knowledge.nameForm(y).letters) < tuning.farApart
  }

  /// Two names that begin alike, whose consonants differ inside: no slip, no other case of one name, and no other
  /// transliteration.
  func areOthers(_ x: WordNumber, _ y: WordNumber) -> Bool {
    let (first, second) = (knowledge.nameForm(x).letters, knowledge.nameForm(y).letters)
    let shorter = min(first.count, second.count)
    guard shorter >= tuning.leastLetters, max(first.count, second.count) <= tuning.mostLetters,
      zip(first, second).prefix(while: { $0 == $1 }).count <= shorter - 2
    else { return false }
    return NameVariants.consonants(first) != NameVariants.consonants(second) && !EditDistance.isAtMost(1, first, second)
      && first.sorted() != second.sorted()
  }

  /// All else was copied, so that the name was not written anew.
  func isCopied(_ pair: SentencePair, _ context: DriftContext) -> Bool {
    context.isSentenceLevel ? pair.trust == 1 : context.isWordForWord && pair.trust == 1
  }

  private func confidence(_ i: Int, _ j: Int, _ pair: SentencePair, _ context: DriftContext) -> Double {
    if extends(pair.a.ids[i], pair.b.ids[j]) { return tuning.extended }
    if pair.a.shape(i).contains(.allCapitals), pair.b.shape(j).contains(.allCapitals), !pair.a.shape(i).contains(.sentenceStart),
      !pair.b.shape(j).contains(.sentenceStart)
    {
      return tuning.codes
    }
    if areOthers(pair.a.ids[i], pair.b.ids[j]), !context.occurrences.wordsOfA.contains(pair.b.ids[j]), isCopied(pair, context) {
      return tuning.other
    }
    guard !context.isSentenceLevel else { return tuning.inSentence(pair.trust) }
    let sourceKnowsNew = context.occurrences.wordsOfA.contains(pair.b.ids[j])
    let copyKnowsOld = context.occurrences.wordsOfB.contains(pair.a.ids[i])
    if sourceKnowsNew { return copyKnowsOld ? tuning.bothInBoth : tuning.newInSource }
    return copyKnowsOld ? tuning.oldInCopy : tuning.unknown
  }

  /// `COVID` and `COVID-19`: one adds something to the other behind a hyphen, a letter to a number, or a letter to a short form.
  private func extends(_ x: WordNumber, _ y: WordNumber) -> Bool {
    let (first, second) = (knowledge.words.string(x), knowledge.words.string(y))
    let (short, long) = first.utf8.count < second.utf8.count ? (first, second) : (second, first)
    return long.hasPrefix(short)
      && (long.contains("-") || (short.last?.isNumber ?? false) || long.utf8.count <= Self.longestCode)
  }

  /// `Kurd` and `Kurds`, `Andes` and `Andean`.
  private func isInflection(_ x: [UInt8], _ y: [UInt8]) -> Bool {
    let (short, long) = x.count < y.count ? (x, y) : (y, x)
    guard long.starts(with: short) else { return false }
    return ["s", "es", "n", "an", "ian", "ese", "ish"].contains { long.dropFirst(short.count).elementsEqual($0.utf8) }
  }
}
