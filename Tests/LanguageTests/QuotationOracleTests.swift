import TestSupport
import Testing
import Text

/// Quotations of texts that were put together of quoted and unquoted pieces.
@Suite struct QuotationOracleTests {
  private static let marks = [("\"", "\""), ("“", "”"), ("«", "»"), ("„", "“"), ("「", "」")]
  private static let quoted = ["Go home", "no way", "we saw 3.5 metres of it", "a fine day, he knew", "Nothing"]
  private static let plain = [
    "the mayor said", "and left the harbour", "of the board", "in the crew's own boat", "while it rained", "for 20 years",
  ]

  /// A paragraph in the marks of one house, and what is quoted in it.
  private func paragraph(_ random: inout SeededGenerator, _ pair: (String, String)) -> (text: String, quoted: [String]) {
    var text = "It was"
    var quoted: [String] = []
    for _ in 0..<1 + random.below(5) {
      text += " " + random.pick(Self.plain)
      guard random.below(3) > 0 else { continue }
      let words = random.pick(Self.quoted)
      quoted.append(words)
      text += " \(pair.0)\(words)\(pair.1)"
    }
    return (text + " " + random.pick(Self.plain) + ".", quoted)
  }

  @Test(arguments: marks.indices, 0..<12) func `what was quoted is found, in order and nothing else`(pair: Int, seed: Int) {
    var random = SeededGenerator(seed)
    let paragraphs = (0..<3).map { _ in paragraph(&random, Self.marks[pair]) }
    let text = paragraphs.map(\.text).joined(separator: "\n\n")
    #expect(Reading(text).quotations == paragraphs.flatMap(\.quoted), "\(text)")
  }

  @Test(arguments: 0..<20) func `a mark that is never closed costs no paragraph but its own a quotation`(seed: Int) {
    var random = SeededGenerator(seed)
    let pair = random.pick(Self.marks)
    let (before, after) = (paragraph(&random, pair), paragraph(&random, pair))
    let text = [before.text, "Then \(pair.0)nobody came to the quay.", after.text].joined(separator: "\n\n")
    #expect(Reading(text).quotations == before.quoted + after.quoted, "\(text)")
  }

  @Test(arguments: marks.indices) func `a mark in one paragraph and its like in the next quote nothing`(pair: Int) {
    let (open, close) = Self.marks[pair]
    let text = "Then \(open)nobody came to the quay.\n\nIt rained\(close) all day in the harbour."
    #expect(Reading(text).quotations.isEmpty, "\(text)")
  }

  @Test(arguments: 0..<20) func `a text without marks quotes nothing, and marks alone add no figure or name`(seed: Int) {
    var random = SeededGenerator(seed)
    let marked = paragraph(&random, ("“", "”"))
    let bare = marked.text.replacing("“", with: "").replacing("”", with: "")
    let (with, without) = (Reading(marked.text), Reading(bare))
    #expect(without.quotations.isEmpty)
    #expect(with.text.figures.map(\.value) == without.text.figures.map(\.value))
    #expect(with.tokens.filter { $0 != "“" && $0 != "”" } == without.tokens)
  }

  @Test(arguments: 0..<20) func `every token of a quotation says that it is quoted, and no other`(seed: Int) {
    var random = SeededGenerator(seed)
    let reading = Reading(paragraph(&random, random.pick(Self.marks)).text)
    let inside = Set(reading.text.quotations.flatMap { Array($0.tokens) })
    for (place, token) in reading.text.tokens.enumerated() { #expect(token.shape.contains(.quoted) == inside.contains(place)) }
    for (before, after) in zip(reading.text.quotations, reading.text.quotations.dropFirst()) {
      #expect(before.tokens.upperBound <= after.tokens.lowerBound)
    }
  }
}
