/// A set of words with one meaning, read from its line in a data file.
package struct Synset: Sendable {
  package var words: [String] = []
  package var pointers: [Pointer] = []
  /// True for an adjective that clusters round a head adjective.
  package var isSatellite = false
  /// Byte range of the gloss (definition and examples) in the data file.
  package var gloss: Range<Int> = 0..<0

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
  init?(at offset: Int, in bytes: Span<UInt8>) {
    guard offset >= 0, offset < bytes.count, offset == 0 || bytes[offset - 1] == SortedLines.newline else { return nil }
    var end = offset
    while end < bytes.count, bytes[end] != SortedLines.newline { end += 1 }
    var reader = FieldReader(offset..<end)
    guard reader.number(in: bytes) == offset else { return nil }
    reader.skip(1, in: bytes)
    guard let type = reader.next(in: bytes), let wordCount = reader.number(in: bytes, radix: 16) else { return nil }
    isSatellite = bytes[type.lowerBound] == UInt8(ascii: "s")
    for _ in 0..<wordCount {
      guard let word = reader.next(in: bytes) else { return nil }
      words.append(Self.text(bytes, word))
      reader.skip(1, in: bytes)
    }
    readPointers(&reader, in: bytes)
    gloss = Self.glossRange(from: reader.position, to: end, in: bytes)
  }

  private mutating func readPointers(_ reader: inout FieldReader, in bytes: Span<UInt8>) {
    guard let count = reader.number(in: bytes) else { return }
    for _ in 0..<count {
      guard let symbol = reader.next(in: bytes), let offset = reader.number(in: bytes), let letter = reader.next(in: bytes),
        let words = reader.number(in: bytes, radix: 16)
      else { return }
      guard let kind = Kind(symbol: bytes, symbol), let pos = PartOfSpeech(letter: bytes[letter.lowerBound]) else { continue }
      pointers.append(
        Pointer(
          kind: kind, target: SynsetID(pos, offset: UInt32(offset)), sourceWord: UInt8(truncatingIfNeeded: words >> 8),
          targetWord: UInt8(truncatingIfNeeded: words)))
    }
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
