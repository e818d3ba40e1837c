internal import Drift
internal import Files
internal import Mustache
internal import Resources

/// What a template is filled with: strings, numbers, truth values, views and arrays of views, by name.
typealias View = [String: Any]

/// The report's templates, compiled in; every one of them writes text by ``HTMLText``.
struct Templates: Sendable {
  enum Name: String, CaseIterable {
    case page, overview, story, comparison, histogram, timeline, tree, strip
  }

  private let library: MustacheLibrary
  /// Style and scripts as they stand in the page.
  let style: String
  let start: String
  let script: String

  /// The program's own templates.
  ///
  /// - Throws: when one of them is no template, which a test rules out.
  init() throws {
    MustacheContentTypes.register(HTMLText.ContentType(), named: HTMLText.ContentType.name)
    var library = MustacheLibrary()
    for name in Name.allCases {
      // A partial does not inherit its caller's content type, so each template sets it.
      var source = "{{% CONTENT_TYPE:\(HTMLText.ContentType.name)}}" + Self.resource("\(name.rawValue).mustache")
      while source.hasSuffix("\n") { source.removeLast() }
      try library.register(source, named: name.rawValue)
    }
    self.library = library
    style = Self.lean(Self.resource("report.css"))
    start = Self.lean(Self.resource("start.js"))
    script = Self.lean(Self.resource("report.js"))
  }

  static func resource(_ name: String) -> String { String(decoding: Resource.bytes("report/\(name)"), as: UTF8.self) }

  /// A style or script without what only its authors read: indentation, blank lines, comments that fill lines.
  ///
  /// It stands in every document of a folder.
  private static func lean(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { !$0.isEmpty && !$0.hasPrefix("//") && !($0.hasPrefix("/*") && $0.hasSuffix("*/")) }.joined(separator: "\n")
  }

  func render(_ name: Name, _ view: View) -> String { library.render(view, withTemplate: name.rawValue) ?? "" }
}

/// Text as HTML: the one place where it becomes that, for elements and for attributes in quotation marks.
///
/// Works on bytes. The template engine's own escaping goes by characters and so passes over a quotation mark or a bracket that a
/// combining mark follows. Control characters are shown as their pictures and bidirectional overrides by their numbers, so that
/// what a reader sees is what stands there.
package enum HTMLText {
  /// Linear.
  package static func escape(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + text.utf8.count / 16)
    append(text.utf8.span, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// A sentence of the program's own that quotes texts, as HTML: each quotation keeps its direction of writing to itself.
  package static func sentence(_ text: String) -> String {
    var output: [UInt8] = []
    appendSentence(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends a sentence, see ``sentence(_:)``.
  static func appendSentence(_ text: String, to output: inout [UInt8]) {
    let (opening, closing): (Unicode.Scalar, Unicode.Scalar) = ("“", "”")
    var depth = 0
    var part = String.UnicodeScalarView()
    func flush(_ output: inout [UInt8]) {
      append(String(part).utf8.span, to: &output)
      part.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if scalar == closing, depth > 0 {
        depth -= 1
        if depth == 0 {
          flush(&output)
          output += Array("</bdi>".utf8)
        }
      }
      part.append(scalar)
      if scalar == opening {
        depth += 1
        if depth == 1 {
          flush(&output)
          output += Array("<bdi>".utf8)
        }
      }
    }
    flush(&output)
    if depth > 0 { output += Array("</bdi>".utf8) }
  }

  /// Appends UTF-8 as HTML.
  package static func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
    var start = 0
    var index = 0
    func flush(_ end: Int) { if end > start { output.append(copying: bytes.extracting(start..<end)) } }
    while index < bytes.count {
      guard let (replacement, length) = replacement(bytes, index) else {
        index += 1
        continue
      }
      flush(index)
      output.append(contentsOf: replacement.utf8)
      index += length
      start = index
    }
    flush(bytes.count)
  }

  /// What stands for the character at `index`, and how many bytes that has; nil for one that stays.
  private static func replacement(_ bytes: Span<UInt8>, _ index: Int) -> (String, Int)? {
    switch bytes[index] {
    case UInt8(ascii: "<"): return ("&lt;", 1)
    case UInt8(ascii: ">"): return ("&gt;", 1)
    case UInt8(ascii: "&"): return ("&amp;", 1)
    case UInt8(ascii: "\""): return ("&quot;", 1)
    case UInt8(ascii: "'"): return ("&#39;", 1)
    case 0x09, 0x0A: return nil
    case 0x0D: return ("", 1)
    case 0x00..<0x20: return (String(Unicode.Scalar(0x2400 + UInt32(bytes[index])).map(Character.init) ?? " "), 1)
    case 0x7F: return ("\u{2421}", 1)
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0: return ("\u{FFFD}", 2)
    case 0xE2 where index + 2 < bytes.count:
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x80, 0xA8...0xA9): return ("\n", 3)
      case (0x80, 0xAA...0xAE): return ("[U+202" + hexadecimal(bytes[index + 2] - 0xA0) + "]", 3)
      case (0x81, 0xA6...0xA9): return ("[U+206" + hexadecimal(bytes[index + 2] - 0xA0) + "]", 3)
      default: return nil
      }
    default: return nil
    }
  }

  private static func hexadecimal(_ value: UInt8) -> String { String(value, radix: 16, uppercase: true) }

  /// ``HTMLText`` as the templates know it.
  struct ContentType: MustacheContentType {
    static let name = "NEWSPRINT"
    func escapeText(_ text: String) -> String { HTMLText.escape(text) }
  }
}

/// Writes the passages of comparisons: too many for templates.
///
/// Text goes through ``HTMLText`` here too.
struct RowWriter {
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends markup of the program's own: constants, numbers and keys, never anything of the input.
  mutating func markup(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func text(_ text: String) { HTMLText.append(text.utf8.span, to: &bytes) }

  /// A sentence of the program's own, with what it quotes.
  mutating func sentence(_ text: String) { HTMLText.appendSentence(text, to: &bytes) }

  mutating func text(_ text: ArraySlice<UInt8>) { HTMLText.append(text.span, to: &bytes) }

  /// A finding as the reader is told.
  struct Note {
    var id: String
    var severity: DriftSeverity
    /// The number that the words bear in the text.
    var number: Int?
    var category: DriftCategory
    var message: String
    var confidence: Double
    var count: Int
  }

  /// The explanations below a passage: serious ones open, minor ones folded.
  mutating func notes(_ notes: [Note]) {
    let minor = notes.filter { $0.severity == .minor }
    if minor.count < notes.count {
      markup("<ul class=notes>")
      for note in notes where note.severity > .minor { serious(note) }
      markup("</ul>")
    }
    if !minor.isEmpty {
      markup("<details class=notes><summary>\(counted(minor.count, "minor change", "minor changes"))</summary><ul>")
      for note in minor {
        markup("<li id=\(note.id)>\(note.category.rawValue): ")
        sentence(note.message)
        if note.count > 1 { markup(" <i>\(note.count) times</i>") }
      }
      markup("</ul></details>")
    }
  }

  private mutating func serious(_ note: Note) {
    let severity = note.severity.rawValue
    markup(
      "<li id=\(note.id) class=\(severity)><b>\(note.number.map { "\($0) " } ?? "")\(severity)</b> \(note.category.rawValue): ")
    sentence(note.message)
    markup(" <i>confidence \(percent(note.confidence))\(note.count > 1 ? ", \(note.count) times" : "")</i>")
  }
}
