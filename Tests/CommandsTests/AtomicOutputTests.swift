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
    let outcome = try Program.run("cluster", "Fixtures/batch.jsonl", "--roles", "none", "-o", scratch.path("out.jsonl"))
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(try scratch.text("out.jsonl").split(separator: "\n").count == 76)
    #expect(try scratch.names == ["out.jsonl"])
  }

  @Test(arguments: ["plain", "spelling", "link", "hard link", "folder", "standard input"])
  func `an output that is an input is refused before anything is written`(how: String) throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(at: scratch.url("in"), withIntermediateDirectories: true)
    let article = #"{"id": 1, "text": "an article"}"# + "\n"
    try scratch.write("in/a.jsonl", article)
    let input = scratch.path("in/a.jsonl")
    var inputs = [input]
    var output = input
    switch how {
    case "spelling": output = scratch.path("in/../in/./a.jsonl")
    case "link":
      output = scratch.path("link")
      try FileManager.default.createSymbolicLink(atPath: output, withDestinationPath: input)
    case "hard link":
      output = scratch.path("hard")
      try FileManager.default.linkItem(atPath: input, toPath: output)
    case "folder": inputs = [scratch.path("in")]
    default: break
    }
    for command in ["dedupe", "cluster", "flag", "fingerprint"] {
      let outcome =
        how == "standard input"
        ? try Program.run([command, "-", "-o", output], inputFile: input) : try Program.run([command] + inputs + ["-o", output])
      #expect(outcome.status == 64, "\(outcome.errors)")
      #expect(outcome.errors.contains("would be lost"))
      #expect(try scratch.text("in/a.jsonl") == article)
    }
    let dropped = try Program.run(["dedupe"] + inputs + ["--duplicates", output])
    #expect(dropped.status == 64)
    #expect(try scratch.text("in/a.jsonl") == article)
  }

  @Test func `a report or summary that would take the place of an input is refused`() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(at: scratch.url("in"), withIntermediateDirectories: true)
    let article = #"{"id": 1, "text": "an article"}"# + "\n"
    try scratch.write("in/a.jsonl", article)
    try scratch.write("in/.newsprint-report", "")
    let input = scratch.path("in/a.jsonl")
    for arguments in [
      ["cluster", "--summary", input, "-o", input], ["report", input, "--format", "csv", "-o", input],
      ["report", input, "-o", scratch.path("in")], ["report", scratch.path("in"), "-o", scratch.path("in/../in")],
    ] {
      let outcome = try Program.run(arguments)
      #expect(outcome.status == 64, "\(outcome.errors)")
      #expect(outcome.errors.contains("would be lost"))
      #expect(try scratch.text("in/a.jsonl") == article)
    }
  }

  @Test func `a report or summary of nothing is not written`() throws {
    let scratch = try Scratch()
    try scratch.write("bad.jsonl", "no json\n")
    for arguments in [["cluster", "--summary"], ["report"], ["report", "--format", "json"]] {
      let outcome = try Program.run(arguments + [scratch.path("bad.jsonl"), "-o", scratch.path("out.html")])
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("no article could be read, so \(scratch.path("out.html")) was not written"))
      #expect(try scratch.names == ["bad.jsonl"])
    }
  }

  @Test func `two outputs in one place are refused`() throws {
    let scratch = try Scratch()
    for (first, second) in [("new.jsonl", "./new.jsonl"), ("old.jsonl", "link")] {
      try scratch.write("old.jsonl", "old\n")
      try? FileManager.default.createSymbolicLink(atPath: scratch.path("link"), withDestinationPath: scratch.path("old.jsonl"))
      let outcome = try Program.run(
        "dedupe", "Fixtures/batch.jsonl", "-o", scratch.path(first), "--duplicates", scratch.path("") + "/" + second)
      #expect(outcome.status == 64)
      #expect(try scratch.text("old.jsonl") == "old\n")
    }
  }

  @Test(arguments: ["dedupe", "cluster", "flag", "fingerprint"])
  func `when nothing can be read there is no output file`(command: String) throws {
    let scratch = try Scratch()
    try scratch.write("page.html", "<!DOCTYPE html>\n<p>x</p>\n")
    let outcome = try Program.run(command, scratch.path("page.html"), "-o", scratch.path("out.jsonl"))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("no article could be read, so \(scratch.path("out.jsonl")) was not written"))
    #expect(try scratch.names == ["page.html"])
  }

  @Test func `when the second output cannot be written the first is not`() throws {
    let scratch = try Scratch()
    let outcome = try Program.run(
      "dedupe", "Fixtures/batch.jsonl", "-o", scratch.path("kept.jsonl"), "--duplicates", "/no/folder/dropped.jsonl")
    #expect(outcome.status == 2)
    #expect(try scratch.names.isEmpty)
  }

  @Test func `the dropped can be listed without what they changed`() throws {
    let scratch = try Scratch()
    func listed(_ flags: [String]) throws -> [[String: String]] {
      let output = scratch.path("dropped.jsonl")
      let arguments = ["dedupe", "Fixtures/batch.jsonl", "-q", "-o", scratch.path("kept.jsonl"), "--duplicates", output]
      #expect(try Program.run(arguments + flags).status == 0)
      return try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").map { line in
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        return object.mapValues { "\($0)" }
      }
    }
    let (full, bare) = (try listed([]), try listed(["--no-changes"]))
    #expect(full.contains { $0["changed"] != nil })
    #expect(bare == full.map { $0.filter { $0.key != "changed" } })
  }
}
