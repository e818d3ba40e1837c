internal import Tables
internal import Text

/// The words that the shape rules of boilerplate go by, as hashes of ``BoilerplateWords``.
struct BoilerplateVocabulary: Sendable {
  /// Months and weekdays in every language of the tables.
  let calendar: Set<UInt64>
  /// Agency names: whole names hashed word by word, see ``namesAgency(_:_:)``.
  private let agencies: Set<UInt64>
  private let longestAgency: Int
  /// A Bloom filter over the first words of agency names.
  private let agencyFilter: BloomFilter

  let dateLabels = Self.set(
    """
    date published updated posted modified created edited last first on at the of advertisement am pm gmt utc est edt pst pdt
    cet ist bst ist h hrs hours uhr time today yesterday publicado actualizado publié mis à jour le stand veröffentlicht
    aktualisiert pubblicato aggiornato il atualizado em às de st nd rd th a p m
    """)
  /// Words of counters that say by themselves that the line counts something of the page.
  let counted = Self.set(
    """
    views view comments comment shares share likes like replies reply reads tweets retweets followers votes views kommentare
    kommentar commentaires commentaire comentarios comentario comentários comentário commenti commento vues vistas visualizações
    """)
  let counterFillers = Self.set(
    "post posts page of photo photos image slide total no k m sec seconds min minute minutes read 0 and in by")
  let identifiers = Self.set("news story article id ref post")
  /// What stands beside a name in the credit of a picture.
  let pictureCredit = Self.set(
    """
    photo photos image images picture pictures file pool handout courtesy getty shutterstock reuters afp ap epa efe dpa news
    video screenshot screengrab photograph photographer foto fotos bild archiv archive crédit via tv press twitter facebook
    instagram youtube illustration alamy istock wikimedia
    """)
  let desks = Self.set("desk staff reporter correspondent bureau editor redaktion rédaction redacción redação redazione")
  let by = Self.set("by von par por di de da")
  let and = Self.set("and und et y e")

  init(calendarRows: [[Substring]], agencyRows: [[Substring]]) {
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

  private static func set(_ words: String) -> Set<UInt64> { Set(BoilerplateWords(words, limit: 400).hashes) }

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
