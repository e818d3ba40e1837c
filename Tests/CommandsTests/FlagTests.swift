import Foundation
import TestSupport
import Testing

/// `flag` on the fixtures: what every line must keep to, and what the cluster adds.
@Suite struct FlagTests {
  private struct Line: Decodable {
    struct Flag: Decodable {
      var flag: String
      var severity: String
      var start: Int
      var end: Int
      var text: String
    }
    var id: RoleTests.Line.ID
    var score: Double
    var flags: [Flag]
  }

  private struct Article: Decodable {
    var id: RoleTests.Line.ID
    var text: String
  }

  private func flag(_ arguments: String...) throws -> [Line] {
    let outcome = try Program.remembered(["flag", "Fixtures/batch.jsonl", "--quiet"] + arguments)
    #expect(outcome.status == 0)
    return try outcome.lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
  }

  @Test func `cluster tells the same flags on demand and nothing else changes`() throws {
    func objects(_ command: String, _ options: String...) throws -> [[String: Any]] {
      let outcome = try Program.remembered([command, "Fixtures/batch.jsonl", "--quiet"] + options)
      #expect(outcome.status == 0)
      return try outcome.lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    }
    func text(_ object: [String: Any]) throws -> String {
      try String(decoding: JSONSerialization.data(withJSONObject: object, options: .sortedKeys), as: UTF8.self)
    }
    let both = try objects("cluster", "--flags")
    let flags = try objects("flag")
    let clusters = try objects("cluster")
    #expect(both.count == clusters.count)
    for (index, line) in both.enumerated() {
      let isFlag = { (key: String) in key == "flags" || key == "score" }
      #expect(try text(line.filter { !isFlag($0.key) }) == text(clusters[index]))
      #expect(try text(line.filter { isFlag($0.key) || $0.key == "id" }) == text(flags[index]))
    }
  }

  private func articles() throws -> [Article] {
    try String(contentsOf: Project.fixtures.appending(path: "batch.jsonl"), encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(Article.self, from: Data($0.utf8)) }
  }

  @Test(arguments: [[], ["--alone"]]) func `offsets cut exactly the text and lines keep the input's order`(extra: [String]) throws
  {
    let outcome = try Program.remembered(["flag", "Fixtures/batch.jsonl", "--quiet"] + extra)
    let lines = try outcome.lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    let articles = try articles()
    #expect(lines.map(\.id) == articles.map(\.id))
    for (line, article) in zip(lines, articles) {
      #expect((0...1).contains(line.score))
      #expect((line.score == 0) == line.flags.isEmpty)
      let bytes = Array(article.text.utf8)
      for flag in line.flags {
        try #require(flag.start <= flag.end && flag.end <= bytes.count)
        #expect(String(decoding: bytes[flag.start..<flag.end], as: UTF8.self) == flag.text)
      }
    }
  }

  @Test func `the cluster tells of machines, dropped credits and altered quotations`() throws {
    let lines = Dictionary(uniqueKeysWithValues: try flag().map { ($0.id.name, $0) })
    func has(_ id: String, _ flag: String) -> Bool { lines[id]?.flags.contains { $0.flag == flag } ?? false }
    for id in ["np-050", "np-062", "np-072"] { #expect(has(id, "machine-rewrite"), "\(id)") }
    #expect(has("np-062", "altered-quotation") && has("np-062", "serious-drift"))
    #expect(has("np-069", "credit-dropped") && !has("np-002", "credit-dropped"))
    #expect((lines["np-062"]?.score ?? 0) > (lines["np-001"]?.score ?? 1))
  }

  @Test func `alone there is nothing to compare with`() throws {
    let compared: Set = ["credit-dropped", "altered-quotation", "serious-drift"]
    #expect(try flag("--alone").allSatisfy { !$0.flags.contains { compared.contains($0.flag) } })
  }

  @Test func `threads do not matter`() throws {
    let all = try Program.remembered("flag", "Fixtures/batch.jsonl", "--quiet").output
    #expect(try Program.run("flag", "Fixtures/batch.jsonl", "--quiet", "--threads", "1").output == all)
  }

  @Test func `limits`() throws {
    let failing = try Program.run("flag", "Fixtures/batch.jsonl", "--alone", "--fail-on", "0.3", "--min-score", "0.3", "--quiet")
    #expect(failing.status == 1)
    #expect(!failing.lines.isEmpty && failing.lines.count < 76)
    #expect(try Program.run("flag", "Fixtures/batch.jsonl", "--alone", "--fail-on", "1", "--quiet").status == 0)
    #expect(try Program.run("flag", "Fixtures/batch.jsonl", "--fail-on", "2", "--quiet").status == 64)
  }

  @Test func `explain knows flags and refuses other names`() throws {
    let one = try Program.run("explain", "stump-heading")
    #expect(one.status == 0 && one.output.contains("Limits"))
    #expect(try Program.run("explain").output.contains("credit-dropped"))
    #expect(try Program.run("explain", "no-such-flag").status == 64)
  }
}
