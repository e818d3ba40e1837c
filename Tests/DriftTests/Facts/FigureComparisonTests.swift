import Alignment
import TestSupport
import Testing
import Text

@testable import Drift

/// How two figures compare: the same either way round, and roundings as arithmetic makes them.
struct FigureComparisonTests {
  /// The figures of texts, read with one table of words: only so do units compare.
  private static func figures(_ texts: [String]) throws -> [Figure] {
    try Analyzers.read { analysis in
      try texts.map { text in
        let read = analysis.read(Array("It took \(text) in all.".utf8)) { _ in true }
        return try #require(read.figures.first, "\(text)")
      }
    }
  }

  private static let written = [
    "5,000 people", "more than 5,000 people", "nearly 5,000 people", "5,200 people", "about 5,000", "at least 12 men", "12 men",
    "13 men",
    "1.5 km", "1,5 km", "$3 million", "$3.1 million", "$2.96 million", "13:25", "1 p.m.", "1987", "1990s", "1.198", "1,198", "0",
    "0.5 percent", "half a million", "three hundred", "up to 300", "21st", "fewer than 300 boats",
  ]

  @Test func `no comparison depends on which figure comes first`() throws {
    let figures = try Self.figures(Self.written)
    for (x, one) in zip(figures, Self.written) {
      for (y, other) in zip(figures, Self.written) {
        let names = "\(one) | \(other)"
        #expect(FigureComparison.areEqual(x, y) == FigureComparison.areEqual(y, x), "\(names)")
        #expect(FigureComparison.areComparable(x, y) == FigureComparison.areComparable(y, x), "\(names)")
        #expect(FigureComparison.isRounding(x, y) == FigureComparison.isRounding(y, x), "\(names)")
        #expect(FigureComparison.boundAllows(x, y) == FigureComparison.boundAllows(y, x), "\(names)")
        #expect(FigureComparison.countTheSame(x, y) == FigureComparison.countTheSame(y, x), "\(names)")
        let difference = FigureComparison.relativeDifference(x, y)
        #expect(difference == FigureComparison.relativeDifference(y, x) && (0...2).contains(difference))
        // What sorts figures by their values must find every equal pair.
        if FigureComparison.areEqual(x, y) {
          #expect(!Set(FigureComparison.keys(x)).isDisjoint(with: FigureComparison.keys(y)), "\(names)")
        }
      }
      #expect(FigureComparison.areEqual(x, x) && !FigureComparison.isRounding(x, x), "\(one)")
    }
  }

  private static func grouped(_ value: Int) -> String {
    var digits = Array(String(value))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }

  /// `value` to the nearest multiple of `step`, halves up.
  private static func rounded(_ value: Int, to step: Int) -> Int { (value + step / 2) / step * step }

  @Test(arguments: 0..<60) func `a figure and the same rounded are a rounding, and with another first digit they are none`(
    seed: Int
  ) throws {
    var generator = SeededGenerator(seed)
    let value = 21_000 + generator.below(900_000)
    let step = value > 100_000 ? generator.pick([1_000, 10_000]) : generator.pick([100, 1_000])
    let coarse = Self.rounded(value, to: step)
    guard value % 100 != 0, coarse % (step * 10) != 0 else { return }
    let figures = try Self.figures([value, coarse, coarse + 2 * step].map { "\(Self.grouped($0)) people" })
    let (fine, round, far) = (figures[0], figures[1], figures[2])
    #expect(fine.value == Double(value) && round.value == Double(coarse))
    #expect(FigureComparison.isRounding(fine, round), "\(value) and \(coarse)")
    if (coarse + 2 * step) % (step * 10) != 0 {
      #expect(!FigureComparison.isRounding(fine, far), "\(value) and \(coarse + 2 * step)")
    }
  }

  @Test(arguments: 0..<60) func `millions with a decimal are roundings of what is written out`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let value = 1_100_000 + generator.below(8_000_000)
    let tenths = Self.rounded(value, to: 100_000) / 100_000
    guard tenths % 10 != 0 else { return }
    func millions(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10) million crowns" }
    let figures = try Self.figures([millions(tenths), "\(Self.grouped(value)) crowns", millions(tenths + 3)])
    let (short, long, other) = (figures[0], figures[1], figures[2])
    #expect(abs(short.value - Double(tenths) * 100_000) < 1)
    #expect(FigureComparison.isRounding(short, long) || short.value == long.value, "\(value)")
    if (tenths + 3) % 10 != 0 { #expect(!FigureComparison.isRounding(other, long), "\(value)") }
  }

  @Test(arguments: ["more than", "over", "at least", "nearly", "fewer than", "up to"], [60, 200, 5_000])
  func `a bound allows what lies on its side and near, and nothing on the other`(bound: String, value: Int) throws {
    let isAbove = ["more than", "over", "at least"].contains(bound)
    let near = value + (isAbove ? 1 : -1) * value / 50, other = value + (isAbove ? -1 : 1) * value / 50
    let figures = try Self.figures(
      ["\(bound) \(Self.grouped(value)) people"] + [near, other, value * 5].map { "\(Self.grouped($0)) people" })
    #expect(FigureComparison.boundAllows(figures[0], figures[1]), "\(near)")
    #expect(!FigureComparison.boundAllows(figures[0], figures[2]), "\(other)")
    #expect(!FigureComparison.boundAllows(figures[0], figures[3]))
  }
}
