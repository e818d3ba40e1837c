/// The words that the credit patterns go by.
struct CreditVocabulary: Sendable {
  enum PhraseKind: String, Sendable { case contributed, inputs, source, copyright, reporting, with, byline, translated }

  struct Phrase: Sendable {
    var kind: PhraseKind
    var keys: [UInt64]
  }

  /// A phrase that stands in a segment, as places of its tokens.
  struct Occurrence: Sendable {
    var kind: PhraseKind
    var range: Range<Int>
    /// The first key, which tells everyday words ("via", "credit") apart from the rest.
    var first: UInt64
  }

  let months: Set<UInt64>
  let weekdays: Set<UInt64>
  private let phrases: [UInt64: [Phrase]]

  /// Small words inside names of places and people.
  let particles = Self.set(
    """
    de del della di da do dos du des la le les los las el al il lo san st saint am an der die den im in on sur upon and und et y
    e of the van von bin d l'
    """)
  /// Words of a byline beside names.
  let bylineWords = Self.set(
    """
    by von par por di da de del for in at the with to staff writer writers correspondent correspondents reporter reporters news
    agency agencies special from updated of y et und e en à per pour für para aus and business sports science health political
    national editor bureau chief foreign service avec mit con com der des agence agencia agência agenzia agentur rédaction
    redacción redazione redação redaktion medical technology economics religion entertainment wire wires report reports
    """)
  /// Words that make a credit one of a picture.
  let photoWords = Self.set(
    """
    photo photos photograph photographs photographer picture pictures image images foto fotos fotograf fotografía fotografia bild
    bilder video videos getty handout archivbild symbolbild imagen imagem immagine crédito graphic infographic illustration
    screenshot shutterstock photographie pool grafik cartoon caption file
    """)
  /// What may stand between an agency and "contributed to this report", or between "with inputs from" and an agency.
  let creditFillers = Self.set(
    """
    and also in at from the of writers writer reporters reporter correspondents correspondent staff journalists journalist bureau
    have has und y et e de en à agencies agency news as well other wire services service reports press der die das den dem by with
    las los la le les l agences agencias agências agenzie des des colleagues editor editors producer medical business
    """)
  let contributedWord = Self.key("contributed")
  let mitarbeit = Self.key("mitarbeit")
  let via = Self.key("via")
  let credit = Self.key("credit")
  let with = Self.set("with mit und avec con com additional")
  let agenciesWord = Self.set(
    "agencies agency agencias agences agentur agenturen agências agenzie staff online desk web bureau and with")
  let staff = Self.set("staff writer writers reporter correspondent reporters newswire")
  let pictureOffers = Self.set("courtesy provided distributed via")

  init(phraseRows: [[Substring]], monthRows: [[Substring]], weekdayRows: [[Substring]]) {
    months = Set(monthRows.filter { $0.count >= 2 }.flatMap { CreditTokenizer.keys(String($0[1])).prefix(1) })
    weekdays = Set(weekdayRows.filter { $0.count >= 2 }.flatMap { CreditTokenizer.keys(String($0[1])).prefix(1) })
    var phrases: [UInt64: [Phrase]] = [:]
    for row in phraseRows where row.count >= 3 {
      guard let kind = PhraseKind(rawValue: String(row[0])) else { continue }
      let keys = CreditTokenizer.keys(String(row[2]))
      guard let first = keys.first else { continue }
      phrases[first, default: []].append(Phrase(kind: kind, keys: keys))
    }
    self.phrases = phrases.mapValues { $0.sorted { $0.keys.count > $1.keys.count } }
  }

  /// The longest phrase of each kind at each place.
  func occurrences(in tokens: [CreditToken]) -> [Occurrence] {
    let keys = tokens.map(CreditTokenizer.key)
    var result: [Occurrence] = []
    for start in keys.indices {
      var kinds: [PhraseKind] = []
      for phrase in phrases[keys[start]] ?? [] where !kinds.contains(phrase.kind) {
        let end = start + phrase.keys.count
        guard end <= keys.count, keys[start..<end].elementsEqual(phrase.keys) else { continue }
        kinds.append(phrase.kind)
        result.append(Occurrence(kind: phrase.kind, range: start..<end, first: keys[start]))
      }
    }
    return result
  }

  /// Whether a phrase of reporting credits begins with this word.
  func beginsReporting(_ hash: UInt64) -> Bool { phrases[hash]?.contains { $0.kind == .reporting } ?? false }

  private static func key(_ word: String) -> UInt64 { CreditTokenizer.keys(word).first ?? 0 }
  private static func set(_ words: String) -> Set<UInt64> { Set(CreditTokenizer.keys(words)) }
}
