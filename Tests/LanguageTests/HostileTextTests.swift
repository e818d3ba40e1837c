import Text
import Testing

/// Inputs that would ruin a quadratic reader: what is kept of them stays in proportion to their bytes.
struct HostileTextTests {
  @Test(
    arguments: [
      String(repeating: "\"", count: 20_000), String(repeating: "“", count: 20_000), String(repeating: "12 ", count: 10_000),
      String(repeating: "1,", count: 50_000), String(repeating: "a ", count: 50_000), String(repeating: "A.", count: 20_000),
      String(repeating: "one hundred and ", count: 20_000), String(repeating: "Ab ", count: 20_000),
      String(repeating: "'", count: 20_000),
      String(repeating: "-", count: 40_000), String(repeating: "x-", count: 20_000), String(repeating: "\n", count: 40_000),
      String(repeating: "1 000 ", count: 20_000), String(repeating: "w", count: 40_000),
    ])
  func `no input gives more than its bytes can hold`(text: String) {
    let reading = Reading(text).text
    let bytes = text.utf8.count
    #expect(reading.sentences.map(\.count).reduce(0, +) == reading.tokens.count)
    #expect(reading.tokens.count <= bytes)
    #expect(reading.figures.count + reading.names.count + reading.quotations.count <= 3 * reading.tokens.count)
    // What lies inside another must not pile up: every token is in few names and few quotations.
    #expect(reading.names.map(\.tokens.count).reduce(0, +) <= reading.tokens.count)
    #expect(reading.quotations.map(\.tokens.count).reduce(0, +) <= 4 * reading.tokens.count)
  }
}
