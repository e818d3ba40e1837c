import Drift
import Lexicon
import TestSupport
import Testing

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct CorrectionMarkerRuleTests {
  private static let story =
    "The ferry Solveig sank off Bergen on Monday. Divers will search the wreck next week. The owner has two more ships."

  private func markers(_ a: String, _ b: String) -> [DriftFinding] {
    Analyzers.compare(a, b).findings.filter { [.additionCorrection, .omissionCorrection].contains($0.rule) }
  }

  @Test(arguments: [
    "CORRECTED-Ferry sinks off Bergen\n\n", "CORRECTS date of sinking\n\n", "Kill: ", "(Corrects day in first paragraph)\n\n",
    "Ferry sinks\n\n(Refiles to fix headline)\n\nBERGEN - ", "Clarification\n\n",
    "An earlier version of this story gave another day. ",
    "Editor's note: ", "Editor’s note: ", "KORREKTUR: ", "Berichtigung\n\n", "(Corrige la fecha)\n\n", "RECTIFICATIF - ",
  ])
  func `a marker in one version is told on its side`(marker: String) {
    let added = markers(Self.story, marker + Self.story)
    #expect(added.map(\.rule) == [.additionCorrection] && added.first?.category == .addition && added.first?.severity == .major)
    #expect(added.first?.message.contains("correct") == true)
    let lost = markers(marker + Self.story, Self.story)
    #expect(lost.map(\.rule) == [.omissionCorrection] && lost.first?.category == .omission)
    #expect(markers(marker + Self.story, marker + Self.story).isEmpty)
  }

  @Test(arguments: [
    "The owner corrected the captain at dinner. ", "Withdrawal of the wreck is planned. ",
    "The report clarifies the date of the storm. ",
    "The yard repeats its advisory: kill the engine. ", "He spoke of the correction (a small one). ", "KILL BILL RETURNS\n\n",
  ])
  func `everyday words are no marker`(sentence: String) {
    #expect(markers(Self.story, sentence + Self.story).isEmpty)
    #expect(markers(Self.story, Self.story + " " + sentence).isEmpty)
  }

  @Test func `a marker at the end of a text counts as a line or a long phrase only`() {
    #expect(markers(Self.story, Self.story + "\n\nCORRECTION\n\nThe ferry had two masts.").count == 1)
    #expect(markers(Self.story, Self.story + "\n\nCorrects the number of masts.").count == 1)
    #expect(markers(Self.story, Self.story + " (corrects number of masts)").count == 1)
    #expect(markers(Self.story, Self.story + " A teacher corrects papers in the evening.").isEmpty)
    let long = Self.story + String(repeating: " The search goes on with two boats.", count: 8)
    #expect(markers(long, long + " The agency corrects its error on the day.").count == 1)
    #expect(markers(Self.story, Self.story + " The yard corrects its forecast.").isEmpty)
    #expect(markers(Self.story, Self.story + " This story has been corrected to say so.").count == 1)
  }
}
