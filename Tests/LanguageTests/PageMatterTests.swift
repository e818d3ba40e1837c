import TestSupport
import Testing
import Text

/// Page clocks, datelines and credits are no words of the story.
@Suite struct PageMatterTests {
  private func words(_ text: String) -> String {
    let read = Analyzers.read { $0.read(Array(text.utf8)) { _ in true } }
    return read.sentences.map(read.string).joined(separator: " | ")
  }

  @Test(arguments: [
    ("HARLOW | Mon Feb 21, 2011 6:51 pm EST HARLOW (Reuters) - The ferry sank.", "The ferry sank."),
    ("4 May 2019 Last updated at 14:59 GMT The ferry sank.", "The ferry sank."),
    ("Published: 4 May 2019 The ferry sank.", "The ferry sank."),
    ("Oslo (NTB) - The ferry sank.", "The ferry sank."),
    ("The ferry sank. (Reporting by Ana Lind; editing by Bo Moe)", "The ferry sank."),
    ("The ferry sank. Ana Lind and Bo Moe contributed to this report.", "The ferry sank."),
    ("Photograph: Ana Lind/AP The ferry sank.", "The ferry sank."),
    ("The ferry sank. REUTERS/Ana Lind", "The ferry sank."),
  ])
  func `what the page prints round a story is left out`(text: String, rest: String) { #expect(words(text) == rest) }

  @Test(arguments: [
    "The ferry sank on 4 May 2019 at 14:59.", "The vote was held on Monday, May 4, 2020, and ended at 6 pm.",
    "Reporting from the harbour was hard.", "The agency (NTB) said so on Monday.", "A photo by the pier shows the wreck.",
    "They contributed to the fund.", "The museum shows photographs: some are old.",
  ])
  func `what resembles it stays`(text: String) { #expect(words(text) == text) }

  @Test(arguments: [
    ("He didn\u{FFFD}t go.", "He didn't go."), ("He didn?t go.", "He didn't go."), ("He didn t go.", "He didn't go."),
    ("They\u{FFFD}re late.", "They're late."), ("The \u{FB01}rst of\u{FB01}cer.", "The first officer."),
  ])
  func `broken apostrophes and ligatures make the same words`(broken: String, whole: String) {
    let table = WordTable()
    func numbers(_ text: String) -> [WordNumber] { LinguisticAnalysis.tokens(of: text, words: table).map(\.word) }
    #expect(numbers(broken) == numbers(whole))
  }

  @Test(arguments: [
    ("He left \"home.\" She said \"no.\"", ["home.", "no."]),
    ("\"It is viable, \"he said. \"We go.\"", ["It is viable,", "We go."]),
    ("She said \"never closed. He said \"closed.\"", ["closed."]),
  ])
  func `straight marks pair by what they touch`(text: String, quotations: [String]) {
    let read = Analyzers.read { $0.read(Array(text.utf8)) { _ in true } }
    #expect(read.quotations.map { read.string($0.tokens) } == quotations)
  }
}
