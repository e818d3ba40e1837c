internal import Text
/// Furniture that no list of phrases can name: recognised by the shape of a short line.
struct FurnitureShapes: Sendable {
  let vocabulary: FurnitureVocabulary
  private let thePost = FurnitureWords.hash("the")
  private let post = FurnitureWords.hash("post")
  private let appeared = FurnitureWords("appeared first on").hashes
  private let ofWord = FurnitureWords.hash("of")

  /// The rules in the order in which they are asked; the first answer counts.
  func kind(_ text: Span<UInt8>, _ line: FurnitureLine, _ words: FurnitureWords) -> FurnitureKind? {
    if words.count == 0 { return hasArrow(text, line.range) ? .navigation : nil }
    if isAddress(text, line.range) { return .link }
    if isTagList(text, line.range) { return .tags }
    if let label = capitalLabel(text, line, words) { return label }
    if appearedFirst(words) { return .sourceLink }
    if words.count <= 12, text[line.range.upperBound - 1] != 0x2E {
      if isCounter(words) { return .counter }
      if isDate(text, line, words) { return .date }
    }
    if isAuthorLine(text, line, words) { return .bylineResidue }
    return nil
  }

  /// "< >", "»", "← →": the buttons of a pager.
  private func hasArrow(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for i in range {
      if text[i] == 0x3C || text[i] == 0x3E || text[i] == 0x7C { return true }
      if text[i] == 0xE2, i + 1 < range.upperBound, text[i + 1] == 0x86 || text[i + 1] == 0x96 { return true }
      if text[i] == 0xC2, i + 1 < range.upperBound, text[i + 1] == 0xAB || text[i + 1] == 0xBB { return true }
    }
    return false
  }

  /// One address without spaces: a URL, a host with a path, an e-mail address, a handle.
  private func isAddress(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var dots = 0
    var slashes = 0
    var ats = 0
    for i in range {
      if TextBytes.isSpace(text[i]) { return false }
      if text[i] == 0x2E, i > range.lowerBound, i + 1 < range.upperBound { dots += 1 }
      if text[i] == 0x2F { slashes += 1 }
      if text[i] == 0x40 { ats += 1 }
    }
    return slashes >= 2 && dots >= 1 || ats == 1 && dots >= 1 || dots >= 2 && slashes >= 1
      || ats == 1 && text[range.lowerBound] == 0x40 && range.count > 3
  }

  /// "#budget #harbour": every word a hashtag.
  private func isTagList(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard text[range.lowerBound] == 0x23 else { return false }
    for i in range.dropFirst() where TextBytes.isSpace(text[i - 1]) && !TextBytes.isSpace(text[i]) && text[i] != 0x23 {
      return false
    }
    return range.count > 2
  }

  /// "WATCH: ...", "READ MORE: ...", "PHOTOS: ...": a label of the page in capitals.
  private func capitalLabel(_ text: Span<UInt8>, _ line: FurnitureLine, _ words: FurnitureWords) -> FurnitureKind? {
    var i = words.starts[0]
    while i < line.range.upperBound, TextBytes.isUpper(text[i]) || text[i] == 0x20 { i += 1 }
    guard i < line.range.upperBound, text[i] == 0x3A, i - words.starts[0] <= 20 else { return nil }
    return Self.labels[words.hashes[0]]
  }

  private static let labels: [UInt64: FurnitureKind] = {
    var result: [UInt64: FurnitureKind] = [:]
    for word in FurnitureWords("watch video listen").hashes { result[word] = .video }
    for word in FurnitureWords("read related more also see poll").hashes { result[word] = .related }
    for word in FurnitureWords("photos photo gallery pictures slideshow map chart").hashes { result[word] = .caption }
    return result
  }()

  /// Whether the line is a feed's "The post TITLE appeared first on SITE".
  private func appearedFirst(_ words: FurnitureWords) -> Bool {
    guard words.count >= 6, words.hashes[0] == thePost, words.hashes[1] == post else { return false }
    return (2...words.count - 3).contains { words.hashes[$0] == appeared[0] && words.hashes[$0 + 1] == appeared[1] }
  }

  /// "12 Shares", "3 min read", "Post# 7 of 120", "Page 2 of 5", "News ID: 1234".
  private func isCounter(_ words: FurnitureWords) -> Bool {
    var numbers = 0
    var counted = 0
    var identifiers = 0
    for hash in words.hashes {
      if hash == FurnitureWords.number {
        numbers += 1
      } else if vocabulary.counted.contains(hash) {
        counted += 1
      } else if vocabulary.identifiers.contains(hash) {
        identifiers += 1
      } else if !vocabulary.counterFillers.contains(hash) {
        return false
      }
    }
    guard numbers > 0 else { return false }
    if numbers == words.count { return false }
    let pages = words.hashes.contains(ofWord)
    return counted > 0 || identifiers > 0 || pages && numbers >= 2
  }

  /// A date or time with nothing but its labels: "Published: 0555 GMT January 08, 2020", "08/01/2020 12:30".
  ///
  /// In the middle of an article a bare date is a heading of the article's own; there a label has to stand with it.
  private func isDate(_ text: Span<UInt8>, _ line: FurnitureLine, _ words: FurnitureWords) -> Bool {
    var numbers = 0
    var named = 0
    var labels = 0
    for w in 0..<words.count {
      let hash = words.hashes[w]
      if hash == FurnitureWords.number || TextBytes.isDigit(text[words.starts[w]]) {
        numbers += 1
      } else if vocabulary.calendar.contains(hash) {
        named += 1
      } else if vocabulary.dateLabels.contains(hash) {
        labels += 1
      } else {
        return false
      }
    }
    guard numbers > 0, labels > 0 || line.isNearTop || line.index + 6 >= line.total else { return false }
    return named > 0 || isNumericDate(text, line.range)
  }

  /// Whether one word of the line is a date or a time in figures: 2020-01-08, 8/1/2020, 08.01.2020 or 12:30.
  private func isNumericDate(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var joints = 0
    var joint: UInt8 = 0
    for i in range.dropFirst().dropLast() {
      if TextBytes.isSpace(text[i]) { joints = 0 }
      guard TextBytes.isDigit(text[i - 1]), TextBytes.isDigit(text[i + 1]) else { continue }
      if text[i] == 0x3A { return true }
      guard text[i] == 0x2D || text[i] == 0x2F || text[i] == 0x2E else { continue }
      joints = text[i] == joint ? joints + 1 : 1
      joint = text[i]
      if joints == 2 { return true }
    }
    return false
  }
}
