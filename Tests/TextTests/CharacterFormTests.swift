import Foundation
import TestSupport
import Testing

@testable import Text

/// Normal forms and classes of characters, against Foundation and the standard library.
@Suite struct CharacterFormTests {
  /// Letters, marks and signs of many scripts, unassigned code points among them.
  private static func scalars(_ seed: Int) -> [Unicode.Scalar] {
    var random = SeededGenerator(seed)
    let blocks: [Range<UInt32>] = [
      0x20..<0x7F, 0xA0..<0x250, 0x300..<0x370, 0x370..<0x530, 0x590..<0x700, 0x900..<0xA00, 0xE00..<0xE80, 0x1E00..<0x2000,
      0x3040..<0x3100, 0x4E00..<0x4F00, 0xAC00..<0xAD00, 0xFF00..<0xFFEF,
    ]
    return (0..<400).compactMap { _ in
      let block = random.pick(blocks)
      return Unicode.Scalar(block.lowerBound + UInt32(random.below(block.count)))
    }
  }

  private func fold(_ text: String, inWord: Bool = false) -> String {
    var result: [UInt8] = []
    UnicodeFolding.fold(Array(text.utf8)[...], inWord: inWord, into: &result)
    return String(decoding: result, as: UTF8.self)
  }

  @Test(arguments: 0..<12) func `the composed form is Foundation's`(seed: Int) {
    for start in stride(from: 0, to: 380, by: 4) {
      let text = String(String.UnicodeScalarView(Self.scalars(seed)[start..<min(start + 4, Self.scalars(seed).count)]))
      let composed = String(decoding: UnicodeFolding.composed(Array(text.utf8)), as: UTF8.self)
      let expected = text.precomposedStringWithCanonicalMapping
      #expect(Array(composed.unicodeScalars) == Array(expected.unicodeScalars), "\(text.debugDescription)")
    }
  }

  @Test(arguments: 0..<12) func `what was folded folds to itself`(seed: Int) {
    // Between a letter and its accent a sign may go, and they meet.
    let scalars = Self.scalars(seed).filter { $0.properties.generalCategory != .nonspacingMark }
    for start in stride(from: 0, to: scalars.count - 3, by: 3) {
      let once = fold(String(String.UnicodeScalarView(scalars[start..<start + 3])), inWord: true)
      #expect(fold(once, inWord: true).unicodeScalars.elementsEqual(once.unicodeScalars), "\(once.debugDescription)")
    }
  }

  @Test(arguments: 0..<12) func `one word is one word in every normal form and in capitals`(seed: Int) {
    var random = SeededGenerator(seed)
    let letters = ["a", "é", "ö", "ß", "č", "и", "й", "ё", "ж", "λ", "ώ", "ñ", "å", "ç", "ő", "ż", "ğ", "ś", "ü", "õ", "ь"]
    for _ in 0..<60 {
      let word = (0..<2 + random.below(9)).map { _ in random.pick(letters) }.joined()
      let folded = fold(word)
      for form in [
        word.decomposedStringWithCanonicalMapping, word.precomposedStringWithCompatibilityMapping, word.uppercased(),
        word.capitalized, word.uppercased().decomposedStringWithCanonicalMapping,
      ] {
        #expect(fold(form) == folded, "\(word), \(form)")
      }
    }
  }

  @Test(arguments: [
    ("é", "é"), ("É", "é"), ("à", "à"), ("øl", "ol"), ("Łódź", "lodz"), ("Đà", "da"), ("l’été", "l'ete"), ("ﬁn", "fin"),
  ])
  func `a letter alone keeps its accent, in a word it goes`(text: String, expected: String) {
    #expect(fold(text).precomposedStringWithCanonicalMapping == expected)
  }

  @Test(arguments: 0..<12) func `a character has the class of its category`(seed: Int) {
    for scalar in Self.scalars(seed) {
      let expected: UnicodeFolding.CharacterClass? =
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: .capital
        case .lowercaseLetter, .modifierLetter, .otherLetter: .letter
        case .decimalNumber, .letterNumber, .otherNumber: .digit
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: .extend
        default: nil
        }
      let found = UnicodeFolding.characterClass(of: Int32(scalar.value))
      // Scripts without spaces are a class of their own, whatever their letters are.
      if let expected, found != .unspaced, found != .apostrophe {
        #expect(found == expected, "U+\(String(scalar.value, radix: 16))")
      } else if found == .letter || found == .capital || found == .digit || found == .extend {
        Issue.record("U+\(String(scalar.value, radix: 16)) is \(found)")
      }
      if found == .unspaced { #expect(UnicodeFolding.isUnspaced(Int32(scalar.value))) }
    }
  }

  @Test(arguments: 0..<20) func `characters are decoded as the standard library decodes them`(seed: Int) {
    let text = String(String.UnicodeScalarView(Self.scalars(seed) + ["🗞", "\u{10FFFF}", "\u{7FF}", "\u{800}"]))
    let bytes = Array(text.utf8)
    var place = 0
    for scalar in text.unicodeScalars {
      #expect(CharacterClass.decode(place, in: bytes).map { $0.0 } == scalar.value)
      #expect(CharacterClass.decode(place, in: bytes).map { $0.1 } == String(scalar).utf8.count)
      place += String(scalar).utf8.count
    }
    #expect(place == bytes.count)
  }

  @Test(arguments: 0..<40) func `broken bytes are read one by one and never beyond the end`(seed: Int) {
    var random = SeededGenerator(seed)
    let bytes = (0..<1 + random.below(30)).map { _ in
      random.pick([0x41, 0x80, 0xBF, 0xC1, 0xC3, 0xE2, 0xED, 0xF0, 0xF4, 0xFF] as [UInt8])
    }
    var place = 0
    while place < bytes.count {
      let length = CharacterClass.at(place, in: bytes).1
      #expect(length >= 1 && place + length <= bytes.count)
      if length > 1 { #expect(bytes[place + 1..<place + length].allSatisfy { $0 & 0xC0 == 0x80 }) }
      place += length
    }
  }
}
