/// The four open word classes of WordNet, each with an index, a data and an exception file.
package enum PartOfSpeech: UInt8, CaseIterable, Sendable {
  case noun, verb, adjective, adverb

  /// The file name ending: `index.noun`, `data.noun`; and the start of `noun.exc`.
  var fileName: String {
    switch self {
    case .noun: "noun"
    case .verb: "verb"
    case .adjective: "adj"
    case .adverb: "adv"
    }
  }

  /// The class a synset type letter stands for: n, v, a, s (adjective satellite), r.
  init?(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "n"): self = .noun
    case UInt8(ascii: "v"): self = .verb
    case UInt8(ascii: "a"), UInt8(ascii: "s"): self = .adjective
    case UInt8(ascii: "r"): self = .adverb
    default: return nil
    }
  }
}

/// A synset: its word class and its byte offset in that class's data file.
package struct SynsetID: Hashable, Comparable, Sendable {
  /// Word class in the two highest bits used, offset in the lower 28.
  package let rawValue: UInt32

  /// Offsets have eight decimal digits, so they lie below 10^8 < 2^28.
  package init(_ pos: PartOfSpeech, offset: UInt32) { rawValue = UInt32(pos.rawValue) << 28 | (offset & 0x0FFF_FFFF) }

  package var offset: Int { Int(rawValue & 0x0FFF_FFFF) }
  package var pos: PartOfSpeech { PartOfSpeech(rawValue: UInt8(rawValue >> 28)) ?? .noun }

  package static func < (left: SynsetID, right: SynsetID) -> Bool { left.rawValue < right.rawValue }
}

/// A set of words with one meaning, read from its line in a data file.
///
/// A class: each is handed out hundreds of times while the features of words are collected.
package final class Synset: Sendable {
  package let words: [String]
  package let pointers: [Pointer]
  /// True for an adjective that clusters round a head adjective.
  package let isSatellite: Bool
  /// Byte range of the gloss (definition and examples) in the data file.
  package let gloss: Range<Int>

  private init(words: [String], pointers: [Pointer], isSatellite: Bool, gloss: Range<Int>) {
    self.words = words
    self.pointers = pointers
    self.isSatellite = isSatellite
    self.gloss = gloss
  }

  /// A relation to another synset, or between single words of the two.
  package struct Pointer: Sendable {
    package var kind: Kind
    package var target: SynsetID
    /// Word numbers from 1 for a relation between words; 0 for one between synsets.
    package var sourceWord: UInt8
    package var targetWord: UInt8

    /// Leads to a word derived from the synset's word of that number.
    func isDerivation(from number: UInt8) -> Bool {
      (kind == .derivation || kind == .pertainym) && (sourceWord == number || sourceWord == 0)
    }
  }

  /// The relations that Newsprint uses; others are not kept.
  package enum Kind: Sendable {
    case antonym, hypernym, instanceHypernym, similar, derivation, pertainym, also
  }

  /// The number of a word in the synset, from 1; 0 when it is none of its words.
  func number(of word: String) -> UInt8 { UInt8(clamping: (words.firstIndex(of: word) ?? -1) + 1) }

  func pointers(_ kind: Kind) -> some Sequence<Pointer> { pointers.lazy.filter { $0.kind == kind } }
}

extension Synset.Kind {
  /// The kind that a pointer symbol stands for (wninput(5WN)); nil for relations that are not used.
  init?(symbol bytes: Span<UInt8>, _ range: Range<Int>) {
    let first = bytes[range.lowerBound]
    if range.count == 1 {
      switch first {
      case UInt8(ascii: "!"): self = .antonym
      case UInt8(ascii: "@"): self = .hypernym
      case UInt8(ascii: "&"): self = .similar
      case UInt8(ascii: "+"): self = .derivation
      case UInt8(ascii: "\\"): self = .pertainym
      case UInt8(ascii: "^"): self = .also
      default: return nil
      }
    } else if range.count == 2, first == UInt8(ascii: "@"), bytes[range.lowerBound + 1] == UInt8(ascii: "i") {
      self = .instanceHypernym
    } else {
      return nil
    }
  }
}

extension Synset {
  /// The synset whose line starts at `offset`, or nil where no synset stands.
  ///
  /// O(length of the line).
  static func read(at offset: Int, in bytes: Span<UInt8>) -> Synset? {
    guard offset >= 0, offset < bytes.count, offset == 0 || bytes[offset - 1] == SortedLines.newline else { return nil }
    var end = offset
    while end < bytes.count, bytes[end] != SortedLines.newline { end += 1 }
    var reader = FieldReader(offset..<end)
    guard reader.number(in: bytes) == offset else { return nil }
    reader.skip(1, in: bytes)
    guard let type = reader.next(in: bytes), let wordCount = reader.number(in: bytes, radix: 16) else { return nil }
    var words: [String] = []
    for _ in 0..<wordCount {
      guard let word = reader.next(in: bytes) else { return nil }
      words.append(text(bytes, word))
      reader.skip(1, in: bytes)
    }
    let pointers = readPointers(&reader, in: bytes)
    return Synset(
      words: words, pointers: pointers, isSatellite: bytes[type.lowerBound] == UInt8(ascii: "s"),
      gloss: glossRange(from: reader.position, to: end, in: bytes))
  }

  private static func readPointers(_ reader: inout FieldReader, in bytes: Span<UInt8>) -> [Pointer] {
    var pointers: [Pointer] = []
    guard let count = reader.number(in: bytes) else { return pointers }
    for _ in 0..<count {
      guard let symbol = reader.next(in: bytes), let offset = reader.number(in: bytes), let letter = reader.next(in: bytes),
        let words = reader.number(in: bytes, radix: 16)
      else { return pointers }
      guard let kind = Kind(symbol: bytes, symbol), let pos = PartOfSpeech(letter: bytes[letter.lowerBound]) else { continue }
      pointers.append(
        Pointer(
          kind: kind, target: SynsetID(pos, offset: UInt32(offset)), sourceWord: UInt8(truncatingIfNeeded: words >> 8),
          targetWord: UInt8(truncatingIfNeeded: words)))
    }
    return pointers
  }

  /// A word as it is compared: lower case, no syntactic marker such as `(p)`.
  ///
  /// Collocations keep their underscores.
  private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var letters: [UInt8] = []
    letters.reserveCapacity(range.count)
    for index in range {
      let byte = bytes[index]
      if byte == UInt8(ascii: "(") { break }
      letters.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte + 32 : byte)
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func glossRange(from start: Int, to end: Int, in bytes: Span<UInt8>) -> Range<Int> {
    var position = start
    while position < end, bytes[position] != UInt8(ascii: "|") { position += 1 }
    return min(position + 1, end)..<end
  }
}
