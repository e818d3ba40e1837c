import Drift
import Lexicon
import TestSupport
import Testing

/// A copy that turns statements round: what else was replaced in it counts.
@Suite struct FalsifiedCopyTests {
  private let original = """
    The harbour board approved the new crane on Monday. The board said that it would not close the north quay. Solveig Lines launched the ferry in 2005 and it carries 900 passengers a day.
    """

  private func serious(_ copy: String) -> [DriftFinding] {
    Analyzers.compare(original, copy).findings.filter { $0.severity > .minor }
  }

  @Test func `a word that no lexicon links counts beside two reversals`() {
    let falsified = original.replacing("approved", with: "rejected").replacing("would not close", with: "would close")
    #expect(serious(falsified).count { [.polarity, .negation].contains($0.category) } == 2)
    #expect(!serious(falsified).contains { $0.category == .term })
    #expect(serious(falsified.replacing("launched", with: "painted")).contains { $0.category == .term })
  }

  @Test func `alone it does not`() {
    #expect(!serious(original.replacing("launched", with: "painted")).contains { $0.category == .term })
    let once = original.replacing("would not close", with: "would close").replacing("launched", with: "painted")
    #expect(!serious(once).contains { $0.category == .term })
  }
}
