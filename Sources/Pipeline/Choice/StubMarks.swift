internal import Resources
internal import Text

/// Phrases with which a page says that its reader has only the beginning: "Subscribe to continue reading", "[+1843 chars]".
struct StubMarks: Sendable {
  static let standard = StubMarks(lines: Resource.lines("stub_marks.txt"))

  /// The phrases in small letters, those of one first byte together: `ends[i]` is the end of phrase i.
  private let bytes: [UInt8]
  private let ends: [Int]
  /// The numbers of the phrases of each first byte, small or capital.
  private let phrases: [Range<Int>]
  /// The lowest five bits of the second bytes of those phrases, one bit for each value: most words end here.
  private let seconds: [UInt32]
  /// Hashes of the first four bytes of the phrases, one bit for each value; most of the other words end here.
  private let beginnings: [UInt64]
  /// Whether a word can begin behind a byte.
  private let endsWord: [Bool]

  init(lines: [Substring]) {
    let sorted = lines.map { Array($0.lowercased().utf8) }.filter { !$0.isEmpty }
      .sorted { $0.lexicographicallyPrecedes($1) }
    var ends: [Int] = []
    var phrases = [Range<Int>](repeating: 0..<0, count: 256)
    var seconds = [UInt32](repeating: 0, count: 256)
    var beginnings = [UInt64](repeating: 0, count: 16)
    var end = 0
    for (number, phrase) in sorted.enumerated() {
      end += phrase.count
      ends.append(end)
      let first = Int(phrase[0])
      phrases[first] = (phrases[first].isEmpty ? number : phrases[first].lowerBound)..<number + 1
      seconds[first] |= phrase.count > 1 ? 1 << UInt32(phrase[1] & 31) : .max
      if phrase.count < 4 {
        // What follows it can be anything.
        beginnings = [UInt64](repeating: .max, count: 16)
      } else {
        let bit = Self.bit(phrase.span, 0)
        beginnings[bit / 64] |= 1 << UInt64(bit % 64)
      }
    }
    for capital in UInt8(ascii: "A")...UInt8(ascii: "Z") {
      phrases[Int(capital)] = phrases[Int(capital | 0x20)]
      seconds[Int(capital)] = seconds[Int(capital | 0x20)]
    }
    bytes = sorted.flatMap { $0 }
    self.ends = ends
    self.phrases = phrases
    self.seconds = seconds
    self.beginnings = beginnings
    endsWord = (0...UInt8.max).map { !TextBytes.isLower(Self.folded($0)) && $0 < 0x80 }
  }

  /// Whether one of the phrases, or a count of missing characters, stands at the end of the text, or its last words lead
  /// elsewhere.
  func isStub(_ text: Span<UInt8>) -> Bool { OpenTail.standard.leadsElsewhere(text) || place(in: text) != nil }

  /// The byte at which the first of them begins; nil when there is none.
  ///
  /// - Complexity: linear in the last ``ChoiceTuning/stubTail`` bytes.
  func place(in text: Span<UInt8>) -> Int? {
    let phrases = phrases.span, seconds = seconds.span, endsWord = endsWord.span
    var isWordStart = true
    for index in max(0, text.count - ChoiceTuning.stubTail)..<text.count {
      let byte = text[index]
      if isWordStart, seconds[Int(byte)] != 0 {
        let second = index + 1 < text.count ? Self.folded(text[index + 1]) : 0
        if seconds[Int(byte)] >> UInt32(second & 31) & 1 == 1, mayBegin(text, index), stands(phrases[Int(byte)], text, index) {
          return index
        }
      }
      if byte == 0x5B, Self.isMissingCount(text, index) { return index }
      isWordStart = endsWord[Int(byte)]
    }
    return nil
  }

  /// Whether a phrase may begin at `start`, by four bytes.
  private func mayBegin(_ text: Span<UInt8>, _ start: Int) -> Bool {
    guard start + 4 <= text.count else { return beginnings[0] == .max }
    let bit = Self.bit(text, start)
    return beginnings[bit / 64] >> UInt64(bit % 64) & 1 == 1
  }

  /// The bit of the four bytes at `start`, in small letters; below 1,024.
  private static func bit(_ text: Span<UInt8>, _ start: Int) -> Int {
    var four: UInt32 = 0
    for offset in 0..<4 { four = four << 8 | UInt32(folded(text[start + offset])) }
    return Int((four &* 0x9E37_79B1) >> 22)
  }

  @inline(__always)
  private static func folded(_ byte: UInt8) -> UInt8 { TextBytes.isUpper(byte) ? byte | 0x20 : byte }

  /// Whether one of the phrases `numbers` stands at `start`.
  private func stands(_ numbers: Range<Int>, _ text: Span<UInt8>, _ start: Int) -> Bool {
    let ends = ends.span, bytes = bytes.span
    for number in numbers {
      let phrase = bytes.extracting((number == 0 ? 0 : ends[number - 1])..<ends[number])
      if Self.stands(phrase, text, start) { return true }
    }
    return false
  }

  private static func stands(_ phrase: Span<UInt8>, _ text: Span<UInt8>, _ start: Int) -> Bool {
    guard start + phrase.count <= text.count else { return false }
    var offset = 0
    while offset < phrase.count, folded(text[start + offset]) == phrase[offset] { offset += 1 }
    return offset == phrase.count
  }

  /// "[+1843 chars]", as news services cut the text they give away.
  private static func isMissingCount(_ text: Span<UInt8>, _ start: Int) -> Bool {
    guard start + 2 < text.count, text[start + 1] == 0x2B, TextBytes.isDigit(text[start + 2]) else { return false }
    var index = start + 2
    while index < text.count, TextBytes.isDigit(text[index]) { index += 1 }
    return stands(Array(" chars]".utf8).span, text, index)
  }
}

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
