import TestSupport
import Testing

@testable import Reports

/// What two passages share, against the textbook's longest common subsequence.
@Suite struct WordMixOracleTests {
  /// Words as the passage's definition has them: runs of letters and figures, other characters alone.
  private func words(_ text: String) -> [String] {
    var words: [String] = []
    var run = ""
    for scalar in text.unicodeScalars {
      let isLetter = !scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isLetter { run.unicodeScalars.append(scalar) } else if !run.isEmpty { words.append(run); run = "" }
      if !isLetter, !scalar.properties.isWhitespace { words.append(String(scalar)) }
    }
    return run.isEmpty ? words : words + [run]
  }

  private func longestCommon(_ a: [String], _ b: [String]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        table[i][j] = a[i] == b[j] ? table[i + 1][j + 1] + 1 : max(table[i + 1][j], table[i][j + 1])
      }
    }
    return table[0][0]
  }

  @Test(arguments: 0..<150) func `no more goes and comes than must`(seed: Int) {
    var random = SeededGenerator(seed)
    let stock = ["the ", "bridge ", "The", " closed", ", ", "on", " é", " 9", ".", " — ", "x-y"]
    func text() -> String { (0..<random.below(16)).map { _ in random.pick(stock) }.joined() }
    let (a, b) = (text(), text())
    let mix = WordMix(Array(a.utf8)[...], Array(b.utf8)[...], marks: ([], []))
    let (first, second) = (words(a), words(b))
    let common = longestCommon(first, second)
    #expect(mix.kept == Double(common) / Double(max(1, first.count, second.count)), "\(a.debugDescription) \(b.debugDescription)")
    let shared = mix.pieces.filter { $0.side == .both }.flatMap {
      words(String(decoding: Array(b.utf8)[$0.range], as: UTF8.self))
    }
    #expect(shared.count == common)
    for piece in mix.pieces { #expect(Places.isWhole(piece.range, in: Array((piece.side == .a ? a : b).utf8))) }
  }

  @Test(arguments: 0..<60) func `rows have every sentence once, those of the second text in order`(seed: Int) {
    var random = SeededGenerator(seed)
    func sentences() -> [Range<Int>] { (0..<random.below(9)).map { $0 * 10..<$0 * 10 + 9 } }
    let (a, b) = (sentences(), sentences())
    // Neighbouring sentences of either, paired by chance.
    func groups(_ count: Int) -> [Range<Int>] {
      var groups: [Range<Int>] = []
      var start = 0
      while start < count {
        let end = min(count, start + 1 + random.below(2))
        if random.below(4) > 0 { groups.append(start..<end) }
        start = end
      }
      return groups
    }
    let shuffled = groups(b.count).shuffled(using: &random)
    let pairs = zip(groups(a.count), shuffled).map { ComparisonRows.Alignment.Pair(a: $0, b: $1, isMoved: random.below(3) == 0) }
    let text = Array(repeating: UInt8(ascii: "x"), count: 100)
    let rows = ComparisonRows.rows(.init(pairs: pairs, sentencesOfA: a, sentencesOfB: b), text, text, boilerplate: ([], []))
    func covered(_ spans: [ReportSpan]) -> [Int] {
      spans.flatMap { span in (0..<10).filter { span.start <= $0 * 10 && $0 * 10 + 9 <= span.end } }
    }
    #expect(covered(rows.compactMap(\.b)).sorted() == Array(b.indices))
    #expect(covered(rows.compactMap(\.a)).sorted() == Array(a.indices))
    #expect(rows.compactMap { $0.b?.start } == rows.compactMap { $0.b?.start }.sorted())
    #expect(rows.count { $0.a != nil && $0.b != nil } == pairs.count)
    #expect(rows.count { $0.moved != nil } == pairs.count { $0.isMoved })
  }
}

/// Names are masked as a person would do it, word by word.
@Suite struct NameMaskTests {
  private func letter(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= 0x80 || Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
  }

  /// At each place the longest name that stands there whole, whatever its capitals.
  private func naive(_ text: String, _ names: [String]) -> String {
    var bytes = Array(text.utf8)
    let lower = bytes.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
    let wanted = names.map { $0.utf8.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 } }.filter { $0.count >= 4 }.sorted {
      $0.count > $1.count
    }
    var place = 0
    while place < bytes.count {
      let found = wanted.first { name in
        lower[place...].starts(with: name) && !letter(place > 0 ? lower[place - 1] : nil)
          && !letter(place + name.count < lower.count ? lower[place + name.count] : nil)
      }
      for index in place..<place + (found?.count ?? 0) where letter(bytes[index]) { bytes[index] = UInt8(ascii: "*") }
      place += found?.count ?? 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: 0..<80) func `names go whole, longest first, and nothing moves`(seed: Int) {
    var random = SeededGenerator(seed)
    let names = ["Valley Herald", "Valley Herald Sport", "Tide", "The Tide", "Küste", "Zé Post", "abc", "herald.example"]
    let stock = names + ["valley", "HERALD", "Tides", "küste", "Küsten", "'s", ",", " ", " ", "\n", "é", "the tide", "a"]
    let text = (0..<14).map { _ in random.pick(stock) + (random.below(2) == 0 ? " " : "") }.joined()
    let masked = NameMask(names).masked(text, also: [])
    #expect(masked == naive(text, names), "\(text.debugDescription)")
    #expect(masked.utf8.count == text.utf8.count)
  }

  @Test(arguments: Hostile.strings) func `a report without names says no outlet and no id, whatever they are`(name: String) {
    let outlet = "Zq" + name.onOneLine + "qZ"
    var model = ReportFixture.model(title: "Old bridge closes, writes \(outlet)", outlets: (outlet, "Coast Mirror"))
    model.articles[0].id = outlet + "-17"
    model.articles[1].text = "As \(outlet) has it. \(model.articles[1].text ?? "")"
    model.anonymise()
    #expect(!JSONReport.plain(model).contains("Zq"))
    for format in [CSVReport(model).text(), MarkdownReport(model).text(), GraphMLReport(model).text()] {
      #expect(!format.contains("Zq"))
    }
  }
}
