import Articles
import Alignment
import Lexicon
import Text

/// Superlatives and comparatives, by form and by the lexicon.
struct ComparisonReader {
  /// How far an adjective or adverb is compared.
  enum Grade { case plain, comparative, superlative }

  private let superlatives: WordSet
  private let comparatives: WordSet
  private let most: WordSet
  private let more: WordSet
  private let plainNouns: WordSet

  init(resources: DriftResources) {
    superlatives = resources.set("best", "worst", "least", "most", "furthest", "farthest", "eldest", "fewest", "utmost")
    comparatives = resources.set(.comparatives)
    most = resources.set("most", "least")
    more = resources.set("more", "less")
    plainNouns = resources.set(.notCompared)
  }

  func grade(_ side: Side, _ position: Int, _ reader: PairReader) -> Grade {
    let id = reader.id(side, position)
    if superlatives.contains(id) { return .superlative }
    if comparatives.contains(id) { return .comparative }
    if plainNouns.contains(id) { return .plain }
    if position > 0, reader.isContent(side, position),
      reader.canBe(.adjective, side, position) || reader.canBe(.adverb, side, position)
    {
      let before = reader.id(side, position - 1)
      if most.contains(before) { return .superlative }
      if more.contains(before) { return .comparative }
    }
    return formGrade(id, reader)
  }

  /// "Most", "more", "least", "less": they compare the word behind them.
  func isMarker(_ word: WordNumber) -> Bool { most.contains(word) || more.contains(word) }

  /// True for "weakest" and "worst", false for "most important".
  func isInflected(_ side: Side, _ position: Int, _ reader: PairReader) -> Bool {
    let id = reader.id(side, position)
    return superlatives.contains(id) || comparatives.contains(id) || formGrade(id, reader) != .plain
  }

  /// By -est and -er on a base that is an adjective or adverb, unless the form is a noun of its own ("leader", "harvest").
  private func formGrade(_ id: WordNumber, _ reader: PairReader) -> Grade {
    let words = reader.knowledge.words
    let isSuperlative = words.ends(id, with: "est")
    guard isSuperlative || words.ends(id, with: "er"), words.length(id) > 4 else { return .plain }
    let text = words.string(id)
    let lemmas = reader.knowledge.session.lemmas(of: reader.knowledge.lexiconID(id))
    if lemmas.contains(where: { $0.text == text && ($0.pos == .noun || $0.pos == .verb) }) { return .plain }
    guard lemmas.contains(where: { $0.text != text && ($0.pos == .adjective || $0.pos == .adverb) }) else { return .plain }
    return isSuperlative ? .superlative : .comparative
  }
}
