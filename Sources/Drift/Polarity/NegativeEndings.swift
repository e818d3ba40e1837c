import Alignment
import Text

/// Endings and beginnings that negate a verb, in languages that negate so: Turkish `gelmedi` beside `geldi`, Czech `nezvýší`
/// beside `zvýší`.
///
/// Other words may be spelt alike there, hence one counts only where the same verb stands in its place on the other side without
/// it.
struct NegativeEndings {
  private let endings, prefixes: [[UInt8]]
  private let knowledge: WordKnowledge
  /// Bytes before the ending, 0 for a word that has none.
  private let stems = WordMemo<Int>()

  /// Letters of a verb that must stand before the ending, and that may change there (`gidiyor`, `gitmiyor`).
  private static let least = 2
  private static let soft = 1
  /// Bytes from the negation to the end of the word, what else stands behind it included.
  private static let longest = 24

  init(_ resources: DriftResources) {
    endings = resources.data.phrases(.negativeEndings).map { Array($0.utf8) }.sorted { $0.count > $1.count }
    prefixes = resources.data.phrases(.negativePrefixes).map { Array($0.utf8) }
    knowledge = resources.knowledge
  }

  func isNegative(_ word: WordNumber) -> Bool { !endings.isEmpty && stem(word) > 0 || rest(word) != nil }

  /// The word behind its negating beginning.
  private func rest(_ word: WordNumber) -> ArraySlice<UInt8>? {
    let letters = knowledge.words.bytes(word)
    return prefixes.first { letters.count > $0.count + Self.least && letters.starts(with: $0) }.map {
      letters.dropFirst($0.count)
    }
  }

  /// The second word is the first one's verb without the negation.
  func isNegated(_ word: WordNumber, formOf other: WordNumber) -> Bool {
    if let rest = rest(word) { return rest.elementsEqual(knowledge.words.bytes(other)) }
    guard isNegative(word), !isNegative(other) else { return false }
    let common = zip(knowledge.words.bytes(word), knowledge.words.bytes(other)).prefix { $0 == $1 }.count
    return common >= max(Self.least, stem(word) - Self.soft)
  }

  private func stem(_ word: WordNumber) -> Int {
    stems.value(of: word) {
      let letters = knowledge.words.bytes(word)
      for start in letters.indices.dropFirst(Self.least)
      where letters.endIndex - start <= Self.longest && endings.contains(where: { letters[start...].starts(with: $0) }) {
        return start - letters.startIndex
      }
      return 0
    }
  }
}
