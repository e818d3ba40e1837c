import Alignment
import Articles
internal import Text

/// The places in which two passages differ, everything between them being the same words in the same order.
struct ReplacedPlaces {
  /// What stands in one place on either side; one side may be empty.
  struct Place {
    var a: Range<Int>
    var b: Range<Int>
    /// How many words beside it are the same, up to the next place.
    var kept = 0

    func range(_ side: Side) -> Range<Int> { side == .a ? a : b }
  }

  private(set) var places: [Place] = []

  /// - Complexity: linear in the words.
  init(_ pair: SentencePair) {
    var next = (a: 0, b: 0)
    var run = 0
    for i in 0..<pair.a.count {
      guard let j = pair.match(a: i), j >= next.b, pair.a.ids[i] == pair.b.ids[j], Self.goesOn(i, j, next, pair) else { continue }
      if i > next.a || j > next.b {
        close(next.a..<i, next.b..<j, kept: run)
        run = 0
      }
      run += 1
      next = (i + 1, j + 1)
    }
    if next.a < pair.a.count || next.b < pair.b.count {
      close(next.a..<pair.a.count, next.b..<pair.b.count, kept: run)
      run = 0
    }
    if let last = places.indices.last { places[last].kept += run }
  }

  private mutating func close(_ a: Range<Int>, _ b: Range<Int>, kept: Int) {
    if let last = places.indices.last { places[last].kept += kept }
    places.append(Place(a: a, b: b, kept: kept))
  }

  /// A word that stands alone far off its place ("of", "the") joins nothing: a neighbour is kept with it, or it follows at once.
  private static func goesOn(_ i: Int, _ j: Int, _ next: (a: Int, b: Int), _ pair: SentencePair) -> Bool {
    func isKept(_ step: Int) -> Bool {
      let (x, y) = (i + step, j + step)
      guard x >= 0, x < pair.a.count, y >= 0, y < pair.b.count else {
        return x < 0 && y < 0 || x == pair.a.count && y == pair.b.count
      }
      return pair.match(a: x) == y && pair.a.ids[x] == pair.b.ids[y]
    }
    return (i, j) == (next.a, next.b) || isKept(1) || isKept(-1)
  }
}
