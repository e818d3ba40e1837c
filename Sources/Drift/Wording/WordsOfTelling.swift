import Alignment
import Articles
import Lexicon
import Text

/// Tells verbs, participles and adverbs in languages that have no dictionary here.
///
/// What a thing is called says which thing it is; how its deed is called ("reached", "got to") is what editors vary. German shows
/// nouns by their capitals; the others are told by their endings, by an auxiliary before them, and in Arabic by the letter that a
/// verb begins or ends with.
struct WordsOfTelling {
  private let showsNouns, isArabic: Bool
  /// Either word will do.
  private let verbs: [[UInt8]]
  /// Both words must have one, for nouns have them too.
  private let participles: [[UInt8]]
  /// Participles with endings of their own.
  private let irregular: WordSet
  private let auxiliaries: WordSet
  private let words: WordTable

  init(_ resources: DriftResources) {
    showsNouns = resources.data.language == .german
    isArabic = resources.data.language == .arabic
    verbs = resources.data.phrases(.verbEndings).map { Array($0.utf8) }
    participles = resources.data.phrases(.participleEndings).map { Array($0.utf8) }
    irregular = resources.set(.irregularParticiples)
    words = resources.words
    auxiliaries = resources.set(resources.data.phrases(.auxiliaries))
  }

  func areOfTelling(_ words: Sides<[Int]>, _ reader: PairReader) -> Bool {
    func all(_ side: Side, _ test: (ArraySlice<UInt8>) -> Bool) -> Bool {
      (side == .a ? words.a : words.b).allSatisfy { test(reader.knowledge.words.bytes(reader.id(side, $0))) }
    }
    let pairs = (words.a.first.map { reader.id(.a, $0) }, words.b.first.map { reader.id(.b, $0) })
    if let first = pairs.0, let second = pairs.1, reader.knowledge.relation(first, second).isContrast { return false }
    if showsNouns { return !reader.words(.a).shape(words.a[0]).contains(.capitalised) }
    if isArabic { return all(.a, Self.isArabicVerb) && all(.b, Self.isArabicVerb) }
    if all(.a, { ends($0, verbs) }) || all(.b, { ends($0, verbs) }) { return true }
    if all(.a, { ends($0, participles) }) && all(.b, { ends($0, participles) }) { return true }
    let before = words.a[0] - 1
    return before >= 0 && auxiliaries.contains(reader.id(.a, before))
  }

  /// Whether a word is written as a verb or a participle may be; any word where the language's file has no endings.
  func mayBeVerb(_ position: Int, _ side: SentenceSide) -> Bool {
    if showsNouns { return !side.shape(position).contains(.capitalised) }
    guard !participles.isEmpty, !isArabic else { return true }
    let word = words.bytes(side.ids[position])
    return irregular.contains(side.ids[position]) || ends(word, verbs) || ends(word, participles)
  }

  private func ends(_ word: ArraySlice<UInt8>, _ endings: [[UInt8]]) -> Bool {
    endings.contains { word.count > $0.count + 1 && word.suffix($0.count).elementsEqual($0) }
  }

  /// "Temono" and "hanno paura": a verb on the one side, an auxiliary and its noun on the other.
  func isPhrase(_ words: Sides<[Int]>, _ place: ReplacedPlaces.Place, _ reader: PairReader) -> Bool {
    let hasAuxiliary = Side.allCases.map { side in
      place.range(side).contains { auxiliaries.contains(reader.id(side, $0)) && $0 + 1 == (side == .a ? words.a : words.b).first }
    }
    return hasAuxiliary[0] != hasAuxiliary[1]
  }

  /// An imperfect begins with a yeh or a teh, the feminine of the past ends in one, as the plural of things does behind an alef.
  private static func isArabicVerb(_ word: ArraySlice<UInt8>) -> Bool {
    let teh = Array("ت".utf8)
    return word.starts(with: "ي".utf8) || word.starts(with: teh)
      || word.suffix(2).elementsEqual(teh) && !word.suffix(4).elementsEqual("ات".utf8)
  }
}
