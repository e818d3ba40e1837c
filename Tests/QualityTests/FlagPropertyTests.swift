import Articles
import Quality
import TestSupport
import Testing

/// Sound articles of invented paragraphs, into which one defect is put.
enum SoundArticle {
  static let paragraphs = [
    "The harbour board of Velmora met on Tuesday to speak of the north quay, which was shut in spring after a crane fell on it.",
    "Ferries will leave from the south quay until the piles have been seen by the inspectors, the chairman said after the vote.",
    "He said “we shall see whether the piles hold” and added that two crews had asked for a cheaper berth at the old pier.",
    "Nobody was hurt when the crane gave way, and the old lighthouse was not touched, as far as the clerk of the board knew.",
  ]
  static let text = paragraphs.joined(separator: "\n\n")

  struct Defect: Sendable, CustomStringConvertible {
    var flag: FlagID
    /// A paragraph of its own, or a sentence behind one; the words of the flag are marked.
    var marked: String
    var isParagraph = false
    var description: String { marked }
  }

  static let defects = [
    Defect(flag: .scraperResidue, marked: "«Leave a Reply»", isParagraph: true),
    Defect(flag: .stumpHeading, marked: "«TABLES?»", isParagraph: true),
    Defect(flag: .brokenSentence, marked: "The mayor stood at «the the» gate of the quay."),
    Defect(flag: .brokenSentence, marked: "The crew said «they was» tired."),
    Defect(flag: .brokenSentence, marked: "It was «a important» day and the board knew it."),
    Defect(flag: .mojibake, marked: "It cost «Â£600 and the boardâ€™»s money."),
    Defect(flag: .mojibake, marked: "The R«&amp;»D money is gone."),
    Defect(flag: .languageMix, marked: "The ship came from «Mоscow» on Friday."),
    Defect(
      flag: .languageMix,
      marked: "«Le port reste fermé pour des raisons de sécurité et le maire ne veut pas le dire à la ville.»", isParagraph: true),
    Defect(flag: .chatbotLeftover, marked: "«As an AI language model», I cannot say more about the quay."),
    Defect(flag: .torturedPhrase, marked: "The crane runs on «counterfeit consciousness», the board said."),
  ]
}

@Suite struct `One defect in a sound article` {
  @Test func `the article alone is sound, in any order and layout`() {
    var random = SeededGenerator(1)
    for _ in 0..<12 {
      let text = SoundArticle.paragraphs.shuffled(using: &random).joined(separator: random.pick(["\n\n", "\n", "\r\n\r\n", " "]))
      #expect(report(text).flags == [] && report(text).score == 0, "\(text)")
    }
  }

  @Test(arguments: SoundArticle.defects) func `is flagged once and at its words, wherever it stands`(defect: SoundArticle.Defect)
  {
    let (plain, words) = unmarked(defect.marked)
    for place in 1..<SoundArticle.paragraphs.count {
      // A form for comments at the top is no form, and what stands behind one is a comment.
      if defect.flag == .scraperResidue, place < 3 { continue }
      var paragraphs = SoundArticle.paragraphs
      if defect.isParagraph { paragraphs.insert(plain, at: place) } else { paragraphs[place - 1] += " " + plain }
      let text = paragraphs.joined(separator: "\n\n")
      let found = report(text)
      #expect(found.flags.map(\.flag) == [defect.flag], "\(place): \(found.flags.map(\.message))")
      #expect(found.flags.map(\.text) == words, "\(place)")
      let bytes = Array(text.utf8)
      for flag in found.flags { #expect(String(decoding: bytes[flag.range.indices], as: UTF8.self) == flag.text) }
      #expect(found.score > 0 && found.score < 1)
    }
  }

  @Test(arguments: 0..<25) func `two defects have two flags, and a score no lower than either`(seed: Int) {
    var random = SeededGenerator(seed)
    let (first, second) = (random.pick(SoundArticle.defects), random.pick(SoundArticle.defects))
    // One passage twice is a defect of its own, and one in another code page tells of the whole text.
    guard first.marked != second.marked, first.flag != .mojibake, second.flag != .mojibake, first.flag != .scraperResidue,
      second.flag != .scraperResidue
    else { return }
    func text(_ defects: [SoundArticle.Defect]) -> String {
      var paragraphs = SoundArticle.paragraphs
      for (place, defect) in defects.enumerated().reversed() {
        let plain = unmarked(defect.marked).text
        if defect.isParagraph { paragraphs.insert(plain, at: 1 + 2 * place) } else { paragraphs[2 * place] += " " + plain }
      }
      return paragraphs.joined(separator: "\n\n")
    }
    let both = report(text([first, second]))
    #expect(both.flags.map(\.flag) == [first.flag, second.flag])
    #expect(both.score >= report(text([first])).score && both.score >= report(text([second])).score)
  }

  @Test(arguments: 0..<30) func `flags of any text cut out their words between characters`(seed: Int) {
    var random = SeededGenerator(seed)
    let defect = random.pick(SoundArticle.defects)
    let text =
      SoundArticle.paragraphs[seed % 4] + "\n\n" + unmarked(defect.marked).text + "\n\n" + SoundArticle.paragraphs[(seed + 1) % 4]
    for mutant in Places.mutations(of: text, count: 3, seed: seed) {
      let bytes = Array(mutant.utf8)
      let found = report(mutant, title: String(mutant.prefix(40)))
      for flag in found.flags {
        #expect(Places.isWhole(flag.range.indices, in: bytes), "\(flag.flag): \(mutant.debugDescription)")
        #expect(flag.text == String(decoding: bytes[flag.range.indices], as: UTF8.self) && !flag.message.isEmpty)
      }
      #expect(found.flags.map(\.range.start) == found.flags.map(\.range.start).sorted())
      #expect((0..<1).contains(found.score) && found == report(mutant, title: String(mutant.prefix(40))))
    }
  }

  @Test(arguments: SoundArticle.defects.filter { $0.flag != .mojibake && $0.flag != .scraperResidue })
  func `markup around the paragraphs moves the flag and changes nothing else`(defect: SoundArticle.Defect) {
    let (plain, words) = unmarked(defect.marked)
    var paragraphs = SoundArticle.paragraphs
    if defect.isParagraph { paragraphs.insert(plain, at: 2) } else { paragraphs[1] += " " + plain }
    let html = paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n")
    let found = report(html).flags.filter { $0.flag != .markup }
    #expect(found.map(\.flag) == [defect.flag] && found.map(\.text) == words, "\(found)")
  }
}
