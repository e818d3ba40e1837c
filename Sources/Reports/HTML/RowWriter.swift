internal import Drift

/// Writes the passages of comparisons: too many for templates.
///
/// Text goes through ``HTMLText`` here too.
struct RowWriter {
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends markup of the program's own: constants, numbers and keys, never anything of the input.
  mutating func markup(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func text(_ text: String) { HTMLText.append(text.utf8.span, to: &bytes) }

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
        text(note.message)
        if note.count > 1 { markup(" <i>\(note.count) times</i>") }
      }
      markup("</ul></details>")
    }
  }

  private mutating func serious(_ note: Note) {
    let severity = note.severity.rawValue
    markup(
      "<li id=\(note.id) class=\(severity)><b>\(note.number.map { "\($0) " } ?? "")\(severity)</b> \(note.category.rawValue): ")
    text(note.message)
    markup(" <i>confidence \(percent(note.confidence))\(note.count > 1 ? ", \(note.count) times" : "")</i>")
  }
}
