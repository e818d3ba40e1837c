import Text
import Testing

/// Inputs that would ruin a quadratic reader; each must be read in well under the limit.
struct HostileTextTests {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "\"", count: 20_000), String(repeating: "“", count: 20_000), String(repeating: "12 ", count: 10_000),
      String(repeating: "1,", count: 50_000), String(repeating: "a ", count: 50_000), String(repeating: "A.", count: 20_000),
      String(repeating: "one hundred and ", count: 20_000), String(repeating: "Ab ", count: 20_000),
      String(repeating: "'", count: 20_000),
      String(repeating: "-", count: 40_000), String(repeating: "x-", count: 20_000), String(repeating: "\n", count: 40_000),
      String(repeating: "1 000 ", count: 20_000), String(repeating: "w", count: 40_000),
    ])
  func `no input takes more than linear time`(text: String) {
    let reading = Reading(text)
    #expect(reading.text.sentences.map(\.count).reduce(0, +) == reading.text.tokens.count)
  }
}
