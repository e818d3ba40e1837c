import Articles
import Drift
import Quality
import Testing

@Suite struct `The score` {
  private func flags(_ id: FlagID, _ severity: DriftSeverity, _ count: Int) -> [QualityFlag] {
    Array(repeating: QualityFlag(flag: id, severity: severity, message: "", range: .empty, text: ""), count: count)
  }

  private func score(_ flags: [QualityFlag], words: Int = 400) -> Double {
    QualityScore.score(flags, rules: QualityRules.all, words: words)
  }

  @Test func `no flag is 0 and one rule reaches its weight at most`() {
    #expect(score([]) == 0)
    for rule in QualityRules.all {
      let one = score(flags(rule.id, .critical, 1))
      #expect(abs(one - rule.weight) < 1e-12)
      #expect(score(flags(rule.id, .critical, 1000)) <= rule.weight + 1e-12)
      #expect(score(flags(rule.id, .minor, 1000)) < one)
    }
  }

  @Test(arguments: FlagID.allCases)
  func `a further or graver flag never lowers it`(id: FlagID) {
    var last = 0.0
    for count in 1...8 {
      let now = score(flags(.mojibake, .minor, 3) + flags(id, .minor, count))
      #expect(now >= last && now < 1)
      #expect(score(flags(id, .major, count)) > score(flags(id, .minor, count)))
      last = now
    }
  }

  @Test func `a long text does not lead by its length`() {
    let short = score(flags(.brokenSentence, .minor, 2), words: 400)
    #expect(abs(score(flags(.brokenSentence, .minor, 20), words: 8000) - short) < 0.01)
    #expect(score(flags(.scraperResidue, .minor, 40), words: 8000) < score(flags(.brokenSentence, .major, 1)))
  }

  @Test(arguments: FlagID.allCases.filter { $0 != .noArticle })
  func `what is no article comes first`(id: FlagID) {
    #expect(score(flags(.noArticle, .critical, 1)) > score(flags(id, .critical, 40)))
  }
}

@Suite struct `The list of rules` {
  @Test func `every rule says what it means`() {
    #expect(Set(QualityRules.all.map(\.id)) == Set(FlagID.allCases) && QualityRules.all.count == FlagID.allCases.count)
    for rule in QualityRules.all {
      #expect(!rule.definition.isEmpty && !rule.example.isEmpty && !rule.limits.isEmpty)
      #expect(rule.weight > 0 && rule.weight < 1)
      #expect(QualityRules.rule(rule.id)?.id == rule.id)
    }
  }
}

@Suite struct `Hostile articles` {
  static let texts = [
    String(repeating: "\"", count: 20_000), String(repeating: "word ", count: 20_000),
    String(repeating: "The the. the ", count: 4_000),
    String(repeating: "\n", count: 20_000), String(repeating: "Â£", count: 10_000), String(repeating: "&#", count: 10_000),
    (0..<1000).map { "Name\(String(repeating: "abcdefg", count: $0 % 9))x\($0) met Name\($0)y." }.joined(separator: " "),
    "&", "&#", "\\u", "Ã", "â€", "«", "A?", "\u{FEFF}\u{FFFD}", String(repeating: "Ж", count: 10_000),
  ]

  @Test(arguments: texts.indices)
  func `flags are bounded, ordered and cut exactly their text`(index: Int) {
    let bytes = Array(Self.texts[index].utf8)
    let result = report(Self.texts[index])
    #expect(result.flags.count <= 40 * QualityRules.all.count)
    #expect(result.score >= 0 && result.score < 1)
    var last: UInt32 = 0
    for flag in result.flags {
      #expect(flag.range.start >= last && flag.range.indices.upperBound <= bytes.count)
      #expect(flag.text == String(decoding: bytes[flag.range.indices], as: UTF8.self))
      last = flag.range.start
    }
    #expect(report(Self.texts[index]) == result)
  }
}
