import Foundation
import TestSupport
import Testing

/// What must not change the result does not.
@Suite struct MetamorphicTests {
  private var records: [String] {
    get throws {
      try String(contentsOf: Project.fixtures.appending(path: "batch.jsonl"), encoding: .utf8).split(separator: "\n").map(
        String.init)
    }
  }

  private func cluster(_ arguments: [String]) throws -> [String] {
    let outcome = try Program.run(["cluster"] + arguments + ["--quiet"])
    #expect(outcome.status == 0)
    return outcome.lines
  }

  /// The lines for fixtures, which several tests hold theirs against.
  private func clusterFixtures(_ file: String) throws -> [String] {
    let outcome = try Program.remembered("cluster", file, "--quiet")
    #expect(outcome.status == 0)
    return outcome.lines
  }

  @Test(arguments: [1, 5]) func `the number of threads`(threads: Int) throws {
    #expect(
      try cluster(["Fixtures/batch.jsonl", "--threads", "\(threads)"]) == clusterFixtures("Fixtures/batch.jsonl"))
  }

  @Test func `the order of the input`() throws {
    let scratch = try Scratch()
    // A stride that shares no factor with the number of records visits each once.
    let records = try records
    let stride = 23
    #expect(records.count % stride != 0)
    let shuffled = records.indices.map { records[$0 * stride % records.count] }
    try scratch.write("in.jsonl", shuffled.joined(separator: "\n") + "\n")
    #expect(try cluster([scratch.path("in.jsonl")]).sorted() == clusterFixtures("Fixtures/batch.jsonl").sorted())
  }

  @Test func `the cut into files`() throws {
    let scratch = try Scratch()
    let records = try records
    for part in 0..<7 {
      let range = part * records.count / 7..<(part + 1) * records.count / 7
      try scratch.write("part\(part).jsonl", records[range].joined(separator: "\n") + "\n")
    }
    #expect(try cluster([scratch.folder.path()]) == clusterFixtures("Fixtures/batch.jsonl"))
  }

  @Test func `standard input`() throws {
    let data = try Data(contentsOf: Project.fixtures.appending(path: "batch.jsonl"))
    let outcome = try Program.run("cluster", "-", "--quiet", input: data)
    #expect(try outcome.lines == clusterFixtures("Fixtures/batch.jsonl"))
  }

  @Test(arguments: [["articles.csv"], ["articles.tsv"], ["articles.jsonl.gz"], ["articles.jsonl.zst"]])
  func `the format`(files: [String]) throws {
    let expected = try clusterFixtures("Fixtures/formats/articles.json")
    #expect(expected.count == 12)
    #expect(try cluster(files.map { "Fixtures/formats/\($0)" }) == expected)
  }

  @Test func `the names of the fields`() throws {
    let renamed = try cluster([
      "Fixtures/formats/renamed-fields.jsonl", "--text-field", "body", "--title-field", "headline", "--url-field", "link",
      "--source-field", "outlet", "--published-field", "date",
    ])
    #expect(try renamed == clusterFixtures("Fixtures/formats/articles.json"))
  }

  @Test(arguments: ["copy", "story"]) func `threads and order for dedupe`(level: String) throws {
    let scratch = try Scratch()
    try scratch.write("in.jsonl", records.reversed().joined(separator: "\n") + "\n")
    func kept(_ input: String, _ threads: String) throws -> [String] {
      let outcome = try Program.run("dedupe", input, "--level", level, "--threads", threads, "--quiet")
      #expect(outcome.status == 0)
      return outcome.lines.sorted()
    }
    #expect(try kept("Fixtures/batch.jsonl", "1") == kept(scratch.path("in.jsonl"), "4"))
  }

  @Test func `deduplicating what was deduplicated changes nothing`() throws {
    let scratch = try Scratch()
    _ = try Program.run("dedupe", "Fixtures/batch.jsonl", "-o", scratch.path("once.jsonl"), "--quiet")
    let again = try Program.run("dedupe", scratch.path("once.jsonl"), "--quiet")
    #expect(try again.output == scratch.text("once.jsonl"))
  }
}
