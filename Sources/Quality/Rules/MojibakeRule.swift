internal import Boilerplate

struct MojibakeRule: QualityRule {
  let id = "mojibake"
  let definition = "Characters broken by a wrong encoding, or left in the page's own notation."
  let example = "\"Â£600\" for \"£600\", \"itâ€™s\" for \"it’s\", \"R&amp;D\", \"\\u2019\"."
  let limits =
    "Knows UTF-8 read as Latin-1 or Windows-1252, replacement characters and HTML entities; other mix-ups are not found."
  let weight = 0.3

  func flags(in article: QualityArticle, cluster: ClusterContext?, after flags: [QualityFlag]) -> [QualityFlag] {
    var result: [QualityFlag] = []
    var i = 0
    let text = article.source.text
    while i < text.count, result.count < QualityInspector.mostFlags {
      let length = broken(text, i)
      guard length > 0 else {
        i += 1
        continue
      }
      var end = i + length
      while end < text.count, case let more = broken(text, end), more > 0 { end += more }
      result.append(article.sourceFlag(id, i..<end, .minor, "Characters broken by a wrong encoding."))
      i = end
    }
    return result
  }

  /// Bytes of the broken character at `i`, or 0.
  private func broken(_ text: [UInt8], _ i: Int) -> Int {
    switch text[i] {
    case 0xC3: latin(text, i)
    case 0xEF: i + 2 < text.count && text[i + 1] == 0xBF && text[i + 2] == 0xBD ? 3 : 0
    case 0x26: entity(text, i)
    case 0x5C: escape(text, i)
    default: 0
    }
  }

  /// Â, Ã, â, Ð or Ñ with what the second byte of a UTF-8 character looks like in Latin-1 or Windows-1252.
  private func latin(_ text: [UInt8], _ i: Int) -> Int {
    guard i + 3 < text.count else { return 0 }
    let next = text[i + 2]
    let third = text[i + 3]
    let isSign = next == 0xC2 && third >= 0x80 && third <= 0xBF
    switch text[i + 1] {
    case 0x82, 0x83: return isSign ? 4 : 0
    case 0xA2:
      if isSign, third < 0xA0 { return 4 }
      guard next == 0xE2, third == 0x82, i + 4 < text.count, text[i + 4] == 0xAC else { return 0 }
      return 5 + rest(text, i + 5)
    case 0x90, 0x91: return isSign ? 4 : 0
    default: return 0
    }
  }

  /// The third sign of a broken curly quote or dash: ™, œ, “, ” or a Latin-1 sign.
  private func rest(_ text: [UInt8], _ i: Int) -> Int {
    guard i + 1 < text.count else { return 0 }
    if text[i] == 0xE2, i + 2 < text.count { return 3 }
    return text[i] == 0xC2 || text[i] == 0xC5 || text[i] == 0xCB ? 2 : 0
  }

  private static let entities: [[UInt8]] = [
    "amp", "quot", "apos", "nbsp", "lt", "gt", "rsquo", "lsquo", "ldquo", "rdquo", "ndash", "mdash", "hellip", "euro", "pound",
    "eacute", "egrave", "uuml", "ouml", "auml", "szlig",
  ].map { Array("&\($0);".utf8) }

  private func entity(_ text: [UInt8], _ i: Int) -> Int {
    for entity in Self.entities where text[i...].starts(with: entity) { return entity.count }
    guard i + 3 < text.count, text[i + 1] == 0x23 else { return 0 }
    var end = i + 2
    while end < min(text.count, i + 9), text[end] != 0x3B {
      let isDigit = text[end] >= 0x30 && text[end] <= 0x39 || text[end] | 0x20 >= 0x61 && text[end] | 0x20 <= 0x78
      guard isDigit else { return 0 }
      end += 1
    }
    return end < text.count && text[end] == 0x3B && end > i + 2 ? end + 1 - i : 0
  }

  /// An escape of a string literal, \u2019.
  private func escape(_ text: [UInt8], _ i: Int) -> Int {
    guard i + 5 < text.count, text[i + 1] == 0x75 else { return 0 }
    let isHex = text[(i + 2)...(i + 5)].allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66 }
    return isHex ? 6 : 0
  }
}
