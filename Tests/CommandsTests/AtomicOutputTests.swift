import Foundation
import Testing

@Suite struct AtomicOutputTests {
  @Test(arguments: ["cluster", "dedupe", "flag", "fingerprint"]) func `a failed run leaves no file and does not touch an old one`(
    command: String
  ) throws {
    let scratch = try Scratch()
    let before = try scratch.names
    let fails = try Program.run(command, "no-such-file.jsonl", "-o", scratch.path("new.jsonl"))
    #expect(fails.status == 2)
    #expect(try scratch.names == before)

    try scratch.write("old.jsonl", "precious\n")
    _ = try Program.run(command, "no-such-file.jsonl", "-o", scratch.path("old.jsonl"))
    #expect(try scratch.text("old.jsonl") == "precious\n")
    #expect(try scratch.names == ["old.jsonl"])
  }

  @Test func `a run that ends well replaces the file and leaves nothing else`() throws {
    let scratch = try Scratch()
    try scratch.write("out.jsonl", "old\n")
    let outcome = try Program.run("cluster", "Fixtures/batch.jsonl", "-o", scratch.path("out.jsonl"))
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(try scratch.text("out.jsonl").split(separator: "\n").count == 76)
    #expect(try scratch.names == ["out.jsonl"])
  }

  @Test func `the input may be the output`() throws {
    let scratch = try Scratch()
    let all = try String(contentsOf: Program.fixtures.appending(path: "batch.jsonl"), encoding: .utf8)
    try scratch.write("batch.jsonl", all)
    let expected = try Program.run("dedupe", "Fixtures/batch.jsonl", "--quiet").output
    let outcome = try Program.run("dedupe", scratch.path("batch.jsonl"), "-o", scratch.path("batch.jsonl"), "--quiet")
    #expect(outcome.status == 0)
    #expect(try scratch.text("batch.jsonl") == expected)
  }

  @Test func `when the second output cannot be written the first is not`() throws {
    let scratch = try Scratch()
    let outcome = try Program.run(
      "dedupe", "Fixtures/batch.jsonl", "-o", scratch.path("kept.jsonl"), "--duplicates", "/no/folder/dropped.jsonl")
    #expect(outcome.status == 2)
    #expect(try scratch.names.isEmpty)
  }
}
