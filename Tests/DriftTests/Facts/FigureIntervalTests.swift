import Foundation
import TestSupport
import Testing
import Text

@testable import Drift

/// What two figures allow each other, against plain arithmetic with whole numbers.
struct FigureIntervalTests {
  private static func figures(_ texts: [String]) throws -> [Figure] {
    try Analyzers.read { analysis in
      try texts.map { text in
        let read = analysis.read(Array("It took \(text) in all.".utf8)) { _ in true }
        return try #require(read.figures.first, "\(text)")
      }
    }
  }

  private static func grouped(_ value: Int) -> String {
    String(String(value).reversed().enumerated().flatMap { $0 > 0 && $0 % 3 == 0 ? [",", $1] : [$1] }.reversed())
  }

  /// What the last digit that is no zero counts.
  private static func step(_ value: Int) -> Int {
    var step = 1
    while value % (step * 10) == 0 { step *= 10 }
    return step
  }

  /// The wider writing's interval of half a step holds the other, or that of a step above it, where a step is little.
  private static func isRounding(_ x: Int, _ y: Int) -> Bool {
    let (coarse, fine) = step(x) > step(y) ? (x, y) : (y, x)
    let step = step(coarse)
    guard step != Self.step(fine) else { return false }
    if fine > coarse, fine - coarse < step, 100 * step <= 6 * coarse { return true }
    return 2 * abs(fine - coarse) <= step && 50 * step <= 6 * coarse
  }

  @Test(arguments: 0..<40) func `a rounding is what lies in the interval that the coarser figure leaves open`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let fine = (1 + random.below(99_999)) * random.pick([1, 1, 10, 100])
    let numbers =
      [fine]
      + [10, 100, 1_000, 10_000].flatMap { step in
        let coarse = fine / step * step
        return [coarse - step, coarse, coarse + step / 2, coarse + step, coarse + 2 * step]
      }.filter { $0 > 0 }
    let figures = try Self.figures(numbers.map { "\(Self.grouped($0)) herrings" })
    for (number, figure) in zip(numbers, figures) {
      #expect(figure.value == Double(number) && figure.precision == Double(Self.step(number)) / 2, "\(number)")
      #expect(FigureComparison.isRounding(figures[0], figure) == Self.isRounding(fine, number), "\(fine) and \(number)")
      #expect(FigureComparison.isRounding(figure, figures[0]) == Self.isRounding(fine, number), "\(number) and \(fine)")
      #expect(FigureComparison.areEqual(figures[0], figure) == (fine == number), "\(fine) and \(number)")
    }
  }

  /// "More than" and "fewer than": on their side, by less than a step or a fiftieth, and not a fifth above or a seventh below.
  private static func allows(_ bound: Int, isAbove: Bool, _ value: Int) -> Bool {
    let difference = isAbove ? value - bound : bound - value
    guard difference >= 0, difference < step(bound) || 50 * difference < bound else { return false }
    return isAbove ? 10 * value <= 12 * bound : 100 * value >= 85 * bound
  }

  @Test(arguments: 0..<40) func `a bound allows what lies within a step of it on its side`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let bound = (2 + random.below(98)) * random.pick([1, 10, 100, 1_000])
    let step = Self.step(bound)
    let values = Set([-30, -12, -9, -3, -1, 0, 1, 3, 9, 12, 30].map { bound + $0 * max(1, step / 10) }).filter { $0 > 0 }.sorted()
    let figures = try Self.figures(
      ["more than \(Self.grouped(bound)) eels", "fewer than \(Self.grouped(bound)) eels"]
        + values.map { "\(Self.grouped($0)) eels" })
    for (value, figure) in zip(values, figures.dropFirst(2)) {
      for (isAbove, bounded) in [(true, figures[0]), (false, figures[1])] {
        let expected = Self.allows(bound, isAbove: isAbove, value)
        #expect(FigureComparison.boundAllows(bounded, figure) == expected, "\(isAbove) \(bound): \(value)")
        #expect(FigureComparison.boundAllows(figure, bounded) == expected, "\(isAbove) \(bound): \(value)")
      }
    }
  }

  @Test func `a time of day is equal to the like times alone`() throws {
    var random = SeededGenerator(7)
    let times = (0..<40).map { _ in random.below(1_440) } + [0, 60, 719, 720, 721, 1_439]
    let clocks = try Self.figures(times.map { String(format: "%02d:%02d", $0 / 60, $0 % 60) })
    for (one, x) in zip(times, clocks) {
      for (other, y) in zip(times, clocks) {
        #expect(FigureComparison.areEqual(x, y) == ((one - other) % 720 == 0), "\(one) and \(other)")
      }
      // None of them can be read as a time.
      for number in try Self.figures([
        "45 boats", "7 percent and 62 boats", "3,000 boats", "1,275 boats", "$80", "1990s", "1.75 metres",
      ])
      where !FigureComparison.areComparable(x, number) {
        #expect(!FigureComparison.areEqual(x, number) && !FigureComparison.areEqual(number, x), "\(one) and \(number.value)")
      }
    }
  }
}
