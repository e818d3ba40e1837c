internal import Resources

/// The words of one language: `languages/CODE.txt`, cut into its sections.
package struct LanguageData: Sendable {
  /// What a section of the file holds; the raw value stands in brackets at its head.
  package enum Section: String, CaseIterable, Sendable {
    // Values: `VALUE: word, word`.
    case months, weekdays
    case weekdaysBeforeFeira = "weekdays before feira"
    case days, numbers, ordinals, multipliers, fractions, units
    // Phrases: `phrase<TAB>value`.
    case bounds, titles, negators, hedges, reporting
    // Words and phrases, one a line.
    case everyday, openers, completers, idle
    // `side | side`, `name: step < step`, `class: word, word`.
    case opposites, scales, modals
  }

  /// Nil for no language in particular.
  package let language: Language?
  private let texts: [Section: String]

  /// The languages that have a file.
  package static let all: [Language] = [.arabic, .german, .english, .spanish, .french, .italian, .portuguese]

  /// Reads the file of the language; a language without one has no words.
  package init(_ language: Language?) {
    self.language = language
    var texts: [Section: String] = [:]
    var section: Section?
    for line in language.map({ Resource.lines("languages/\($0.rawValue).txt") }) ?? [] {
      if line.utf8.first == UInt8(ascii: "["), line.utf8.last == UInt8(ascii: "]") {
        section = Section(rawValue: String(line.dropFirst().dropLast()))
      } else if let section {
        texts[section, default: ""] += line + "\n"
      }
    }
    self.texts = texts
  }

  /// The entries of a section, one a line; empty when the language has none.
  package func text(_ section: Section) -> String { texts[section] ?? "" }

  package func lines(_ section: Section) -> [Substring] { text(section).split(separator: "\n") }

  /// The words of a section of values.
  package func values(_ section: Section) -> [(value: String, words: [String])] {
    lines(section).compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let words = line[line.index(after: colon)...].split(separator: ",").map { String($0.drop { $0 == " " }) }
      return (String(line[..<colon]), words)
    }
  }

  /// The words of a section of numbers.
  package func numbers(_ section: Section) -> [(value: Double, words: [String])] {
    values(section).compactMap { entry in Double(entry.value).map { ($0, entry.words) } }
  }

  /// The phrases of a section, without their values.
  package func phrases(_ section: Section) -> [String] {
    lines(section).compactMap { $0.split(separator: "\t").first.map(String.init) }
  }
}
