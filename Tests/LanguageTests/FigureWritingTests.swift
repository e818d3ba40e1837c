import TestSupport
import Testing
import Text

/// Numbers written out in the styles of several languages, and read again.
struct FigureWritingTests {
  private struct Style: Sendable, CustomStringConvertible {
    var group: String
    var point: String
    var description: String { "\(group.debugDescription) \(point)" }
  }

  private static let styles = [
    Style(group: ",", point: "."), Style(group: ".", point: ","), Style(group: "\u{A0}", point: ","),
    Style(group: "\u{202F}", point: ","),
    Style(group: "'", point: "."), Style(group: "’", point: "."), Style(group: "", point: "."), Style(group: "", point: ","),
  ]

  private static func written(_ whole: Int, _ fraction: String, _ style: Style) -> String {
    var digits = String(whole).map(String.init)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(style.group, at: place)
      place -= 3
    }
    return digits.joined() + (fraction.isEmpty ? "" : style.point + fraction)
  }

  @Test(arguments: styles.indices, 0..<6) func `a number has its value in every style`(number: Int, seed: Int) {
    let style = Self.styles[number]
    var generator = SeededGenerator(seed * 10 + number)
    for _ in 0..<12 {
      let length = 1 + generator.below(9)
      let whole = (0..<length).reduce(0) { value, place in
        value * 10 + (place == 0 ? 1 + generator.below(9) : generator.below(10))
      }
      // Three decimals behind one point could be thousands.
      let digits = generator.below(3)
      let fraction = String(
        (0..<digits).map { $0 == digits - 1 ? 1 + generator.below(9) : generator.below(10) }.map(String.init).joined())
      let isYear = (1000...2100).contains(whole) && fraction.isEmpty
      // One group of three may be decimals: both readings are kept.
      let text = Self.written(whole, fraction, style)
      let figures = Reading("There were \(text) tons of it.").text.figures
      let expected = Double(fraction.isEmpty ? "\(whole)" : "\(whole).\(fraction)") ?? -1
      #expect(figures.count == 1, "\(text): \(figures.map(\.value))")
      guard let figure = figures.first else { continue }
      #expect(figure.value == expected || figure.alternate == expected, "\(text) is \(figure.value)")
      if !isYear { #expect(figure.kind == .cardinal, "\(text)") }
      #expect(abs(figure.value - expected) <= figure.precision || figure.alternate == expected)
    }
  }

  private static let scales: [(String, Double)] = [
    ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12), ("m", 1e6), ("bn", 1e9),
  ]

  @Test(arguments: scales.indices, 0..<6) func `a scale behind the number multiplies it, its rounding too`(scale: Int, seed: Int)
    throws
  {
    var generator = SeededGenerator(seed)
    let (name, factor) = Self.scales[scale]
    let (whole, tenth) = (2 + generator.below(90), 1 + generator.below(9))
    let gap = name.count > 2 ? " " : ""
    let short = try #require(Reading("It cost $\(whole).\(tenth)\(gap)\(name) in all.").text.figures.first)
    #expect(abs(short.value - (Double(whole) + Double(tenth) / 10) * factor) < factor / 1e6)
    #expect(abs(short.precision - factor / 20) < factor / 1e6, "\(short.precision)")
    let exact = try #require(Reading("It cost $\(whole)\(gap)\(name) in all.").text.figures.first)
    #expect(exact.value == Double(whole) * factor && exact.precision >= factor / 2)
  }

  private static let ones = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
  private static let teens = [
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

  private static func spelt(_ value: Int, _ and: String) -> String {
    switch value {
    case 1..<10: ones[value - 1]
    case 10..<20: teens[value - 10]
    case 20..<100: tens[value / 10 - 2] + (value % 10 == 0 ? "" : "-" + ones[value % 10 - 1])
    case 100..<1_000: ones[value / 100 - 1] + " hundred" + (value % 100 == 0 ? "" : and + spelt(value % 100, and))
    default: spelt(value / 1_000, and) + " thousand" + (value % 1_000 == 0 ? "" : " " + spelt(value % 1_000, and))
    }
  }

  @Test(arguments: [" and ", " "]) func `numbers in words have the value that they spell`(and: String) {
    for value in Array(2..<130) + Swift.stride(from: 131, to: 99_999, by: 1_237) {
      let text = Self.spelt(value, and)
      let figures = Reading("They saw \(text) boats.").text.figures
      #expect(figures.map(\.value) == [Double(value)], "\(text)")
      #expect(figures.first?.inWords == true)
    }
  }

  @Test(
    arguments: [
      ("between two thousand and three thousand boats", [2_000, 3_000]),
      ("two million three hundred thousand and six boats", [2_300_006]),
      ("a thousand, two hundred of them new", [1_000, 200]), ("five million and two million", [5e6, 2e6]),
      ("a hundred and twenty thousand five hundred", [120_500]), ("one thousand and first place", [1_000, 1]),
    ] as [(String, [Double])]) func `only what is less than the multiplier before it is part of the number`(
      text: String, values: [Double]
    )
  {
    #expect(Reading("They saw \(text) in all.").text.figures.map(\.value) == values)
  }
}
