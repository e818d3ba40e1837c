import Drift
import TestSupport
import Testing

/// A day of the week and its date, of which a copy changed one.
@Suite struct ContradictoryDatesTests {
  /// Two sentences that tell otherwise what happened on the day, and what both texts go on with.
  private struct Frame {
    var original, copy, rest: String

    func text(_ sentence: KeyPath<Frame, String>, _ day: String) -> String {
      "\(self[keyPath: sentence].replacing("DAY", with: day)) \(rest)"
    }
  }

  private static let frames = [
    "en": Frame(
      original: "The ferry Solveig ran aground off Brandal on DAY and lost its rudder.",
      copy: "Divers found the wreck of the Solveig, which had broken up near the pier on DAY in thick fog.",
      rest: """
        Its captain had served the line for thirty years and knew the reef well. Nobody on board was hurt, said the harbour office. The \
        owners of the ferry will pay for a bus over the old bridge. A court in Velmora is to hear the engineer and both mates.
        """),
    "pt": Frame(
      original: "A balsa Solveig encalhou perto de Brandal na DAY e perdeu o leme.",
      copy: "Mergulhadores acharam o casco da Solveig, que se partiu junto ao cais na DAY com muita neblina.",
      rest: """
        O capitão trabalhava na linha há trinta anos e conhecia bem o recife. Ninguém a bordo ficou ferido, disse o escritório do porto. \
        Os donos da balsa vão pagar um ônibus pela ponte velha. Um tribunal de Velmora vai ouvir o maquinista e os dois pilotos.
        """),
    "de": Frame(
      original: "Die Fähre Solveig lief vor Brandal auf Grund, und zwar am DAY bei Ebbe.",
      copy: "Taucher fanden das Wrack der Solveig, die nahe der Mole zerbrochen war, am DAY im Nebel.",
      rest: """
        Ihr Kapitän fuhr seit dreißig Jahren für die Linie und kannte das Riff gut. Niemand an Bord wurde verletzt, sagt das Hafenamt. Die \
        Besitzer der Fähre zahlen einen Bus über die alte Brücke. Ein Gericht in Velmora hört den Maschinisten und beide Steuerleute an.
        """),
  ]

  private func findings(_ language: String, _ day: String, _ other: String) throws -> [DriftFinding] {
    let frame = try #require(Self.frames[language])
    return Analyzers.compare(frame.text(\.original, day), frame.text(\.copy, other)).findings
  }

  /// Serious, by whichever rule is surer of it.
  private func isTold(_ language: String, _ day: String, _ other: String) throws -> Bool {
    try findings(language, day, other).contains { $0.category == .time && $0.severity > .minor }
  }

  private func contradictions(_ language: String, _ day: String, _ other: String) throws -> [DriftFinding] {
    try findings(language, day, other).filter { $0.rule == .timeContradiction }
  }

  @Test(arguments: [
    ("pt", "terça-feira (23)", "terça-feira (24)"), ("pt", "terça-feira (23)", "quarta-feira (23)"),
    ("pt", "sexta (23)", "sexta (22)"), ("pt", "domingo (25)", "segunda-feira (25)"),
    ("en", "Tuesday, May 23", "Tuesday, May 24"), ("en", "Tuesday 23 May", "Wednesday 23 May"),
    ("de", "Dienstag, 23. Mai", "Dienstag, 24. Mai"),
  ])
  func `a day of the week and its date contradict another`(_ language: String, _ day: String, _ other: String) throws {
    #expect(try isTold(language, day, other))
    #expect(try isTold(language, other, day))
  }

  @Test(arguments: [
    // Another day with its own date; a week later; the next month; no dates.
    ("pt", "terça-feira (23)", "quarta-feira (24)"), ("pt", "terça-feira (2)", "terça-feira (9)"),
    ("en", "Tuesday (23)", "Tuesday 30 May"),
    ("en", "Tuesday, May 30", "Tuesday, June 27"), ("en", "Tuesday, May 23", "Tuesday, June 24"),
    ("en", "Tuesday 23 of the crew", "Tuesday 24 of the crew"), ("pt", "segunda parte (23)", "segunda parte (24)"),
    ("de", "Dienstag, 23. Mai", "Dienstag"),
  ])
  func `days that both may be are none`(_ language: String, _ day: String, _ other: String) throws {
    #expect(try contradictions(language, day, other).isEmpty)
    #expect(try contradictions(language, other, day).isEmpty)
  }

  @Test func `a slip that both texts have was not made by copying`() throws {
    let both = "terça-feira (23) e não na terça-feira (24)"
    #expect(try contradictions("pt", both, both).isEmpty)
    #expect(try isTold("pt", both, "terça-feira (24)"))
  }
}
