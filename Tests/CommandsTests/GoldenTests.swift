import Foundation
import TestSupport
import Testing

@Suite struct GoldenTests {
  @Test func `cluster`() throws {
    let outcome = try Program.remembered("cluster", "Fixtures/batch.jsonl", "--quiet")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    try Golden.expect(outcome.output, equals: "clusters.jsonl")
  }

  @Test func `flag`() throws {
    let outcome = try Program.remembered("flag", "Fixtures/batch.jsonl", "--quiet")
    #expect(outcome.status == 0)
    try Golden.expect(outcome.output, equals: "flags.jsonl")
  }

  @Test(arguments: ["identical", "copy", "story"]) func `dedupe`(level: String) throws {
    let scratch = try Scratch()
    let outcome = try Program.run(
      "dedupe", "Fixtures/batch.jsonl", "--level", level, "-o", scratch.path("kept"), "--duplicates", scratch.path("dropped"),
      "--quiet")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
    try Golden.expect(scratch.text("dropped"), equals: "dropped-\(level).jsonl")
    try expectPartition(kept: scratch.text("kept"), dropped: scratch.text("dropped"))
  }

  /// Every record is kept byte for byte, in input order, or dropped.
  private func expectPartition(kept: String, dropped: String) throws {
    let all = try String(contentsOf: Project.fixtures.appending(path: "batch.jsonl"), encoding: .utf8).split(separator: "\n")
    let kept = kept.split(separator: "\n")
    let lines = Set(all)
    #expect(kept.allSatisfy { lines.contains($0) })
    #expect(all.filter(Set(kept).contains) == kept)
    #expect(kept.count + dropped.split(separator: "\n").count == all.count)
  }

  @Test func `fingerprint`() throws {
    let scratch = try Scratch()
    try scratch.write(
      "in.jsonl",
      """
      {"id": "a", "text": "The harbour of the old town was closed on Monday, the harbour office said."}
      {"id": 7, "text": "Le port de la vieille ville était fermé lundi."}
      {"id": "empty", "text": "***"}

      """)
    let outcome = try Program.run(
      "fingerprint", scratch.path("in.jsonl"), "--permutations", "16", "--bands", "4", "--rows", "4", "--sampling", "2", "--quiet"
    )
    #expect(outcome.status == 0)
    try Golden.expect(outcome.output, equals: "fingerprints.jsonl")
  }

  @Test(arguments: ["text", "json"]) func `evaluate`(format: String) throws {
    let scratch = try Scratch()
    try scratch.write(
      "truth.jsonl",
      """
      {"id": "a", "cluster": "x"}
      {"id": "b", "cluster": "x", "nested": {"cluster": ["no", {"id": "no"}]}}
      {"id": 3, "cluster": 9}
      {"id": "d\\u00e9", "cluster": 9}
      {"id": "gone", "cluster": "z"}
      {"id": "background"}

      """)
    try scratch.write(
      "predicted.jsonl",
      """
      {"cluster": "1", "event": "1", "id": "a"}
      {"cluster": "1", "event": "1", "id": "b"}
      {"cluster": "2", "event": "1", "id": 3}
      {"cluster": "1", "event": "1", "id": "dé"}
      {"cluster": "2", "event": "2", "id": "background"}

      """)
    let outcome = try Program.run(
      "evaluate", scratch.path("truth.jsonl"), "--predicted", scratch.path("predicted.jsonl"), "--format", format)
    #expect(outcome.status == 0)
    try Golden.expect(outcome.output, equals: "scores.\(format)")
  }
}
