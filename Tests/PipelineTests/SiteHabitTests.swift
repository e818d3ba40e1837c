import Articles
import Drift
import Quality
import Testing

@testable import Pipeline

/// A defect that a site prints by the hundred is told once.
@Suite struct SiteHabitTests {
  private func report(_ flagged: Bool) -> QualityReport {
    guard flagged else { return QualityReport(score: 0, flags: [], words: 200) }
    let flag = QualityFlag(
      flag: .repeatedParagraph, severity: .major, message: "Twice.", range: ByteRange(0, 4), text: "Boat")
    return QualityReport(score: 0.18, flags: [flag], words: 200)
  }

  private func settled(with: Int, of all: Int, site: UInt64 = 7) -> (reports: [QualityReport], habits: [SiteHabit]) {
    // Another site that has it now and then.
    var reports = (0..<all).map { report($0 < with) } + (0..<60).map { report($0 < 5) }
    let sites = [UInt64](repeating: site, count: all) + [UInt64](repeating: 9, count: 60)
    let habits = SiteHabits.settle(&reports, sites: sites, credits: reports.map { _ in ArticleCredits() })
    return (reports, habits)
  }

  @Test func `a habit stays a flag and ranks nothing`() {
    let (reports, habits) = settled(with: 30, of: 100)
    #expect(habits.map(\.articles) == [30] && habits.map(\.of) == [100])
    #expect(reports[0].flags.map(\.severity) == [.minor])
    #expect(reports[0].score < 0.1 && reports[0].score > 0)
    #expect(reports[100].flags.map(\.severity) == [.major] && reports[100].score == 0.18, "the other site")
  }

  @Test(arguments: [(19, 30), (30, 200)]) func `few of them, or a small share, are defects`(with: Int, of: Int) {
    let (reports, habits) = settled(with: with, of: of)
    #expect(habits.isEmpty)
    #expect(reports[0].flags.map(\.severity) == [.major])
  }

  @Test func `nothing is told of articles whose site is unknown`() {
    #expect(settled(with: 50, of: 100, site: 0).habits.isEmpty)
  }
}
