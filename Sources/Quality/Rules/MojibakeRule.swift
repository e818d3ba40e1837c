internal import Boilerplate
internal import Drift
internal import Text

struct MojibakeRule: QualityRule {
  let id = FlagID.mojibake
  let definition = "Characters broken by a wrong encoding, or left in the page's own notation."
  let example = "\"Â£600\" for \"£600\", \"itâ€™s\" for \"it’s\", \"R&amp;D\", \"\\u2019\"."
  let limits = """
    Knows UTF-8 read as Latin-1 or a Windows code page, Cyrillic read as Latin-1, replacement characters, question marks in the place of \
    letters, entities and escapes; other mix-ups are not found.
    """
  let weight = QualityTuning.standard.defectWeight

  /// What broke the characters; each is one finding, from its first place to its last.
  private enum Cause: CaseIterable {
    case encoding, lost, notation

    func message(_ count: Int) -> String {
      switch self {
      case .encoding: count == 1 ? "A character broken by a wrong encoding." : "\(count) characters broken by a wrong encoding."
      case .lost: "\(count) letters became question marks."
      case .notation: count == 1 ? "A character in the page's notation." : "\(count) characters in the page's notation."
      }
    }
  }

  func flags(in article: QualityArticle, cluster: ClusterContext?) -> [QualityFlag] {
    let text = article.source.text
    var found: [Cause: (range: Range<Int>, count: Int, bytes: Int)] = [:]
    var i = 0
    while i < text.count {
      guard let (cause, length) = broken(text, i) else {
        i += 1
        continue
      }
      let known = found[cause] ?? (i..<i, 0, 0)
      found[cause] = (known.range.lowerBound..<i + length, known.count + 1, known.bytes + length)
      i += length
    }
    // Of a script of its own hardly a character stays what it was, which only the whole text shows.
    if let misread = article.source.view?.misread, misread.count > found[.encoding]?.count ?? 0 {
      found[.encoding] = (misread.range, misread.count, misread.bytes)
    }
    if found[.encoding] == nil, let misread = Self.otherScript(text) { found[.encoding] = misread }
    // One may be a slip of the keyboard.
    if let lost = found[.lost], lost.count < QualityTuning.standard.lostLetters { found[.lost] = nil }
    // The notation of a text that is HTML is that flag's.
    if MarkupRule.isHTML(article) { found[.notation] = nil }
    return Cause.allCases.compactMap { cause in
      guard let (range, count, bytes) = found[cause] else { return nil }
      let isThick = count > 2 && Double(bytes) >= QualityTuning.standard.brokenShare * Double(text.count)
      return article.sourceFlag(id, range, isThick ? .major : .minor, cause.message(count))
    }
  }

  /// The broken character at `i` and its bytes.
  private func broken(_ text: [UInt8], _ i: Int) -> (Cause, Int)? {
    switch text[i] {
    case 0xC3...0xC5, 0xC8, 0xC9: length(latin(text, i)).map { (.encoding, $0) }
    case 0x3F: isLostLetter(text, i) ? (.lost, 1) : nil
    case 0xEF: i + 2 < text.count && text[i + 1] == 0xBF && text[i + 2] == 0xBD ? (.encoding, 3) : nil
    case 0x26: length(entity(text, i)).map { (.notation, $0) }
    case 0x5C: length(escape(text, i)).map { (.notation, $0) }
    default: nil
    }
  }

  /// A question mark between letters of one word, but for addresses: "Pr?sident"; before a broken quotation mark it is one.
  private func isLostLetter(_ text: [UInt8], _ i: Int) -> Bool {
    guard i > 0, i + 1 < text.count, latin(text, i + 1) == 0,
      TextBytes.isLower(text[i + 1]) || text[i + 1] >= 0x80 && TextBytes.isWordByte(text[i + 1])
    else { return false }
    // Quotation marks and dashes have several bytes too: the first one tells.
    let before = text[..<i].lastIndex { $0 & 0xC0 != 0x80 } ?? 0
    guard TextBytes.isWordByte(text[before]), !TextBytes.isDigit(text[before]) else { return false }
    let start = text[..<i].lastIndex(where: TextBytes.isSpace).map { $0 + 1 } ?? 0
    let end = text[i...].firstIndex(where: TextBytes.isSpace) ?? text.count
    return !text[start..<end].contains { $0 == 0x2F || $0 == 0x3D || $0 == 0x26 || $0 == 0x40 }
  }

  /// A text nearly all of whose letters are the accented ones of Western Europe: another alphabet, a byte a letter, read as
  /// Latin-1.
  private static func otherScript(_ text: [UInt8]) -> (range: Range<Int>, count: Int, bytes: Int)? {
    var (first, last, accented, plain) = (text.count, 0, 0, 0)
    for (i, byte) in text.enumerated() {
      if byte == 0xC3 {
        (first, last) = (min(first, i), i + 2)
        accented += 1
      } else if TextBytes.isLower(byte | 0x20) || byte >= 0xC4 {
        plain += 1
      }
    }
    let tuning = QualityTuning.standard
    guard accented >= tuning.misreadLetters, Double(accented) >= tuning.misreadShare * Double(accented + plain) else {
      return nil
    }
    return (first..<last, accented, 2 * accented)
  }

  private func length(_ length: Int) -> Int? { length > 0 ? length : nil }

  /// Â, Ã, Ä, Å, â, Ð, Ñ, Ø or Ù with what the second byte of a UTF-8 character looks like in Latin-1 or Windows-1252.
  private func latin(_ text: [UInt8], _ i: Int) -> Int {
    guard text[i] == 0xC3, i + 3 < text.count else { return 0 }
    let next = text[i + 2]
    let third = text[i + 3]
    let isSign = next == 0xC2 && third >= 0x80 && third <= 0xBF
    switch text[i + 1] {
    case 0x83, 0x84, 0x85: return isSign ? 4 : windows(text, i)
    case 0x82, 0x90, 0x91, 0x98, 0x99: return isSign ? 4 : 0
    case 0xA2:
      if isSign, third < 0xA0 { return 4 }
      guard next == 0xE2, third == 0x82, i + 4 < text.count, text[i + 4] == 0xAC else { return 0 }
      return 5 + rest(text, i + 5)
    default: return 0
    }
  }

  /// Ã, Ä or Å with a sign that only Windows-1252 has for a second byte: "Ã‰cole", "GroÃŸ".
  ///
  /// Capitals may stand before a sign of punctuation ("AMANHÃ”"), so the word has to go on in small letters, unless the sign is a
  /// letter that stands behind no Ã.
  private func windows(_ text: [UInt8], _ i: Int) -> Int {
    let second = text[(i + 2)...]
    let isLetter = [[0xC5, 0xA0], [0xC5, 0x92], [0xC5, 0xBD], [0xC5, 0x93], [0xC5, 0xBE], [0xC5, 0xB8]].contains {
      second.starts(with: $0)
    }
    if isLetter, text[i + 1] == 0x83 { return 4 }
    let length = second.first == 0xE2 ? 3 : [0xC5, 0xC6, 0xCB].contains(second.first) ? 2 : 0
    guard length > 0, i + 2 + length < text.count else { return 0 }
    let next = text[i + 2 + length]
    return TextBytes.isLower(next) || next == 0xC3 ? 2 + length : 0
  }

  /// The third sign of a broken curly quote or dash: ™, œ, “, ” or a Latin-1 sign.
  private func rest(_ text: [UInt8], _ i: Int) -> Int {
    guard i + 1 < text.count else { return 0 }
    if text[i] == 0xE2, i + 2 < text.count { return 3 }
    return text[i] == 0xC2 || text[i] == 0xC5 || text[i] == 0xCB ? 2 : 0
  }

  /// "&amp;", "&#8217;", "&#x27;": a name of two to eight letters or a number.
  private func entity(_ text: [UInt8], _ i: Int) -> Int {
    var end = i + 1
    let isNumber = end < text.count && text[end] == UInt8(ascii: "#")
    if isNumber { end += 1 }
    while end < min(text.count, i + 10), TextBytes.isDigit(text[end]) || TextBytes.isLower(text[end] | 0x20) { end += 1 }
    guard end < text.count, text[end] == UInt8(ascii: ";"), end - i >= 3 else { return 0 }
    // "AT&T;" and the like: names begin with a letter and most are small.
    let isName = !isNumber && text[(i + 1)..<end].count(where: TextBytes.isLower) >= 2
    return isNumber || isName ? end + 1 - i : 0
  }

  /// An escape of a string literal: \u2019, \", and \n before what begins a paragraph, as no path of a file has it.
  private func escape(_ text: [UInt8], _ i: Int) -> Int {
    guard i + 1 < text.count else { return 0 }
    if text[i + 1] == UInt8(ascii: "\"") { return 2 }
    if text[i + 1] == UInt8(ascii: "n"), i + 2 < text.count {
      let isParagraph = text[i + 2] == UInt8(ascii: "\\") || TextBytes.isUpper(text[i + 2]) || TextBytes.isSpace(text[i + 2])
      return isParagraph && i > 0 && ".!?\"n".utf8.contains(text[i - 1]) ? 2 : 0
    }
    guard i + 5 < text.count, text[i + 1] == UInt8(ascii: "u") else { return 0 }
    let isHex = text[(i + 2)...(i + 5)].allSatisfy { TextBytes.isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
    return isHex ? 6 : 0
  }
}
