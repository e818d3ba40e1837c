import TestSupport
import Testing
import Text

/// Every number as people write it, made from the number by rules that know nothing of the reader.
struct NumberSpellingTests {
  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

  /// A number below a thousand in English words; `and` says whether the British one stands between hundreds and tens.
  private static func words(_ number: Int, and: Bool, hyphen: Bool) -> String {
    if number < 20 { return small[number] }
    if number < 100 { return tens[number / 10] + (number % 10 == 0 ? "" : (hyphen ? "-" : " ") + small[number % 10]) }
    let rest = number % 100
    return small[number / 100] + " hundred" + (rest == 0 ? "" : (and ? " and " : " ") + words(rest, and: and, hyphen: hyphen))
  }

  private static func figures(_ text: String) -> [Double] { Reading("They counted \(text) of them.").text.figures.map(\.value) }

  @Test(arguments: [(true, true), (false, true), (true, false)])
  func `number words have the value they spell`(and: Bool, hyphen: Bool) {
    // One is a pronoun as often as a number, zero a word of its own.
    for number in Array(2..<130) + stride(from: 131, to: 1000, by: 29) {
      let text = Self.words(number, and: and, hyphen: hyphen)
      #expect(Self.figures(text) == [Double(number)], "\(text)")
    }
  }

  @Test(arguments: [("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("mln", 1e6), ("bn", 1e9)])
  func `a multiplier multiplies`(word: String, factor: Double) {
    for number in [2, 7, 11, 20, 21, 90, 99] {
      #expect(Self.figures("\(number) \(word)") == [Double(number) * factor])
      #expect(Self.figures("\(Self.words(number, and: true, hyphen: true)) \(word)") == [Double(number) * factor])
      #expect(Self.figures("\(number).5 \(word)") == [(Double(number) + 0.5) * factor])
    }
  }

  /// A whole number with its digits in threes.
  private static func grouped(_ number: Int, _ mark: String) -> String {
    var digits = String(number), groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: mark)
  }

  @Test(arguments: [",", "\u{A0}", "\u{202F}", "'", "’", " "])
  func `grouped digits are one number`(mark: String) {
    var random = SeededGenerator(7)
    for number in [1_000, 9_999, 10_000, 123_456, 1_000_000, 987_654_321] + (0..<20).map({ _ in 1_000 + random.below(9_000_000) })
    {
      let text = Self.grouped(number, mark)
      #expect(Self.figures(text) == [Double(number)], "\(text)")
    }
  }

  @Test(arguments: [
    ("1.000.000", 1e6), ("12.345.678", 12_345_678), ("1.234,56", 1234.56), ("1,234.56", 1234.56), ("0,5", 0.5), ("0.5", 0.5),
  ])
  func `the last of two kinds of marks is the decimal one`(text: String, value: Double) { #expect(Self.figures(text) == [value]) }

  @Test func `a decimal fraction has the value of its digits`() {
    for whole in [0, 3, 17, 250] {
      for fraction in ["1", "25", "50", "05", "99"] {
        let value = Double("\(whole).\(fraction)")
        #expect(Self.figures("\(whole).\(fraction)") == [value], "\(whole).\(fraction)")
        #expect(Self.figures("\(whole),\(fraction)") == [value], "\(whole),\(fraction)")
      }
    }
  }

  @Test func `a minute of the day has one time, however it is written`() {
    for minute in stride(from: 0, to: 1440, by: 37) {
      let (hour, rest) = (minute / 60, minute % 60)
      let two = rest < 10 ? "0\(rest)" : "\(rest)"
      let half = hour < 12 ? "am" : "pm"
      let twelve = hour % 12 == 0 ? 12 : hour % 12
      for text in ["\(hour):\(two)", "\(twelve):\(two) \(half)", "\(twelve):\(two)\(half)", "\(twelve).\(two) \(half)"] {
        let figures = Reading("The boat left at \(text) sharp.").text.figures
        #expect(figures.map(\.kind) == [.clock] && figures.first?.value == Double(minute), "\(text) is \(figures.map(\.value))")
      }
    }
  }

  @Test func `a date in figures is its day, month and year`() {
    for day in NaiveCalendar.days(2015...2016) where day.number % 23 == 0 && day.day > 12 {
      let expected = Double(day.year * 10_000 + day.month * 100 + day.day)
      func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
      for text in [
        "\(day.day)/\(day.month)/\(day.year)", "\(two(day.day)).\(two(day.month)).\(day.year)",
        "\(day.month)/\(day.day)/\(day.year)",
      ] {
        let figures = Reading("On \(text) it rained.").text.figures
        #expect(figures.map(\.value) == [expected], "\(text) is \(figures.map(\.value))")
      }
    }
  }

  @Test func `units do not change with their spelling`() {
    for group in [
      ["percent", "per cent", "pct", "%"], ["km", "kilometres", "kilometers", "kilometre"], ["kg", "kilograms", "kilogrammes"],
      ["miles", "mile"],
    ] {
      let units = group.map { unit -> String in
        let reading = Reading("It was 7 \(unit) long.")
        return reading.text.figures.first.map { $0.unitIsMeasure ? reading.units[0] : "-" } ?? "none"
      }
      #expect(Set(units).count == 1 && !units.contains("-") && !units.contains("none"), "\(group): \(units)")
    }
  }
}
