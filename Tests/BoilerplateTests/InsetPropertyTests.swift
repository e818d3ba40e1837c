import Articles
import TestSupport
import Testing

@testable import Boilerplate

/// Long lines put together of known sentences and known pleas come apart into them.
@Suite struct `Pleas between sentences` {
  static let sentences = [
    "The harbour board of Velmora met on Tuesday to speak of the north quay, which was shut in spring after a crane fell on it.",
    "Ferries will leave from the south quay until the piles have been seen by the inspectors, the chairman said after the vote.",
    "Nobody was hurt when the crane gave way, and the old lighthouse was not touched, as far as the clerk of the board knew!",
    "Who will pay for the piles, and for the boats that lay below them on the day of the storm, was a question for June?",
    "A fisher of the village had filmed the fall from his kitchen, and his film was seen by the judge before the end of the week.",
  ]
  static let pleas = [
    "Story Continued Below", "Article continues below advertisement", "Share This Article",
    "Sign up for our harbour newsletter.", "The views expressed in this column are those of the author.",
  ]
  static let stamps = ["Sunday 6 March 2011 01.36 GMT", "Thu Mar 3, 2011 8:55 am EST"]

  private func spans(_ text: String) -> [String] { boilerplate(text).map { String($0.drop { $0 != ":" }.dropFirst(2)) } }

  @Test(arguments: 0..<40) func `a text without a word of the page has nothing of it`(seed: Int) {
    var random = SeededGenerator(seed)
    let lines = (0..<1 + random.below(3)).map { _ in Self.sentences.shuffled(using: &random).prefix(3).joined(separator: " ") }
    #expect(boilerplate(Set(lines).joined(separator: "\n\n")) == [])
  }

  @Test(arguments: 0..<40) func `pleas are marked in their order and nothing of the sentences is`(seed: Int) {
    var random = SeededGenerator(seed)
    var pieces = Self.sentences.shuffled(using: &random)
    var expected: [String] = []
    for place in (1..<pieces.count).reversed() where random.below(2) == 0 {
      let plea = random.pick(Self.pleas)
      pieces.insert(plea, at: place)
      expected.insert(plea, at: 0)
    }
    #expect(spans(pieces.joined(separator: " ")) == expected)
  }

  @Test(arguments: 0..<60) func `whatever stands in a line, its spans ascend and lie apart`(seed: Int) {
    var random = SeededGenerator(seed)
    let others =
      Self.pleas + Self.stamps + [
        "(Reporting by Jane Roe; Editing by Max Poe)", "< >", "READ MORE: Board to meet",
        "Sign up for our newsletter (Editing by Max Poe)",
        "We use cookies", "Email Subscribe", "(opens in new window)", "RELATED: Crane (Writing by Jane Roe)", "VELMORA |", "»",
        "“",
      ]
    for _ in 0..<12 {
      let lines = (0..<1 + random.below(3)).map { _ in
        (0..<2 + random.below(5)).map { _ in random.pick(random.below(3) == 0 ? Self.sentences : others) }.joined(separator: " ")
      }
      let text = lines.joined(separator: "\n")
      let bytes = Array(text.utf8)
      var last = 0
      for span in detector.ranges(in: bytes.span) {
        let range = span.range.indices
        #expect(range.lowerBound >= last && !range.isEmpty && range.upperBound <= bytes.count, "\(text)")
        #expect(Places.isWhole(range, in: bytes), "\(text)")
        last = range.upperBound
      }
    }
  }

  @Test(arguments: stamps, pleas) func `a clock behind a plea leaves both in order`(stamp: String, plea: String) {
    let text = "Crane falls on the north quay. \(plea) \(stamp) \(Self.sentences.joined(separator: " "))"
    let found = spans(text)
    #expect(found.last == stamp && found.count <= 2, "\(found)")
  }

  @Test func `a plea that holds a sign-off is marked once`() {
    let plea = "Sign up for our harbour newsletter (Editing by Max Poe)"
    #expect(spans("\(Self.sentences.joined(separator: " ")) \(plea)") == [plea])
  }
}
