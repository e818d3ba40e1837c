import Articles
import Text

/// When two figures say the same.
enum FigureComparison {
  /// Equal values, whatever the writing: grouping, words, clock of 12 or 24 hours, weeks and days, Celsius and Fahrenheit.
  static func areEqual(_ x: Figure, _ y: Figure) -> Bool {
    if x.kind == .clock || y.kind == .clock {
      let (first, second) = (minutes(x), minutes(y))
      return first == second || abs(first - second) == 720
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
    if figure.value <= 24 { return figure.kind == .cardinal || figure.kind == .ordinal ? figure.value * 60 : -1 }
    let minutes = figure.value.truncatingRemainder(dividingBy: 100)
    let isTime = figure.kind == .cardinal || figure.kind == .year
    return isTime && figure.value >= 100 && figure.value < 2400 && minutes < 60
      ? (figure.value - minutes) / 100 * 60 + minutes : -1
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
    guard abs(x.value - y.value) <= coarse.precision * 1.0001 else { return false }
    return coarse.precision <= 0.06 * coarse.value || fine.precision < 0.5 && coarse.precision <= 0.5 && coarse.value >= 2
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
    case .about: return abs(ratio - 1) <= 0.1
    // "More than 60" is said of less than 70, and "nearly 200" of more than 100.
    case .atLeast, .moreThan: return ratio >= 1 && ratio <= 1.2 && isBelowNext(value - bounded.value, bounded)
    case .atMost, .lessThan, .nearly: return ratio <= 1 && ratio >= 0.85 && isBelowNext(bounded.value - value, bounded)
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
