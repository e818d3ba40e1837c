internal import Files
internal import FoundationEssentials
internal import Glibc

/// Breaks text into lines of a width, with marked passages painted or bracketed.
package struct TextLayout {
  package let style: TerminalStyle

  package init(style: TerminalStyle) { self.style = style }

  /// One word of a passage.
  private struct Word {
    var text: String
    var marked: Bool
  }

  /// The text wrapped behind an indentation; `mark` is a byte range of `bytes` inside `range`.
  ///
  /// Long passages are cut to what surrounds the mark.
  package func passage(_ bytes: [UInt8], _ range: Range<Int>, mark: Range<Int>?, label: String, paint: TerminalStyle.Paint)
    -> String
  {
    let words = cut(self.words(bytes, range, mark))
    let indent = String(repeating: " ", count: 5)
    var lines: [String] = []
    var line = "  " + style.paint(label, .dim) + "  "
    var width = 5
    for (index, word) in words.enumerated() {
      let opens = word.marked && (index == 0 || !words[index - 1].marked)
      let closes = word.marked && (index == words.count - 1 || !words[index + 1].marked)
      let plain = style.usesColour ? word.text : (opens ? "[" : "") + word.text + (closes ? "]" : "")
      let length = Self.width(plain)
      if width + length + 1 > style.width, width > 5 {
        lines.append(line)
        line = indent
        width = 5
      }
      line += (width > 5 ? " " : "") + (word.marked ? style.paint(plain, paint) : plain)
      width += length + 1
    }
    lines.append(line)
    return lines.joined(separator: "\n") + "\n"
  }

  private func words(_ bytes: [UInt8], _ range: Range<Int>, _ mark: Range<Int>?) -> [Word] {
    var words: [Word] = []
    func add(_ part: Range<Int>, marked: Bool) {
      guard !part.isEmpty else { return }
      let text = String(decoding: bytes[part], as: UTF8.self)
      for piece in text.split(whereSeparator: \.isWhitespace) {
        words.append(Word(text: Visible.text(String(piece)), marked: marked))
      }
    }
    guard let mark = mark?.clamped(to: range), !mark.isEmpty else {
      add(range, marked: false)
      return words
    }
    // Letters that touch the mark stay with it, so that no word is torn apart.
    var start = mark.lowerBound
    var end = mark.upperBound
    while start > range.lowerBound, !Self.isSpace(bytes[start - 1]) { start -= 1 }
    while end < range.upperBound, !Self.isSpace(bytes[end]) { end += 1 }
    add(range.lowerBound..<start, marked: false)
    add(start..<end, marked: true)
    add(end..<range.upperBound, marked: false)
    return words
  }

  /// At most some 45 words: 15 before the mark, 30 from there on.
  private func cut(_ words: [Word]) -> [Word] {
    guard words.count > 50 else { return words }
    let first = words.firstIndex { $0.marked } ?? 0
    let start = max(0, first - 15)
    let end = min(words.count, first + 30)
    var part = Array(words[start..<end])
    if start > 0 { part.insert(Word(text: "…", marked: false), at: 0) }
    if end < words.count { part.append(Word(text: "…", marked: false)) }
    return part
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }

  /// Columns a text takes: two for the wide characters of East Asia.
  static func width(_ text: String) -> Int {
    text.reduce(0) { sum, character in
      guard let scalar = character.unicodeScalars.first?.value else { return sum }
      let isWide =
        (0x1100...0x115F).contains(scalar) || (0x2E80...0xA4CF).contains(scalar) || (0xAC00...0xD7A3).contains(scalar)
        || (0xF900...0xFAFF).contains(scalar) || (0xFF00...0xFF60).contains(scalar) || (0x1F300...0x1FAFF).contains(scalar)
      return sum + (isWide ? 2 : 1)
    }
  }

  /// A plain paragraph, wrapped, every line indented.
  package func paragraph(_ text: String, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = margin
    for word in text.split(separator: " ") {
      if Self.width(line) + Self.width(String(word)) + 1 > style.width, line.count > indent {
        lines.append(line)
        line = margin
      }
      line += (line.count > indent ? " " : "") + Visible.text(String(word))
    }
    lines.append(line)
    return lines.joined(separator: "\n") + "\n"
  }
}

/// How wide to write and whether in colour.
package struct TerminalStyle: Sendable {
  package var width: Int
  package var usesColour: Bool

  package init(width: Int, usesColour: Bool) {
    self.width = width
    self.usesColour = usesColour
  }

  /// Colour on a terminal only, unless NO_COLOR is set; the terminal's width (or COLUMNS), 80 to 120 columns used.
  package static func forOutput(isFile: Bool) -> TerminalStyle {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = !isFile && isatty(1) == 1
    let noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return TerminalStyle(
      width: width(environment["COLUMNS"], isTerminal: isTerminal),
      usesColour: isTerminal && !noColour && environment["TERM"] != "dumb")
  }

  private static func width(_ columns: String?, isTerminal: Bool) -> Int {
    if let columns, let number = Int(columns), number > 0 { return min(max(number, 40), 120) }
    guard isTerminal else { return 80 }
    var size = winsize()
    // SAFETY: the request fills the structure it is given.
    guard unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(max(Int(size.ws_col), 40), 120)
  }

  package enum Paint: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "33"
    case dim = "2"
  }

  package func paint(_ text: String, _ paint: Paint) -> String { usesColour ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text }
}
