internal import Resources
internal import Text

/// A news agency or wire service.
package struct Agency: Sendable, Hashable {
  /// Stable key of `agencies.tsv`, such as "afp".
  package var id: String
  /// Full name.
  package var name: String
  /// The name that readers know: "Reuters", "AFP", "Xinhua".
  package var label: String
  package var country: String
  /// A newspaper whose stories are syndicated: named in many texts that are not its own, so that only a byline, an owner's line
  /// or a phrase of credits counts.
  package var isPaper: Bool
}

/// The agencies of the program and the spellings by which a text may name them.
struct AgencyList: Sendable {
  struct Form: Sendable {
    var spelling: String
    var agency: Int
    /// An acronym; it counts in its exact spelling, and in small letters only inside brackets.
    var isShort: Bool
    /// Stands for other things too, so that it counts in a strong position only.
    var isAmbiguous: Bool
  }

  /// The list of `agencies.tsv`.
  static let standard = AgencyList(rows: Resource.rows("agencies.tsv"))

  let agencies: [Agency]
  let forms: [Form]
  /// Place of the agency that signs its stories with "(Reporting by ...; Editing by ...)".
  let reuters: Int?

  /// The rows of `agencies.tsv`: id, name, country, short forms, long forms, "yes" or "paper" or nothing, forms in other scripts,
  /// the name to show.
  init(rows: [[Substring]]) {
    var agencies: [Agency] = []
    var forms: [Form] = []
    for row in rows where row.count >= 5 {
      let short = row[3].split(separator: ",")
      let long = row[4].split(separator: ",")
      let kind = row.count > 5 ? row[5] : ""
      let place = agencies.count
      agencies.append(
        Agency(
          id: String(row[0]), name: String(row[1]), label: row.count > 7 ? String(row[7]) : Self.label(row[1], short, long),
          country: String(row[2]),
          isPaper: kind == "paper"))
      let isAmbiguous = kind == "yes"
      forms += short.map { Form(spelling: String($0), agency: place, isShort: true, isAmbiguous: isAmbiguous) }
      forms += long.map {
        // Several words say enough.
        Form(spelling: String($0), agency: place, isShort: false, isAmbiguous: isAmbiguous && !$0.contains(" "))
      }
      guard row.count > 6 else { continue }
      forms += row[6].split(separator: ",").map {
        Form(spelling: String($0.drop { $0 == "?" }), agency: place, isShort: false, isAmbiguous: $0.hasPrefix("?"))
      }
    }
    self.agencies = agencies
    self.forms = forms
    reuters = agencies.firstIndex { $0.id == "reuters" }
  }

  private static func label(_ name: Substring, _ short: [Substring], _ long: [Substring]) -> String {
    if !name.contains(" "), !name.contains("-") { return String(name) }
    if let word = long.first, !word.contains(" ") && !word.contains("-") || short.isEmpty { return String(word) }
    return String(short.first ?? name)
  }
}

/// An agency's name in a text.
struct AgencyMention: Sendable, Equatable {
  /// Tokens of the text.
  var range: Range<Int>
  /// Place in ``AgencyList/agencies``.
  var agency: Int
  var isAmbiguous: Bool
  var isPaper: Bool
}

/// Finds agency names in a text; nothing is said yet about what the name is doing there.
struct AgencyMentions: Sendable {
  private let list: AgencyList
  private let index: PhraseIndex

  init(_ list: AgencyList) {
    self.list = list
    index = PhraseIndex(list.forms.map(\.spelling))
  }

  /// All names in the order of the text, the longest spelling at each place.
  func find(in text: TokenText) -> [AgencyMention] {
    var result: [AgencyMention] = []
    var place = 0
    while place < text.tokens.count {
      guard index.mayBegin(text.hashes[place]), let mention = mention(text, place) else {
        place += 1
        continue
      }
      result.append(mention)
      place = mention.range.upperBound
    }
    return result
  }

  private func mention(_ text: TokenText, _ place: Int) -> AgencyMention? {
    for match in index.matches(at: place, in: text.hashes) {
      let form = list.forms[match.phrase]
      guard isSpelt(form, text, match.range), isWhole(text, match.range) else { continue }
      return AgencyMention(
        range: match.range, agency: form.agency, isAmbiguous: form.isAmbiguous, isPaper: list.agencies[form.agency].isPaper)
    }
    return nil
  }

  /// Whether the text has the form exactly, in capitals, or an acronym in small letters inside brackets.
  private func isSpelt(_ form: AgencyList.Form, _ text: TokenText, _ range: Range<Int>) -> Bool {
    let spelling = text.string(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if spelling == form.spelling || form.isShort && spelling == form.spelling + "." { return true }
    if !form.isShort { return spelling == form.spelling.uppercased() }
    return spelling == form.spelling.lowercased() && (isEnclosed(text, range) || opensSlashedLine(text, range))
  }

  /// Whether the name begins a line that holds nothing else but initials behind a slash: "ats/vk".
  private func opensSlashedLine(_ text: TokenText, _ range: Range<Int>) -> Bool {
    func startsLine(_ place: Int) -> Bool { place >= text.tokens.count || text.tokens[place].shape.contains(.lineStart) }
    let end = range.upperBound
    guard range.lowerBound == 0 || startsLine(range.lowerBound), end + 1 < text.tokens.count, startsLine(end + 2) else {
      return false
    }
    let (slash, initials) = (text.tokens[end], text.tokens[end + 1])
    return text.bytes[Int(slash.start)] == UInt8(ascii: "/") && !slash.shape.contains(.spaced) && initials.kind == .word
      && !initials.shape.contains(.spaced)
  }

  /// Whether the name stands in a short bracket, or between slashes, that holds nothing but words, slashes and commas.
  private func isEnclosed(_ text: TokenText, _ range: Range<Int>) -> Bool {
    func isOpen(_ place: Int) -> Bool { text.tokens.indices.contains(place) && "([/".utf8.contains(byte(place)) }
    func byte(_ place: Int) -> UInt8 { text.bytes[Int(text.tokens[place].start)] }
    if isOpen(range.lowerBound - 1), range.upperBound < text.tokens.count, ")]/".utf8.contains(byte(range.upperBound)) {
      return true
    }
    var low = range.lowerBound - 1
    while low >= max(0, range.lowerBound - 6), text.tokens[low].kind == .word || "/,:".utf8.contains(byte(low)) { low -= 1 }
    var high = range.upperBound
    while high < min(text.tokens.count, range.upperBound + 8), isInner(text.tokens[high], byte(high)) { high += 1 }
    guard low >= 0, high < text.tokens.count else { return false }
    return "([".utf8.contains(byte(low)) && ")]".utf8.contains(byte(high))
  }

  private func isInner(_ token: Token, _ byte: UInt8) -> Bool {
    token.kind == .word || token.kind == .number || "/,;.-".utf8.contains(byte)
  }

  /// Whether nothing sticks to the name: no possessive, no compound ("Reuters-owned").
  private func isWhole(_ text: TokenText, _ range: Range<Int>) -> Bool {
    guard range.upperBound < text.tokens.count else { return true }
    let next = text.tokens[range.upperBound]
    if next.shape.contains(.spaced) { return true }
    if next.shape.contains(.clitic) { return false }
    guard text.bytes[Int(next.start)] == UInt8(ascii: "-"), range.upperBound + 1 < text.tokens.count else { return true }
    let after = text.tokens[range.upperBound + 1]
    return after.shape.contains(.spaced) || after.kind != .word || after.shape.contains(.capitalised)
  }
}
