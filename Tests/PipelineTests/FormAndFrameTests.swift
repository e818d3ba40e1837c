import TestSupport
import Testing

@testable import Pipeline

/// Different articles that share much of their words: fillings of one form, and briefs in one page.
@Suite struct `Forms and frames` {
  private static func announcement(_ town: String, _ day: String, _ hours: String, _ streets: String, _ homes: Int) -> String {
    """
    Wegen dringender Arbeiten am Netz schaltet die Stadtwerke Hollbach GmbH am \(day) von \(hours) Uhr den Strom in \(town) ab. \
    Betroffen sind die Straßen \(streets). Rund \(homes) Haushalte sind in dieser Zeit ohne Strom. Die Stadtwerke bitten die Kunden, \
    empfindliche Geräte vorher vom Netz zu trennen und Kühltruhen geschlossen zu halten. Fragen beantwortet die Leitstelle unter der \
    Nummer 0800 555 01 02 rund um die Uhr. Eine Übersicht aller Abschaltungen steht auf der Seite der Stadtwerke.
    """
  }
  private static let announcements = [
    announcement("Altlinden", "Montag, 12. Mai", "8 bis 11.30", "Am Brink und Lindenweg", 340),
    announcement("Neuhofen", "Mittwoch, 14. Mai", "9 bis 13", "Schulgasse und Ringweg", 510),
    announcement("Sankt Anton", "Freitag, 16. Mai", "7.15 bis 10", "Kirchplatz und Hohlweg", 95),
  ]

  @Test func `announcements of one form stay, in a language whose nouns all have capitals too`() throws {
    let folder = try Folder()
    let lines = Self.announcements.enumerated().map { record("a\($0)", $1) }
    let copy = record("copy", Self.announcements[0] + " Stand: Mai.")
    #expect(try Set(Deduplication([folder.file("in.jsonl", lines)]).kept) == ["a0", "a1", "a2"])
    #expect(try Deduplication([folder.file("copies.jsonl", lines + [copy])]).kept.count == 3)
  }

  private static let briefs = [
    "Two men were slightly hurt on Monday when their van turned over on the road to Sotton.",
    "The market of Las Erras will open on Tuesday evenings from June, the town hall said.",
    "A swarm of bees closed the library for three hours and left with a keeper from Brod.",
  ]
  private static let tail = """
    About Hollbach News. Founded in 1921, it prints local stories for eleven towns in the valley and is owned by its readers. Letters \
    are welcome at any hour and may be shortened. Statements about plans are no promises, and weather, strikes or holidays can change \
    them without notice. Reprints need a written permit from the publisher.
    """

  @Test func `briefs of a sentence above one passage stay, and a copy of one does not`() throws {
    let folder = try Folder()
    let lines = Self.briefs.enumerated().map { record("b\($0)", "\($1) \(Self.tail)") }
    #expect(try Set(Deduplication([folder.file("in.jsonl", lines)]).kept) == ["b0", "b1", "b2"])
    let copy = record("copy", "\(Self.briefs[1]) \(Self.tail) Printed on paper.")
    #expect(try Deduplication([folder.file("copies.jsonl", lines + [copy])]).kept.count == 3)
  }

  @Test(arguments: [
    "You have reached your limit of free articles. To go on, start your 30-day trial now. It takes a minute, and you can leave whenever you like.",
    "Sie wollen weiterlesen? Dieser Text ist Teil unseres Plus-Angebots. Mit einem Konto lesen Sie alle Beiträge ohne Werbung, auch am Abend.",
  ])
  func `a beginning before a paywall is dropped for the whole text`(wall: String) throws {
    let folder = try Folder()
    let lead = """
      The old lighthouse of Velmora will be moved forty metres inland before the winter storms, the harbour board decided on Friday \
      after a long debate about what the tower weighs and who is going to pay.
      """
    let rest = Self.tail.replacing("Hollbach News", with: "the tower") + " " + Self.briefs.joined(separator: " ")
    let lines = [record("stub", "\(lead) \(wall)"), record("full", "\(lead) \(rest) The work begins on 3 May.")]
    #expect(try Deduplication([folder.file("in.jsonl", lines)]).kept == ["full"])
  }

  @Test func `a first sentence of which a site made the title is the article's`() throws {
    let folder = try Folder()
    let box =
      "Most read\\nMayor of Torre resigns after eleven days\\nThe ten best pies of the valley\\nWater cut in three districts on Thursday"
    func line(_ id: Int) -> String {
      let brief = Self.briefs[id]
      return
        "{\"id\": \"b\(id)\", \"title\": \"\(brief.dropLast())\", \"source\": \"Hollbach News\", \"text\": \"\(brief)\\n\\n\(box)\"}"
    }
    #expect(try Deduplication([folder.file("in.jsonl", [line(0), line(1)])]).kept.count == 2)
  }
}
