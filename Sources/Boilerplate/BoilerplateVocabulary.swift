internal import Tables
internal import Text

/// The words that the shape rules of boilerplate go by (`page_words.tsv`, the calendar, the agencies), as hashes of
/// ``BoilerplateWords``.
struct BoilerplateVocabulary: Sendable {
  /// Months and weekdays in every language of the tables.
  let calendar: Set<UInt64>
  /// Agency names: whole names hashed word by word, see ``namesAgency(_:_:)``.
  private let agencies: Set<UInt64>
  private let longestAgency: Int
  /// A Bloom filter over the first words of agency names.
  private let agencyFilter: BloomFilter

  let dateLabels: Set<UInt64>
  /// Words of counters that say by themselves that the line counts something of the page.
  let counted: Set<UInt64>
  let counterFillers: Set<UInt64>
  let identifiers: Set<UInt64>
  /// What stands beside a name in the credit of a picture.
  let pictureCredit: Set<UInt64>
  let desks: Set<UInt64>
  let by: Set<UInt64>
  let and: Set<UInt64>

  /// What a word of `page_words.tsv` is.
  private enum Kind: String {
    case date, counted, counter, identifier, picture, desk, by, and
  }

  init(calendarRows: [[Substring]], agencyRows: [[Substring]], wordRows: [[Substring]]) {
    var words: [Kind: Set<UInt64>] = [:]
    for row in wordRows where row.count >= 2 {
      guard let kind = Kind(rawValue: String(row[0])) else { continue }
      words[kind, default: []].formUnion(BoilerplateWords(String(row[1]), limit: 400).hashes)
    }
    func set(_ kind: Kind) -> Set<UInt64> { words[kind] ?? [] }
    dateLabels = set(.date)
    counted = set(.counted)
    counterFillers = set(.counter)
    identifiers = set(.identifier)
    pictureCredit = set(.picture)
    desks = set(.desk)
    by = set(.by)
    and = set(.and)
    var calendar: Set<UInt64> = []
    for row in calendarRows where row.count >= 2 { calendar.formUnion(BoilerplateWords(String(row[1])).hashes) }
    self.calendar = calendar
    var agencies: Set<UInt64> = []
    var longest = 1
    var filter = BloomFilter(words: 128)
    for row in agencyRows where row.count >= 5 {
      for name in row[3].split(separator: ",") + row[4].split(separator: ",") {
        let words = BoilerplateWords(String(name)).hashes
        agencies.insert(Self.combined(words[...]))
        longest = max(longest, words.count)
        if let first = words.first { filter.insert(first) }
      }
    }
    self.agencies = agencies
    longestAgency = longest
    agencyFilter = filter
  }

  private static func combined(_ hashes: ArraySlice<UInt64>) -> UInt64 {
    hashes.reduce(UInt64(hashes.count)) { ($0 ^ $1) &* 0xD6E8_FEB8_6659_FD93 }
  }

  /// Whether a capitalised run of words is the name of an agency.
  func namesAgency(_ text: Span<UInt8>, _ words: BoilerplateWords) -> Bool {
    for first in 0..<words.count {
      let hash = words.hashes[first]
      guard agencyFilter.mayContain(hash) else { continue }
      let initial = text[words.starts[first]]
      guard TextBytes.isUpper(initial) || initial >= 0x80 || words.count < 4 else { continue }
      for length in 1...longestAgency where first + length <= words.count {
        if agencies.contains(Self.combined(words.hashes[first..<first + length])) { return true }
      }
    }
    return false
  }
}
