import Foundation

/// The words of a text by the rules that `WordScanner` documents, one character at a time and with the standard library's Unicode
/// tables: slow, and plain to read.
struct NaiveWord: Equatable {
  var range: Range<Int>
  /// As it is hashed.
  var spelling: String
  var isCapitalised = false
  var isNumber = false
}

struct NaiveWords {
  private struct Character {
    var scalar: Unicode.Scalar
    var range: Range<Int>
  }

  private let characters: [Character]
  private let bytes: [UInt8]
  private(set) var words: [NaiveWord] = []

  static func words(of text: String) -> [NaiveWord] {
    var naive = NaiveWords(text)
    naive.run()
    return naive.words
  }

  private init(_ text: String) {
    var offset = 0
    characters = text.unicodeScalars.map { scalar in
      let length = UTF8.width(scalar)
      defer { offset += length }
      return Character(scalar: scalar, range: offset..<offset + length)
    }
    bytes = Array(text.utf8)
  }

  private mutating func run() {
    var index = 0
    while index < characters.count {
      if isUnspaced(index) {
        index = pairs(from: index)
      } else if isLetter(index) || isDigit(index) {
        index = word(from: index)
      } else {
        index += 1
      }
    }
  }

  private mutating func word(from start: Int) -> Int {
    var end = start + 1
    var resume: Int?
    while resume == nil {
      if isInside(end) {
        end += 1
      } else if isApostrophe(end), isLetter(end + 1), !endsInDigit(end) {
        if ["s", "S"].contains(String(characters[end + 1].scalar)), !isInside(end + 2) {
          resume = end + 2
        } else {
          end += 1
        }
      } else if has(end, ".,"), endsInDigit(end), isDigit(end + 1) {
        end += 1
      } else if has(end, "."), isInitials(start..<end), isASCIILetter(end + 1), !isInside(end + 2) {
        end += 1
      } else {
        resume = end
      }
    }
    let range = characters[start].range.lowerBound..<characters[end - 1].range.upperBound
    var spelling = String(decoding: bytes[range], as: UTF8.self)
    // "U.S." and "US" are one word.
    if isASCIILetter(start), start + 2 < end, has(start + 1, ".") { spelling.removeAll { $0 == "." } }
    words.append(
      NaiveWord(
        range: range, spelling: folded(spelling),
        isCapitalised: [.uppercaseLetter, .titlecaseLetter].contains(category(start)), isNumber: isDigit(start)))
    return resume ?? end
  }

  /// Each pair of neighbouring characters of a script without spaces; a lone one is a word.
  private mutating func pairs(from start: Int) -> Int {
    var places = [start]
    var index = start + 1
    while isUnspaced(index) || isMark(index) {
      if isUnspaced(index) { places.append(index) }
      index += 1
    }
    if places.count == 1 { append(places[0], places[0]) }
    for (first, second) in zip(places, places.dropFirst()) { append(first, second) }
    return index
  }

  private mutating func append(_ first: Int, _ last: Int) {
    let range = characters[first].range.lowerBound..<characters[last].range.upperBound
    words.append(NaiveWord(range: range, spelling: String(decoding: bytes[range], as: UTF8.self)))
  }

  private func folded(_ word: String) -> String {
    let apostrophes = word.map { "\u{2018}\u{2019}\u{2BC}".contains($0) ? "'" : String($0) }.joined()
    let visible = String(
      String.UnicodeScalarView(apostrophes.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }))
    let lower = visible.precomposedStringWithCompatibilityMapping.lowercased().precomposedStringWithCompatibilityMapping
    // What is written for one another, see ``UnicodeFolding``.
    let pairs = [("\u{6CC}", "\u{64A}"), ("\u{6A9}", "\u{643}"), ("\u{131}", "i"), ("i\u{307}", "i"), ("ё", "е")]
    return (lower.unicodeScalars.count == 1 ? pairs : pairs + Self.accents).reduce(lower) {
      String(String.UnicodeScalarView($0.unicodeScalars)).replacingOccurrences(of: $1.0, with: $1.1, options: .literal)
    }
  }

  /// Latin letters with accents, and without.
  private static let accents: [(String, String)] = (0xC0..<UInt32(0x250)).compactMap { number in
    guard let scalar = Unicode.Scalar(number) else { return nil }
    let special = ["ø": "o", "đ": "d", "ł": "l"][String(scalar)]
    let letter = special ?? String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first.map { String($0) } ?? ""
    return letter.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isLowercase } ? (String(scalar), letter) : nil
  }

  // MARK: Classes

  private func category(_ index: Int) -> Unicode.GeneralCategory? {
    characters.indices.contains(index) ? characters[index].scalar.properties.generalCategory : nil
  }

  private func has(_ index: Int, _ choice: String) -> Bool {
    characters.indices.contains(index) && choice.unicodeScalars.contains(characters[index].scalar)
  }

  private func isApostrophe(_ index: Int) -> Bool { has(index, "'\u{2018}\u{2019}\u{2BC}") }

  private func isUnspaced(_ index: Int) -> Bool {
    guard characters.indices.contains(index) else { return false }
    switch characters[index].scalar.value {
    case 0x0E01...0x0E3A, 0x0E40...0x0E4E, 0x0E81...0x0EDF, 0x1000...0x103F, 0x1780...0x17D3, 0x3005, 0x3041...0x309F,
      0x30A1...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x3FFFF:
      return true
    default: return false
    }
  }

  private func isLetter(_ index: Int) -> Bool {
    guard let category = category(index), !isUnspaced(index), !isApostrophe(index) else { return false }
    return [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter].contains(category)
  }

  private func isASCIILetter(_ index: Int) -> Bool { isLetter(index) && characters[index].scalar.isASCII }

  private func isDigit(_ index: Int) -> Bool {
    guard let category = category(index) else { return false }
    return [.decimalNumber, .letterNumber, .otherNumber].contains(category)
  }

  private func isMark(_ index: Int) -> Bool {
    guard let category = category(index), !isUnspaced(index) else { return false }
    return [.nonspacingMark, .spacingMark, .enclosingMark, .format].contains(category)
  }

  private func isInside(_ index: Int) -> Bool { isLetter(index) || isDigit(index) || isMark(index) }

  private func endsInDigit(_ end: Int) -> Bool {
    var last = end - 1
    while isMark(last) { last -= 1 }
    return isDigit(last)
  }

  /// Single letters with full stops between them, at least one letter.
  private func isInitials(_ range: Range<Int>) -> Bool {
    range.count % 2 == 1
      && range.allSatisfy { ($0 - range.lowerBound) % 2 == 0 ? isASCIILetter($0) : has($0, ".") }
  }
}
