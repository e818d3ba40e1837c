internal import CKernels
internal import Resources

/// One pass that undoes what HTML and typesetting did to a text: see ``TextView``.
struct TextUnwrapping {
  private(set) var bytes: [UInt8] = []
  private(set) var edits = TextEdits()
  private(set) var forms: TextView.Forms = []
  /// The first tag, short code or entity, in the text that was read.
  private(set) var firstMarkup: Range<Int>?

  /// Reads all of `text`; linear.
  mutating func run(_ text: Span<UInt8>) {
    var copied = 0
    var i = 0
    while true {
      // Nearly every byte is passed over here; what is left alone is copied when the next change comes.
      i = Self.nextSpecial(text, i)
      guard i < text.count else { break }
      guard let change = change(text[i], text, i, copied) else {
        i += 1
        continue
      }
      copy(text, copied..<i - change.before)
      let start = bytes.count
      bytes += change.breaksLine && bytes.last != 0x0A && !bytes.isEmpty ? [0x0A] : change.replacement
      edits.append(start..<bytes.count, for: i - change.before..<i + change.length)
      forms.insert(change.form)
      if firstMarkup == nil, change.form == .markup || change.form == .entities { firstMarkup = i..<i + change.length }
      i += change.length
      copied = i
    }
    if !edits.isEmpty { copy(text, copied..<text.count) }
  }

  private static func nextSpecial(_ text: Span<UInt8>, _ start: Int) -> Int {
    // SAFETY: the kernel reads the span's bytes and no others.
    unsafe text.withUnsafeBufferPointer { unsafe newsprint_next_special($0.baseAddress, start, $0.count) }
  }

  private mutating func copy(_ text: Span<UInt8>, _ range: Range<Int>) {
    if bytes.isEmpty { bytes.reserveCapacity(text.count + TextView.padding) }
    // SAFETY: the range lies inside the span.
    unsafe text.extracting(range).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// What becomes of the byte at `i`; the text from `copied` on was not copied yet.
  private func change(_ byte: UInt8, _ text: Span<UInt8>, _ i: Int, _ copied: Int) -> Change? {
    switch byte {
    case 0x26: entity(text, i)
    case 0x3C: tag(text, i)
    case 0x2D: lineHyphen(text, i, after: copied < i ? text[i - 1] : bytes.last, length: 1, form: .lineHyphens)
    case 0x5C: escape(text, i, after: copied < i ? text[i - 1] : bytes.last)
    case 0x5B: shortCode(text, i)
    case 0x5D: linkTarget(text, i)
    case 0xE3: voiced(text, i)
    case 0xCC, 0xCD: accent(text, i, copied)
    case 0xD9, 0xDB, 0xE0, 0xE1: digits(text, i)
    case 0xEF where i + 1 < text.count && text[i + 1] == 0xBC: digits(text, i)
    default: invisible(text, i, after: copied < i ? text[i - 1] : bytes.last)
    }
  }

  struct Change {
    /// Bytes of the text that go, and how many before them.
    var length: Int
    var before = 0
    var replacement: [UInt8] = []
    /// Whether a new line begins, unless one has just begun.
    var breaksLine = false
    var form: TextView.Forms
  }

  // MARK: Entities

  private func entity(_ text: Span<UInt8>, _ start: Int) -> Change? {
    var i = start + 1
    guard i < text.count else { return nil }
    let scalar: UInt32
    if text[i] == 0x23 {
      i += 1
      guard let number = Self.number(text, &i) else { return nil }
      scalar = HTMLVocabulary.standard.character(number)
    } else {
      var name: UInt64 = 0
      let first = i
      while i < text.count, i - first < 8, TextBytes.isLetterOrDigit(text[i]) {
        name = name << 8 | UInt64(text[i])
        i += 1
      }
      guard let known = HTMLVocabulary.standard.entities[name] else { return nil }
      scalar = known
    }
    guard i < text.count, text[i] == 0x3B else { return nil }
    return Change(length: i + 1 - start, replacement: Self.bytes(of: scalar), form: .entities)
  }

  /// The digits of "#8211;" or "#x2013;", `i` behind the number sign.
  private static func number(_ text: Span<UInt8>, _ i: inout Int) -> UInt32? {
    let isHexadecimal = i < text.count && text[i] | 0x20 == 0x78
    if isHexadecimal { i += 1 }
    let first = i
    var value: UInt32 = 0
    while i < text.count, i - first < 7 {
      let byte = text[i]
      if TextBytes.isDigit(byte) {
        value = value * (isHexadecimal ? 16 : 10) + UInt32(byte - 0x30)
      } else if isHexadecimal, byte | 0x20 >= 0x61, byte | 0x20 <= 0x66 {
        value = value * 16 + UInt32((byte | 0x20) - 0x61 + 10)
      } else {
        break
      }
      i += 1
    }
    return i > first ? value : nil
  }

  static func bytes(of scalar: UInt32) -> [UInt8] {
    switch scalar {
    case 0xA0: return [0x20]
    case 0xAD, 0x200B, 0xFEFF: return []
    case 0..<0x20: return [scalar == 0x0A || scalar == 0x0D ? 0x0A : 0x20]
    default: return Array(String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
    }
  }

  // MARK: Tags

  /// A tag, a comment or a whole script; a block ends the line.
  private func tag(_ text: Span<UInt8>, _ start: Int) -> Change? {
    var i = start + 1
    guard i < text.count else { return nil }
    if text[i] == 0x21 || text[i] == 0x3F { return declaration(text, start) }
    let isEnd = text[i] == 0x2F
    if isEnd { i += 1 }
    var name: [UInt8] = []
    while i < text.count, name.count < Self.longestName, TextBytes.isLetterOrDigit(text[i]) || text[i] == 0x2D {
      name.append(text[i] | 0x20)
      i += 1
    }
    guard i < text.count, text[i] == 0x3E || text[i] == 0x2F || TextBytes.isSpace(text[i]),
      let element = HTMLVocabulary.standard.elements[name] ?? Self.customElement(name),
      let close = Self.find([0x3E], text, from: i, within: 4000)
    else { return nil }
    var end = close + 1
    if Self.isQuoted(start..<end, text) { return nil }
    if element == .hidden, !isEnd, text[close - 1] != 0x2F {
      // A script that never ends was cut off with the page; a text that speaks of one goes on.
      end = Self.endOfElement(name, text, from: end) ?? (Self.isCode(text, from: end) ? text.count : end)
    }
    return Change(length: end - start, breaksLine: element != .inline, form: .markup)
  }

  /// Whether a tag stands between two marks of one kind: a text speaks of it.
  private static func isQuoted(_ tag: Range<Int>, _ text: Span<UInt8>) -> Bool {
    guard tag.lowerBound > 0, tag.upperBound < text.count else { return false }
    let before = text[tag.lowerBound - 1]
    return before == text[tag.upperBound] && "`\"'".utf8.contains(before)
  }

  /// Bytes of the longest name of an element.
  private static let longestName = 32

  /// A site's own elements have a hyphen in their names: "amp-ad".
  private static func customElement(_ name: [UInt8]) -> HTMLVocabulary.Element? {
    guard name.count < longestName, let hyphen = name.firstIndex(of: 0x2D), hyphen > 0, hyphen + 1 < name.count,
      TextBytes.isLower(name[0])
    else { return nil }
    return .block
  }

  private func declaration(_ text: Span<UInt8>, _ start: Int) -> Change? {
    let isComment = start + 3 < text.count && text[start + 2] == 0x2D && text[start + 3] == 0x2D
    let mark: [UInt8] = isComment ? [0x2D, 0x2D, 0x3E] : [0x3E]
    let isNamed = start + 2 < text.count && TextBytes.isLetterOrDigit(text[start + 2])
    guard isComment || isNamed, let end = Self.find(mark, text, from: start + 2, within: isComment ? text.count : 4000)
    else { return nil }
    return Change(length: end + mark.count - start, form: .markup)
  }

  /// Whether program text stands at a place and no sentence, by its signs.
  private static func isCode(_ text: Span<UInt8>, from start: Int) -> Bool {
    var signs = 0
    for i in start..<min(text.count, start + 300) where "{}=;".utf8.contains(text[i]) { signs += 1 }
    return signs >= 3
  }

  /// The byte behind "</name ...>".
  private static func endOfElement(_ name: [UInt8], _ text: Span<UInt8>, from start: Int) -> Int? {
    var i = start
    while let open = find([0x3C, 0x2F], text, from: i, within: text.count) {
      i = open + 2
      guard i + name.count <= text.count, name.indices.allSatisfy({ text[i + $0] | 0x20 == name[$0] }) else { continue }
      return find([0x3E], text, from: i, within: 4000).map { $0 + 1 }
    }
    return nil
  }

  static func find(_ mark: [UInt8], _ text: Span<UInt8>, from start: Int, within limit: Int) -> Int? {
    var i = start
    let last = min(text.count, start + limit) - mark.count
    while i <= last {
      if text[i] == mark[0], mark.indices.allSatisfy({ text[i + $0] == mark[$0] }) { return i }
      i += 1
    }
    return nil
  }

  // MARK: Typesetting

  /// A hyphen of `length` bytes between a letter and the end of a line, with a small letter on the next line.
  private func lineHyphen(
    _ text: Span<UInt8>, _ start: Int, after before: UInt8?, length: Int, form: TextView.Forms
  ) -> Change? {
    guard let before, TextBytes.isLower(before) || before >= 0x80 else { return nil }
    var i = start + length
    var lineEnds = 0
    while i < text.count, TextBytes.isSpace(text[i]) {
      if text[i] == 0x0A { lineEnds += 1 }
      i += 1
    }
    guard lineEnds == 1, i < text.count, TextBytes.isLower(text[i]) || text[i] >= 0xC3 && text[i] < 0xE0 else { return nil }
    return Change(length: i - start, form: form)
  }

  private func invisible(_ text: Span<UInt8>, _ start: Int, after before: UInt8?) -> Change? {
    guard start + 1 < text.count else { return nil }
    if text[start] == 0xC2 {
      guard text[start + 1] == 0xAD else { return nil }
      return lineHyphen(text, start, after: before, length: 2, form: .invisible) ?? Change(length: 2, form: .invisible)
    }
    guard start + 2 < text.count else { return nil }
    switch (text[start], text[start + 1], text[start + 2]) {
    // Persian words are written with a space there as often, or with nothing that shows.
    case (0xE2, 0x80, 0x8C):
      return (before ?? 0) < 0xC0 && isArabic(text, start) ? Change(length: 3, replacement: [0x20], form: .invisible) : nil
    case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return Change(length: 3, form: .invisible)
    case (0xEF, 0xAC, let last) where last >= 0x80 && last <= 0x86:
      return Change(length: 3, replacement: Self.ligatures[Int(last - 0x80)], form: .invisible)
    default: return nil
    }
  }

  /// Whether a letter of the Arabic script stands before the byte.
  private func isArabic(_ text: Span<UInt8>, _ place: Int) -> Bool { place > 1 && (0xD8...0xDB).contains(text[place - 2]) }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"].map { Array($0.utf8) }
}

/// The names of `html.tsv`.
struct HTMLVocabulary: Sendable {
  enum Element: String { case block, inline, hidden }

  static let standard = HTMLVocabulary(rows: Resource.rows("html.tsv"))

  /// Code points by name, its bytes packed into a number.
  private(set) var entities: [UInt64: UInt32] = [:]
  /// What an element's tags do, by its name in lower case.
  private(set) var elements: [[UInt8]: Element] = [:]
  /// Names of short codes.
  private(set) var shortCodes: Set<[UInt8]> = []

  init(rows: [[Substring]]) {
    for row in rows where row.count == 3 {
      if row[0] == "entity", let scalar = UInt32(row[2], radix: 16) {
        entities[row[1].utf8.reduce(0) { $0 << 8 | UInt64($1) }] = scalar
      } else if row[0] == "element", let element = Element(rawValue: String(row[2])) {
        elements[Array(row[1].utf8)] = element
      } else if row[0] == "code" {
        shortCodes.insert(Array(row[1].utf8))
      }
    }
  }

  /// The character of a numeric entity: HTML reads 128 to 159 as the code page Windows-1252.
  func character(_ number: UInt32) -> UInt32 {
    guard (0x80...0x9F).contains(number) else { return number }
    return CodePage.western.scalars[Int(number - 0x80)]
  }
}
