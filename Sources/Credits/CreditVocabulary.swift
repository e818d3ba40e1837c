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
    /// The word that ends a dispatch: "Lusa/Fim".
    case end
    /// The word for a dispatch behind the date of a dateline without spaces.
    case dispatch
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

/// A token of a line that may be a credit, with an agency's name as one token.
struct CreditToken: Sendable {
  enum Kind: Sendable, Equatable {
    case word, number
    case agency(AgencyMention)
    /// A sign; dashes of every length are "-", quotation marks "\"", apostrophes "'".
    case mark(Character)
  }

  var kind: Kind
  /// Bytes of the text.
  var range: Range<Int>
  /// Hash of the folded spelling; for an agency that of its first word.
  var hash: UInt64
  /// Begins with a capital letter.
  var isCapital = false
  /// All letters are capitals, at least two.
  var isUpper = false
  /// Of a script without capitals.
  var isCaseless = false
  /// White space stands before it.
  var isSpaced = false
  /// A word with a point inside, as the name of a site.
  var isHost = false
  /// First and last byte, letters small.
  var firstLetter: UInt8 = 0
  var lastLetter: UInt8 = 0
  /// Groups of digits of a number: three in "6.10.2015".
  var groups = 0

  var mark: Character? {
    if case .mark(let character) = kind { return character }
    return nil
  }

  var mention: AgencyMention? {
    if case .agency(let mention) = kind { return mention }
    return nil
  }

  func isMark(_ characters: Set<Character>) -> Bool { mark.map(characters.contains) ?? false }

  /// A word of up to so many letters, as the initials of writers are.
  func isInitials(_ longest: Int = 4) -> Bool { kind == .word && range.count <= longest && (isUpper || !isCapital) }
}

extension CreditToken {
  /// The tokens of `range`, the mentions in it as one token each.
  static func tokens(_ text: TokenText, _ range: Range<Int>, mentions: ArraySlice<AgencyMention>) -> [CreditToken] {
    // Arrays at hand: each question to the text would count its references up and down.
    let (tokens, hashes, bytes) = (text.tokens, text.hashes, text.bytes)
    var result: [CreditToken] = []
    result.reserveCapacity(range.count)
    var rest = mentions
    var place = range.lowerBound
    while place < range.upperBound {
      while let first = rest.first, first.range.lowerBound < place { rest = rest.dropFirst() }
      if let first = rest.first, first.range.lowerBound == place {
        var token = CreditToken(tokens[place], hash: hashes[place], bytes)
        token.kind = .agency(first)
        token.range = text.byteRange(first.range)
        token.lastLetter = bytes[token.range.upperBound - 1] | 0x20
        token.isCapital = true
        result.append(token)
        place = first.range.upperBound
      } else {
        result.append(CreditToken(tokens[place], hash: hashes[place], bytes))
        place += 1
      }
    }
    return result
  }

  private init(_ token: Token, hash: UInt64, _ bytes: [UInt8]) {
    range = token.bytes
    self.hash = hash
    isSpaced = token.shape.contains(.spaced)
    firstLetter = bytes[range.lowerBound] | 0x20
    lastLetter = bytes[range.upperBound - 1] | 0x20
    switch token.kind {
    case .word:
      kind = .word
      isCapital = token.shape.contains(.capitalised)
      isUpper = token.shape.contains(.allCapitals)
      isCaseless = bytes[range.lowerBound] >= 0xD6
      isHost = bytes[range].dropFirst().dropLast().contains(UInt8(ascii: "."))
    case .number:
      kind = .number
      groups = bytes[range].split { !TextBytes.isDigit($0) }.count
    case .quote: kind = .mark(hash == Self.apostrophe ? "'" : "\"")
    case .mark, .sign: kind = .mark(hash == Self.dash ? "-" : Self.character(token, bytes))
    }
  }

  private static func character(_ token: Token, _ bytes: [UInt8]) -> Character {
    let byte = bytes[Int(token.start)]
    return byte < 0x80 ? Character(Unicode.Scalar(byte)) : String(decoding: bytes[token.bytes], as: UTF8.self).first ?? " "
  }

  private static let apostrophe = TokenText.hash("'")
  private static let dash = TokenText.hash("-")
}
