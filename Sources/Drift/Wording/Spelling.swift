import Alignment
import Lexicon
import Text

/// Whether two spellings are one word, one of them wrong or written otherwise.
enum Spelling {
  /// One edit apart (two in long words), and one of the two is in no dictionary, or both are short function words: "then", "than".
  ///
  /// Without a dictionary every word may be the wrong one. A prefix more is another word.
  static func isSlip(_ x: WordNumber, _ y: WordNumber, _ knowledge: WordKnowledge) -> Bool {
    let (first, second) = (Array(knowledge.words.bytes(x)), Array(knowledge.words.bytes(y)))
    guard min(first.count, second.count) >= shortest, !first.reversed().starts(with: second.reversed()),
      !second.reversed().starts(with: first.reversed())
    else { return false }
    if EditDistance.isAtMost(min(first.count, second.count) >= long ? 2 : 1, first, second) {
      let known = (knowledge.traits(x).contains(.known), knowledge.traits(y).contains(.known))
      if known.0 != known.1 || !known.0 && !knowledge.session.lexicon.hasWordNet { return true }
      if !known.0, min(first.count, second.count) >= long { return true }
      return knowledge.isStop(x) && knowledge.isStop(y)
    }
    return false
  }

  /// The letters of words in a row, without blanks and hyphens.
  static func joined(_ positions: Set<Int>, _ side: SentenceSide, _ knowledge: WordKnowledge) -> [UInt8] {
    positions.sorted().flatMap { knowledge.words.bytes(side.ids[$0]).filter { $0 != UInt8(ascii: "-") } }
  }

  private static let shortest = 4
  private static let long = 7
}
