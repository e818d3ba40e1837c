import Alignment
import Resources
import Text

/// Times in brackets that say when a line of a live page was written.
///
/// "(Update 2:04 pm in Brandal, 7:04 am ET)": they belong to the page: two lines with their stamps are no two versions of a fact.
struct UpdateStamps {
  private let words: WordSet
  /// Tokens of a stamp at most.
  private static let longest = 14

  init(_ resources: DriftResources) {
    let published = Resource.rows("page_matter.tsv").filter { $0.first == "published" && $0.count > 1 }.map { String($0[1]) }
    words = resources.set(RuleWords.stamps.words + published)
  }

  /// The positions of the words inside such brackets.
  ///
  /// Complexity: linear in the passage.
  func positions(_ side: SentenceSide) -> Set<Int> {
    var found: Set<Int> = []
    for position in 0..<side.count where words.contains(side.ids[position]) {
      let token = side.words[position]
      guard token > 0, mark(token - 1, side) == UInt8(ascii: "(") else { continue }
      let end = (token..<min(side.text.tokens.count, token + Self.longest)).first { mark($0, side) == UInt8(ascii: ")") }
      guard let end else { continue }
      found.formUnion(side.positions(in: token..<end))
    }
    return found
  }

  private func mark(_ token: Int, _ side: SentenceSide) -> UInt8? {
    let token = side.text.tokens[token]
    return token.kind == .mark ? side.text.bytes[Int(token.start)] : nil
  }
}
