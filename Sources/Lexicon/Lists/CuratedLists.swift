internal import Resources

/// The project's own word lists, compiled in and parsed once.
///
/// Each is a value with its own file beside this one; the format stands at the head of every list.
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
  /// Modal verbs with their class.
  package let modals: PhraseTable
  /// Bounds on numbers ("at least", "up to") with their kind.
  package let bounds: PhraseTable
  /// Titles of persons.
  package let titles: PhraseTable
  package let units: UnitList
  package let numberWords: NumberWordList
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
    modals = PhraseTable(text: read("modals.txt"))
    bounds = PhraseTable(text: read("bounds.txt"))
    titles = PhraseTable(text: read("titles.txt"))
    units = UnitList(text: read("units.txt"))
    numberWords = NumberWordList(text: read("number_words.txt"))
    places = PlaceList(text: read("places.tsv"))
    organisations = OrganisationList(text: read("organisations.tsv"))
    spelling = SpellingList(text: read("spelling_variants.txt"))
  }

  /// The lists compiled into the program.
  ///
  /// Parsed at the first use.
  package static let standard = CuratedLists(text: Resource.text)
}
