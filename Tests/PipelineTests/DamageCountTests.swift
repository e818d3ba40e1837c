import TestSupport
import Testing

@testable import Pipeline

/// Broken places are counted one by one, wherever they stand.
struct DamageCountTests {
  private static let sound = [
    "The harbour board met on Tuesday. Ferries will leave from the south quay, he said.",
    "Der Hafen wurde gesperrt. Größere Schäden gab es nicht.",
    "O cais não abriu. À noite a balsa afundou.", "أغلق ميناء فلمورا. من يدفع ثمن الرصيف؟", "天气很好。我们走吧。",
    "AT&T paid $3 < $4; R&D is 5 > 4.", "It lay in data\\new\\tides, he said.",
    "He asked why? Then 12 of 1,204.50 left at 9:30 a.m. e.g. on www.tide.example.",
  ]
  private static let broken = [
    "caf&eacute;s", "it&#39;s", "<b>word", "</p>", "wei\u{FFFD}", "â€™", "hou\u{AD}se", "zero\u{200B}width", "&amp;mdash;",
    "\u{FB01}rst", "it?s", "said.\\n", "\\\"no", "shut.\\tThe", "http:\\/", "\\u0417",
  ]

  private func scan(_ text: String) -> DamageScan { DamageScan(Array(text.utf8).span) }

  @Test(arguments: sound) func `a sound text has none`(text: String) { #expect(scan(text).broken == 0) }

  @Test(arguments: broken) func `a broken place is one place`(piece: String) { #expect(scan("the \(piece) of it").broken == 1) }

  @Test(arguments: 0..<40) func `broken places add up`(seed: Int) {
    var random = SeededGenerator(seed)
    let count = random.below(8)
    var words = randomText(words: 30, vocabulary: 200, seed: seed).lowercased().replacing(".", with: "").split(separator: " ")
      .map(String.init)
    for _ in 0..<count { words.insert(random.pick(Self.broken), at: random.below(words.count)) }
    let (first, second) = (
      words.prefix(words.count / 2).joined(separator: " ") + " x", words.dropFirst(words.count / 2).joined(separator: " ")
    )
    #expect(scan(first + " " + second).broken == count, "\(words)")
    #expect(scan(first).broken + scan(second).broken == count)
    #expect(scan(first).wraps == 0 && !scan(first).isCapitals)
  }

  @Test(arguments: 0..<30) func `any text at all is read to its end`(seed: Int) {
    for mutant in Places.mutations(of: Self.sound[seed % Self.sound.count], count: 3, seed: seed) {
      let scan = scan(mutant)
      #expect(scan.broken >= 0 && scan.broken <= mutant.utf8.count && scan.wraps <= mutant.utf8.count { $0 == 0x0A })
      #expect(self.scan(String(mutant.prefix(mutant.count / 2))).broken <= scan.broken + 2)
    }
  }

  @Test func `lines cut at one width are told, and capitals`() {
    let lines = randomText(words: 200, vocabulary: 400, seed: 1).lowercased().replacing(".", with: "").split(separator: " ")
    var text = "", length = 0
    for word in lines {
      if length + word.count > 60 { text += "\n"; length = 0 } else if length > 0 { text += " " }
      text += word
      length += word.count + 1
    }
    #expect(
      scan(text).isWrapped && !scan(text.replacing("\n", with: "\n\n")).isWrapped
        && !scan(text.replacing("\n", with: ".\n")).isWrapped)
    #expect(scan(text.uppercased()).isCapitals && !scan(text).isCapitals)
  }
}
