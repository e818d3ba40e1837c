import Alignment
import TextAnalysis

/// Names that stand once in each of two sentences, as far as their words go together in both.
///
/// "Ana Lind" is one unit as long as no sentence parts its two words.
struct NameUnits {
  struct Unit {
    var a: Range<Int>
    var b: Range<Int>
  }

  private(set) var units: [Unit] = []

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
    var links: [Int: Int] = [:]
    var used: Set<Int> = []
    for i in 0..<reader.pair.a.count where isCandidate(.a, i, reader) {
      guard let j = counterpart(i, reader), used.insert(j).inserted else { continue }
      links[i] = j
    }
    return links
  }

  private static func isCandidate(_ side: Side, _ position: Int, _ reader: PairReader) -> Bool {
    reader.isName(side, position) || reader.isContent(side, position)
  }

  private static func counterpart(_ i: Int, _ reader: PairReader) -> Int? {
    let word = reader.id(.a, i)
    guard reader.pair.a.ids.count(where: { $0 == word }) == 1 else { return nil }
    let equals = reader.pair.b.ids.indices.filter { reader.pair.b.ids[$0] == word }
    if let j = equals.first { return equals.count == 1 && (reader.isName(.a, i) || reader.isName(.b, j)) ? j : nil }
    guard reader.isName(.a, i) else { return nil }
    let alike = reader.pair.b.ids.indices.filter {
      reader.isName(.b, $0) && reader.knowledge.nameSimilarity(word, reader.id(.b, $0)) > 0.7
    }
    guard alike.count == 1, let j = alike.first else { return nil }
    let rivals = reader.pair.a.ids.indices.filter {
      reader.isName(.a, $0) && reader.knowledge.nameSimilarity(reader.id(.a, $0), reader.id(.b, j)) > 0.7
    }
    return rivals.count == 1 ? j : nil
  }
}
