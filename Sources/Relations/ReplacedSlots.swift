internal import Stories

/// The names and figures of one article in whose place the other has others, the words round them being the same.
///
/// A form that was filled anew differs in several: the place, the day, the figure. One name or figure that was exchanged
/// throughout is a changed copy, however short the text. Texts are laid side by side at the word triples that each has once.
struct ReplacedSlots {
  /// How many different replacements there are; a name that was replaced in several places counts once.
  private(set) var count = 0
  /// Whether all that differs beside them is small enough to be laid side by side.
  private(set) var isComplete = true

  private var known: Set<UInt32> = []
  /// Words of a passage between two places in common that are laid side by side one by one.
  private static let longest = 24

  /// - Complexity: linear in the words.
  init(_ a: [UInt32], _ b: [UInt32]) {
    let (first, second) = (Self.single(a), Self.single(b))
    var next = (a: 0, b: 0)
    for place in 0..<max(0, a.count - 2) {
      let key = Self.key(a, place)
      guard first[key] == place, let other = second[key], other >= 0, place + 2 >= next.a, other + 2 >= next.b else { continue }
      if place > next.a || other > next.b { compare(a, next.a..<max(next.a, place), b, next.b..<max(next.b, other)) }
      next = (max(next.a, place + 3), max(next.b, other + 3))
    }
    compare(a, next.a..<a.count, b, next.b..<b.count)
  }

  /// Lays two passages side by side and counts what differs.
  private mutating func compare(_ a: [UInt32], _ first: Range<Int>, _ b: [UInt32], _ second: Range<Int>) {
    guard !first.isEmpty, !second.isEmpty else { return }
    guard max(first.count, second.count) <= Self.longest else {
      isComplete = false
      return
    }
    var (i, j) = (first.lowerBound, second.lowerBound)
    var gap = (a: i, b: j)
    for (x, y) in Self.common(a, first, b, second) {
      add(a, gap.a..<x, b, gap.b..<y)
      (i, j) = (x + 1, y + 1)
      gap = (i, j)
    }
    add(a, gap.a..<first.upperBound, b, gap.b..<second.upperBound)
  }

  private mutating func add(_ a: [UInt32], _ first: Range<Int>, _ b: [UInt32], _ second: Range<Int>) {
    let (gone, new) = (first.filter { a[$0].isName }, second.filter { b[$0].isName })
    guard !gone.isEmpty, !new.isEmpty else { return }
    if !gone.contains(where: { known.contains(a[$0].stem) }) { count += 1 }
    known.formUnion(gone.map { a[$0].stem })
  }

  /// A longest common subsequence of two short passages.
  private static func common(_ a: [UInt32], _ first: Range<Int>, _ b: [UInt32], _ second: Range<Int>) -> [(Int, Int)] {
    let (rows, columns) = (first.count, second.count)
    var lengths = [[Int]](repeating: [Int](repeating: 0, count: columns + 1), count: rows + 1)
    for i in (0..<rows).reversed() {
      for j in (0..<columns).reversed() {
        lengths[i][j] =
          a[first.lowerBound + i].stem == b[second.lowerBound + j].stem
          ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var found: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < rows, j < columns {
      if a[first.lowerBound + i].stem == b[second.lowerBound + j].stem {
        found.append((first.lowerBound + i, second.lowerBound + j))
        (i, j) = (i + 1, j + 1)
      } else if lengths[i + 1][j] >= lengths[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return found
  }

  /// Places of the triples that each text has once, -1 for those that come again.
  private static func single(_ codes: [UInt32]) -> [UInt64: Int] {
    var places: [UInt64: Int] = [:]
    for place in 0..<max(0, codes.count - 2) {
      let key = key(codes, place)
      places[key] = places[key] == nil ? place : -1
    }
    return places
  }

  private static func key(_ codes: [UInt32], _ place: Int) -> UInt64 {
    var key: UInt64 = 0
    for index in place..<place + 3 { key = (key &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(codes[index].stem) }
    return key
  }
}
