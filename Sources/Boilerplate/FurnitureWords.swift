internal import Text
/// Words of a line as 64-bit hashes, folded so that spelling variants of a page's phrases meet.
///
/// Case, curly and straight apostrophes, and all numbers are alike. Much simpler than the tokens of the matcher, because it
/// only has to recognise phrases of a list. The arrays are reused from line to line.
package struct FurnitureWords: Sendable {
  /// One hash a word; ``number`` for digits only.
  package private(set) var hashes: [UInt64] = []
  /// First byte of each word, and the byte after it.
  package private(set) var starts: [Int] = []
  package private(set) var ends: [Int] = []

  package init() {}

  package init(_ phrase: String, limit: Int = 64) {
    let bytes = Array(phrase.utf8)
    read(bytes.span, 0..<bytes.count, limit: limit)
  }

  /// What every word made of digits hashes to.
  package static let number: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  package var count: Int { hashes.count }

  /// Reads the words of `text[range]`, at most `limit`, in place of those held so far.
  package mutating func read(_ text: Span<UInt8>, _ range: Range<Int>, limit: Int = 64) {
    hashes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var i = range.lowerBound
    while i < range.upperBound, hashes.count < limit { readWord(text, &i, range.upperBound) }
  }

  /// Reads from `i` to the end of the next word, or to `end` when there is none.
  @inline(__always)
  private mutating func readWord(_ text: Span<UInt8>, _ i: inout Int, _ end: Int) {
    var hash = Self.basis
    var digitsOnly = true
    var start = -1
    while i < end {
      let (character, length) = TextBytes.character(text, i, end)
      if case .letter(let scalar) = character {
        if start < 0 { start = i }
        hash = (hash ^ UInt64(scalar)) &* Self.prime
        digitsOnly = digitsOnly && scalar &- 0x30 < 10
      } else if start >= 0, character != .apostrophe {
        break
      }
      i += length
    }
    guard start >= 0 else { return }
    hashes.append(digitsOnly ? Self.number : hash)
    starts.append(start)
    ends.append(i)
  }

  /// The hash of one word, as ``read(_:_:limit:)`` would give it.
  package static func hash(_ word: String) -> UInt64 { FurnitureWords(word).hashes.first ?? 0 }
}
