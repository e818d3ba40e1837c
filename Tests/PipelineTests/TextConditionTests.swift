import Copies
import Fingerprints
import TestSupport
import Testing
import Text

@testable import Pipeline

/// What the page says to its readers makes no text better, and which of two texts is sounder is one question.
@Suite struct `Conditions of texts` {
  static let offers = [
    "Follow us on WhatsApp for the news of the harbour.", "Sign up for our newsletter and read us before anybody else",
    "Folgen Sie uns auf WhatsApp, unserem Kanal vom Hafen.", "Listen to our podcast on your phone every morning.",
  ]
  static let sentences =
    InventedSentences.english.sentences + [
      "A barn burnt down at Hollow Farm near Pellham early on Sunday, and forty goats were led out in time.",
      "The girls' choir of Osterby won the spring prize in Corlen with a song that its conductor had found in a drawer.",
      "New strands will be spun by hand for 4,200 crowns, and the bridge may open again when the leaves fall.",
    ]

  /// Paragraphs that are too long for a line of the page.
  static let margins = [
    """
    The harbour board said on Monday that the north quay would stay shut until the inspectors had seen every pile of it, and that \
    ferries would leave from the south quay, where the queues were long and the tempers of the passengers were short.
    """,
    """
    Nobody was hurt when the crane gave way, the board said in a statement, but two of its members want to know why the crane had \
    been at work at all on a day on which the wind was stronger than its papers allow.
    """,
  ]

  private func condition(_ text: String) -> TextCondition {
    let bytes = Array(text.utf8)[...]
    return TextCondition(CopyDigest(text.words, shingler: Shingler(width: 5), text: bytes, reading: bytes, title: "".words), [])
  }

  /// More than eighty words in a few paragraphs, each of several sentences, some of which quote what the page says to its
  /// readers.
  private func article(_ random: inout SeededGenerator) -> String {
    var paragraphs: [String] = []
    var rest = (Self.sentences + Self.offers.map { "\"\($0)\" the sign says at the \($0.utf8.count) gates of the town." })
      .shuffled(using: &random)[...]
    while !rest.isEmpty {
      paragraphs.append(rest.prefix(3 + random.below(3)).joined(separator: " "))
      rest = rest.dropFirst(paragraphs.count == 1 ? 5 : 4)
    }
    return ([Self.margins[0]] + paragraphs + [Self.margins[1]]).joined(separator: "\n\n")
  }

  @Test(arguments: 0..<20, offers) func `a line that offers a channel is none of the article's words`(seed: Int, offer: String) {
    var random = SeededGenerator(seed)
    let text = article(&random)
    let bare = condition(text)
    for page in ["\(offer)\n\n\(text)", "\(text)\n\n\(offer)", "\(text)\n\(offer)", "\(offer)\n\(text)"] {
      let found = condition(page)
      #expect(found.words == bare.words, "\(page)")
      #expect(found.worth < bare.worth && found.residue > bare.residue, "\(found) \(bare) \(page)")
      #expect(bare.isSounder(than: found) == true && found.isSounder(than: bare) == false)
    }
    let both = condition("\(offer)\n\(text)\n\(Self.offers[seed % Self.offers.count])")
    #expect(both.words == bare.words && both.worth < bare.worth)
  }

  @Test(arguments: 0..<20) func `lines of the page anywhere make no text worth more`(seed: Int) {
    var random = SeededGenerator(seed)
    let text = article(&random)
    let bare = condition(text)
    var lines = text.split(separator: "\n\n").map(String.init)
    for _ in 0..<1 + random.below(4) {
      lines.insert(
        random.pick(["Share", "Most read", "Home News Sport", "More", "Velmora Post"]), at: random.below(lines.count + 1))
    }
    let found = condition(lines.joined(separator: "\n\n"))
    #expect(found.words == bare.words && found.worth <= bare.worth, "\(lines)")
  }

  @Test(arguments: 0..<20) func `a paragraph that is printed again is none of the article's words`(seed: Int) {
    var random = SeededGenerator(seed)
    let text = article(&random)
    let again = random.pick(Self.margins)
    let (bare, found) = (condition(text), condition("\(text)\n\n\(again)"))
    #expect(found.words == bare.words && found.repeated > bare.repeated)
    #expect(found.worth <= bare.worth && bare.isSounder(than: found) == true)
  }

  @Test(arguments: 0..<40) func `one of two texts is sounder, or neither`(seed: Int) {
    var random = SeededGenerator(seed)
    func condition() -> TextCondition {
      TextCondition(
        words: random.below(3) * 24, residue: random.below(4), repeated: random.below(2) * 9, damage: random.below(5),
        accents: random.below(3) * 20, isStub: random.below(2) == 0)
    }
    for _ in 0..<60 {
      let (a, b) = (condition(), condition())
      #expect(a.isSounder(than: a) == nil)
      #expect(a.isSounder(than: b) == b.isSounder(than: a).map(!), "\(a) \(b)")
      #expect(!(a.hasLostAccents(beside: b) && b.hasLostAccents(beside: a)))
      #expect(a.worth >= 0 && a.worth <= Float(a.words))
    }
  }
}
