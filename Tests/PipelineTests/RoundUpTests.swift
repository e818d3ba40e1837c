import Input
import TestSupport
import Testing

@testable import Pipeline

/// Digests and newsletters among the stories that they contain.
@Suite struct RoundUpTests {
  private static let ferry = [
    "The night ferry between Anvey and Dorn will stop running in March because its engines fail the new exhaust rules.",
    "Repairs would cost more than the boat is worth, the line's owner Petra Holm told passengers in a letter.",
    "Commuters who work the early shift at the cannery said they had no other way across the sound before seven.",
    "A smaller vessel from the mainland may be chartered for the summer if the two councils share the bill.",
  ]
  private static let orchard = [
    "Growers in the Lommel valley picked the first pears under nets that keep out a moth from the south.",
    "Agronomist Jan Bekker counted four larvae in a hundred trees, against two thousand a year ago.",
    "The nets let rain through and shade the fruit, which ripened nine days later than in open rows.",
    "A cooperative of forty farms wants to cover every orchard by the autumn after next.",
  ]
  private static let archive = [
    "Letters of the composer Ida Quist that were thought burned turned up in a piano stool at an auction.",
    "The buyer had come for the instrument and noticed that the seat would not close, the auction house said.",
    "In thirty pages Quist quarrels with her publisher over the ending of a string quartet.",
    "Scholars at the conservatory hope to print them before the anniversary of her death.",
  ]

  private func lines(_ extra: [String]) -> [String] {
    let parts = [("ferry", Self.ferry), ("orchard", Self.orchard), ("archive", Self.archive)]
    return parts.map { record($0.0, $0.1.joined(separator: " ")) } + extra
  }

  private static var full: String { (ferry + orchard + archive).joined(separator: " ") }
  private static var leads: String {
    "Here is what happened today. "
      + [ferry, orchard, archive].map { $0.prefix(2).joined(separator: " ") }.joined(separator: " ")
      + " More tomorrow at the same hour."
  }

  @Test(arguments: [full, leads]) func `a round-up joins none of its stories, which stay three`(text: String) throws {
    let folder = try Folder()
    let clustering = try Clustering([folder.file("in.jsonl", lines([record("round", text)]))])
    #expect(clustering.stories.count == 4)
    #expect(Set(clustering.places.values.map(\.event)).count == 4)
    #expect(clustering.places["round"]?.role == .composite)
  }

  @Test(arguments: [full, leads]) func `no story is dropped as an excerpt of a round-up, and a copy of the round-up is`(
    text: String
  ) throws {
    let folder = try Folder()
    let copy = text + " All times are local."
    let file = try folder.file("in.jsonl", lines([record("round", text), record("again", copy)]))
    for level in [DedupeLevel.copy, .story] {
      let result = try Deduplication([file], level: level)
      #expect(Set(result.kept).isSuperset(of: ["ferry", "orchard", "archive"]))
      #expect(result.kept.count == 4, "one of the two round-ups stays")
    }
  }

  private static let bridge = [
    "El puente de hierro de Almora quedó cerrado el lunes porque dos pilares se hundieron medio palmo en el cauce.",
    "La ingeniera Pilar Oses midió grietas en siete vigas y pidió que ni siquiera pasaran bicicletas.",
    "Los vecinos de la otra orilla tardan ahora cuarenta minutos en llegar al mercado por la carretera vieja.",
    "El ayuntamiento espera que un transbordador de la diputación empiece a cruzar antes del viernes.",
  ]
  private static let choir = [
    "El coro de la fábrica de vidrio de Turces ganó el concurso de Lirón con una canción de cuna gallega.",
    "Su director, Anxo Brea, ensaya con los cuarenta sopladores en el turno de noche, cuando los hornos descansan.",
    "El jurado elogió las voces graves y lamentó que la sala tuviera más corrientes de aire que público.",
    "Con el premio comprarán un piano, porque el que usan perdió tres teclas en la inundación.",
  ]

  /// What a report says of its own, in two languages, before it brings in two older ones.
  private static let own = [
    (
      [
        "Mayor Tilda Renn resigned on Thursday after the council refused her budget for the third time in one evening.",
        "She had asked for a loan to mend the quays, and not one of the eleven members of her own list voted for it.",
        "Renn, who was elected two years ago with seven votes more than her rival, cleared her desk the same night.",
        "Her deputy said he would not stand, and the county has to name a caretaker before the holidays begin.",
        "Shopkeepers along the quays hung grey cloth in their windows, which nobody in the town hall would explain.",
      ], ferry.prefix(2) + orchard.prefix(2), [ferry, orchard]
    ),
    (
      [
        "La alcaldesa Tilda Renes dimitió el jueves después de que el pleno rechazara por tercera vez su presupuesto.",
        "Había pedido un préstamo para arreglar los muelles, y ninguno de los once concejales de su lista lo apoyó.",
        "Renes, elegida hace dos años con siete votos más que su rival, vació su despacho esa misma noche.",
        "Su teniente de alcalde no quiere presentarse, y la provincia debe nombrar una gestora antes de las fiestas.",
        "Los comerciantes de los muelles colgaron telas grises en los escaparates, y nadie supo explicar el motivo.",
      ], bridge.prefix(2) + choir.prefix(2), [bridge, choir]
    ),
  ]

  @Test(arguments: [0, 1]) func `a report that brings two older ones in after its own news is no composite`(language: Int) throws
  {
    let (own, brought, parts) = Self.own[language]
    let folder = try Folder()
    let lines = parts.enumerated().map { record("part-\($0)", $1.joined(separator: " ")) }
    let report = record("report", (own + brought).joined(separator: " "))
    let clustering = try Clustering([folder.file("in.jsonl", lines + [report])])
    #expect(clustering.places["report"]?.role == .single)
    #expect(clustering.stories.count == 3)
    let digest = record("digest", parts.joined().joined(separator: " "))
    let digested = try Clustering([folder.file("digest.jsonl", lines + [digest])])
    #expect(digested.places["digest"]?.role == .composite)
  }

  @Test func `excerpts of one article make it no round-up`() throws {
    let folder = try Folder()
    let whole =
      Self.ferry + [
        "Petra Holm's line has sailed the sound between Anvey and Dorn since the war and carried the mail until 1988.",
        "Both councils bought ferry shares then, and the letter asks whether Anvey would sell its part to Dorn.",
        "On the early boat passengers from the cannery signed a petition to the ferry line and to the councils.",
        "The exhaust rules for engines on the sound were announced six years ago, Holm wrote.",
      ]
    let file = try folder.file(
      "in.jsonl",
      [
        record("whole", whole.joined(separator: " ")), record("first", whole.prefix(4).joined(separator: " ")),
        record("second", whole.suffix(4).joined(separator: " ")),
      ])
    #expect(try Deduplication([file]).kept == ["whole"])
  }
}
