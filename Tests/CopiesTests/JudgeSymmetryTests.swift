import Fingerprints
import TestSupport
import Testing
import Text

@testable import Copies

/// Which of two articles comes first makes no difference to whether they are copies.
@Suite struct `Verdicts in both directions` {
  static let news = [
    "A barn burnt down at Hollow Farm near Pellham early on Sunday.", "Nobody was hurt, and forty goats were led out in time.",
    "The girls' choir of Osterby won the spring prize in Corlen with a song from a drawer.",
    "The Norland central bank raised its rate by a quarter of a point on Thursday.",
    "Governor Ilse Bram told reporters in Vinterborg that 14 of the 19 members had voted for the step.",
    "Exporters warned that orders from Ostrania had fallen by 8 per cent since March.",
    "\"We have waited for two winters,\" she said.", "The krone rose to its highest since 2019.",
    "Ranger Olwen Prys found that mice had eaten through two strands of the old rope bridge.",
    "New strands will be spun in Osterby by hand for 4,200 crowns, as they were before.",
    "Until then a path leads down to the water and up on the other side.",
    "The mayor of Corlen, Tom Hale, asked for patience and for 300 volunteers.",
  ]
  static let page = [
    "Most read", "Ferry fares go up", "Goats on the line again", "Other news from the coast for you", "Share\n14.20\n+0.31%",
    "Watch WKLD News at 5, 6 and 10 with Tom Hale and Ann Prior.", "Copyright 2031 Merrow Media Inc., Elm Street 14, Dry Fork.",
    "Velmora 14 degrees\nCorlen 11 degrees\nOsterby 9 degrees\nPellham 12 degrees",
  ]

  /// A form that is filled with names and figures, or a piece of the news with a name or a figure exchanged, between page lines.
  private func article(_ random: inout SeededGenerator, _ sentences: [String]) -> String {
    var own = sentences.filter { _ in random.below(5) > 0 }
    for _ in 0..<random.below(3) { own.insert(random.pick(Self.news), at: random.below(own.count + 1)) }
    var text = own.joined(separator: random.pick([" ", "\n\n"]))
    for _ in 0..<random.below(4) {
      text = text.replacing(
        random.pick(["Osterby", "Corlen", "Pellham", "14", "8", "Tom Hale", "Thursday", "Norland"]),
        with: random.pick(["Merrow", "Dry Fork", "17", "Ann Prior", "Monday", "Ostrania"]))
    }
    if random.below(3) == 0 {
      text =
        weatherForm(
          random.pick(["Merrow", "Corlen"]), 10 + random.below(9), random.below(9), "west", random.pick(["Ost", "Nor"])) + "\n\n"
        + text
    }
    for _ in 0..<random.below(4) {
      text = random.below(2) == 0 ? "\(text)\n\(random.pick(Self.page))" : "\(random.pick(Self.page))\n\(text)"
    }
    return text
  }

  private func digest(_ text: String, _ title: String) -> CopyDigest {
    let bytes = Array(text.utf8)[...]
    return CopyDigest(text.words, shingler: Shingler(width: 5), text: bytes, reading: bytes, title: title.words)
  }

  private func judge(_ a: CopyDigest, _ b: CopyDigest, seeksPassages: Bool) -> CopyJudge.Verdict {
    var judge = CopyJudge(CopyRule())
    judge.load(a)
    return judge.judge(a, b, seeksPassages: seeksPassages)
  }

  @Test(arguments: 0..<60, [false, true]) func `are the same`(seed: Int, seeksPassages: Bool) {
    var random = SeededGenerator(seed)
    let sentences = Array(Self.news.shuffled(using: &random).prefix(3 + random.below(6)))
    let texts = (0..<2).map { _ in article(&random, sentences) }
    let digests = texts.map { digest($0, random.below(2) == 0 ? "" : random.pick(Self.news)) }
    let there = judge(digests[0], digests[1], seeksPassages: seeksPassages)
    let back = judge(digests[1], digests[0], seeksPassages: seeksPassages)
    #expect(there.relation == back.relation, "\(texts)")
    #expect(there.isCertain == back.isCertain && there.holdsAnother == back.holdsAnother, "\(texts)")
    #expect(there.measure.resemblance == back.measure.resemblance)
    #expect(
      there.measure.containmentOfA == back.measure.containmentOfB && there.measure.containmentOfB == back.measure.containmentOfA)
    #expect(there.measure.names == back.measure.names && there.measure.keptNames == back.measure.keptNames, "\(texts)")
    #expect(there.passagesOfA == back.passagesOfB && there.passagesOfB == back.passagesOfA, "\(texts)")
  }
}
