internal import CXXHash

/// One pass over one text: the loop behind ``WordScanner``.
///
/// The module's only unsafe code beside its C calls.
///
/// SAFETY: `text` and `folded` hold `length` bytes and 64 more, `bits` one bit for each of them and a zero word at the end, and
/// the stream's arrays have `length + 2` places; `WordScanner.scan` sees to it.
@unsafe struct ScanPass {
  let text: UnsafePointer<UInt8>
  let folded: UnsafePointer<UInt8>
  let bits: UnsafePointer<UInt64>
  let length: Int
  var wide: [UInt8]

  private var hashes: UnsafeMutablePointer<UInt64>
  private var starts: UnsafeMutablePointer<UInt32>
  private var ends: UnsafeMutablePointer<UInt32>
  private var traits: UnsafeMutablePointer<WordFlags>
  private var count = 0
  private var isQuoted = false
  /// The number of the first word of the open quotation.
  private var quoteStart = 0
  /// A quotation that goes on for more words was never closed.
  private static let longestQuotation = 150
  private var startsSentence = true

  init(
    text: UnsafePointer<UInt8>, folded: UnsafePointer<UInt8>, bits: UnsafePointer<UInt64>, length: Int, wide: [UInt8],
    hashes: UnsafeMutablePointer<UInt64>, starts: UnsafeMutablePointer<UInt32>, ends: UnsafeMutablePointer<UInt32>,
    traits: UnsafeMutablePointer<WordFlags>
  ) {
    unsafe self.text = text
    unsafe self.folded = folded
    unsafe self.bits = bits
    unsafe self.length = length
    unsafe self.wide = wide
    unsafe self.hashes = hashes
    unsafe self.starts = starts
    unsafe self.ends = ends
    unsafe self.traits = traits
  }

  /// Writes all words and returns their number.
  mutating func run(excluding excluded: [Range<Int>]) -> Int {
    var position = 0
    var nextExcluded = 0
    while true {
      var start = unsafe nextWordByte(from: position)
      if unsafe start - position != 1 || text[position] != 0x20 { unsafe readGap(position, min(start, length)) }
      if unsafe start >= length { break }
      if nextExcluded < excluded.count {
        while nextExcluded < excluded.count, excluded[nextExcluded].upperBound <= start { nextExcluded += 1 }
        if nextExcluded < excluded.count, excluded[nextExcluded].lowerBound <= start {
          position = excluded[nextExcluded].upperBound
          unsafe startsSentence = true
          unsafe isQuoted = false
          continue
        }
      }
      var end = unsafe nextGap(from: start)
      if unsafe isWide(start, end) {
        unsafe scanWide(start, end)
        position = unsafe skipPossessive(end)
        continue
      }
      let next = unsafe text[end]
      if unsafe (next == 0x2E || next == 0x2C || next == 0x27) && isWordByte(end + 1) {
        position = unsafe join(&start, &end)
      } else {
        position = end
        unsafe append(start, end, xxh3_64(folded + start, end - start), initial: text[start])
      }
    }
    return unsafe count
  }

  // MARK: Runs of word bytes

  @inline(__always)
  private func isWordByte(_ position: Int) -> Bool { unsafe bits[position >> 6] >> UInt64(position & 63) & 1 == 1 }

  @inline(__always)
  private func nextWordByte(from position: Int) -> Int {
    var index = position >> 6
    var word = unsafe bits[index] & (~0 << UInt64(position & 63))
    let last = unsafe (length + 63) >> 6
    while word == 0 {
      index += 1
      if index >= last { return unsafe length }
      word = unsafe bits[index]
    }
    return index << 6 | word.trailingZeroBitCount
  }

  @inline(__always)
  private func nextGap(from position: Int) -> Int {
    var index = position >> 6
    var word = unsafe ~bits[index] & (~0 << UInt64(position & 63))
    while word == 0 {
      index += 1
      word = unsafe ~bits[index]
    }
    return index << 6 | word.trailingZeroBitCount
  }

  /// Whether a byte of `start..<end` is part of a character beyond ASCII.
  @inline(__always)
  private func isWide(_ start: Int, _ end: Int) -> Bool {
    var position = start
    while end - position > 8 {
      if unsafe load8(position) & 0x8080_8080_8080_8080 != 0 { return true }
      position += 8
    }
    let mask: UInt64 = ~0 >> UInt64(64 - 8 * (end - position))
    return unsafe load8(position) & mask & 0x8080_8080_8080_8080 != 0
  }

  @inline(__always)
  private func load8(_ position: Int) -> UInt64 {
    unsafe UnsafeRawPointer(text + position).loadUnaligned(as: UInt64.self)
  }

  // MARK: Words

  @inline(__always)
  private mutating func append(_ start: Int, _ end: Int, _ hash: UInt64, initial: UInt8) {
    var trait: WordFlags = []
    if initial &- 0x41 < 26 { trait.insert(.capitalised) }
    if initial &- 0x30 < 10 { trait.insert(.number) }
    unsafe emit(start, end, hash, trait)
  }

  @inline(__always)
  private mutating func emit(_ start: Int, _ end: Int, _ hash: UInt64, _ trait: WordFlags) {
    var trait = trait
    if unsafe isQuoted {
      if unsafe count - quoteStart < Self.longestQuotation { trait.insert(.quoted) } else { unsafe isQuoted = false }
    }
    if unsafe startsSentence { trait.insert(.sentenceStart) }
    unsafe hashes[count] = hash
    unsafe starts[count] = UInt32(truncatingIfNeeded: start)
    unsafe ends[count] = UInt32(truncatingIfNeeded: end)
    unsafe traits[count] = trait
    unsafe count += 1
    unsafe startsSentence = false
  }

  /// Extends a word over inner punctuation ("1,234.5", "U.S.", "don't"), writes it and returns where to go on.
  private mutating func join(_ start: inout Int, _ end: inout Int) -> Int {
    var dots = 0
    while unsafe isWordByte(end + 1) {
      let before = unsafe text[end - 1]
      let after = unsafe text[end + 1]
      let isDigits = before &- 0x30 < 10 && after &- 0x30 < 10
      switch unsafe text[end] {
      case 0x2E where isDigits, 0x2C where isDigits:
        end = unsafe nextGap(from: end + 1)
      case 0x2E where unsafe dots * 2 + 1 == end - start && nextGap(from: end + 1) == end + 2 && after >= 0x41:
        dots += 1
        end += 2
      case 0x27 where before >= 0x41 && after >= 0x41:
        let stop = unsafe nextGap(from: end + 1)
        if unsafe stop == end + 2 && folded[end + 1] == 0x73 { return unsafe finish(start, end, dots, resume: stop) }
        if unsafe isWide(end + 1, stop) { return unsafe finish(start, end, dots, resume: end) }
        end = stop
      default: return unsafe finish(start, end, dots, resume: end)
      }
    }
    return unsafe finish(start, end, dots, resume: end)
  }

  private mutating func finish(_ start: Int, _ end: Int, _ dots: Int, resume: Int) -> Int {
    guard dots > 0 else {
      unsafe append(start, end, xxh3_64(folded + start, end - start), initial: text[start])
      return resume
    }
    // "U.S." and "US" are one word.
    unsafe wide.removeAll(keepingCapacity: true)
    for position in stride(from: start, to: end, by: 2) { unsafe wide.append(folded[position]) }
    let hash = unsafe wide.withUnsafeBufferPointer { unsafe xxh3_64($0.baseAddress, $0.count) }
    unsafe append(start, end, hash, initial: text[start])
    return resume
  }

  private func skipPossessive(_ end: Int) -> Int {
    unsafe text[end] == 0x27 && isWordByte(end + 1) && folded[end + 1] == 0x73 && !isWordByte(end + 2) ? end + 2 : end
  }

  // MARK: Between words

  /// Reads quotation marks, sentence ends and paragraph breaks between two words.
  private mutating func readGap(_ start: Int, _ end: Int) {
    var newlines = 0
    for position in start..<max(start, end) {
      switch unsafe text[position] {
      case 0x22: unsafe readStraightQuote(position)
      case 0x21, 0x3F: unsafe startsSentence = true
      case 0x2E: if unsafe !endsAbbreviation(at: position) { unsafe startsSentence = true }
      case 0x0A:
        newlines += 1
        if newlines == 2 {
          unsafe startsSentence = true
          unsafe isQuoted = false
        }
      default: break
      }
    }
  }

  /// A straight quotation mark opens before a word and closes after one; so a lost mark does not turn the rest inside out.
  private mutating func readStraightQuote(_ position: Int) {
    let opensAfter = unsafe position == 0 || text[position - 1] <= 0x20 || text[position - 1] == 0x28
    let closesBefore = unsafe position + 1 >= length || text[position + 1] <= 0x20
    let opens = unsafe opensAfter == closesBefore ? !isQuoted : opensAfter
    unsafe isQuoted = opens
    if opens { unsafe quoteStart = count }
  }

  /// Whether the full stop at `position` follows an initial or a short capitalised word ("J.", "Mr.", "Gen.").
  private func endsAbbreviation(at position: Int) -> Bool {
    guard unsafe count > 0, unsafe Int(ends[count - 1]) == position else { return false }
    let size = unsafe Int(ends[count - 1]) - Int(starts[count - 1])
    return unsafe size <= 3 && traits[count - 1].contains(.capitalised)
  }

  // MARK: Beyond ASCII

  /// Cuts a run that holds characters beyond ASCII into words.
  private mutating func scanWide(_ runStart: Int, _ runEnd: Int) {
    var position = runStart
    var wordStart = -1
    var isCapital = false
    var isNumber = false
    var previous = (start: -1, end: -1)
    func trait() -> WordFlags { isCapital ? .capitalised : isNumber ? .number : [] }
    while position < runEnd {
      let (codePoint, size) = unsafe UnicodeFolding.decode(text, position, runEnd)
      let kind = UnicodeFolding.characterClass(of: codePoint)
      switch kind {
      case .letter, .capital, .digit:
        if wordStart < 0 {
          wordStart = position
          isCapital = kind == .capital
          isNumber = kind == .digit
        }
      case .extend: break
      case .apostrophe where wordStart >= 0 && position + size < runEnd:
        let rest = runEnd - position - size
        if unsafe rest == 1 && folded[position + size] == 0x73 {
          unsafe emitWide(wordStart, position, trait())
          return
        }
      default:
        if wordStart >= 0 { unsafe emitWide(wordStart, position, trait()) }
        wordStart = -1
        if kind == .unspaced {
          unsafe emitPair(&previous, position, position + size)
        } else {
          previous = (-1, -1)
          unsafe readMark(kind)
        }
      }
      if kind != .unspaced && kind != .extend { previous = (-1, -1) }
      position += size
    }
    if wordStart >= 0 { unsafe emitWide(wordStart, runEnd, trait()) }
  }

  private mutating func readMark(_ kind: UnicodeFolding.CharacterClass) {
    switch kind {
    case .openingQuote:
      unsafe isQuoted.toggle()
      unsafe quoteStart = count
    case .closingQuote: unsafe isQuoted = false
    case .sentenceEnd: unsafe startsSentence = true
    default: break
    }
  }

  private mutating func emitWide(_ start: Int, _ end: Int, _ trait: WordFlags) {
    unsafe wide.removeAll(keepingCapacity: true)
    let word = unsafe Array(UnsafeBufferPointer(start: text + start, count: end - start))
    unsafe UnicodeFolding.fold(word[...], into: &wide)
    guard unsafe !wide.isEmpty else { return }
    let hash = unsafe wide.withUnsafeBufferPointer { unsafe xxh3_64($0.baseAddress, $0.count) }
    unsafe emit(start, end, hash, trait)
  }

  /// Writes the pair of the previous character and this one; a lone character is written when no pair follows it.
  private mutating func emitPair(_ previous: inout (start: Int, end: Int), _ start: Int, _ end: Int) {
    let from = previous.start >= 0 ? previous.start : start
    if previous.start >= 0 {
      unsafe emit(from, end, xxh3_64(text + from, end - from), [])
    } else if unsafe !nextIsUnspaced(end) {
      unsafe emit(start, end, xxh3_64(text + start, end - start), [])
    }
    previous = (start, end)
  }

  private func nextIsUnspaced(_ position: Int) -> Bool {
    guard unsafe position < length, unsafe text[position] >= 0x80 else { return false }
    return unsafe UnicodeFolding.isUnspaced(UnicodeFolding.decode(text, position, length).codePoint)
  }
}
