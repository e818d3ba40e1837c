package import Alignment
import Articles
import Lexicon
import Text

/// A word for another country's people or things beside the same noun: "marineros noruegos", "marineros daneses".
///
/// Nationalities are adjectives in most languages, small and inflected, which no rule of names sees; English writes them as
/// names. Neither article may speak of the other's people: where both do, the sentences tell of both. Confidence .80.
package struct PeoplesRule: DriftRule {
  package static let category = DriftCategory.term
  package static let languages = LanguageScope.only(LanguageData.withPeoples)
  package static let explanation = RuleExplanation(
    definition: "Somebody or something is of another country.",
    example: (
      "La policía detuvo en el puerto a dos marineros noruegos.", "La policía detuvo en el puerto a dos marineros daneses."
    ),
    limits: "Listed countries only, and only where the noun beside the word is the same.")

  private let peoples: [WordNumber: Int]
  /// The words for each people.
  private let words: [[WordNumber]]
  /// Settles nearly every word by one bit.
  private let listed: WordSet
  /// The noun stands before what says of which country it is.
  private let nounIsFirst: Bool
  private let knowledge: WordKnowledge
  private let tuning = DriftTuning.standard.names.peoples

  package init(resources: DriftResources) {
    let values = resources.data.values(.peoples)
    words = values.map { $0.words.map(resources.words.id) }
    peoples = Dictionary(
      words.enumerated().flatMap { people in people.element.map { ($0, people.offset) } }, uniquingKeysWith: { first, _ in first }
    )
    listed = resources.set(values.flatMap(\.words))
    nounIsFirst = resources.data.language != .german
    knowledge = resources.knowledge
  }

  package func examine(_ pair: SentencePair, in context: DriftContext, report: inout FindingCollector) {
    guard pair.closeness >= tuning.least else { return }
    let first = positions(pair.a, foreignTo: context.occurrences.wordsOfB)
    guard !first.isEmpty else { return }
    for j in positions(pair.b, foreignTo: context.occurrences.wordsOfA) where !report.explains(b: j) {
      guard let i = first.first(where: { !report.explains(a: $0) && standBesideOne($0, j, pair) }) else { continue }
      report.report(
        .termContrast, confidence: tuning.changed, a: i..<i + 1, b: j..<j + 1,
        "“\(pair.a.string(i))” became “\(pair.b.string(j))”, another country's.")
    }
  }

  /// The words for peoples of whom the other article does not speak.
  private func positions(_ side: SentenceSide, foreignTo words: WordSet) -> [Int] {
    side.ids.indices.filter { position in
      guard listed.contains(side.ids[position]), let people = peoples[side.ids[position]] else { return false }
      return !self.words[people].contains(where: words.contains)
    }
  }

  /// Two peoples beside nouns that are aligned and the same.
  private func standBesideOne(_ i: Int, _ j: Int, _ pair: SentencePair) -> Bool {
    guard let x = noun(i, pair.a), let y = noun(j, pair.b), pair.match(a: x) == y else { return false }
    return pair.a.ids[x] == pair.b.ids[y] || knowledge.lemma(pair.a.ids[x]) == knowledge.lemma(pair.b.ids[y])
  }

  private func noun(_ position: Int, _ side: SentenceSide) -> Int? {
    let places =
      nounIsFirst
      ? Array((max(0, position - tuning.reach)..<position).reversed())
      : Array(position + 1..<min(side.count, position + 1 + tuning.reach))
    return places.first { knowledge.isContent($0, side) }
  }
}
