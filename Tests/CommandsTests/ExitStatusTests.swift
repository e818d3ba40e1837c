import Foundation
import Newsprint
import Testing

@Suite struct ExitStatusTests {
  static let commands = [
    "dedupe", "cluster", "compare", "flag", "fingerprint", "report", "index", "serve", "mcp", "explain", "evaluate", "stage",
  ]

  @Test(arguments: commands) func `help has an example and goes to standard output`(command: String) throws {
    for arguments in [[command, "--help"], ["help", command]] {
      let outcome = try Program.run(arguments)
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
      #expect(outcome.output.contains("EXAMPLES"))
      #expect(outcome.output.contains("newsprint \(command) "))
    }
  }

  /// A line that the terminal would break could not be pasted.
  @Test(
    arguments: commands.map { [$0] }
      + ["add", "query", "remove", "clusters", "report", "export", "refresh"].map { ["index", $0] })
  func `examples can be pasted as they stand`(command: [String]) throws {
    let help = try Program.run(["help"] + command).output
    let block = try #require(help.components(separatedBy: "EXAMPLES\n").last?.components(separatedBy: "\n\n").first)
    var goesOn = false
    for line in block.split(separator: "\n") {
      #expect(line.count <= 80 && line.hasPrefix(goesOn ? "    " : "  "), "\(line)")
      #expect(goesOn || line.dropFirst(2).first?.isLetter == true, "\(line)")
      goesOn = line.hasSuffix("|") || line.hasSuffix("\\")
    }
    #expect(!goesOn)
  }

  @Test(arguments: [("dedup", "Did you mean dedupe?"), ("clusters", "Did you mean cluster?"), ("zzz", "--help lists them")])
  func `of a command that is none the nearest is offered`(name: String, advice: String) throws {
    let outcome = try Program.run(name, "x.jsonl")
    #expect(outcome.status == 64 && outcome.errors.contains("There is no command \(name).") && outcome.errors.contains(advice))
  }

  @Test func `the root lists every command, and itself when called without one`() throws {
    let help = try Program.run("--help").output
    let listed = help.matches(of: #/\n  ([a-z]+) {3,}/#).map { String($0.1) }
    #expect(listed == Self.commands, "a new command belongs into this list")
    #expect(try Program.run().status == 0)
    #expect(try Program.run("--version").output == Version.current + "\n")
  }

  @Test(arguments: [
    ["nonsense"], ["cluster"], ["cluster", "--threads", "0", "x.jsonl"], ["cluster", "--threads", "many", "x.jsonl"],
    ["cluster", "--quiet", "--verbose", "x.jsonl"], ["dedupe", "x.jsonl", "--level", "some"],
    ["dedupe", "x.jsonl", "-o", "same", "--duplicates", "same"], ["dedupe", "x.jsonl", "-o", ""], ["cluster", "x", "--temp", ""],
    ["fingerprint", "x.jsonl", "--permutations", "7"],
    ["cluster", "x.jsonl", "--max-record", "0"], ["cluster", "x.jsonl", "--text-field", ""], ["evaluate", "truth.jsonl"],
    ["compare", "one.txt"], ["compare", "a", "b", "--pairs", "c"], ["compare", "a", "b", "--drift", "wild"],
    ["explain", "nonsense"], ["cluster", "x.jsonl", "--flags", "--roles", "none"],
    ["cluster", "x.jsonl", "--summary", "--roles", "fast"], ["cluster", "x.jsonl", "--summary", "--flags"],
  ]) func `wrong usage is 64 and says how to call`(arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Error: "))
  }

  @Test(arguments: [
    ["cluster", "no-such-file.jsonl"], ["dedupe", "no-such-file.jsonl"], ["fingerprint", "no-such-file.jsonl"],
    ["compare", "no-such-file.txt", "Fixtures/formats/txt/np-001.txt"], ["compare", "--pairs", "no-such-file.jsonl"],
    ["evaluate", "no-such-file.jsonl", "--predicted", "Fixtures/truth.jsonl"],
    ["cluster", "Fixtures/batch.jsonl", "-o", "/no/folder/out"],
    ["cluster", "-", "-"],
  ]) func `what cannot be done is 2 and names the culprit`(arguments: [String]) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("newsprint: "))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func `scores need every record`() throws {
    let scratch = try Scratch()
    try scratch.write("truth.jsonl", "{\"id\": 1, \"cluster\": 2}\n{\"cluster\": 3}\n")
    let outcome = try Program.run("evaluate", scratch.path("truth.jsonl"), "--predicted", scratch.path("truth.jsonl"))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("truth.jsonl:2: field \"id\" is missing"))
  }

  @Test func `labels may come from standard input, and the last of equal keys counts`() throws {
    let scratch = try Scratch()
    try scratch.write("truth.jsonl", "{\"id\": \"9\", \"id\": 1, \"cluster\": 2}\n{\"id\": 2, \"cluster\": 2}\n")
    let predicted = "{\"id\": 1, \"cluster\": \"c\"}\n{\"cluster\": \"x\", \"id\": 2, \"cluster\": \"c\"}\n"
    let arguments = ["evaluate", scratch.path("truth.jsonl"), "--predicted", "-", "--format", "json"]
    for outcome in [
      try Program.run(arguments, input: Data(predicted.utf8)), try Program.run(arguments, piped: Data(predicted.utf8)),
    ] {
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("\"missing\":0"))
    }
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129), (SIGQUIT, 131)] as [(Int32, Int32)])
  func `a signal ends the run and leaves no file`(signal: Int32, status: Int32) throws {
    let scratch = try Scratch()
    let outcome = try Program.interrupt(["cluster", "-", "-o", scratch.path("out.jsonl")], by: signal, output: scratch)
    #expect(outcome == status)
    #expect(try scratch.names.isEmpty)
  }

  @Test func `results go to standard output and nothing else does`() throws {
    let outcome = try Program.run("cluster", "Fixtures/batch.jsonl", "--roles", "none")
    #expect(outcome.lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
    #expect(outcome.errors.contains("Read 76 articles"))
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test func `an empty input is an empty result`() throws {
    let outcome = try Program.run("cluster", "-", input: Data())
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func `shell completions`(shell: String) throws {
    let outcome = try Program.run("--generate-completion-script", shell)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("--duplicates") || outcome.output.contains("duplicates"))
  }
}
