import Testing

@testable import Text

@Suite struct IdeographNumberTests {
  @Test(arguments: [
    ("七人", 7), ("十二人", 12), ("三十五", 35), ("二百", 200), ("三万五千", 35_000), ("二〇二六", 2_026), ("一亿二千万", 120_000_000), ("十万", 0),
    ("一些", 0), ("十分", 0), ("千万", 0), ("人", 0),
  ])
  func `a number in ideographs has its value`(text: String, value: Double) {
    let analysis = LinguisticAnalysis(words: WordTable(), language: .chinese)
    let figures = analysis.read(Array(text.utf8)) { _ in true }.figures
    #expect(figures.first?.value ?? 0 == value)
  }

  @Test func `the day of the week is no number`() {
    let analysis = LinguisticAnalysis(words: WordTable(), language: .chinese)
    #expect(analysis.read(Array("会议将于星期二举行".utf8)) { _ in true }.figures.isEmpty)
  }
}
