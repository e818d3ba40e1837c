import Articles
import Quality
import TestSupport
import Testing

/// Texts put together of known sentences, some of them twice.
@Suite struct `Repeated paragraphs` {
  private static func sentence(_ number: Int) -> String {
    "Skipper W\(letters(number)) of the barge Z\(letters(number + 40)) tied his boat beside the grey quay before dawn, as crews of "
      + "Q\(letters(number + 80)) had asked him."
  }

  /// The sentences that are flagged as said twice, by their skippers, in order.
  private static func flagged(_ text: String) -> [Substring] {
    report(text).flags.filter { $0.flag == .repeatedParagraph }.flatMap { flag in
      String(decoding: Array(text.utf8)[flag.range.indices], as: UTF8.self)
        .split(separator: "Skipper ").compactMap { $0.split(separator: " ").first }
    }
  }

  @Test(arguments: 0..<30) func `every sentence is flagged where it comes again, and nowhere else`(seed: Int) {
    var random = SeededGenerator(seed)
    var seen: Set<Int> = []
    var again: [Substring] = []
    // Neither the first lines nor the last are said twice.
    let body = (0..<4 + random.below(10)).map { _ in 1 + random.below(12) }
    for number in body where !seen.insert(number).inserted { again.append("W\(letters(number))") }
    let paragraphs = ([0] + body + [20]).map(Self.sentence)
    let text = paragraphs.joined(separator: random.below(2) == 0 ? " " : "\n\n")
    #expect(Self.flagged(text) == again, "\(body)")
  }

  @Test(arguments: 0..<20) func `a word that differs is no repetition`(seed: Int) {
    var random = SeededGenerator(seed)
    var words = Self.sentence(3).split(separator: " ").map(String.init)
    words[2 + random.below(words.count - 4)] = "anchored"
    let text = [0, 3].map(Self.sentence).joined(separator: " ") + " " + words.joined(separator: " ") + " " + Self.sentence(20)
    #expect(Self.flagged(text).isEmpty, "\(text)")
  }
}
