import Alignment
import Articles
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
      || [j, j - 1].contains { Self.isSplit(a[i], b, $0) } || [i, i - 1].contains { Self.isSplit(b[j], a, $0) }
  }

  /// "1.5" and "1, 5": a blank inside the number, be it of thousands.
  private static func isSplit(_ whole: Item, _ parts: [Item], _ index: Int) -> Bool {
    guard index >= 0, index + 1 < parts.count, parts[index + 1].positions.lowerBound == parts[index].positions.upperBound else {
      return false
    }
    let (first, rest) = (parts[index].figure, parts[index + 1].figure)
    // "7, 7 thousand" is 7.7 thousand.
    return [1, 1e3, 1e6, 1e9].contains { multiplier in
      let fraction = rest.value / multiplier
      guard fraction == fraction.rounded(), fraction >= 1, fraction <= 999 else { return false }
      let scale = (0..<String(Int(fraction)).utf8.count).reduce(1.0) { value, _ in value * 10 }
      return [first.value, first.alternate ?? first.value].contains {
        abs(($0 + fraction / scale) * multiplier - whole.figure.value) < 1e-9 * max(1, whole.figure.value)
      }
    }
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

/// When two figures say the same.
enum FigureComparison {
  private static let tuning = DriftTuning.standard.figures.bounds

  /// Equal values, whatever the writing: grouping, words, clock of 12 or 24 hours, weeks and days, Celsius and Fahrenheit.
  static func areEqual(_ x: Figure, _ y: Figure) -> Bool {
    if x.kind == .clock || y.kind == .clock {
      let (first, second) = (minutes(x), minutes(y))
      return first >= 0 && second >= 0 && (first == second || abs(first - second) == 720)
    }
    if isShortYear(x, of: y) || isShortYear(y, of: x) { return true }
    let valuesX = keys(x)
    let valuesY = keys(y)
    return valuesX.contains { first in valuesY.contains { abs(first - $0) <= 1e-9 * max(1, abs(first)) } }
  }

  /// "The nineties" in two digits and in four: 90 and 1990, of the last century or this one.
  private static func isShortYear(_ short: Figure, of long: Figure) -> Bool {
    guard long.kind == .year || long.kind == .decade, short.value < 100, short.value >= 10, !short.inWords,
      long.value >= 1900, long.value < 2100
    else { return false }
    return long.value.truncatingRemainder(dividingBy: 100) == short.value
  }

  /// Minutes after midnight.
  ///
  /// A bare number beside a clock time is an hour ("at four", "13 h", "the second hour") or a time without its
  /// mark ("1158"). Below 0 for what is no time of day.
  private static func minutes(_ figure: Figure) -> Double {
    if figure.kind == .clock { return figure.value }
    if let pointed = pointedClock(figure) { return pointed }
    if figure.value <= 24 { return figure.kind == .cardinal || figure.kind == .ordinal ? figure.value * 60 : -1 }
    let minutes = figure.value.truncatingRemainder(dividingBy: 100)
    let isTime = figure.kind == .cardinal || figure.kind == .year
    return isTime && figure.value >= 100 && figure.value < 2400 && minutes < 60
      ? (figure.value - minutes) / 100 * 60 + minutes : -1
  }

  /// "21.30", as a time is written in Italian, German or Dutch; nil for what cannot be one.
  private static func pointedClock(_ figure: Figure) -> Double? {
    let hundredths = (figure.value * 100).rounded()
    let minutes = hundredths.truncatingRemainder(dividingBy: 100)
    guard figure.kind == .cardinal, figure.value < 25, abs(figure.precision - 0.005) < 1e-9, minutes < 60 else { return nil }
    return (hundredths - minutes) / 100 * 60 + minutes
  }

  /// False for a time of day and a number that is none.
  static func areComparable(_ x: Figure, _ y: Figure) -> Bool {
    (x.kind == .clock) == (y.kind == .clock) || minutes(x) >= 0 && minutes(y) >= 0
  }

  /// The values a figure can be read as.
  static func keys(_ figure: Figure) -> [Double] {
    if figure.kind == .clock {
      let other = figure.value >= 720 ? figure.value - 720 : figure.value + 720
      return [figure.value, other, figure.value / 60, other / 60]
    }
    return figure.alternate.map { [figure.value, $0] } ?? [figure.value]
  }

  /// |x - y| / max, 0 for equal values.
  static func relativeDifference(_ x: Figure, _ y: Figure) -> Double {
    let larger = max(abs(x.value), abs(y.value))
    return larger == 0 ? 0 : abs(x.value - y.value) / larger
  }

  /// True when one is the other rounded: they differ by no more than the coarser writing leaves open, which must be little
  /// against its value unless the finer one has decimals.
  static func isRounding(_ x: Figure, _ y: Figure) -> Bool {
    guard x.kind == .cardinal, y.kind == .cardinal, x.precision != y.precision else { return false }
    let (coarse, fine) = x.precision > y.precision ? (x, y) : (y, x)
    // Cut off instead of rounded: 2,864,037 and 2.8 million.
    let isCut = fine.value > coarse.value && fine.value - coarse.value < 2 * coarse.precision
    if isCut, 2 * coarse.precision <= tuning.coarsest * coarse.value { return true }
    guard abs(x.value - y.value) <= coarse.precision * tuning.slack else { return false }
    return coarse.precision <= tuning.coarsest * coarse.value
      || fine.precision < tuning.whole && coarse.precision <= tuning.whole && coarse.value >= 2
  }

  /// True when a bound on the one allows the other: `more than 5,000` and 5,200, but not `more than 5,200`, another bound of
  /// the same direction.
  static func boundAllows(_ x: Figure, _ y: Figure) -> Bool {
    if let side = x.bound.side, side != 0, side == y.bound.side { return false }
    return allows(x, y.value) || allows(y, x.value)
  }

  private static func allows(_ bounded: Figure, _ value: Double) -> Bool {
    let ratio = bounded.value == 0 ? .infinity : value / bounded.value
    switch bounded.bound {
    case .exact: return false
    case .about: return abs(ratio - 1) <= tuning.about
    // "More than 60" is said of less than 70, and "nearly 200" of more than 100.
    case .atLeast, .moreThan: return ratio >= 1 && ratio <= tuning.above && isBelowNext(value - bounded.value, bounded)
    case .atMost, .lessThan, .nearly: return ratio <= 1 && ratio >= tuning.below && isBelowNext(bounded.value - value, bounded)
    }
  }

  /// The difference is less than a step of the bounded figure's last digit that is no zero.
  private static func isBelowNext(_ difference: Double, _ bounded: Figure) -> Bool {
    difference < max(2 * bounded.precision, DriftTuning.standard.figures.leastStep * bounded.value)
  }

  /// Same unit or counted noun, or both large: two figures left over in one sentence then speak of the same thing.
  static func countTheSame(_ x: Figure, _ y: Figure) -> Bool {
    guard x.kind == y.kind else { return false }
    if x.kind == .year || x.kind == .clock { return true }
    if x.unit != 0, x.unit == y.unit { return true }
    return x.unitIsMeasure == y.unitIsMeasure && x.value > 999 && y.value > 999
  }
}

extension Figure.Bound {
  /// Its direction: above 1, below -1, near 0; nil for an exact figure.
  var side: Int? {
    switch self {
    case .exact: nil
    case .about: 0
    case .atLeast, .moreThan: 1
    case .atMost, .lessThan, .nearly: -1
    }
  }
}
