/// Words and phrases with a value each (reporting verbs, hedges, negators, modals, bounds ...): `phrase<TAB>value`.
package struct PhraseTable: Sendable {
  private var values: [String: String] = [:]
  /// First word of every phrase of two or more words, with the phrases' remaining words, longest first.
  private var continuations: [String: [[String]]] = [:]
  /// Phrases in the order of the list.
  package private(set) var phrases: [String] = []

  /// Reads the list; an entry without a value takes `fallback`.
  package init(text: String, fallback: String = "") {
    for line in ListReader.lines(in: text) {
      let fields = ListReader.fields(line)
      guard let phrase = fields.first, !phrase.isEmpty else { continue }
      let words = phrase.split(separator: " ").map(String.init)
      let key = words.joined(separator: " ")
      if values.updateValue(fields.count > 1 && !fields[1].isEmpty ? String(fields[1]) : fallback, forKey: key) == nil {
        phrases.append(key)
      }
      if words.count > 1 { continuations[words[0], default: []].append(Array(words.dropFirst())) }
    }
    for key in continuations.keys { continuations[key]?.sort { $0.count > $1.count } }
  }

  /// The value of a lower-case word or phrase (words separated by single blanks), or nil when it is not listed.
  package func value(of phrase: String) -> String? { values[phrase] }

  /// The longest phrase that starts at `index` of a run of lower-case words.
  ///
  /// O(number of phrases with that first word).
  package func match(at index: Int, in words: some RandomAccessCollection<String>) -> (length: Int, value: String)? {
    guard index >= 0, index < words.count else { return nil }
    func word(_ offset: Int) -> String? {
      index + offset < words.count ? words[words.index(words.startIndex, offsetBy: index + offset)] : nil
    }
    guard let first = word(0) else { return nil }
    for rest in continuations[first] ?? [] where rest.indices.allSatisfy({ word($0 + 1) == rest[$0] }) {
      return (rest.count + 1, values[([first] + rest).joined(separator: " ")] ?? "")
    }
    return values[first].map { (1, $0) }
  }
}
