import Foundation
import Testing

/// What comes from data never steers a terminal.
@Suite struct TerminalSafetyTests {
  private static let evil = "\u{1B}]0;owned\u{7}\r\u{202E}\u{9B}31m"

  private func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || !(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value))
    }
  }

  @Test func `names, ids and dates are shown with their control characters spelt out`() throws {
    let scratch = try Scratch()
    let name = "a\u{1B}[31m\u{202E}.jsonl"
    let id = try #require(String(data: JSONEncoder().encode("x" + Self.evil), encoding: .utf8))
    try scratch.write(
      name, "{\"id\": \(id), \"text\": \"x y\", \"published\": \(id)}\n{\"id\": \(id), \"text\": \"z\"}\n{broken \(id)\n")
    for command in ["dedupe", "cluster", "flag", "fingerprint"] {
      let outcome = try Program.run(command, scratch.path("") + "/" + name, "-v")
      #expect(outcome.status == 1)
      #expect(isSafe(outcome.errors), "\(outcome.errors.debugDescription)")
      #expect(outcome.errors.contains("\\u{1B}"))
    }
    let missing = try Program.run("dedupe", scratch.path("") + "/no" + name)
    #expect(missing.status == 2)
    #expect(isSafe(missing.errors))
    let wrong = try Program.run("dedupe", "--level", Self.evil, "x")
    #expect(wrong.status == 64)
    #expect(isSafe(wrong.errors))
  }

  @Test func `a comparison for people shows no control character of the texts`() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "The mayor \(Self.evil) said 40 people came on Monday. It was cold \(Self.evil).")
    try scratch.write("b.txt", "The mayor \(Self.evil) said 90 people came on Monday. It was cold \(Self.evil).")
    let outcome = try Program.run("compare", scratch.path("a.txt"), scratch.path("b.txt"))
    #expect(outcome.status == 0)
    #expect(isSafe(outcome.output), "\(outcome.output.debugDescription)")
  }

  @Test func `without WordNet that is said, and the output says so`() throws {
    let pair = [
      "compare", Program.fixture("formats/txt/np-001.txt"), Program.fixture("formats/txt/np-002.txt"), "--format", "json",
    ]
    let outcome = try Program.run(pair, environment: ["WNSEARCHDIR": "/no/such/folder"])
    #expect(outcome.errors.contains("/no/such/folder"))
    let hasWordNet = FileManager.default.fileExists(atPath: "/usr/share/wordnet/index.noun")
    #expect(outcome.output.contains(#""lexicon":"own""#) == !hasWordNet)
  }
}
