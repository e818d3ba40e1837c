internal import Resources

extension Tokenizer {
  /// What a word of `token_words.tsv` is.
  private enum Kind: String {
    case prefix, negated, elided
  }

  private static let lists: [Kind: Set<String>] = {
    var lists: [Kind: Set<String>] = [:]
    for row in Resource.rows("token_words.tsv") where row.count >= 2 {
      guard let kind = Kind(rawValue: String(row[0])) else { continue }
      lists[kind, default: []].formUnion(row[1].split(separator: " ").map(String.init))
    }
    return lists
  }()

  /// Prefixes that stay with their word: `anti-government`, `re-elect`.
  private static let boundPrefixes = lists[.prefix] ?? []
  /// What is left of a contraction before a lost apostrophe: `isn t`.
  private static let negatedStems = lists[.negated] ?? []
  private static let elided = lists[.elided] ?? []

  /// Takes the word that begins here when it is like most: ASCII letters, small behind the first, and then white space, a comma
  /// or the full stop of a sentence; false for any other, which ``scanWord()`` takes.
  mutating func scanPlainWord() -> Bool {
    let start = position
    let first = bytes[start]
    guard isLower(first | 0x20) else { return false }
    var end = start + 1
    while end < bytes.count, isLower(bytes[end]) { end += 1 }
    guard end - start > 1, endsPlainWord(start, end) else { return false }
    let word = words.id(ofLetters: start..<end, in: bytes)
    // In wide letters the word would have no place to be cut at.
    if end - start == 6, first | 0x20 == UInt8(ascii: "c"), words.bytes(word).elementsEqual("cannot".utf8) { return false }
    if emitLostContraction(start..<end, isUpper(first) ? .capitalised : []) { return true }
    emit(start..<end, .word, isUpper(first) ? .capitalised : [], word: word)
    return true
  }

  /// `didnt`, whose apostrophe was lost, as `didn't`.
  private mutating func emitLostContraction(_ range: Range<Int>, _ shape: TokenShape) -> Bool {
    // "Dont" is a word of French, "cant" and "wont" are of English.
    guard mayLackApostrophes, range.count >= 4, range.count <= 8, bytes[range].suffix(2).elementsEqual("nt".utf8),
      Self.negatedStems.contains(String(decoding: bytes[range.dropLast()], as: UTF8.self).lowercased())
    else { return false }
    emit(range.lowerBound..<range.upperBound - 2, .word, shape)
    emit(range.upperBound - 2..<range.upperBound, .word, [], word: words.id(of: "not"))
    return true
  }

  /// Nothing behind the letters can belong to the word: no apostrophe, present or lost, no hyphen, no address.
  private func endsPlainWord(_ start: Int, _ end: Int) -> Bool {
    guard end < bytes.count else { return true }
    let next = end + 1 < bytes.count ? bytes[end + 1] : 0x0A
    switch bytes[end] {
    case 0x20: return next != UInt8(ascii: "t") || self.kind(at: end + 2) == .letter
    case 0x0A, UInt8(ascii: ","): return true
    // "www." may begin an address.
    case UInt8(ascii: "."): return (next == 0x20 || next == 0x0A) && bytes[start] != UInt8(ascii: "w")
    default: return false
    }
  }

  mutating func scanWord() {
    let start = position
    if let end = dottedEnd(from: start) { return emitDotted(start..<end) }
    if let end = addressEnd(from: start) { return emit(start..<end, .word, []) }
    var end = start
    var hyphens: [Int] = []
    var shape: TokenShape = []
    var upper = 0
    var letters = 0
    scan: while end < bytes.count {
      let (kind, length) = CharacterClass.at(end, in: bytes)
      switch kind {
      case .letter, .joiner:
        letters += 1
        if bytes[end] >= 0x80 {
          shape.insert(.nonASCII)
          if kind == .letter, isCapital(end) { upper += 1; if end == start { shape.insert(.capitalised) } }
        } else if isUpper(bytes[end]) {
          upper += 1
          if end == start { shape.insert(.capitalised) }
        }
      case .digit where isGlued(at: end): break scan
      case .digit: break
      case .apostrophe where splitsElisions && isElided(start..<end) && self.kind(at: end + length) == .letter:
        end += length
        break scan
      case .apostrophe:
        guard self.kind(at: end + length) == .letter, bytes[end] != UInt8(ascii: "`"), !isClitic(after: end + length) else {
          break scan
        }
      case .hyphen:
        let next = self.kind(at: end + length)
        guard next == .letter || next == .digit else { break scan }
        hyphens.append(end)
      case .mark:
        // A site's name: a full stop between small letters.
        guard isSiteDot(end, start: start) else { break scan }
      default: break scan
      }
      end += length
    }
    if upper >= 2, upper >= letters { shape.insert(.allCapitals) }
    emitWord(start..<end, shape, hyphens: hyphens)
    scanClitic()
  }

  private func isCapital(_ position: Int) -> Bool {
    guard let (value, _) = CharacterClass.decode(position, in: bytes), !WordFolding.isNoCapital(value),
      let scalar = Unicode.Scalar(value)
    else { return false }
    return scalar.properties.isUppercase
  }

  /// Arabic and Hebrew write a particle or a noun and the number behind it without a space.
  private func isGlued(at digit: Int) -> Bool {
    digit >= 2 && (0xD7...0xDB).contains(bytes[digit - 2]) && bytes[digit - 1] >= 0x80
  }

  private func isSiteDot(_ end: Int, start: Int) -> Bool {
    guard bytes[end] == UInt8(ascii: "."), end - start >= 2, end + 2 < bytes.count else { return false }
    return isLower(bytes[end - 1]) && isLower(bytes[end - 2]) && isLower(bytes[end + 1]) && isLower(bytes[end + 2])
  }

  // MARK: Hyphens

  private mutating func emitWord(_ range: Range<Int>, _ shape: TokenShape, hyphens: [Int]) {
    guard let first = hyphens.first, splits(range, first: first, shape: shape) else { return emitPlain(range, shape) }
    var start = range.lowerBound
    for hyphen in hyphens {
      let length = bytes[hyphen] < 0x80 ? 1 : 3
      emitPlain(start..<hyphen, start == range.lowerBound ? shape.subtracting(.allCapitals) : [])
      emit(hyphen..<hyphen + length, .mark, [], word: number(of: UInt8(ascii: "-")))
      start = hyphen + length
    }
    emitPlain(start..<range.upperBound, [])
  }

  /// A compound is cut when no part but the first letter is capital and the first part is no bound prefix.
  private func splits(_ range: Range<Int>, first: Int, shape: TokenShape) -> Bool {
    if shape.contains(.allCapitals) || first - range.lowerBound < 2 { return false }
    for index in range.lowerBound + 1..<range.upperBound where isUpper(bytes[index]) || isDigit(bytes[index]) { return false }
    let prefix = String(decoding: bytes[range.lowerBound..<first], as: UTF8.self).lowercased()
    return !Self.boundPrefixes.contains(prefix)
  }

  private mutating func emitPlain(_ range: Range<Int>, _ shape: TokenShape) {
    scratch.removeAll(keepingCapacity: true)
    WordFolding.fold(range, of: bytes, into: &scratch)
    // In wide letters the word has no place to be cut at.
    if range.count == 6, scratch.elementsEqual("cannot".utf8) {
      emit(range.lowerBound..<range.lowerBound + 3, .word, shape, word: words.id(of: "can"))
      return emit(range.lowerBound + 3..<range.upperBound, .word, [], word: words.id(of: "not"))
    }
    if scratch.count == 2, shape.contains(.allCapitals), scratch.elementsEqual("us".utf8) {
      return emit(range, .word, shape, word: words.id(of: "u.s."))
    }
    emitContracted(range, shape)
  }

  // MARK: Contractions

  /// True when `'s`, `'re`, `'ve`, `'ll`, `'d`, `'m` or the `'t` of `n't` begins at `position`, just behind the apostrophe.
  private func isClitic(after position: Int) -> Bool {
    var end = position
    while end < bytes.count, end - position < 3, isLower(bytes[end] | 0x20) { end += 1 }
    guard kind(at: end) != .letter, kind(at: end) != .digit else { return false }
    let first = end > position ? bytes[position] | 0x20 : 0
    let second = end > position + 1 ? bytes[position + 1] | 0x20 : 0
    switch (end - position, first, second) {
    case (1, UInt8(ascii: "s"), _), (1, UInt8(ascii: "d"), _), (1, UInt8(ascii: "m"), _), (1, UInt8(ascii: "t"), _): return true
    case (2, UInt8(ascii: "r"), UInt8(ascii: "e")), (2, UInt8(ascii: "v"), UInt8(ascii: "e")),
      (2, UInt8(ascii: "l"), UInt8(ascii: "l")):
      return true
    default: return false
    }
  }

  /// The length of an apostrophe behind a word, or of what broken encodings made of one before a clitic: `can\u{FFFD}t`,
  /// `they?re`.
  private func apostropheLength(at position: Int) -> Int? {
    let (kind, length) = CharacterClass.at(position, in: bytes)
    if kind == .apostrophe { return length }
    guard kind == .mark, position < bytes.count, bytes[position] == UInt8(ascii: "?") || isBroken(position),
      isClitic(after: position + length)
    else { return nil }
    return length
  }

  /// U+FFFD, or a byte that is no UTF-8.
  private func isBroken(_ position: Int) -> Bool {
    guard bytes[position] >= 0x80 else { return false }
    return CharacterClass.decode(position, in: bytes).map { $0.0 == 0xFFFD } ?? true
  }

  /// The blank that stands for a lost apostrophe: `isn t`, `can t`.
  private func lostApostropheLength(at position: Int) -> Int? {
    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: " "), bytes[position + 1] == UInt8(ascii: "t"),
      kind(at: position + 2) != .letter, kind(at: position + 2) != .digit, kind(at: position + 2) != .apostrophe,
      Self.negatedStems.contains(String(decoding: scratch, as: UTF8.self))
    else { return nil }
    return 1
  }

  /// A word that lost its vowel before another: `l`, `qu`, `dell`.
  private func isElided(_ range: Range<Int>) -> Bool {
    range.count <= 6 && Self.elided.contains(String(decoding: bytes[range], as: UTF8.self).lowercased())
  }

  /// Emits a word; when `'t` follows and the word ends in n, the n goes with it: `do` + `n't`.
  private mutating func emitContracted(_ range: Range<Int>, _ shape: TokenShape) {
    let word = words.id(of: scratch)
    let length = apostropheLength(at: range.upperBound) ?? lostApostropheLength(at: range.upperBound) ?? 0
    let after = range.upperBound + length
    guard length > 0, range.count > 2, scratch.last == UInt8(ascii: "n"), bytes[range.upperBound - 1] < 0x80,
      after < bytes.count,
      bytes[after] | 0x20 == UInt8(ascii: "t"), kind(at: after + 1) != .letter
    else { return emit(range, .word, shape, word: word) }
    scratch.removeLast()
    let stem: [UInt8] =
      switch String(decoding: scratch, as: UTF8.self) {
      case "ca": Array("can".utf8)
      case "wo": Array("will".utf8)
      case "sha": Array("shall".utf8)
      default: scratch
      }
    emit(range.lowerBound..<range.upperBound - 1, .word, shape, word: words.id(of: stem))
    emit(range.upperBound - 1..<after + 1, .word, [], word: words.id(of: "not"))
  }

  /// Emits `'s`, `'re` ...
  ///
  /// written out when they stand right behind the last word.
  private mutating func scanClitic() {
    guard let length = apostropheLength(at: position), isClitic(after: position + length) else { return }
    var end = position + length
    while end < bytes.count, isLower(bytes[end] | 0x20) { end += 1 }
    let spelling = String(decoding: bytes[position + length..<end], as: UTF8.self).lowercased()
    emit(position..<end, .word, .clitic, word: words.id(of: writtenOut(spelling)))
  }

  private func writtenOut(_ clitic: String) -> String {
    switch clitic {
    case "re": return "are"
    case "ve": return "have"
    case "ll": return "will"
    case "m": return "am"
    case "s":
      guard let last = tokens.last else { return "'s" }
      switch words.string(last.word) {
      case "it", "he", "she", "that", "there", "here", "what", "who", "where", "how": return "is"
      case "let": return "us"
      default: return "'s"
      }
    default: return "'" + clitic
    }
  }

  // MARK: Letters with full stops, addresses

  /// The end of `U.S.`, `U.S`, `e.g.`, `J.R.R.` starting here, or nil.
  private func dottedEnd(from start: Int) -> Int? {
    var end = start
    var pieces = 0
    // No abbreviation is longer; the limit keeps a long run from being read again and again.
    while pieces < 12, end + 1 < bytes.count, isLower(bytes[end] | 0x20), bytes[end + 1] == UInt8(ascii: ".") {
      pieces += 1
      end += 2
    }
    guard pieces >= 1 else { return nil }
    // `U.S` without its last stop.
    if end < bytes.count, isUpper(bytes[end]), isUpper(bytes[start]), kind(at: end + 1) != .letter,
      kind(at: end + 1) != .apostrophe
    {
      return end + 1
    }
    // `U.S.-led` and `U.S.` alike; `I.The` is no abbreviation.
    guard pieces >= 2, end >= bytes.count || kind(at: end) != .letter else { return nil }
    return end
  }

  private mutating func emitDotted(_ range: Range<Int>) {
    scratch.removeAll(keepingCapacity: true)
    for byte in bytes[range] where byte != UInt8(ascii: ".") { scratch.append(byte | 0x20) }
    let shape: TokenShape = isUpper(bytes[range.lowerBound]) ? [.dotted, .capitalised, .allCapitals] : [.dotted]
    let word =
      switch String(decoding: scratch, as: UTF8.self) {
      case "us": words.id(of: "u.s.")
      case "am": words.id(of: "a.m.")
      case "pm": words.id(of: "p.m.")
      default: words.id(of: scratch)
      }
    emit(range, .word, shape, word: word)
    scanClitic()
  }

  /// The end of a web address starting here, or nil.
  private func addressEnd(from start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "h") || bytes[start] == UInt8(ascii: "w") else { return nil }
    let head = bytes[start..<min(bytes.count, start + 8)]
    guard head.starts(with: "http://".utf8) || head.starts(with: "https://".utf8) || head.starts(with: "www.".utf8) else {
      return nil
    }
    var end = start
    while end < bytes.count {
      let (kind, length) = CharacterClass.at(end, in: bytes)
      if kind == .space || kind == .newline || kind == .quote { break }
      end += length
    }
    while end > start + 4 {
      let last = characterStart(before: end)
      guard kind(at: last) == .mark, bytes[last] != UInt8(ascii: "/") else { break }
      end = last
    }
    return end
  }

  /// Where the character begins that ends at `end`.
  private func characterStart(before end: Int) -> Int {
    var start = end - 1
    while start > 0, end - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return CharacterClass.at(start, in: bytes).1 == end - start ? start : end - 1
  }
}
