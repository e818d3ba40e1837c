internal import Resources

/// The project's own word lists, compiled in and parsed once.
///
/// Each is a value in a file of its subject beside this one; the format stands at the head of every list.
package struct CuratedLists: Sendable {
  package let opposites: OppositeList
  package let synonyms: SynonymList
  /// Things of one kind that exclude each other, by topic.
  package let contrasts: OppositeList
  package let valence: ValenceList
  package let scales: ScaleList
  /// Reporting verbs with their class (neutral, denial, claim ...).
  package let reportingVerbs: PhraseTable
  /// Hedges: `strong` or `weak`.
  package let hedges: PhraseTable
  /// Negators: `explicit` or `implicit`.
  package let negators: PhraseTable
  /// Titles of persons.
  package let titles: PhraseTable
  package let units: UnitList
  package let places: PlaceList
  package let organisations: OrganisationList
  package let spelling: SpellingList

  /// Parses the lists that `text` gives by file name; a missing one is empty.
  package init(text: (String) -> String?) {
    func read(_ name: String) -> String { text(name) ?? "" }
    opposites = OppositeList(text: read("opposites.txt"))
    synonyms = SynonymList(text: read("synonyms.txt"))
    contrasts = OppositeList(text: read("contrasts.txt"), hasTopics: true)
    valence = ValenceList(text: read("valence.txt"))
    scales = ScaleList(text: read("scales.txt"))
    reportingVerbs = PhraseTable(text: read("reporting_verbs.txt"), fallback: "neutral")
    hedges = PhraseTable(text: read("hedges.txt"), fallback: "weak")
    negators = PhraseTable(text: read("negators.txt"), fallback: "explicit")
    titles = PhraseTable(text: read("titles.txt"))
    units = UnitList(text: read("units.txt"))
    places = PlaceList(text: read("places.tsv"))
    organisations = OrganisationList(text: read("organisations.tsv"))
    spelling = SpellingList(text: read("spelling_variants.txt"))
  }

  /// The lists compiled into the program.
  ///
  /// Parsed at the first use.
  package static let standard = CuratedLists(text: Resource.text)
}

/// Words and phrases with a value each (reporting verbs, hedges, negators ...): `phrase<TAB>value`.
package struct PhraseTable: Sendable {
  private var values: [String: String] = [:]
  /// Phrases in the order of the list.
  package private(set) var phrases: [String] = []

  /// Reads the list; an entry without a value takes `fallback`.
  package init(text: String, fallback: String = "") {
    for line in ListReader.lines(in: text[...]) {
      let fields = ListReader.fields(line)
      guard let phrase = fields.first, !phrase.isEmpty else { continue }
      let key = phrase.split(separator: " ").joined(separator: " ")
      if values.updateValue(fields.count > 1 && !fields[1].isEmpty ? String(fields[1]) : fallback, forKey: key) == nil {
        phrases.append(key)
      }
    }
  }

  /// The value of a lower-case word or phrase (words separated by single blanks), or nil when it is not listed.
  package func value(of phrase: String) -> String? { values[phrase] }
}
