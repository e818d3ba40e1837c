import Foundation
import TestSupport
import Testing

@Suite struct CompareTests {
  private let pair = [Program.fixture("formats/txt/np-001.txt"), Program.fixture("formats/txt/np-002.txt")]

  private func objects(_ lines: [String]) throws -> [[String: Any]] {
    try lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
  }

  @Test func `an account for people`() throws {
    let outcome = try Program.run(["compare"] + pair)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Relation of B to A: "))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func `a reader is told three measures, all of them when asked`() throws {
    let few = try Program.run(["compare"] + pair).output
    #expect(few.contains("resemblance ") && few.contains("story ") && !few.contains("kept names"))
    #expect(try Program.run(["compare", "--verbose"] + pair).output.contains("kept names"))
  }

  @Test func `batches are not compared as prose`() throws {
    let outcome = try Program.run("compare", "Fixtures/batch.jsonl", pair[0])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("Fixtures/batch.jsonl holds records (JSON lines), not one text."))
    let scratch = try Scratch()
    try scratch.write("braces.txt", "{{notice}} The bridge closes on Monday.")
    #expect(try Program.run("compare", scratch.path("braces.txt"), pair[0]).status == 0)
  }

  @Test func `a file without text is named`() throws {
    let scratch = try Scratch()
    try scratch.write("empty.txt", " \n")
    let outcome = try Program.run("compare", scratch.path("empty.txt"), pair[0])
    #expect(outcome.status == 0 && outcome.errors.contains("empty.txt has no text"))
  }

  @Test func `one line for programs, offsets that cut the text shown`() throws {
    let outcome = try Program.run(["compare", "--format", "json"] + pair)
    let comparison = try #require(try objects(outcome.lines).first)
    #expect(outcome.lines.count == 1)
    let texts = try pair.map { try Data(contentsOf: Project.folder.appending(path: $0)) }
    let findings = try #require(comparison["drift"] as? [[String: Any]])
    for finding in findings {
      for (side, text) in zip(["a", "b"], texts) {
        guard let span = finding[side] as? [String: Any] else { continue }
        let start = try #require(span["start"] as? Int)
        let end = try #require(span["end"] as? Int)
        #expect(String(decoding: text[start..<end], as: UTF8.self) == span["text"] as? String)
      }
    }
  }

  @Test func `pairs come out in their order for any number of threads`() throws {
    let one = try Program.run("compare", "--pairs", "Fixtures/pairs.jsonl", "--threads", "1")
    let more = try Program.run("compare", "--pairs", "Fixtures/pairs.jsonl", "--threads", "5")
    #expect(one.status == 0)
    #expect(more.output == one.output)
    #expect(
      try one.lines.count
        == String(contentsOf: Project.fixtures.appending(path: "pairs.jsonl"), encoding: .utf8).split(separator: "\n").count)
  }

  @Test func `an unreadable pair keeps its line`() throws {
    let scratch = try Scratch()
    try scratch.write(
      "pairs.jsonl", "{\"a\": \"One word.\", \"b\": \"One word.\"}\n\nnonsense\n{\"a\": 1}\n{\"a\": \"x y\", \"b\": \"x y\"}\n")
    let outcome = try Program.run("compare", "--pairs", scratch.path("pairs.jsonl"))
    #expect(outcome.status == 1)
    let found = try objects(outcome.lines)
    #expect(found.map { $0["error"] as? String } == [nil, "unreadable pair", "unreadable pair", nil])
    #expect(found[0]["relation"] as? String == "identical")
    #expect(outcome.errors.contains("pairs.jsonl:3: "))
    #expect(outcome.errors.contains("pairs.jsonl:4: "))
  }

  @Test(arguments: ["PAR1", "%PDF-1.7", "PK\u{3}\u{4}xl/", "SQLite format 3"]) func `what is no text is refused by its name`(
    head: String
  ) throws {
    let scratch = try Scratch()
    try scratch.write("a.bin", head + String(repeating: "\u{0}\u{1}", count: 50))
    let outcome = try Program.run("compare", pair[0], scratch.path("a.bin"))
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("a.bin: the file is ") && outcome.errors.contains("which is not read. "))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func `pairs come through a pipe, with titles that speak of a correction`() throws {
    let text = "The ferry Solveig sank off Bergen on Monday. Divers search the wreck."
    let line =
      "{\"a\": \"\(text)\", \"a_title\": \"Ferry sinks\", \"b\": \"\(text)\", \"b_title\": \"CORRECTED - Ferry sinks\"}\n"
    let outcome = try Program.run(["compare", "--pairs", "-"], piped: Data(line.utf8))
    #expect(outcome.status == 0)
    let findings = try #require(try objects(outcome.lines).first?["drift"] as? [[String: Any]])
    #expect(findings.map { $0["rule"] as? String } == ["addition/correction"])
    #expect(findings.first?["a"] is NSNull && findings.first?["b"] is NSNull)
  }

  @Test func `only the findings that were asked for`() throws {
    let outcome = try Program.run(
      "compare", "--pairs", "Fixtures/pairs.jsonl", "--min-severity", "major", "--category", "number", "--category", "name")
    for comparison in try objects(outcome.lines) {
      for finding in try #require(comparison["drift"] as? [[String: Any]]) {
        #expect(["number", "name"].contains(finding["category"] as? String ?? ""))
        #expect(finding["severity"] as? String != "minor")
      }
    }
  }

  @Test func `every category can be explained`() throws {
    let list = try Program.run("explain")
    #expect(list.status == 0)
    for category in ["number", "quotation", "modality", "degree", "fluency"] {
      #expect(list.output.contains(category))
      let one = try Program.run("explain", category)
      #expect(one.status == 0)
      #expect(one.output.contains(category))
    }
  }
}
