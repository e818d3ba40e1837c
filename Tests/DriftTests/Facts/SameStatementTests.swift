import Drift
import Lexicon
import TestSupport
import Testing

/// One statement in other words: nothing serious.
@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct `The same statement otherwise` {
  private let frame = "The harbour board of Velmora met on Friday and spoke of the north quay for an hour. "

  private func serious(_ a: String, _ b: String) -> [DriftFinding] {
    Analyzers.compare(frame + a, frame + b).findings.filter { $0.severity > .minor }
  }

  @Test(arguments: [
    ("The fire broke out shortly after dawn in the old cannery.", "The fire started shortly after dawn in the old cannery."),
    ("Wage growth slowed further in the valley, the bank said.", "Wage growth cooled further in the valley, the bank said."),
    ("The road was shut at 21.30 on that day.", "The road was shut at 21:30 on that day."),
  ])
  func `raises no alarm`(a: String, b: String) {
    #expect(serious(a, b).isEmpty)
    #expect(serious(b, a).isEmpty)
  }

  @Test(arguments: [
    ("The road was shut at 21.30 on that day.", "The road was shut at 22:30 on that day."),
    ("Wage growth slowed further in the valley, the bank said.", "Wage growth quickened further in the valley, the bank said."),
  ])
  func `another statement still does`(a: String, b: String) { #expect(!serious(a, b).isEmpty) }
}
