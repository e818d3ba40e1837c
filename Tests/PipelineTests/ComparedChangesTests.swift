import Drift
import Pipeline
import TestSupport
import Testing

/// What an index says of an article beside the nearest one: relation and findings as a comparison has them, without the
/// sentences.
@Suite struct ComparedChangesTests {
  private static let texts = [
    """
    OSTERVIK, March 3 - The ferry Halden ran aground near Ostervik on Tuesday evening, and 41 passengers were taken ashore, the \
    coast guard said.

    "Nobody was hurt," said Lena Brandvold, who led the rescue. The ship's owner, Nordfjord Lines, said that it would look into the \
    accident with the ministry. Two tugs are to pull the ferry free on Thursday.
    """,
    "Der Stadtrat von Kirchhausen hat am Montag 14 Millionen Euro für die neue Brücke bewilligt. Bürgermeisterin Anne Vogt nannte "
      + "das einen guten Tag. Die Arbeiten sollen im Mai beginnen und zwei Jahre dauern.",
    "Short note.", "", " \n ", "123 456",
  ]
  private static let titles = [
    "", "Ferry runs aground", "CORRECTED - Ferry runs aground", "UPDATE 1-Ferry runs aground", "Brücke bewilligt", "Short note.",
    "OSTERVIK, March 3 - The ferry Halden ran aground near Ostervik on Tuesday evening",
  ]

  private let comparer = PairComparer(options: DriftOptions())

  private func isSame(_ a: [UInt8], _ b: [UInt8], _ titles: ArticleTitles) -> Bool {
    let whole = comparer.compare(a, b, titles: titles)
    let changes = comparer.changes(a, b, titles: titles)
    return changes.relation.relation == whole.relation.relation && changes.drift.findings == whole.drift.findings
      && changes.relation.similarity.map(\.value) == whole.relation.similarity.map(\.value)
  }

  @Test(arguments: texts) func `one text under two titles`(text: String) {
    let text = Array(text.utf8)
    for a in Self.titles {
      for b in Self.titles { #expect(isSame(text, text, ArticleTitles(a: Array(a.utf8), b: Array(b.utf8))), "\(a) | \(b)") }
    }
  }

  @Test func `a title that says it corrects is told though the texts are one`() {
    let text = Array(Self.texts[0].utf8)
    let titles = ArticleTitles(a: Array("Ferry runs aground".utf8), b: Array("CORRECTED - Ferry runs aground".utf8))
    #expect(!comparer.changes(text, text, titles: titles).drift.findings.isEmpty)
  }

  @Test(arguments: 0..<20) func `texts with a changed word`(seed: Int) {
    var generator = SeededGenerator(seed)
    let text = Self.texts[generator.below(2)]
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    words[generator.below(words.count)] = ["17", "not", "Bergen", "Friday"][generator.below(4)]
    let (a, b) = (Array(text.utf8), Array(words.joined(separator: " ").utf8))
    #expect(isSame(a, b, ArticleTitles()) && isSame(b, a, ArticleTitles(a: a, b: [])))
  }
}
