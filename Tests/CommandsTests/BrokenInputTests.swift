import Foundation
import TestSupport
import Testing

/// One line of `Fixtures/broken/expected.jsonl`.
struct BrokenFixture: Decodable, Sendable, CustomTestStringConvertible {
  struct Place: Decodable, Sendable {
    var line: Int
    var why: String
  }

  var file: String
  var good: Int
  var skipped: [Place]
  var warned: [Place]?

  var testDescription: String { file }

  static let all: [BrokenFixture] = {
    guard let text = try? String(contentsOf: Project.fixtures.appending(path: "broken/expected.jsonl"), encoding: .utf8) else {
      return []
    }
    return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Self.self, from: Data($0.utf8)) }
  }()
}

@Suite struct BrokenInputTests {
  @Test func `every broken fixture is listed`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Project.fixtures.appending(path: "broken").path())
    #expect(Set(BrokenFixture.all.map(\.file) + ["expected.jsonl"]) == Set(files))
  }

  /// Commands and fixtures: each fixture with one command, each command with a quarter of the fixtures, as all read by one way.
  private static let cases: [(command: String, fixture: BrokenFixture)] = BrokenFixture.all.enumerated().map {
    number, fixture in (["cluster", "dedupe", "flag", "fingerprint"][number % 4], fixture)
  }

  @Test(arguments: cases)
  func `bad records are named and counted, the others are used`(command: String, fixture: BrokenFixture) throws {
    let outcome = try Program.run(command, "Fixtures/broken/\(fixture.file)")
    #expect(outcome.status == (fixture.skipped.isEmpty ? 0 : fixture.good == 0 ? 2 : 1), "\(outcome.errors)")
    #expect(outcome.lines.count == fixture.good)
    for place in fixture.skipped {
      // A file that cannot be read at all is named without a line.
      let names = ["Fixtures/broken/\(fixture.file):\(place.line): ", "Fixtures/broken/\(fixture.file): "]
      #expect(
        outcome.errors.split(separator: "\n").contains { line in names.contains { line.hasPrefix($0) } }, "\(outcome.errors)")
    }
    for place in fixture.warned ?? [] {
      #expect(outcome.errors.contains("warning: Fixtures/broken/\(fixture.file):\(place.line): "))
    }
    if !fixture.skipped.isEmpty, fixture.good > 0 {
      let records = fixture.skipped.count == 1 ? "1 record" : "\(fixture.skipped.count) records"
      #expect(outcome.errors.contains("Skipped \(records)"))
    }
  }

  @Test func `many bad records are counted rather than named one by one`() throws {
    let scratch = try Scratch()
    try scratch.write("in.jsonl", String(repeating: "{broken\n", count: 50) + #"{"text": "one good article"}"# + "\n")
    let outcome = try Program.run("cluster", scratch.path("in.jsonl"))
    #expect(outcome.status == 1)
    #expect(outcome.lines.count == 1)
    #expect(outcome.errors.split(separator: "\n").count { $0.contains("broken JSON") } == 20)
    #expect(outcome.errors.contains("... and 30 more skipped records; use --verbose to see each"))
    #expect(outcome.errors.contains("Skipped 50 records; 20 are named above, --verbose names all."))
    let verbose = try Program.run("cluster", scratch.path("in.jsonl"), "--verbose")
    #expect(verbose.errors.split(separator: "\n").count { $0.contains("broken JSON") } == 50)
  }

  @Test func `a fault that every record has is said once, and is a failure`() throws {
    let scratch = try Scratch()
    try scratch.write("in.jsonl", String(repeating: "{\"text\": \"an article\"}\n", count: 30))
    let outcome = try Program.run("dedupe", scratch.path("in.jsonl"), "--text-field", "nope", "-q", "-o", scratch.path("out"))
    #expect(outcome.status == 2)
    #expect(outcome.errors == "newsprint: no article could be read, so \(scratch.path("out")) was not written.\n")
    let loud = try Program.run("dedupe", scratch.path("in.jsonl"), "--text-field", "nope")
    #expect(loud.errors.split(separator: "\n").count { $0.contains("is missing (there is: text)") } == 1)
    #expect(loud.errors.contains("(and so in 29 more records)"))
  }

  @Test func `a record that is too long is passed over`() throws {
    let scratch = try Scratch()
    let long = #"{"id": "long", "text": "\#(String(repeating: "word ", count: 5000))"}"#
    try scratch.write("in.jsonl", "\(long)\n{\"id\": \"short\", \"text\": \"a short one\"}\n")
    let outcome = try Program.run("cluster", scratch.path("in.jsonl"), "--max-record", "10000")
    #expect(outcome.status == 1)
    #expect(outcome.lines.count == 1)
    #expect(outcome.errors.contains(":1: the record is longer than 10000 bytes"))
  }

  @Test func `articles without words never match each other`() throws {
    let scratch = try Scratch()
    try scratch.write("in.jsonl", (1...5).map { #"{"id": \#($0), "text": "*** \#($0 % 2 == 0 ? "…" : "—")"}"# + "\n" }.joined())
    let outcome = try Program.run("cluster", scratch.path("in.jsonl"), "--quiet")
    #expect(Set(outcome.lines).count == 5)
    #expect(outcome.lines.allSatisfy { $0.contains(#""size":1"#) })
  }
}
