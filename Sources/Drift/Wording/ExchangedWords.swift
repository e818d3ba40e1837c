import Alignment
import Articles
internal import Text

/// Two words that changed places in a passage that is the same otherwise: "the police sue the club", "the club sues the police".
///
/// With `figures`, two figures: "to 5 percent from 3", "to 3 percent from 5". All other words stand in the same places; function
/// words may differ beside the two, which have another gender or case there. A day or month is no party, and where articles show
/// the case ("Der Bund verklagt die Stadt", "Die Stadt verklagt der Bund") words that took theirs with them only stand elsewhere.
struct ExchangedWords {
  let first: Int
  let second: Int

  /// - Complexity: linear in the words.
  init?(
    _ reader: PairReader, showsCase: Bool, isTime: (WordNumber) -> Bool, isFunctionWord: (WordNumber) -> Bool,
    joins: (WordNumber) -> Bool, figures: Bool = false
  ) {
    let (a, b) = (reader.pair.a.ids, reader.pair.b.ids)
    guard a.count == b.count else { return nil }
    let places = a.indices.filter { a[$0] != b[$0] }
    guard places.count <= Self.mostPlaces else { return nil }
    func isContent(_ place: Int) -> Bool {
      if figures { return [Side.a, .b].allSatisfy { reader.words($0).shape(place).contains(.figure) } }
      return reader.isContent(.a, place) && reader.isContent(.b, place) && !isFunctionWord(a[place]) && !isFunctionWord(b[place])
    }
    let words = places.filter(isContent)
    guard words.count == 2, a[words[0]] == b[words[1]], a[words[1]] == b[words[0]] else { return nil }
    guard !isTime(a[words[0]]), !isTime(a[words[1]]) else { return nil }
    let small = places.filter { !words.contains($0) }
    if showsCase, small.count == 2, a[small[0]] == b[small[1]], a[small[1]] == b[small[0]] { return nil }
    guard small.allSatisfy({ words.contains($0 + 1) && (isFunctionWord(a[$0]) || !reader.isContent(.a, $0)) }) else { return nil }
    // "Porto and Velmora" are "Velmora and Porto".
    guard (words[0] + 1..<words[1]).contains(where: { !joins(a[$0]) && !small.contains($0) }) else { return nil }
    (first, second) = (words[0], words[1])
  }

  private static let mostPlaces = 4
}
