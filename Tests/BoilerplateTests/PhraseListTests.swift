import Boilerplate
import Resources
import Testing

/// The list taken literally: every phrase that is a whole line of the page is found as one, in any case and behind any full stop.
struct PhraseListTests {
  private static let opening =
    "The harbour board said on Monday that the north quay would stay shut until the inspectors had seen every pile of it."
  private static let closing =
    "Nobody was hurt when the crane gave way, the board said in a statement, but two of its members want to know why it was at work."

  private static let lines = Resource.rows("boilerplate.tsv").filter { $0.count >= 3 && $0[1] == "line" }
    .map { String($0[2]) }.filter { $0.contains(where: \.isLetter) }

  @Test func `every phrase of the list that is a whole line is boilerplate between paragraphs`() {
    #expect(Self.lines.count > 100)
    let missed = Self.lines.filter { phrase in
      boilerplate("\(Self.opening)\n\n\(phrase.prefix(1).uppercased() + phrase.dropFirst())\n\n\(Self.closing)\n\(Self.closing)")
        .isEmpty
    }
    #expect(missed.isEmpty, "\(missed)")
  }

  /// Phrases of one kind of match, made into lines by `line`.
  private static func missed(_ match: String, every step: Int = 1, _ line: (String) -> String) -> [String] {
    Resource.rows("boilerplate.tsv").filter { $0.count >= 3 && $0[1] == match && $0[2].contains(where: \.isLetter) }
      .map { String($0[2]) }.enumerated().filter { $0.offset % step == 0 }.map(\.element).filter { phrase in
        boilerplate("\(opening)\n\n\(line(phrase.prefix(1).uppercased() + phrase.dropFirst()))\n\n\(closing)\n\(closing)").isEmpty
      }
  }

  @Test func `every phrase that begins, ends or fills a line makes it the page's`() {
    #expect(Self.missed("prefix", every: 2) { "\($0) Harbour" } == [])
    #expect(Self.missed("suffix") { "Harbour \($0)" } == [])
    #expect(Self.missed("contains") { "Harbour \($0) now" } == [])
  }

  @Test func `every phrase is found in capitals, in wide gaps and with typographic apostrophes`() {
    #expect(Self.missed("line", every: 12) { $0.uppercased() } == [])
    #expect(Self.missed("line", every: 12) { $0.replacing(" ", with: "\u{A0} ") } == [])
    #expect(Self.missed("line", every: 12) { $0.replacing("'", with: "’") + "…" } == [])
  }

  @Test func `an article without the list's phrases is none`() {
    #expect(boilerplate("\(Self.opening)\n\n\(Self.closing)\n\n\(Self.opening)").isEmpty)
  }
}
