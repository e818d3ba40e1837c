internal import CKernels
internal import CXXHash

/// One pass over one text: the loop behind ``WordScanner``.
///
/// A C kernel reads ASCII words and stops at each run with characters beyond, which is read here.
///
/// The module's only unsafe code beside its C calls.
///
/// SAFETY: the text and its folding hold `length` bytes and 64 more, `bits` one bit for each of them and a zero word at the end,
/// and the stream's arrays have `length + 2` places; `WordScanner.scan` sees to it.
@unsafe struct ScanPass {
  private var words: newsprint_words
  var wide: [UInt8]

  private var text: UnsafePointer<UInt8> { unsafe words.text }
  private var folded: UnsafePointer<UInt8> { unsafe words.folded }
  private var length: Int { unsafe words.length }

  init(
    text: UnsafePointer<UInt8>, folded: UnsafePointer<UInt8>, bits: UnsafePointer<UInt64>, length: Int, wide: [UInt8],
    hashes: UnsafeMutablePointer<UInt64>, starts: UnsafeMutablePointer<UInt32>, ends: UnsafeMutablePointer<UInt32>,
    traits: UnsafeMutablePointer<WordFlags>
  ) {
    // A set of flags is its raw value.
    let traits = unsafe UnsafeMutableRawPointer(traits).assumingMemoryBound(to: UInt8.self)
    unsafe words = newsprint_words(
      text: text, folded: folded, bits: bits, length: length, hashes: hashes, starts: starts, ends: ends, traits: traits,
      position: 0, count: 0, quote_start: 0, is_quoted: 0, starts_sentence: 1)
    unsafe self.wide = wide
  }

  /// Writes all words and returns their number.
  mutating func run(excluding excluded: [Range<Int>]) -> Int {
    var nextExcluded = 0
    while true {
      let limit = unsafe limit(excluded, nextExcluded)
      switch unsafe newsprint_words_read(&words, limit) {
      case NEWSPRINT_WORDS_LIMIT:
        let start = unsafe words.position
        while nextExcluded < excluded.count, excluded[nextExcluded].upperBound <= start { nextExcluded += 1 }
        if nextExcluded < excluded.count, excluded[nextExcluded].lowerBound <= start {
          unsafe words.position = excluded[nextExcluded].upperBound
          unsafe words.starts_sentence = 1
          unsafe words.is_quoted = 0
        }
      case NEWSPRINT_WORDS_WIDE: unsafe words.position = scanWide(words.position, limit: limit)
      default: return unsafe words.count
      }
    }
  }

  private func limit(_ excluded: [Range<Int>], _ next: Int) -> Int {
    next < excluded.count ? excluded[next].lowerBound : unsafe length
  }

  // MARK: Runs of word bytes

  @inline(__always)
  private func isWordByte(_ position: Int) -> Bool { unsafe words.bits[position >> 6] >> UInt64(position & 63) & 1 == 1 }

  @inline(__always)
  private func nextGap(from position: Int) -> Int {
    var index = position >> 6
    var word = unsafe ~words.bits[index] & (~0 << UInt64(position & 63))
    while word == 0 {
      index += 1
      word = unsafe ~words.bits[index]
    }
    return index << 6 | word.trailingZeroBitCount
  }

  /// Whether an apostrophe, full stop or comma with a word byte behind it stands at `position`.
  @inline(__always)
  private func isJoiner(_ position: Int) -> Bool {
    let byte = unsafe text[position]
    return unsafe (byte == 0x2E || byte == 0x2C || byte == 0x27) && isWordByte(position + 1)
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

  /// Cuts a run that holds characters beyond ASCII into words, by the rules of the kernel's `join`, and returns where to go on.
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
    case .openingQuote: unsafe setQuoted(!(words.is_quoted != 0 && followsWord))
    case .closingQuote: unsafe setQuoted(words.is_quoted == 0 && !followsWord && end < length && text[end] > 0x20)
    case .sentenceEnd: unsafe words.starts_sentence = 1
    default: unsafe newsprint_words_read_gap(&words, start, end)
    }
  }

  private mutating func setQuoted(_ opens: Bool) {
    unsafe words.is_quoted = opens ? 1 : 0
    if opens { unsafe words.quote_start = words.count }
  }

  private mutating func emitWide(_ word: WideWord, _ end: Int) {
    unsafe wide.removeAll(keepingCapacity: true)
    var bytes = unsafe Array(UnsafeBufferPointer(start: text + word.start, count: end - word.start))
    if word.dots > 0 { bytes.removeAll { $0 == 0x2E } }
    unsafe UnicodeFolding.fold(bytes[...], into: &wide)
    guard unsafe !wide.isEmpty else { return }
    let hash = unsafe wide.withUnsafeBufferPointer { unsafe xxh3_64($0.baseAddress, $0.count) }
    unsafe newsprint_words_append(&words, word.start, end, hash, word.trait.rawValue)
  }

  /// Writes the pair of the previous character and this one; a lone character is written when no pair follows it.
  private mutating func emitPair(_ previous: inout (start: Int, end: Int), _ start: Int, _ end: Int, _ runEnd: Int) {
    let from = previous.start >= 0 ? previous.start : start
    if previous.start >= 0 {
      unsafe newsprint_words_append(&words, from, end, xxh3_64(text + from, end - from), 0)
    } else if unsafe !nextIsUnspaced(end, runEnd) {
      unsafe newsprint_words_append(&words, start, end, xxh3_64(text + start, end - start), 0)
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
