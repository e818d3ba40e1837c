import Articles
import Alignment
import Text

/// Names that stand once in each of two sentences, as far as their words go together in both.
///
/// A name may be written small on one of the sides. Complexity: O(words + names²).
///
/// "Ana Lind" is one unit as long as no sentence parts its two words.
struct NameUnits {
  struct Unit {
    var a: Range<Int>
    var b: Range<Int>
  }

  private(set) var units: [Unit] = []

  /// Lists of names are left alone: each is held against all others.
  private static let mostNames = 60

  init(_ reader: PairReader) {
    let links = Self.links(reader)
    var last = -2
    for i in links.keys.sorted() {
      guard let j = links[i] else { continue }
      if i == last + 1, let unit = units.last, unit.b.upperBound == j, !Self.isParted(unit, reader) {
        units[units.count - 1].a = unit.a.lowerBound..<i + 1
        units[units.count - 1].b = unit.b.lowerBound..<j + 1
      } else {
        units.append(Unit(a: i..<i + 1, b: j..<j + 1))
      }
      last = i
    }
  }

  /// A mark follows the unit on either side.
  private static func isParted(_ unit: Unit, _ reader: PairReader) -> Bool {
    func isMarked(_ words: [Int], _ position: Int) -> Bool { words[position] != words[position - 1] + 1 }
    return isMarked(reader.pair.a.words, unit.a.upperBound) || isMarked(reader.pair.b.words, unit.b.upperBound)
  }

  /// Positions of `b` by positions of `a`: the same word or the same name in another form, alone of its kind on both sides.
  private static func links(_ reader: PairReader) -> [Int: Int] {
    let (namesA, namesB) = (names(.a, reader), names(.b, reader))
    guard namesA.count + namesB.count > 1, max(namesA.count, namesB.count) <= mostNames else { return [:] }
    let (a, b) = (reader.pair.a.ids, reader.pair.b.ids)
    var links: [Int: Int] = [:]
    for i in namesA {
      guard places(of: a[i], in: a).count == 1 else { continue }
      let equals = places(of: a[i], in: b)
      if equals.count == 1 {
        if reader.isName(.b, equals.first) || reader.isContent(.b, equals.first) { links[i] = equals.first }
      } else if equals.count == 0, let j = alike(i, namesA, namesB.filter({ places(of: b[$0], in: a).count == 0 }), reader) {
        links[i] = j
      }
    }
    for j in namesB where places(of: b[j], in: b).count == 1 {
      let equals = places(of: b[j], in: a)
      if equals.count == 1, reader.isContent(.a, equals.first) { links[equals.first] = j }
    }
    return links
  }

  private static func names(_ side: Side, _ reader: PairReader) -> [Int] {
    (0..<reader.words(side).count).filter { reader.isName(side, $0) }
  }

  /// How often a word stands among others, and where first; names are few, so that this costs less than an index of all words.
  private static func places(of word: WordNumber, in ids: [WordNumber]) -> (first: Int, count: Int) {
    var found = (first: 0, count: 0)
    for (position, id) in ids.enumerated() where id == word {
      if found.count == 0 { found.first = position }
      found.count += 1
    }
    return found
  }

  /// The only name of `b` like one of `a` that no other name of `a` is like.
  private static func alike(_ i: Int, _ namesA: [Int], _ namesB: [Int], _ reader: PairReader) -> Int? {
    func areAlike(_ i: Int, _ j: Int) -> Bool { reader.knowledge.nameSimilarity(reader.id(.a, i), reader.id(.b, j)) > 0.7 }
    let found = namesB.filter { areAlike(i, $0) }
    guard found.count == 1, let j = found.first, namesA.count(where: { areAlike($0, j) }) == 1 else { return nil }
    return j
  }
}
