import Foundation
import TestSupport
import Testing

@testable import Alignment

/// The letters of names without their accents, against Unicode's own decomposition.
struct LatinLettersTests {
  private static func letters(_ name: String) -> String { String(decoding: NameForm(Array(name.utf8)).letters, as: UTF8.self) }

  /// The ASCII letter under a letter's marks; nil where there is none.
  private static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
    guard let first = parts.first, first.isASCII, first.properties.isAlphabetic, parts.count > 1 else { return nil }
    return first
  }

  @Test(arguments: [0xC0..<0x180, 0x180..<0x250, 0x1E00..<0x1F00])
  func `every accented letter is the letter under its marks`(block: Range<Int>) {
    var checked = 0
    for value in block {
      guard let scalar = Unicode.Scalar(UInt32(value)), let base = Self.base(scalar) else { continue }
      checked += 1
      #expect(Self.letters(String(scalar)) == String(base).lowercased(), "U+\(String(value, radix: 16)) \(scalar)")
    }
    #expect(checked > 40)
  }

  @Test(arguments: [0xC0..<0x180, 0x1E00..<0x1F00]) func `capitals are spelt as small letters are`(block: Range<Int>) {
    for value in block {
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isUppercase else { continue }
      let (large, small) = (String(scalar), String(scalar).lowercased())
      guard small.unicodeScalars.count == 1, Self.base(scalar) != nil else { continue }
      #expect(Self.letters(large) == Self.letters(small), "\(large) \(small)")
    }
  }

  @Test(arguments: ["Łukasz Ćwikła", "Đặng Thùy Trâm", "Şahin Çağrı", "Ólafur Þór", "Čeněk Řehoř", "Ștefan Țepeș", "Nguyễn Phú"])
  func `composed and decomposed spellings of a name are one`(name: String) {
    let (composed, apart) = (name.precomposedStringWithCanonicalMapping, name.decomposedStringWithCanonicalMapping)
    let (first, second) = (NameForm(Array(composed.lowercased().utf8)), NameForm(Array(apart.lowercased().utf8)))
    #expect(first.letters == second.letters && first.folded == second.folded)
    #expect(first.letters.allSatisfy { $0 < 0x80 }, "\(String(decoding: first.letters, as: UTF8.self))")
  }

  /// Names in several transliterations, and names that only look like it.
  @Test(arguments: [
    ("qaddafi", "gaddafi", false), ("kaddafi", "qadafi", true), ("zhukov", "zukov", true), ("mohammed", "muhamad", false),
    ("yusuf", "iusuf", true), ("khatami", "hatami", true), ("tsvetkov", "svetkov", true), ("philipp", "filip", true),
    ("kiev", "kyiv", true), ("lind", "land", false), ("moe", "mo", false),
  ]) func `what transliterations share is folded`(first: String, second: String, areOne: Bool) {
    let (a, b) = (NameForm(Array(first.utf8)), NameForm(Array(second.utf8)))
    #expect(
      (a.folded == b.folded) == areOne,
      "\(String(decoding: a.folded, as: UTF8.self)) \(String(decoding: b.folded, as: UTF8.self))")
  }

  @Test(arguments: 0..<40) func `any text has letters, and what was folded folds to itself`(seed: Int) {
    for text in Places.mutations(of: "Żółć Đặng O'Brien-Smith", count: 4, seed: seed) {
      let form = NameForm(Array(text.utf8))
      #expect(String(validating: form.letters, as: UTF8.self) != nil, "\(text.debugDescription)")
      #expect(form.letters.count <= text.utf8.count * 2 && form.folded.count <= form.letters.count)
      #expect(zip(form.folded, form.folded.dropFirst()).allSatisfy { $0 != $1 })
    }
  }
}
