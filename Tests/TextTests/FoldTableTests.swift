import TestSupport
import Testing

@testable import Text

@Suite struct FoldTableTests {
  private func table(_ word: String, droppingDots: Bool = false) -> [UInt8]? {
    var result: [UInt8] = []
    let bytes = Array(word.utf8)
    let isKnown = unsafe bytes.withUnsafeBufferPointer {
      unsafe FoldTable.fold($0, droppingDots: droppingDots, into: &result)
    }
    return isKnown ? result : nil
  }

  private func slow(_ word: String) -> [UInt8] {
    var result: [UInt8] = []
    UnicodeFolding.fold(Array(word.utf8)[...], into: &result)
    return result
  }

  @Test func `the class of every character is the one without the table`() {
    for codePoint in 0..<FoldTable.end {
      #expect(FoldTable.characterClass(codePoint) == UnicodeFolding.computedClass(of: codePoint), "U+\(codePoint)")
    }
  }

  @Test(arguments: 0..<20) func `words of characters that stand in words are folded as utf8proc folds them`(seed: Int) {
    var generator = SeededGenerator(seed)
    let letters =
      (0x30..<UInt32(FoldTable.end)).compactMap(Unicode.Scalar.init).filter {
        switch UnicodeFolding.computedClass(of: Int32($0.value)) {
        case .letter, .capital, .digit, .extend, .apostrophe: true
        default: false
        }
      } + ["\u{2018}", "\u{2019}", "\u{1E9E}", "\u{FB01}"]
    var known = 0
    for _ in 0..<500 {
      var word = String.UnicodeScalarView()
      for _ in 0...generator.below(9) { word.append(letters[generator.below(letters.count)]) }
      guard let folded = table(String(word)) else { continue }
      known += 1
      #expect(folded == slow(String(word)), "\(word.map { String($0.value, radix: 16) })")
    }
    #expect(known > 50)
  }

  @Test(arguments: ["Straße", "МОСКВА", "Ёлка", "ΟΔΟΣ", "Él’été", "İstanbul", "naïve"])
  func `words of people are folded`(word: String) {
    if let folded = table(word) { #expect(folded == slow(word)) }
    #expect(table("МОСКВА") == Array("москва".utf8))
  }

  @Test func `full stops of initials go`() {
    #expect(table("É.U", droppingDots: true) == Array("eu".utf8))
    #expect(table("É.U") == Array("e.u".utf8))
  }
}
