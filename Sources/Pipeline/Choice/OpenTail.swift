internal import Resources
internal import Text

/// The end of a text that a page or a feed cut: dots in the middle of a sentence, and "Read more" or its like behind them.
struct OpenTail: Sendable {
  static let standard = OpenTail()

  /// The phrases of `truncation.tsv`, in small letters.
  private let phrases = Set(Resource.rows("truncation.tsv").filter { $0.count >= 2 }.map { Array($0[1].utf8) })

  /// Whether the text ends so.
  ///
  /// O(1): the last ``ChoiceTuning/openTail`` bytes are looked at.
  func leadsElsewhere(_ text: Span<UInt8>) -> Bool {
    let tail = (max(0, text.count - ChoiceTuning.openTail)..<text.count).map { text[$0] }
    guard let dots = Self.dots(tail) else { return false }
    let behind = Self.words(tail[dots.upperBound...])
    guard behind.isEmpty else { return phrases.contains(behind) }
    // Dots behind a whole sentence are style.
    guard let before = tail[..<dots.lowerBound].last(where: { !TextBytes.isSpace($0) && $0 != 0x5B && $0 != 0x28 }) else {
      return false
    }
    return ![0x2E, 0x21, 0x3F, 0x22].contains(before)
  }

  /// The last three full stops in a row, or the sign for them; of several signs side by side all.
  private static func dots(_ tail: [UInt8]) -> Range<Int>? {
    var end = tail.count
    while end >= 3 {
      if let start = start(ofDots: tail, end) {
        var first = start
        while let next = self.start(ofDots: tail, first) { first = next }
        return first..<end
      }
      end -= 1
    }
    return nil
  }

  private static func start(ofDots tail: [UInt8], _ end: Int) -> Int? {
    guard end >= 3 else { return nil }
    let last = tail[end - 3..<end]
    return last.elementsEqual([0x2E, 0x2E, 0x2E]) || last.elementsEqual([0xE2, 0x80, 0xA6]) ? end - 3 : nil
  }

  /// Words in small letters without the spaces, brackets and arrows round them.
  private static func words(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let isRound = { (byte: UInt8) in TextBytes.isSpace(byte) || [0x28, 0x29, 0x5B, 0x5D, 0x3E].contains(byte) }
    var words = bytes.drop(while: isRound)
    while let last = words.last {
      if isRound(last) {
        words.removeLast()
      } else if [[0xE2, 0x86, 0x92], [0xE2, 0x80, 0xBA]].contains(Array(words.suffix(3))) {
        words.removeLast(3)
      } else if words.suffix(2).elementsEqual([0xC2, 0xBB]) {
        words.removeLast(2)
      } else {
        break
      }
    }
    return words.map { TextBytes.isUpper($0) ? $0 | 0x20 : $0 }
  }
}
