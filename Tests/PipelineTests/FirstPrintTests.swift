import Input
import TestSupport
import Testing

@testable import Pipeline

/// Who was first, what an outlet repeats of itself, and one text under two headlines.
@Suite struct `First prints, background and headlines` {
  private static func text(_ seed: Int, _ words: Int = 60) -> String { randomText(words: words, vocabulary: 900, seed: seed) }

  @Test func `one date beside none does not make an original`() throws {
    let folder = try Folder()
    let story = (0..<4).map { Self.text($0 + 1, 30) + "." }
    let whole = record("whole", story.joined(separator: " "))
    let dated = record("dated", story.prefix(3).joined(separator: " ") + " Told by us.", published: "2025-02-01T09:00:00Z")
    let places = try Clustering([folder.file("in.jsonl", [dated, whole])], roles: .full).places
    #expect(places["dated"]?.original == "whole")
    let later = record("whole", story.joined(separator: " "), published: "2025-02-02T09:00:00Z")
    let known = try Clustering([folder.file("dates.jsonl", [dated, later])], roles: .full).places
    #expect(known["dated"]?.original == "dated")
  }

  /// A report of passages of two stories of its event is composite, unless all are its own outlet's.
  @Test(arguments: [("Quay Post", false), ("Tide Times", true)]) func `an outlet's own background makes no composite`(
    outlet: String, isComposite: Bool
  ) throws {
    let folder = try Folder()
    let names = "Idris Tavelan of Velmora and Petra Holm of Kelmari met Jan Bekker at the north quay on 4 May 2025. "
    let (first, second) = (Self.text(11, 90), Self.text(12, 90))
    let lines = [
      record("first", names + first, published: "2025-05-04T09:00:00Z", source: "Quay Post"),
      record("second", names + second, published: "2025-05-04T10:00:00Z", source: "Quay Post"),
      record(
        "both",
        "\(first.split(separator: " ").prefix(45).joined(separator: " ")) \(names) "
          + second.split(separator: " ").prefix(45).joined(separator: " "), published: "2025-05-05T10:00:00Z", source: outlet),
    ]
    let places = try Clustering([folder.file("in.jsonl", lines)], roles: .full).places
    #expect((places["both"]?.role == .composite) == isComposite)
  }

  private static func titled(_ id: String, _ title: String, _ text: String) -> String {
    "{\"id\": \"\(id)\", \"title\": \"\(title)\", \"text\": \"\(text)\"}"
  }

  @Test(arguments: [
    ("Chancellor to cut duty on fuel in surprise budget", true), ("Sailors rescued after eleven hours on the water", false),
  ])
  func `a headline of which the text has no word is said`(headline: String, isSaid: Bool) throws {
    let folder = try Folder()
    let text = """
      Two sailors were saved after eleven hours in a raft off Velmora on Friday, the coastguard said. Their boat had sunk in a storm, and \
      a trawler heard the whistle of the younger one at dawn.
      """
    let lines = [Self.titled("a", "Sailors saved after eleven hours in raft", text), Self.titled("b", headline, text)]
    var job = DedupeJob(context: RunContext(threads: 1))
    job.changes = .auto
    let result = try job.run(inputs: .paths([folder.file("in.jsonl", lines)]))
    #expect(result.dropped.count == 1)
    #expect(result.dropped.contains { $0.changes.contains { $0.kind == .headline } } == isSaid)
  }

  @Test func `the mark of a joined file costs no record`() throws {
    let folder = try Folder()
    let file = try folder.file("in.jsonl", [record("a", Self.text(21)), "\u{FEFF}" + record("b", Self.text(22))])
    #expect(try Set(Deduplication([file]).kept) == ["a", "b"])
  }
}
