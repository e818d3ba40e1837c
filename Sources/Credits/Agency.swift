/// A news agency or wire service.
package struct Agency: Sendable, Hashable {
  /// Stable key of `agencies.tsv`, such as "afp".
  package var id: String
  /// Full name.
  package var name: String
  /// The name that readers know: "Reuters", "AFP", "Xinhua".
  package var label: String
  package var country: String
  /// True when the short form also stands for other things.
  package var isAmbiguous: Bool
}

/// The agencies of the program and the spellings by which a text may name them.
struct AgencyList: Sendable {
  struct Form: Sendable {
    var bytes: [UInt8]
    var agency: Int
    /// An acronym; it counts in its exact spelling, and in small letters only inside brackets.
    var isShort: Bool
  }

  let agencies: [Agency]
  let forms: [Form]
  /// Place of the agency that signs its stories with "(Reporting by ...; Editing by ...)".
  let reuters: Int?

  init(rows: [[Substring]]) {
    var agencies: [Agency] = []
    var forms: [Form] = []
    for row in rows where row.count >= 5 {
      let short = row[3].split(separator: ",")
      let long = row[4].split(separator: ",")
      let isAmbiguous = row.count > 5 && row[5] == "yes"
      agencies.append(
        Agency(
          id: String(row[0]), name: String(row[1]), label: Self.label(row[1], short, long), country: String(row[2]),
          isAmbiguous: isAmbiguous))
      let place = agencies.count - 1
      forms += short.map { Form(bytes: Array($0.utf8), agency: place, isShort: true) }
      forms += long.map { Form(bytes: Array($0.utf8), agency: place, isShort: false) }
    }
    self.agencies = agencies
    // Longer spellings first: "dpa-AFX" before "dpa".
    self.forms = forms.enumerated().sorted { ($1.element.bytes.count, $0.offset) < ($0.element.bytes.count, $1.offset) }
      .map(\.element)
    reuters = agencies.firstIndex { $0.id == "reuters" }
  }

  private static func label(_ name: Substring, _ short: [Substring], _ long: [Substring]) -> String {
    if !name.contains(" "), !name.contains("-") { return String(name) }
    if let word = long.first, !word.contains(" ") { return String(word) }
    return String(short.first ?? name)
  }
}
