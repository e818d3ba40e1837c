import Input
import TestSupport
import Testing

@testable import Pipeline

/// Digests and newsletters among the stories that they contain.
@Suite struct RoundUpTests {
  private static let ferry = [
    "The night ferry between Anvey and Dorn will stop running in March because its engines fail the new exhaust rules.",
    "Repairs would cost more than the boat is worth, the line's owner Petra Holm told passengers in a letter.",
    "Commuters who work the early shift at the cannery said they had no other way across the sound before seven.",
    "A smaller vessel from the mainland may be chartered for the summer if the two councils share the bill.",
  ]
  private static let orchard = [
    "Growers in the Lommel valley picked the first pears under nets that keep out a moth from the south.",
    "Agronomist Jan Bekker counted four larvae in a hundred trees, against two thousand a year ago.",
    "The nets let rain through and shade the fruit, which ripened nine days later than in open rows.",
    "A cooperative of forty farms wants to cover every orchard by the autumn after next.",
  ]
  private static let archive = [
    "Letters of the composer Ida Quist that were thought burned turned up in a piano stool at an auction.",
    "The buyer had come for the instrument and noticed that the seat would not close, the auction house said.",
    "In thirty pages Quist quarrels with her publisher over the ending of a string quartet.",
    "Scholars at the conservatory hope to print them before the anniversary of her death.",
  ]

  private func lines(_ extra: [String]) -> [String] {
    let parts = [("ferry", Self.ferry), ("orchard", Self.orchard), ("archive", Self.archive)]
    return parts.map { record($0.0, $0.1.joined(separator: " ")) } + extra
  }

  private static var full: String { (ferry + orchard + archive).joined(separator: " ") }
  private static var leads: String {
    "Here is what happened today. "
      + [ferry, orchard, archive].map { $0.prefix(2).joined(separator: " ") }.joined(separator: " ")
      + " More tomorrow at the same hour."
  }

  @Test(arguments: [full, leads]) func `a round-up joins none of its stories, which stay three`(text: String) throws {
    let folder = try Folder()
    let clustering = try Clustering([folder.file("in.jsonl", lines([record("round", text)]))])
    #expect(clustering.stories.count == 4)
    #expect(Set(clustering.places.values.map(\.event)).count == 4)
    #expect(clustering.places["round"]?.role == .composite)
  }

  @Test(arguments: [full, leads]) func `no story is dropped as an excerpt of a round-up, and a copy of the round-up is`(
    text: String
  ) throws {
    let folder = try Folder()
    let copy = text + " All times are local."
    let file = try folder.file("in.jsonl", lines([record("round", text), record("again", copy)]))
    for level in [DedupeLevel.copy, .story] {
      let result = try Deduplication([file], level: level)
      #expect(Set(result.kept).isSuperset(of: ["ferry", "orchard", "archive"]))
      #expect(result.kept.count == 4, "one of the two round-ups stays")
    }
  }

  @Test func `excerpts of one article make it no round-up`() throws {
    let folder = try Folder()
    let whole =
      Self.ferry + [
        "Petra Holm's line has sailed the sound between Anvey and Dorn since the war and carried the mail until 1988.",
        "Both councils bought ferry shares then, and the letter asks whether Anvey would sell its part to Dorn.",
        "On the early boat passengers from the cannery signed a petition to the ferry line and to the councils.",
        "The exhaust rules for engines on the sound were announced six years ago, Holm wrote.",
      ]
    let file = try folder.file(
      "in.jsonl",
      [
        record("whole", whole.joined(separator: " ")), record("first", whole.prefix(4).joined(separator: " ")),
        record("second", whole.suffix(4).joined(separator: " ")),
      ])
    #expect(try Deduplication([file]).kept == ["whole"])
  }
}
