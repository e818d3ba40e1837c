import Alignment
import Articles
import Text

/// Two phrases that changed places in a passage that is the same otherwise: "guilty of fraud but acquitted of theft".
///
/// Between a common head and a common tail the one passage reads X M Y, the other Y M X. What M says holds of the one phrase and
/// not of the other, unless M only joins them ("and", "or"). A figure or a day is no party.
struct ExchangedPhrases {
  /// Both phrases with what is between them.
  let a: Range<Int>
  let b: Range<Int>
  private let first, second: Range<Int>

  /// - Complexity: linear in the words, times the square of ``longest``.
  init?(
    _ reader: PairReader, isTime: (WordNumber) -> Bool, isFunctionWord: (WordNumber) -> Bool, joins: (WordNumber) -> Bool
  ) {
    let (x, y) = (reader.pair.a.ids, reader.pair.b.ids)
    guard x.count == y.count, let low = x.indices.first(where: { x[$0] != y[$0] }),
      let high = x.indices.last(where: { x[$0] != y[$0] }), x.count - (high + 1 - low) >= Self.leastKept,
      let (head, tail) = Self.exchange(x[low...high], y[low...high])
    else { return nil }
    (a, b) = (low..<high + 1, low..<high + 1)
    first = low..<low + head
    second = high + 1 - tail..<high + 1
    func isContent(_ place: Int) -> Bool { reader.isContent(.a, place) && !isFunctionWord(x[place]) }
    for phrase in [first, second] {
      guard phrase.contains(where: isContent),
        !phrase.contains(where: { isTime(x[$0]) || reader.pair.a.shape($0).contains(.figure) })
      else { return nil }
    }
    guard (first.upperBound..<second.lowerBound).contains(where: { !joins(x[$0]) }) else { return nil }
  }

  /// How many words the phrase at the beginning and the phrase at the end have, where they change places.
  private static func exchange(_ x: ArraySlice<WordNumber>, _ y: ArraySlice<WordNumber>) -> (Int, Int)? {
    let count = x.count
    for head in 1...longest {
      for tail in 1...longest where head + tail < count {
        guard x.suffix(tail).elementsEqual(y.prefix(tail)), x.prefix(head).elementsEqual(y.suffix(head)),
          x.dropFirst(head).dropLast(tail).elementsEqual(y.dropFirst(tail).dropLast(head))
        else { continue }
        return (head, tail)
      }
    }
    return nil
  }

  func message(_ reader: PairReader) -> String {
    "“\(reader.text(.a, first))” and “\(reader.text(.a, second))” changed places."
  }

  private static let longest = 6
  private static let leastKept = 2
}
