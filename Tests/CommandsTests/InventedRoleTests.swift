import Foundation
import Testing

/// Roles of invented versions of one story, one situation at a time.
@Suite struct InventedRoleTests {
  private func roles(_ records: [String]) throws -> [String: (role: String, original: String, lost: Bool, confidence: Double)] {
    let scratch = try Scratch()
    try scratch.write("in.jsonl", records.joined(separator: "\n") + "\n")
    let outcome = try Program.run("cluster", scratch.path("in.jsonl"), "--quiet")
    #expect(outcome.status == 0)
    var result: [String: (role: String, original: String, lost: Bool, confidence: Double)] = [:]
    for line in outcome.lines {
      let fields = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let id = try #require(fields["id"] as? String)
      result[id] = (
        try #require(fields["role"] as? String), try #require(fields["original"] as? String),
        try #require(fields["wire_lost"] as? Bool), try #require(fields["original_confidence"] as? Double)
      )
    }
    return result
  }

  @Test func `a machine's rewrite without dates is no original`() throws {
    let found = try roles([
      InventedStory.record("machine", InventedStory.machine, foot: "(Reporting by Jon Aasgaard; Editing by Mia Roe)"),
      InventedStory.record("paper", InventedStory.original),
    ])
    withKnownIssue("Without dates only a version's own faults tell which one is the machine's; a credit outweighs none.") {
      #expect(found["machine"]?.role == "machine-rewrite" && found["paper"]?.role == "original")
      #expect(found["machine"]?.original == "paper")
    }
  }

  @Test func `the earliest is the original and the later copy without credit lost it`() throws {
    let found = try roles([
      InventedStory.record("copy", InventedStory.original, published: "2025-02-02T09:00:00Z", source: "Copycat"),
      InventedStory.record(
        "wire", ["VARNHOLM, Feb 1 (Reuters) - " + InventedStory.original[0]] + InventedStory.original.dropFirst(),
        published: "2025-02-01T09:00:00Z", source: "Agency Page"),
    ])
    #expect(found["wire"]?.role == "original" && found["wire"]?.lost == false)
    #expect(found["copy"]?.original == "wire" && found["copy"]?.lost == true)
    #expect((found["wire"]?.confidence ?? 0) > 0.5)
  }

  @Test func `a revision is an update and never the original`() throws {
    var corrected = InventedStory.original
    corrected[0] = "CORRECTED-" + corrected[0]
    corrected[3] = "The operator, Fjordlinjen, carried 241,000 passengers last year and employs 61 people at the terminal."
    let found = try roles([
      InventedStory.record("corrected", corrected, source: "A"),
      InventedStory.record("first", InventedStory.original, source: "B"),
    ])
    #expect(found["corrected"]?.role == "update" && found["first"]?.role == "original")
  }

  @Test func `the same outlet later with changes is an update`() throws {
    let later =
      Array(InventedStory.original.prefix(6)) + [
        "The regional court said late on Thursday that it would hear the union's complaint within two weeks.",
        "Fjordlinjen announced that it would keep the evening crossing until the judges have ruled on the matter.",
      ]
    let found = try roles([
      InventedStory.record("first", InventedStory.original, published: "2025-02-01T09:00:00Z", source: "Varnholm Post"),
      InventedStory.record("later", later, published: "2025-02-01T18:00:00Z", source: "Varnholm Post"),
    ])
    #expect(found["later"]?.role == "update")
  }

  @Test func `a part is an excerpt, equal texts are reprints, nothing decides between equal texts`() throws {
    let found = try roles([
      InventedStory.record("whole", InventedStory.original, published: "2025-02-01T09:00:00Z"),
      InventedStory.record("part", Array(InventedStory.original.prefix(3)), published: "2025-02-02T09:00:00Z"),
    ])
    #expect(found["part"]?.role == "excerpt" && found["part"]?.original == "whole")
    let twins = try roles([InventedStory.record("b", InventedStory.original), InventedStory.record("a", InventedStory.original)])
    #expect(twins["a"]?.role == "original" && twins["b"]?.role == "reprint")
    #expect(twins["a"]?.confidence == 0)
  }
}
