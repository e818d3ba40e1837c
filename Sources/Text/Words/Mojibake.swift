internal import Resources

/// A code page that UTF-8 is mistaken for.
struct CodePage: Sendable {
  /// The character of each byte from 0x80 on; bytes without one stand as C1 controls.
  let scalars: [UInt32]
  private let bytes: [UInt32: UInt8]

  static let western = CodePage(named: "cp1252")
  static let all = [western] + ["cp1250", "cp1251", "cp1253", "cp1254", "cp1256", "cp1257"].map { CodePage(named: $0) }

  init(named name: String) {
    let row = Resource.rows("codepages.tsv").first { $0.count == 2 && $0[0] == name }
    let columns = row?[1].split(separator: " ") ?? []
    scalars = (0..<128).map { $0 < columns.count ? UInt32(columns[$0], radix: 16) ?? UInt32($0 + 128) : UInt32($0 + 128) }
    var bytes: [UInt32: UInt8] = [:]
    // C1 controls stand for themselves too: some programs read Latin-1 where others read Windows-1252.
    for byte in UInt8(0x80)...0x9F { bytes[UInt32(byte)] = byte }
    for (place, scalar) in scalars.enumerated() { bytes[scalar] = UInt8(place + 128) }
    self.bytes = bytes
  }

  /// The byte that was read as `scalar`.
  func byte(_ scalar: UInt32) -> UInt8? { bytes[scalar] }
}

/// Text whose bytes were read in the wrong code page ("pÅ™evrhla", "itâ€™s"), read again in UTF-8.
enum Mojibake {
  /// A page is believed from so many continuation bytes on.
  private static let leastEvidence = 3
  /// Characters beyond ASCII that fit, for each that does not: below it only punctuation is mended.
  private static let leastShare = 4

  /// The mended text with its changes; nil when no code page explains the characters beyond ASCII.
  ///
  /// Linear.
  static func repaired(_ text: Span<UInt8>) -> (bytes: [UInt8], edits: TextEdits)? {
    var best: (page: CodePage, fit: Fit)?
    for page in CodePage.all {
      let fit = fit(text, page)
      if fit.evidence >= leastEvidence, fit.evidence > best?.fit.evidence ?? 0 { best = (page, fit) }
    }
    guard let best else { return nil }
    let isWhole = best.fit.evidence >= leastShare * best.fit.strangers
    if !isWhole, best.fit.punctuation == 0 { return nil }
    return repair(text, best.page, onlyPunctuation: !isWhole)
  }

  private struct Fit {
    /// Continuation bytes of the sequences that make sense.
    var evidence = 0
    /// Of them, those of punctuation (U+2000 to U+20FF), which no other text imitates.
    var punctuation = 0
    /// Other characters beyond ASCII.
    var strangers = 0
  }

  private static func fit(_ text: Span<UInt8>, _ page: CodePage) -> Fit {
    var fit = Fit()
    var i = 0
    while i < text.count {
      if text[i] < 0x80 {
        i += 1
      } else if let sequence = sequence(text, i, page) {
        fit.evidence += sequence.continuations
        if isPunctuation(sequence.scalar) { fit.punctuation += sequence.continuations }
        i += sequence.length
      } else {
        fit.strangers += 1
        i += character(text, i)?.length ?? 1
      }
    }
    return fit
  }

  private static func repair(_ text: Span<UInt8>, _ page: CodePage, onlyPunctuation: Bool) -> ([UInt8], TextEdits) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var edits = TextEdits()
    var i = 0
    while i < text.count {
      if text[i] >= 0x80, let sequence = sequence(text, i, page), !onlyPunctuation || isPunctuation(sequence.scalar) {
        let start = bytes.count
        bytes += String(Unicode.Scalar(sequence.scalar) ?? "\u{FFFD}").utf8
        edits.append(start..<bytes.count, for: i..<i + sequence.length)
        i += sequence.length
      } else {
        bytes.append(text[i])
        i += 1
      }
    }
    return (bytes, edits)
  }

  private static func isPunctuation(_ scalar: UInt32) -> Bool { (0x2000...0x20FF).contains(scalar) }

  /// The characters at `start` that are the bytes of one character in UTF-8.
  private static func sequence(_ text: Span<UInt8>, _ start: Int, _ page: CodePage)
    -> (scalar: UInt32, length: Int, continuations: Int)?
  {
    guard let first = character(text, start), let lead = page.byte(first.scalar), lead >= 0xC2, lead < 0xF5 else { return nil }
    let continuations = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
    var scalar = UInt32(lead) & (0x3F >> UInt32(continuations))
    var length = first.length
    for _ in 0..<continuations {
      guard let next = character(text, start + length), let byte = page.byte(next.scalar), byte & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      length += next.length
    }
    let least: [UInt32] = [0x80, 0x800, 0x10000]
    guard scalar >= least[continuations - 1], Unicode.Scalar(scalar) != nil else { return nil }
    return (scalar, length, continuations)
  }

  /// The character beyond ASCII at `i`; nil for ASCII and broken UTF-8.
  private static func character(_ text: Span<UInt8>, _ i: Int) -> (scalar: UInt32, length: Int)? {
    guard i + 1 < text.count, text[i] >= 0xC2, text[i] < 0xF0 else { return nil }
    if text[i] < 0xE0 { return (UInt32(text[i] & 0x1F) << 6 | UInt32(text[i + 1] & 0x3F), 2) }
    guard i + 2 < text.count else { return nil }
    return (UInt32(text[i] & 0x0F) << 12 | UInt32(text[i + 1] & 0x3F) << 6 | UInt32(text[i + 2] & 0x3F), 3)
  }
}
