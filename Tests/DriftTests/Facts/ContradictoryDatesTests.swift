import Drift
import TestSupport
import Testing

/// A day of the week and its date, of which a copy changed one.
@Suite struct ContradictoryDatesTests {
  private struct Frame {
    var before: String
    var after: String
    /// The same in the copy, whose sentences about the day cannot be held against each other.
    var retold: (before: String, after: String)
  }

  private static let frames = [
    "en": Frame(
      before: "The ferry Solveig ran aground off Brandal on",
      after: "and lost its rudder. Its captain had served the line for thirty years. Nobody on board was hurt.",
      retold: (
        "Divers found the wreck of the Solveig, which had lost its rudder near the pier on",
        "in thick fog. Its captain had served the line for thirty years. Nobody on board was hurt."
      )),
    "pt": Frame(
      before: "A balsa Solveig encalhou perto de Brandal na",
      after: "e perdeu o leme. O capitão trabalhava na linha há trinta anos. Ninguém a bordo ficou ferido.",
      retold: (
        "Mergulhadores acharam o casco da Solveig, que havia perdido o leme junto ao cais na",
        "com muita neblina. O capitão trabalhava na linha há trinta anos. Ninguém a bordo ficou ferido."
      )),
    "de": Frame(
      before: "Die Fähre Solveig lief vor Brandal auf Grund, und zwar am",
      after: "bei Ebbe. Ihr Kapitän fuhr seit dreißig Jahren für die Linie. Niemand an Bord wurde verletzt.",
      retold: (
        "Taucher fanden das Wrack der Solveig, die nahe der Mole ihr Ruder verloren hatte, am",
        "im Nebel. Ihr Kapitän fuhr seit dreißig Jahren für die Linie. Niemand an Bord wurde verletzt."
      )),
  ]

  private func findings(_ language: String, _ day: String, _ other: String) throws -> [DriftFinding] {
    let frame = try #require(Self.frames[language])
    return Analyzers.compare("\(frame.before) \(day) \(frame.after)", "\(frame.retold.before) \(other) \(frame.retold.after)")
      .findings
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
