internal import Text

/// An agency's name in a text.
struct AgencyMention: Sendable {
  var range: Range<Int>
  var agency: Int
}

/// Finds agency names in a text by the hash of their first word; nothing is said yet about what the name is doing there.
struct AgencyMentions: Sendable {
  private let forms: [AgencyList.Form]
  private var byFirstWord: [UInt64: [Int]] = [:]
  /// A Bloom filter over first words.
  private var filter = [UInt64](repeating: 0, count: 256)
  /// First bytes of spellings that begin in small letters, such as "dpa".
  private var smallInitials = [Bool](repeating: false, count: 256)

  init(_ list: AgencyList) {
    forms = list.forms
    for (place, form) in forms.enumerated() {
      let end = Self.wordEnd(form.bytes.span, 0)
      let hash = Self.hash(form.bytes.span, 0..<end)
      byFirstWord[hash, default: []].append(place)
      filter[Int(hash >> 6 & 255)] |= 1 << (hash & 63)
      guard let first = form.bytes.first else { continue }
      smallInitials[Int(first)] = true
      // Acronyms are written small inside brackets: "(dpa/afp)".
      if form.isShort { smallInitials[Int(first | 0x20)] = true }
    }
  }

  /// All names in the order of the text, the longest spelling at each place.
  func find(in text: Span<UInt8>) -> [AgencyMention] {
    var result: [AgencyMention] = []
    var i = 0
    while i < text.count {
      guard Self.isWordByte(text[i]) else {
        i += Self.gapLength(text[i])
        continue
      }
      let end = Self.wordEnd(text, i)
      var next = end
      if smallInitials[Int(text[i])] {
        let hash = Self.hash(text, i..<end)
        if filter[Int(hash >> 6 & 255)] >> (hash & 63) & 1 == 1, let mention = mention(text, i, byFirstWord[hash]) {
          result.append(mention)
          next = max(end, mention.range.upperBound)
        }
      }
      i = next
    }
    return result
  }

  private func mention(_ text: Span<UInt8>, _ start: Int, _ candidates: [Int]?) -> AgencyMention? {
    for place in candidates ?? [] {
      let form = forms[place]
      let end = start + form.bytes.count
      guard end <= text.count, matches(text, start, form), isBoundary(text, start, end) else { continue }
      return AgencyMention(range: start..<end, agency: form.agency)
    }
    return nil
  }

  /// Whether the text has the spelling at `start`: exactly, in capitals, or an acronym in small letters inside brackets.
  private func matches(_ text: Span<UInt8>, _ start: Int, _ form: AgencyList.Form) -> Bool {
    var isExact = true
    var isCapitals = !form.isShort
    var isSmall = form.isShort
    for (offset, byte) in form.bytes.enumerated() {
      let found = text[start + offset]
      if found != byte, !(byte == 0x20 && TextBytes.isSpace(found)) { isExact = false }
      if found != (TextBytes.isLower(byte) ? byte & 0xDF : byte) { isCapitals = false }
      if found != (TextBytes.isUpper(byte) ? byte | 0x20 : byte) { isSmall = false }
      if !isExact, !isCapitals, !isSmall { return false }
    }
    return isExact || isCapitals || isSmall && isBracketed(text, start, start + form.bytes.count)
  }

  /// Whether the name stands in a short bracket that holds nothing but words, slashes and commas.
  private func isBracketed(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var low = start - 1
    while low >= max(0, start - 20), isListByte(text[low]) { low -= 1 }
    var high = end
    while high < min(text.count, end + 20), isListByte(text[high]) { high += 1 }
    return low >= 0 && high < text.count && text[low] == 0x28 && text[high] == 0x29
  }

  private func isListByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x2F || byte == 0x2C || byte == 0x20
  }

  /// Whether nothing sticks to the name: no possessive, and a hyphen only before another agency.
  private func isBoundary(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end < text.count else { return true }
    let next = text[end]
    if Self.isWordByte(next) { return false }
    let after = end + 1 < text.count ? text[end + 1] : 0x20
    if next == 0x27 { return after | 0x20 != 0x73 }
    if next == 0xE2, end + 3 < text.count, after == 0x80, text[end + 2] == 0x99 { return text[end + 3] | 0x20 != 0x73 }
    return !(next == 0x2D && TextBytes.isLower(after))
  }

  // MARK: Words as bytes

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || TextBytes.isDigit(byte) || byte >= 0xC3 && byte != 0xE2
  }

  /// Bytes to skip over a character that is no word: signs of two and three bytes included.
  private static func gapLength(_ byte: UInt8) -> Int { byte == 0xC2 ? 2 : byte == 0xE2 ? 3 : 1 }

  private static func wordEnd(_ text: Span<UInt8>, _ start: Int) -> Int {
    var end = start + 1
    while end < text.count {
      let byte = text[end]
      guard isWordByte(byte) || byte >= 0x80 && byte < 0xC0 else { break }
      end += 1
    }
    return end
  }

  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for i in range {
      let byte = TextBytes.isUpper(text[i]) ? text[i] | 0x20 : text[i]
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return hash
  }
}
