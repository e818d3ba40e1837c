internal import Text

/// The words and phrases that the credit patterns go by, from `credit_words.tsv`, `credit_phrases.tsv` and the calendar.
struct CreditVocabulary: Sendable {
  /// What a phrase of `credit_phrases.tsv` is.
  enum PhraseKind: String, Sendable {
    case contributed, inputs, source, copyright, rights, reporting, with, byline, translated, label
  }

  /// What a word of `credit_words.tsv` is.
  enum WordKind: String, Sendable {
    /// Small words inside names of places and people.
    case particle
    /// Words of a byline beside names.
    case byline
    /// Words that make a credit one of a picture.
    case photo
    /// What may stand between an agency and "contributed to this report", or between "with inputs from" and an agency.
    case filler
    case and, with, agencies, staff
    /// Words in the names of outlets.
    case outlet
    /// Everyday words that offer pictures as well as texts.
    case offer
  }

  /// A phrase that stands in a segment, as places of its tokens.
  struct Occurrence: Sendable {
    var kind: PhraseKind
    var range: Range<Int>
    /// The hash of the first token, which tells everyday words ("via", "credit") apart from the rest.
    var first: UInt64
  }

  private let words: [WordKind: Set<UInt64>]
  private let calendar: Set<UInt64>
  private let kinds: [PhraseKind]
  private let index: PhraseIndex
  let credit = Self.hash("credit")

  init(phraseRows: [[Substring]], wordRows: [[Substring]], calendarRows: [[Substring]]) {
    calendar = Set(calendarRows.filter { $0.count >= 2 }.flatMap { TokenText(Array($0[1].utf8)).hashes.prefix(1) })
    var words: [WordKind: Set<UInt64>] = [:]
    for row in wordRows where row.count >= 3 {
      guard let kind = WordKind(rawValue: String(row[0])) else { continue }
      words[kind, default: []].formUnion(TokenText.hashes(row[2].split(separator: " ")))
    }
    self.words = words
    let rows = phraseRows.filter { $0.count >= 3 && PhraseKind(rawValue: String($0[0])) != nil }
    kinds = rows.compactMap { PhraseKind(rawValue: String($0[0])) }
    index = PhraseIndex(rows.map { $0[2] })
  }

  /// The hash of a word in small letters.
  static func hash(_ word: String) -> UInt64 { TokenText.hash(word) }

  func has(_ kind: WordKind, _ token: CreditToken?) -> Bool {
    guard let token, token.kind == .word else { return false }
    return words[kind]?.contains(token.hash) ?? false
  }

  /// Whether the word is a month or a weekday; short ones only with a capital, as "do" and "mo" are other words too.
  func isDate(_ token: CreditToken) -> Bool {
    token.kind == .word && (token.isCapital || token.range.count > 2) && calendar.contains(token.hash)
  }

  /// The longest phrase of each kind at each place.
  func occurrences(in tokens: [CreditToken]) -> [Occurrence] {
    // An agency's name is no part of a phrase.
    let keys = tokens.map { $0.mention == nil ? $0.hash : 0 }
    var result: [Occurrence] = []
    for start in keys.indices where index.mayBegin(keys[start]) {
      var seen: Set<PhraseKind> = []
      for match in index.matches(at: start, in: keys) where seen.insert(kinds[match.phrase]).inserted {
        result.append(Occurrence(kind: kinds[match.phrase], range: match.range, first: keys[start]))
      }
    }
    return result
  }

  /// Whether a phrase of that kind begins at `place` of the text.
  func begins(_ kind: PhraseKind, _ text: TokenText, _ place: Int) -> Bool {
    index.matches(at: place, in: text.hashes).contains { kinds[$0.phrase] == kind }
  }
}
