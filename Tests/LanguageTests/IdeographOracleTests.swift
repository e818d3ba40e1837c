import TestSupport
import Testing

@testable import Text

/// Numbers as Chinese spells them, made from the number by the rules of the language and nothing of the reader.
@Suite struct IdeographOracleTests {
  private static let digits = Array("零一二三四五六七八九")

  /// Below ten thousand; `inside` where a larger part stands before it, so that a gap is told by 零 and ten is 一十.
  private static func section(_ number: Int, inside: Bool) -> String {
    var text = ""
    var isGap = false
    for (power, word) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / power % 10
      if digit == 0 {
        isGap = isGap || !text.isEmpty || inside
        continue
      }
      if isGap { text += "零" }
      isGap = false
      if power == 10, digit == 1, text.isEmpty, !inside { text += word } else { text += String(digits[digit]) + word }
    }
    return text
  }

  private static func spelled(_ number: Int) -> String {
    var text = ""
    for (myriad, word) in [(100_000_000, "亿"), (10_000, "万"), (1, "")] {
      let part = number / myriad % 10_000
      if part > 0 { text += section(part, inside: !text.isEmpty) + word }
    }
    return text
  }

  private static let analyzer = Pool<Bool, LinguisticAnalysis> { _ in LinguisticAnalysis(words: WordTable(), language: .chinese) }

  private func figures(_ text: String) -> [Double] {
    Self.analyzer.lend(true) { $0.read(Array(text.utf8)) { _ in true }.figures.map(\.value) }
  }

  @Test func `the oracle spells as people do`() {
    let known = [
      7: "七", 10: "十", 12: "十二", 20: "二十", 35: "三十五", 105: "一百零五", 110: "一百一十", 1_005: "一千零五", 1_050: "一千零五十", 35_000: "三万五千",
      100_005: "十万零五", 120_000_000: "一亿二千万",
    ]
    for (number, text) in known { #expect(Self.spelled(number) == text) }
  }

  @Test func `every number from two to two hundred has its value`() {
    for number in 2...200 where number != 10 {
      // Ten and a hundred alone are parts of words as often as numbers.
      #expect(figures("港口有\(Self.spelled(number))人。") == [Double(number)], "\(Self.spelled(number))")
    }
  }

  @Test(arguments: 0..<10) func `large numbers have their value`(seed: Int) {
    var random = SeededGenerator(seed)
    for _ in 0..<25 {
      var number = 1 + random.below([999, 99_999, 9_999_999, 999_999_999][random.below(4)])
      // Round numbers are what news has.
      let round = [1, 10, 100, 10_000][random.below(4)]
      number = max(2, number / round) * round
      guard Self.spelled(number).contains(where: { Self.digits.contains($0) }) else { continue }
      #expect(figures("港口有\(Self.spelled(number))人。") == [Double(number)], "\(number) \(Self.spelled(number))")
    }
  }

  @Test(arguments: 0..<6) func `digits one by one are the number that they write`(seed: Int) {
    var random = SeededGenerator(seed)
    for _ in 0..<25 {
      let year = 1_900 + random.below(200)
      let text = String(year).map { String(Self.digits[$0.wholeNumberValue ?? 0]) }.joined().replacing("零", with: "〇")
      #expect(figures("这座桥建于\(text)年。").first == Double(year), "\(text)")
    }
  }

  @Test(arguments: 0..<6) func `two numbers in a sentence are two`(seed: Int) {
    var random = SeededGenerator(seed)
    for _ in 0..<15 {
      let (a, b) = (2 + random.below(8), 21 + random.below(900))
      #expect(figures("港口有\(Self.spelled(a))人和\(Self.spelled(b))艘船。") == [Double(a), Double(b)], "\(a) \(b)")
    }
  }
}
