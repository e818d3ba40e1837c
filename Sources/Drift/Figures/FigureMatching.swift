import Articles
import Alignment
import Text

/// Which figures of two aligned passages stand for each other; shared by the rules `number`, `time` and `unit`.
struct FigureMatching {
  struct Item {
    var figure: Figure
    var positions: Range<Int>
    /// Index of the partner on the other side, or nil.
    var partner: Int?
    /// The partner's value is the same.
    var isEqual = false
    /// The partner stands in the same place, not merely in the same sentence.
    var isAligned = false
  }

  private(set) var a: [Item]
  private(set) var b: [Item]

  private let units: UnitKnowledge

  init(_ pair: SentencePair, units: UnitKnowledge) {
    self.units = units
    a = FigureLookup.figures(of: pair.a).map { Item(figure: pair.a.text.figures[$0.index], positions: $0.positions) }
    b = FigureLookup.figures(of: pair.b).map { Item(figure: pair.b.text.figures[$0.index], positions: $0.positions) }
    guard !a.isEmpty, !b.isEmpty else { return }
    // Equal values in the same place first, then equal values anywhere, then unequal ones in the same place.
    matchAligned(pair, equal: true)
    matchEqual()
    matchConverted()
    matchAligned(pair, equal: false)
    matchLeftovers(pair)
  }

  /// An aligned word close behind corresponds, and the nearest before, if there are any, with a word or two more between at most.
  private func isBracketed(_ x: Range<Int>, _ y: Range<Int>, _ pair: SentencePair) -> Bool {
    let reach = 3
    let left = (max(0, x.lowerBound - reach)..<x.lowerBound).reversed().lazy.compactMap { pair.match(a: $0) }.first
    let right = (x.upperBound..<min(pair.a.count, x.upperBound + reach)).contains { position in
      pair.match(a: position).map { $0 >= y.upperBound && $0 - y.upperBound < reach } ?? false
    }
    // At the start of a sentence nothing before it counts.
    let opens = pair.a.shape(x.lowerBound).contains(.sentenceStart) || pair.b.shape(y.lowerBound).contains(.sentenceStart)
    let fitsLeft = opens || left.map { $0 < y.lowerBound && y.lowerBound - $0 <= reach } ?? true
    return fitsLeft && right
  }

  private func areEqual(_ i: Int, _ j: Int) -> Bool {
    FigureComparison.areEqual(a[i].figure, b[j].figure) || units.areConverted(a[i].figure, b[j].figure)
      || Self.isSplit(a[i], b, j) || Self.isSplit(b[j], a, i)
  }

  /// "1.5" and "1, 5": a blank inside the number.
  private static func isSplit(_ whole: Item, _ parts: [Item], _ index: Int) -> Bool {
    guard index + 1 < parts.count, parts[index + 1].positions.lowerBound == parts[index].positions.upperBound,
      whole.figure.value != whole.figure.value.rounded(), parts[index].figure.value == whole.figure.value.rounded(.down)
    else { return false }
    let fraction = parts[index + 1].figure.value
    let digits = String(Int(min(fraction, 999))).utf8.count
    let scale = (0..<digits).reduce(1.0) { value, _ in value * 10 }
    return abs(parts[index].figure.value + fraction / scale - whole.figure.value) < 1e-9 * max(1, whole.figure.value)
  }

  /// 10 miles for 16 km.
  ///
  /// Only measures are tried, and no more than a sentence can hold, so that the cost stays bounded.
  private mutating func matchConverted() {
    let restA = a.indices.filter { a[$0].partner == nil && a[$0].figure.unitIsMeasure }
    let restB = b.indices.filter { b[$0].partner == nil && b[$0].figure.unitIsMeasure }
    guard restA.count <= 16, restB.count <= 16 else { return }
    for i in restA {
      if let j = restB.first(where: { b[$0].partner == nil && units.areConverted(a[i].figure, b[$0].figure) }) {
        link(i, j, equal: true, aligned: false)
      }
    }
  }

  private mutating func link(_ i: Int, _ j: Int, equal: Bool, aligned: Bool) {
    a[i].partner = j
    b[j].partner = i
    a[i].isEqual = equal
    b[j].isEqual = equal
    a[i].isAligned = aligned
    b[j].isAligned = aligned
  }

  private mutating func matchAligned(_ pair: SentencePair, equal: Bool) {
    for i in a.indices where a[i].partner == nil {
      for position in a[i].positions {
        guard let other = pair.match(a: position), let j = b.firstIndex(where: { $0.positions.contains(other) }),
          b[j].partner == nil
        else { continue }
        if areEqual(i, j) == equal, equal || FigureComparison.areComparable(a[i].figure, b[j].figure) {
          link(i, j, equal: equal, aligned: true)
          break
        }
      }
    }
  }

  /// Complexity: O(n log n) by sorting on the values; figures equal by conversion only are looked for when few are left.
  private mutating func matchEqual() {
    var places: [Double: [Int]] = [:]
    for j in b.indices.reversed() where b[j].partner == nil {
      for value in FigureComparison.keys(b[j].figure) { places[value, default: []].append(j) }
    }
    for i in a.indices where a[i].partner == nil {
      search: for value in FigureComparison.keys(a[i].figure) {
        while let j = places[value]?.popLast() {
          if b[j].partner == nil, FigureComparison.areEqual(a[i].figure, b[j].figure) {
            link(i, j, equal: true, aligned: false)
            break search
          }
        }
      }
    }
  }

  /// What is left on both sides is compared when it counts the same thing, or when there is one left on each.
  private mutating func matchLeftovers(_ pair: SentencePair) {
    let restA = a.indices.filter { a[$0].partner == nil }
    let restB = b.indices.filter { b[$0].partner == nil }
    guard restA.count <= 8, restB.count <= 8 else { return }
    for i in restA {
      let j = restB.first { b[$0].partner == nil && FigureComparison.countTheSame(a[i].figure, b[$0].figure) }
      if let j { link(i, j, equal: false, aligned: false) }
    }
    // "10 states now" and "Eight now": between the same words.
    for i in a.indices where a[i].partner == nil {
      let j = b.indices.first {
        b[$0].partner == nil && a[i].figure.kind == b[$0].figure.kind && isBracketed(a[i].positions, b[$0].positions, pair)
      }
      if let j { link(i, j, equal: false, aligned: false) }
    }
  }
}
