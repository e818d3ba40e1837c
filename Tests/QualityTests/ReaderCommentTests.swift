import Drift
import Quality
import Testing

private let harbour = """
  The harbour board said on Monday that the north quay would stay shut until inspectors had seen every pile of it. Ferries will leave \
  from the south quay, where the queues were long and the tempers of the passengers were short. Governor Anna Marenholt came on \
  Tuesday and spoke to the crews for an hour. She said that the town would pay for the piles, and that Marenholt had never missed a \
  meeting of the board in all her years.
  """

private let voices = [
  "Anna Marenhold has been asleep for ten years and will sleep on. Nobody in this town is surprised by a rotten pile.",
  "Nobody in this town is surprised by a rotten pile. speak for yourself, please, I was surprised by it when it fell.",
  "Anna Marenhold has been asleep for ten years and will sleep on. That is no way to speak of the governor of a town.",
  "Close the south quay too and let us all take the road round the bay, as our fathers and mothers did before us.",
]

/// Comments of readers are not the article.
@Suite struct `Readers' comments` {
  private static let stamps: [@Sendable (Int, String) -> String] = [
    { "Posted by: reader\($0) | March \($0 + 3), 2024 9:1\($0) PM | Report abuse \($1)" },
    { "March \($0 + 3), 2024 at 6:4\($0) pm | Reply \($1)" },
    { "At 1\($0):42 am on \($0 + 3) Mar 2024, reader\($0) wrote: \($1)" },
    { "reader\($0) escreveu em 0\($0 + 3)/03/2024 às 1\($0):42 \($1)" },
    { "Posted by reader\($0) on 4 May 2024 1\($0):05. \($1)" },
  ]

  @Test(arguments: stamps.indices) func `what readers repeat and misspell is minor`(style: Int) {
    let comments = voices.enumerated().map { Self.stamps[style]($0.offset, $0.element) }
    for joint in ["\n", " "] {
      let flags = report(([harbour] + comments).joined(separator: joint)).flags
      #expect(flags.contains { $0.flag == .scraperResidue && $0.message.contains("Comments") })
      #expect(flags.allSatisfy { $0.severity == .minor })
    }
  }

  @Test(arguments: [
    "Views expressed in comments are not endorsed by the paper.",
    "Die Meinungen in den Kommentaren geben nicht die Ansicht der Zeitung wieder.",
    "Las opiniones de los comentarios son responsabilidad de quien los firma.",
  ])
  func `a notice tells them without their dates`(notice: String) {
    let flags = report(([harbour, notice] + voices).joined(separator: "\n")).flags
    #expect(flags.contains { $0.flag == .repeatedParagraph })
    #expect(flags.allSatisfy { $0.severity == .minor })
  }

  @Test func `the same words in an article are flagged`() {
    let flags = report(([harbour] + voices).joined(separator: "\n")).flags
    #expect(flags.contains { $0.flag == .repeatedParagraph && $0.severity == .major })
    #expect(flags.contains { $0.flag == .inconsistentName && $0.severity == .major })
  }

  @Test func `a live page's times and one page clock make no comments`() {
    let live =
      "Posted by the desk, March 3, 2024 9:10 PM. "
      + voices.enumerated().map { "At 1\($0.offset):42 the board wrote to us again. \($0.element)" }.joined(separator: " ")
    #expect(report("\(harbour)\n\(live)").flags.contains { $0.flag == .repeatedParagraph && $0.severity == .major })
  }
}
