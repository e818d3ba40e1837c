/// A name's spelling reduced step by step, to tell a misspelling from another transliteration.
package struct NameForm: Sendable {
  /// Latin letters in lower case without accents; look-alikes of other scripts replaced.
  package let letters: [UInt8]
  /// What different transliterations of one name share: vowels merged, doubled letters single, k/c/q, y/i/j, ou/u, kh/h, zh/z
  /// alike.
  package let folded: [UInt8]

  package init(_ bytes: [UInt8]) {
    letters = Self.latin(bytes)
    folded = Self.fold(letters)
  }

  /// Cyrillic and Greek letters that look like Latin ones, and accented Latin letters, as their plain Latin forms.
  static func latin(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).decomposedScalars {
      if scalar.value < 0x80 {
        if scalar.properties.isAlphabetic || (scalar.value >= 0x30 && scalar.value <= 0x39) { plain.append(UInt8(scalar.value)) }
      } else if let replacement = lookAlikes[scalar.value] {
        plain.append(contentsOf: replacement.utf8)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        plain.append(contentsOf: String(Character(scalar)).utf8)
      }
    }
    return plain
  }

  private static let lookAlikes: [UInt32: String] = [
    0x430: "a", 0x435: "e", 0x43E: "o", 0x440: "p", 0x441: "c", 0x443: "y", 0x445: "x", 0x456: "i", 0x458: "j", 0x455: "s",
    0x3BF: "o", 0x3B1: "a", 0x3BD: "v", 0xDF: "ss", 0xE6: "ae", 0xF8: "o", 0x142: "l", 0x111: "d", 0x131: "i", 0x153: "oe",
    0xF0: "d",
    0xFE: "th",
  ]

  private static func fold(_ letters: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    var index = 0
    func at(_ offset: Int) -> UInt8 { index + offset < letters.count ? letters[index + offset] : 0 }
    while index < letters.count {
      var step = 1
      var letter = at(0)
      switch (letter, at(1)) {
      case (UInt8(ascii: "k"), UInt8(ascii: "h")), (UInt8(ascii: "g"), UInt8(ascii: "h")), (UInt8(ascii: "z"), UInt8(ascii: "h")),
        (UInt8(ascii: "d"), UInt8(ascii: "h")):
        step = 2
        if letter == UInt8(ascii: "k") { letter = UInt8(ascii: "h") }
      case (UInt8(ascii: "p"), UInt8(ascii: "h")):
        step = 2
        letter = UInt8(ascii: "f")
      case (UInt8(ascii: "t"), UInt8(ascii: "s")):
        step = 2
        letter = UInt8(ascii: "s")
      case (UInt8(ascii: "o"), UInt8(ascii: "u")), (UInt8(ascii: "o"), UInt8(ascii: "o")):
        step = 2
        letter = UInt8(ascii: "u")
      default: break
      }
      switch letter {
      case UInt8(ascii: "c"), UInt8(ascii: "q"): letter = UInt8(ascii: "k")
      case UInt8(ascii: "y"), UInt8(ascii: "j"), UInt8(ascii: "e"): letter = UInt8(ascii: "i")
      case UInt8(ascii: "o"): letter = UInt8(ascii: "u")
      case UInt8(ascii: "w"): letter = UInt8(ascii: "v")
      case UInt8(ascii: "z"): letter = UInt8(ascii: "s")
      default: break
      }
      if folded.last != letter { folded.append(letter) }
      index += step
    }
    if folded.count > 3, folded.last == UInt8(ascii: "h") { folded.removeLast() }
    return folded
  }
}

extension String {
  /// Scalars with accents taken off their letters, for the Latin letters of Europe and Vietnam.
  fileprivate var decomposedScalars: [Unicode.Scalar] {
    unicodeScalars.map { scalar in
      guard scalar.value >= 0xC0, scalar.value < 0x1F00, let base = LatinBase.letter(of: scalar.value) else { return scalar }
      return Unicode.Scalar(base)
    }
  }
}

/// Base letters of the accented letters of Latin-1, Latin Extended-A and Latin Extended Additional, lower case.
private enum LatinBase {
  private static let table: [UInt8] = Array(
    ("aaaaaa*ceeeeiiii*nooooo**uuuuy**" + "aaaaaa*ceeeeiiii*nooooo**uuuuy*y"
      + "aaaaaaccccccccdd**eeeeeeeeeegggggggghh**iiiiiiiii***jjkk*llllllll**nnnnnn***oooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs")
      .utf8)

  /// Latin Extended Additional (Vietnamese and others) from U+1E00: a base letter and how many code points it covers.
  private static let additional: [UInt8] = [
    ("a", 2), ("b", 6), ("c", 2), ("d", 10), ("e", 10), ("f", 2), ("g", 2), ("h", 10), ("i", 4), ("k", 6), ("l", 8), ("m", 6),
    ("n", 8), ("o", 8), ("p", 4), ("r", 8), ("s", 10), ("t", 8), ("u", 10), ("v", 4), ("w", 10), ("x", 4), ("y", 2), ("z", 6),
    ("h", 1), ("t", 1), ("w", 1), ("y", 1), ("*", 6), ("a", 24), ("e", 16), ("i", 4), ("o", 24), ("u", 14), ("y", 8), ("*", 6),
  ].flatMap { (letter: String, count: Int) in Array(repeatElement(Array(letter.utf8)[0], count: count)) }

  /// Latin Extended-B from U+01CD to U+0233: Romanian, Pinyin and others.
  private static let extended: [UInt8] = [
    ("a", 2), ("i", 2), ("o", 2), ("u", 10), ("*", 1), ("a", 4), ("*", 4), ("g", 2), ("k", 2), ("o", 4), ("*", 2), ("j", 1),
    ("*", 3), ("g", 2), ("*", 2), ("n", 2), ("a", 2), ("*", 4), ("a", 4), ("e", 4), ("i", 4), ("o", 4), ("r", 4), ("u", 4),
    ("s", 2), ("t", 2), ("*", 2), ("h", 2), ("*", 6), ("a", 2), ("e", 2), ("o", 8), ("y", 2),
  ].flatMap { (letter: String, count: Int) in Array(repeatElement(Array(letter.utf8)[0], count: count)) }

  static func letter(of scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x1CD...0x233:
      let letter = extended[Int(scalar) - 0x1CD]
      return letter == UInt8(ascii: "*") ? nil : letter
    case 0x1A0, 0x1A1: return UInt8(ascii: "o")
    case 0x1AF, 0x1B0: return UInt8(ascii: "u")
    case 0x1E00..<0x1F00:
      let letter = additional[Int(scalar) - 0x1E00]
      return letter == UInt8(ascii: "*") ? nil : letter
    default: break
    }
    let index = Int(scalar) - 0xC0
    guard index < table.count, table[index] != UInt8(ascii: "*") else { return nil }
    return table[index]
  }
}

/// Jaro-Winkler similarity of two spellings (Winkler 1990), 0 to 1, symmetric, 1 for equal ones.
package enum JaroWinkler {
  /// What each letter of a common beginning gives, Winkler's own value.
  private static let perLetter = 0.1

  package static func similarity(_ a: [UInt8], _ b: [UInt8]) -> Double {
    if a == b { return 1 }
    guard !a.isEmpty, !b.isEmpty, a.count <= 64, b.count <= 64 else { return 0 }
    // The shorter one first: greedy matching depends on the order, the measure must not.
    let swap = (a.count, a.lexicographicallyPrecedes(b) ? 0 : 1) > (b.count, a.lexicographicallyPrecedes(b) ? 1 : 0)
    let jaro = swap ? jaro(b, a) : jaro(a, b)
    let prefix = zip(a, b).prefix(4).prefix { $0 == $1 }.count
    return jaro + Double(prefix) * perLetter * (1 - jaro)
  }

  private static func jaro(_ a: [UInt8], _ b: [UInt8]) -> Double {
    let reach = max(0, max(a.count, b.count) / 2 - 1)
    var usedB: UInt64 = 0
    var matchesA: [UInt8] = []
    for (i, letter) in a.enumerated() {
      for j in max(0, i - reach)..<max(max(0, i - reach), min(b.count, i + reach + 1))
      where usedB >> UInt64(j) & 1 == 0 && b[j] == letter {
        usedB |= 1 << UInt64(j)
        matchesA.append(letter)
        break
      }
    }
    guard !matchesA.isEmpty else { return 0 }
    let matchesB = b.indices.filter { usedB >> UInt64($0) & 1 == 1 }.map { b[$0] }
    let transposed = Double(zip(matchesA, matchesB).filter { $0 != $1 }.count) / 2
    let m = Double(matchesA.count)
    return (m / Double(a.count) + m / Double(b.count) + (m - transposed) / m) / 3
  }
}
