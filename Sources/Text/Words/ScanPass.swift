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
      let start = unsafe nextWordByte(from: position)
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
        position = unsafe scanWide(start, limit: limit(excluded, nextExcluded))
      } else if unsafe isJoiner(end) {
        position = unsafe join(start, &end, limit: limit(excluded, nextExcluded))
      } else {
        position = end
        unsafe append(start, end, xxh3_64(folded + start, end - start), initial: text[start])
      }
    }
    return unsafe count
  }

  private func limit(_ excluded: [Range<Int>], _ next: Int) -> Int {
    next < excluded.count ? excluded[next].lowerBound : unsafe length
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

  /// Whether an apostrophe, full stop or comma with a word byte behind it stands at `position`.
  @inline(__always)
  private func isJoiner(_ position: Int) -> Bool {
    let byte = unsafe text[position]
    return unsafe (byte == 0x2E || byte == 0x2C || byte == 0x27) && isWordByte(position + 1)
  }

  /// Extends a word over inner punctuation ("1,234.5", "U.S.", "don't"), writes it and returns where to go on.
  private mutating func join(_ start: Int, _ end: inout Int, limit: Int) -> Int {
    var dots = 0
    while unsafe isJoiner(end) {
      let stop = unsafe nextGap(from: end + 1)
      if unsafe isWide(end + 1, stop) { return unsafe scanWide(start, limit: limit) }
      let before = unsafe text[end - 1]
      let after = unsafe text[end + 1]
      let isDigits = before &- 0x30 < 10 && after &- 0x30 < 10
      switch unsafe text[end] {
      case 0x2E where isDigits, 0x2C where isDigits:
        end = stop
      case 0x2E where dots * 2 + 1 == end - start && stop == end + 2 && before >= 0x41 && after >= 0x41:
        dots += 1
        end = stop
      case 0x27 where before >= 0x41 && after >= 0x41:
        if unsafe stop == end + 2 && folded[end + 1] == 0x73 { return unsafe finish(start, end, dots, resume: stop) }
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
    unsafe append(start, end, hashWithoutDots(start, end), initial: text[start])
    return resume
  }

  /// "U.S." and "US" are one word.
  private mutating func hashWithoutDots(_ start: Int, _ end: Int) -> UInt64 {
    unsafe wide.removeAll(keepingCapacity: true)
    for position in start..<end where unsafe folded[position] != 0x2E { unsafe wide.append(folded[position]) }
    return unsafe wide.withUnsafeBufferPointer { unsafe xxh3_64($0.baseAddress, $0.count) }
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
    unsafe setQuoted(opensAfter == closesBefore ? !isQuoted : opensAfter)
  }

  /// Whether the full stop at `position` follows an initial or a short capitalised word ("J.", "Mr.", "Gen.").
  private func endsAbbreviation(at position: Int) -> Bool {
    guard unsafe count > 0, unsafe Int(ends[count - 1]) == position else { return false }
    let size = unsafe Int(ends[count - 1]) - Int(starts[count - 1])
    return unsafe size <= 3 && traits[count - 1].contains(.capitalised)
  }

  // MARK: Beyond ASCII

  /// A word that is being read character by character.
  private struct WideWord {
    var start = -1
    var trait: WordFlags = []
    var endsInDigit = false
    /// Full stops between its single letters.
    var dots = 0
  }

  /// What punctuation inside a run does to the word before it.
  private enum Joint { case ends, joins, joinsInitials, possessive }

  /// Cuts a run that holds characters beyond ASCII into words, by the rules of `join`, and returns where to go on.
  private mutating func scanWide(_ runStart: Int, limit: Int) -> Int {
    var runEnd = unsafe nextGap(from: runStart)
    while unsafe isJoiner(runEnd) { runEnd = unsafe nextGap(from: runEnd + 1) }
    runEnd = min(runEnd, limit)
    var position = runStart
    var word = WideWord()
    var previous = (start: -1, end: -1)
    while position < runEnd {
      let (codePoint, size) = unsafe UnicodeFolding.decode(text, position, runEnd)
      let kind = UnicodeFolding.characterClass(of: codePoint)
      let next = position + size
      switch kind {
      case .letter, .capital, .digit:
        if word.start < 0 {
          word = WideWord(start: position, trait: kind == .capital ? .capitalised : kind == .digit ? .number : [])
        }
        word.endsInDigit = kind == .digit
        previous = (-1, -1)
        position = next
      case .extend:
        position = next
      default:
        position = unsafe endWord(&word, codePoint, at: position, next: next, runEnd)
        if word.start >= 0 || position > next { continue }
        if kind == .unspaced {
          unsafe emitPair(&previous, position - size, position, runEnd)
        } else {
          previous = (-1, -1)
          unsafe readMark(kind, position - size, position)
        }
      }
    }
    if word.start >= 0 { unsafe emitWide(word, runEnd) }
    return runEnd
  }

  /// Writes `word` unless the character at `position` joins it to what follows; returns where to go on.
  private mutating func endWord(_ word: inout WideWord, _ codePoint: Int32, at position: Int, next: Int, _ end: Int) -> Int {
    guard word.start >= 0 else { return next }
    let joint = unsafe joint(word, codePoint, at: position, next: next, end)
    switch joint {
    case .joins: return next
    case .joinsInitials:
      word.dots += 1
      return next
    case .ends, .possessive:
      unsafe emitWide(word, position)
      word = WideWord()
      return joint == .possessive ? next + 1 : next
    }
  }

  private func joint(_ word: WideWord, _ codePoint: Int32, at position: Int, next: Int, _ end: Int) -> Joint {
    guard next < end else { return .ends }
    let after = unsafe UnicodeFolding.characterClass(of: UnicodeFolding.decode(text, next, end).codePoint)
    let isLetter = after == .letter || after == .capital
    switch codePoint {
    case 0x27, 0x2018, 0x2019, 0x02BC:
      guard isLetter, !word.endsInDigit else { return .ends }
      return unsafe folded[next] == 0x73 && !isInsideWord(next + 1, end) ? .possessive : .joins
    case 0x2E, 0x2C:
      if word.endsInDigit { return after == .digit ? .joins : .ends }
      let isInitial = unsafe codePoint == 0x2E && isLetter && text[next] < 0x80 && !isInsideWord(next + 1, end)
      return isInitial && word.dots * 2 + 1 == position - word.start ? .joinsInitials : .ends
    default: return .ends
    }
  }

  private func isInsideWord(_ position: Int, _ end: Int) -> Bool {
    guard position < end else { return false }
    switch unsafe UnicodeFolding.characterClass(of: UnicodeFolding.decode(text, position, end).codePoint) {
    case .letter, .capital, .digit, .extend: return true
    default: return false
    }
  }

  private mutating func readMark(_ kind: UnicodeFolding.CharacterClass, _ start: Int, _ end: Int) {
    // Languages differ in which mark opens („Wort“, »Wort«, ”ord”), so its neighbours decide when its kind cannot be meant.
    let followsWord = unsafe start > 0 && text[start - 1] > 0x20 && text[start - 1] != 0x28
    switch kind {
    case .openingQuote: unsafe setQuoted(!(isQuoted && followsWord))
    case .closingQuote: unsafe setQuoted(!isQuoted && !followsWord && end < length && text[end] > 0x20)
    case .sentenceEnd: unsafe startsSentence = true
    default: unsafe readGap(start, end)
    }
  }

  private mutating func setQuoted(_ opens: Bool) {
    unsafe isQuoted = opens
    if opens { unsafe quoteStart = count }
  }

  private mutating func emitWide(_ word: WideWord, _ end: Int) {
    unsafe wide.removeAll(keepingCapacity: true)
    var bytes = unsafe Array(UnsafeBufferPointer(start: text + word.start, count: end - word.start))
    if word.dots > 0 { bytes.removeAll { $0 == 0x2E } }
    unsafe UnicodeFolding.fold(bytes[...], into: &wide)
    guard unsafe !wide.isEmpty else { return }
    let hash = unsafe wide.withUnsafeBufferPointer { unsafe xxh3_64($0.baseAddress, $0.count) }
    unsafe emit(word.start, end, hash, word.trait)
  }

  /// Writes the pair of the previous character and this one; a lone character is written when no pair follows it.
  private mutating func emitPair(_ previous: inout (start: Int, end: Int), _ start: Int, _ end: Int, _ runEnd: Int) {
    let from = previous.start >= 0 ? previous.start : start
    if previous.start >= 0 {
      unsafe emit(from, end, xxh3_64(text + from, end - from), [])
    } else if unsafe !nextIsUnspaced(end, runEnd) {
      unsafe emit(start, end, xxh3_64(text + start, end - start), [])
    }
    previous = (start, end)
  }

  /// Whether the next character but for marks is of a script without spaces.
  private func nextIsUnspaced(_ position: Int, _ end: Int) -> Bool {
    var position = position
    while position < end {
      let (codePoint, size) = unsafe UnicodeFolding.decode(text, position, end)
      if UnicodeFolding.isUnspaced(codePoint) { return true }
      guard UnicodeFolding.characterClass(of: codePoint) == .extend else { return false }
      position += size
    }
    return false
  }
}
