/// Cuts a text into tokens in one pass over its bytes.
///
/// One token each: `U.S.`, `al-Assad`, `O'Brien`, `1,234.5`, `13:25`, `21st`, `n't`, `'s`, a currency sign, a mark. Compounds of
/// plain words are cut at the hyphen (`44-year-old` is five tokens), so that they align with the open spelling.
struct Tokenizer {
  let bytes: [UInt8]
  let words: WordTable
  /// `l'homme` is two words, as in French and Italian.
  let splitsElisions: Bool
  /// `didnt` is `didn't`: in English.
  let mayLackApostrophes: Bool
  var tokens: [Token] = []
  var position = 0
  /// White space seen since the last token.
  private var before: TokenShape = [.spaced, .lineStart, .paragraphStart]
  private var lineBreaks = 2
  var scratch: [UInt8] = []

  init(bytes: [UInt8], words: WordTable, splitsElisions: Bool, mayLackApostrophes: Bool = false) {
    self.bytes = bytes
    self.words = words
    self.splitsElisions = splitsElisions
    self.mayLackApostrophes = mayLackApostrophes
    tokens.reserveCapacity(bytes.count / 5 + 8)
  }

  static func tokens(of bytes: [UInt8], words: WordTable, splitsElisions: Bool = false, mayLackApostrophes: Bool = false)
    -> [Token]
  {
    var tokenizer = Tokenizer(
      bytes: bytes, words: words, splitsElisions: splitsElisions, mayLackApostrophes: mayLackApostrophes)
    tokenizer.run()
    return tokenizer.tokens
  }

  mutating func run() {
    while position < bytes.count {
      let (kind, length) = CharacterClass.at(position, in: bytes)
      switch kind {
      case .space, .joiner: skip(length, lineBreak: false)
      case .newline: skip(length, lineBreak: true)
      case .letter: if !scanPlainWord() { scanWord() }
      case .digit: scanNumber()
      case .ideograph: emit(position..<position + length, .word, [.nonASCII])
      case .sign: emit(position..<position + length, .sign, [])
      case .quote: emitQuote(length, folded: UInt8(ascii: "\""))
      // What is left of a broken character beside a word may have been any mark.
      case .apostrophe where bytes[position] == 0xEF:
        emit(position..<position + length, .mark, [], word: words.id(of: Array(bytes[position..<position + length])))
      case .apostrophe: scanApostrophe(length)
      case .hyphen, .dash: emitMark(length, folded: UInt8(ascii: "-"))
      case .mark: scanMark(length)
      }
    }
  }

  private mutating func skip(_ length: Int, lineBreak: Bool) {
    before.insert(.spaced)
    if lineBreak {
      // CR LF is one break.
      let second = bytes[position] == 10 && position > 0 && bytes[position - 1] == 13
      if !second { lineBreaks += 1 }
      before.insert(.lineStart)
      if lineBreaks > 1 { before.insert(.paragraphStart) }
    }
    position += length
  }

  /// Adds a token with the folded spelling of its bytes and moves behind it.
  mutating func emit(_ range: Range<Int>, _ kind: TokenKind, _ shape: TokenShape) {
    scratch.removeAll(keepingCapacity: true)
    WordFolding.fold(range, of: bytes, into: &scratch)
    emit(range, kind, shape, word: words.id(of: scratch))
  }

  mutating func emit(_ range: Range<Int>, _ kind: TokenKind, _ shape: TokenShape, word: WordNumber) {
    tokens.append(Token(start: range.lowerBound, end: range.upperBound, word: word, kind: kind, shape: shape.union(before)))
    before = []
    lineBreaks = 0
    position = range.upperBound
  }

  private mutating func emitMark(_ length: Int, folded: UInt8) {
    emit(position..<position + length, .mark, [], word: number(of: folded))
  }

  private mutating func emitQuote(_ length: Int, folded: UInt8) {
    emit(position..<position + length, .quote, [], word: number(of: folded))
  }

  /// The number of a spelling of one byte.
  mutating func number(of folded: UInt8) -> WordNumber {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(folded)
    return words.id(of: scratch)
  }

  /// Two single marks in a row are one double mark; runs of full stops are one ellipsis.
  private mutating func scanApostrophe(_ length: Int) {
    let (next, nextLength) = CharacterClass.at(position + length, in: bytes)
    if next == .apostrophe, bytes[position] == bytes[position + length] {
      emitQuote(length + nextLength, folded: UInt8(ascii: "\""))
    } else {
      emitQuote(length, folded: UInt8(ascii: "'"))
    }
  }

  private mutating func scanMark(_ length: Int) {
    var end = position + length
    if bytes[position] == UInt8(ascii: ".") {
      while end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
    }
    emit(position..<end, .mark, [])
  }

  func kind(at position: Int) -> CharacterClass { CharacterClass.at(position, in: bytes).0 }

  func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
  func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

extension Tokenizer {
  /// A number with its grouping, decimals, clock or ordinal ending; letters that follow become a token of their own.
  mutating func scanNumber() {
    let start = position
    var end = digitsEnd(from: start)
    if let clock = clockEnd(start: start, hourEnd: end) {
      end = clock
    } else if let date = dateEnd(start: start, end: end) {
      end = date
    } else if let slash = slashEnd(start: start, end: end) {
      end = slash
    } else {
      while let next = groupEnd(start: start, at: end) { end = next }
    }
    let (suffixEnd, shape) = suffix(start: start, at: end)
    if isCode(from: suffixEnd) { return emitCode(from: start) }
    emit(start..<suffixEnd, .number, shape)
    emitMeridiem()
  }

  private func digitsEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let (kind, length) = CharacterClass.at(end, in: bytes)
      guard kind == .digit else { break }
      end += length
    }
    return end
  }

  /// `13:25`, `9:05:30`, `13h25`, `13 h 25`: hours of at most 24, minutes of two digits below 60.
  private func clockEnd(start: Int, hourEnd: Int) -> Int? {
    guard hourEnd - start <= 2, hourEnd + 2 < bytes.count else { return nil }
    if let spaced = spacedClockEnd(hourEnd) { return spaced }
    let isHour = bytes[hourEnd] == UInt8(ascii: "h")
    guard isHour || bytes[hourEnd] == UInt8(ascii: ":") else { return nil }
    let minutes = digitsEnd(from: hourEnd + 1)
    guard minutes - hourEnd == 3, bytes[hourEnd + 1] < UInt8(ascii: "6") else { return nil }
    if isHour { return kind(at: minutes) == .letter ? nil : minutes }
    if minutes + 2 < bytes.count, bytes[minutes] == UInt8(ascii: ":"), digitsEnd(from: minutes + 1) - minutes == 3 {
      return minutes + 3
    }
    return minutes
  }

  /// The end of ` h 25`, as French typesets it.
  private func spacedClockEnd(_ hourEnd: Int) -> Int? {
    let letter = spaceEnd(hourEnd)
    guard letter > hourEnd, letter < bytes.count, bytes[letter] == UInt8(ascii: "h") else { return nil }
    let first = spaceEnd(letter + 1)
    let end = digitsEnd(from: first)
    guard first > letter + 1, end == first + 2, bytes[first] < UInt8(ascii: "6"), kind(at: end) != .letter else { return nil }
    return end
  }

  /// The end of the one space, of whatever width, at a place; the place itself where there is none.
  private func spaceEnd(_ place: Int) -> Int {
    let (kind, length) = CharacterClass.at(place, in: bytes)
    return place < bytes.count && kind == .space ? place + length : place
  }

  /// `8/1/2020`: a day, a month and a year of four digits, and no path that goes on.
  private func dateEnd(start: Int, end: Int) -> Int? {
    guard end - start <= 2, end < bytes.count, bytes[end] == UInt8(ascii: "/"),
      start == 0 || bytes[start - 1] != UInt8(ascii: "/")
    else { return nil }
    let middle = digitsEnd(from: end + 1)
    guard (1...2).contains(middle - end - 1), middle < bytes.count, bytes[middle] == UInt8(ascii: "/") else { return nil }
    let last = digitsEnd(from: middle + 1)
    return last - middle == 5 && (last == bytes.count || bytes[last] != UInt8(ascii: "/")) ? last : nil
  }

  /// `2017/18` and `1/2`, `64/1990` and `64/90`, the numbers of laws and cases, but not the dates `8/1/2020`.
  private func slashEnd(start: Int, end: Int) -> Int? {
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "/") else { return nil }
    let second = digitsEnd(from: end + 1)
    let lengths = (end - start, second - end - 1)
    guard second == bytes.count || bytes[second] != UInt8(ascii: "/"), start == 0 || bytes[start - 1] != UInt8(ascii: "/") else {
      return nil
    }
    switch lengths {
    case (4, 2), (4, 4), (1, 1), (1, 2), (2, 2), (1...3, 4): return second
    default: return nil
    }
  }

  /// One more group behind a separator: `,234`, `.5`, `'000`, or a thin space and three digits.
  private func groupEnd(start: Int, at end: Int) -> Int? {
    guard end < bytes.count else { return nil }
    let (kind, length) = CharacterClass.at(end, in: bytes)
    let next = end + length
    guard next < bytes.count, isDigit(bytes[next]) else { return nil }
    let group = digitsEnd(from: next)
    switch bytes[end] {
    case UInt8(ascii: "."), UInt8(ascii: ","): return group
    case UInt8(ascii: "'"): return group - next == 3 ? group : nil
    case 0xE2 where kind == .apostrophe: return group - next == 3 ? group : nil
    default:
      // A hard or thin space groups digits; an ordinary one does not, that is for the number reader to decide.
      return kind == .space && bytes[end] >= 0x80 && group - next == 3 && end - start <= 3 + 4 * 4 ? group : nil
    }
  }

  /// `st nd rd th` and the `s` of decades stay with the number.
  private func suffix(start: Int, at end: Int) -> (Int, TokenShape) {
    guard end < bytes.count, isLower(bytes[end] | 0x20) else { return (end, []) }
    if end + 1 < bytes.count, kind(at: end + 2) != .letter, kind(at: end + 2) != .digit {
      switch String(decoding: bytes[end..<end + 2], as: UTF8.self).lowercased() {
      case "st", "nd", "rd", "th": return (end + 2, .ordinal)
      default: break
      }
    }
    let decade = bytes[end] == UInt8(ascii: "s") && (end - start == 4 || end - start == 2) && kind(at: end + 1) != .letter
    return (decade ? end + 1 : end, [])
  }

  /// `5G`, `3D`, `737MAX`: capitals right behind the digits make it a name, unless they are AM, PM or a multiplier.
  private func isCode(from end: Int) -> Bool {
    guard end < bytes.count, isUpper(bytes[end]) else { return false }
    var stop = end
    while stop < bytes.count, kind(at: stop) == .letter { stop += 1 }
    switch String(decoding: bytes[end..<stop], as: UTF8.self).lowercased() {
    case "am", "pm", "m", "mn", "bn", "k", "km", "kg", "mph", "c", "f", "gmt", "gb", "mw", "b", "tn": return false
    default: return true
    }
  }

  private mutating func emitCode(from start: Int) {
    var end = start
    while end < bytes.count, kind(at: end) == .letter || kind(at: end) == .digit { end += CharacterClass.at(end, in: bytes).1 }
    emit(start..<end, .word, .capitalised)
  }

  /// `11am`, `11 pm`: one spelling for all, so that it cannot be taken for the verb.
  private mutating func emitMeridiem() {
    var start = position
    if start < bytes.count, bytes[start] == UInt8(ascii: " ") { start += 1 }
    guard start + 1 < bytes.count, bytes[start + 1] | 0x20 == UInt8(ascii: "m"), kind(at: start + 2) != .letter else { return }
    let first = bytes[start] | 0x20
    guard first == UInt8(ascii: "a") || first == UInt8(ascii: "p"), isLower(first), bytes[start] != first || start >= position
    else { return }
    emit(start..<start + 2, .word, [], word: words.id(of: first == UInt8(ascii: "a") ? "a.m." : "p.m."))
  }
}
