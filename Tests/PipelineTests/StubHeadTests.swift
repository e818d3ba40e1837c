import TestSupport
import Testing

@testable import Pipeline

/// Stubs of a paywall: the notice is one, the articles are several.
@Suite struct StubHeadTests {
  private static let notices = [
    "This article is for subscribers only. Log in or take out a subscription: four pounds a month, and the first month is free.",
    "Dieser Artikel ist nur für Abonnenten. Lesen Sie weiter mit dem Digitalabo, dreißig Tage für einen Euro, jederzeit kündbar.",
    "Cet article est réservé aux abonnés. Abonnez-vous à partir d'un euro le premier mois, sans engagement et à tout moment.",
  ]
  private static let headlines = [
    ["Night ferry to Anvey stops in March", "Growers put nets over their pears", "Lost letters found in a piano stool"],
    ["Nachtfähre nach Anvey fährt nicht mehr", "Birnbauern spannen Netze", "Verschollene Briefe im Klavierhocker"],
    ["Le bac de nuit s'arrête en mars", "Des filets sur les poiriers", "Des lettres retrouvées dans un tabouret"],
  ]

  @Test(arguments: 0..<3, ["\\n\\n", ". ", "\\nBy Ada Moss\\n"]) func `stubs under other headlines all stay`(
    language: Int, border: String
  ) throws {
    let folder = try Folder()
    let lines = Self.headlines[language].enumerated().map { number, headline in
      record("s\(number)", headline + border + Self.notices[language], source: "Quay Post")
    }
    let file = try folder.file("in.jsonl", lines)
    #expect(try Deduplication([file]).kept.count == 3)
  }

  @Test(arguments: 0..<3) func `one headline over one notice is one stub, though a word of it changed`(language: Int) throws {
    let folder = try Folder()
    let headline = Self.headlines[language][0], notice = Self.notices[language]
    let file = try folder.file(
      "in.jsonl", [record("first", headline + "\\n\\n" + notice), record("again", "Video: " + headline + "\\n\\n" + notice)])
    #expect(try Deduplication([file]).kept.count == 1)
  }

  @Test func `a headline that was written anew over the same beginning makes no other article`() throws {
    let folder = try Folder()
    let lead =
      "The line's owner told passengers in a letter that repairs would cost more than the boat is worth, and that a smaller vessel "
      + "may be chartered for the summer. "
    let file = try folder.file(
      "in.jsonl",
      [
        record("first", "Night ferry stops in March. " + lead + Self.notices[0]),
        record("again", "Last sailing before spring. " + lead + Self.notices[0]),
      ])
    #expect(try Deduplication([file]).kept.count == 1)
  }
}

/// Where a page or a feed cut a text.
@Suite struct OpenTailTests {
  private func leads(_ text: String) -> Bool { OpenTail.standard.leadsElsewhere(Array(text.utf8).span) }

  @Test(arguments: [
    "The harbour board will meet the owner of the...", "The board will meet … Read more", "Der Rat wird ... Weiterlesen »",
    "The board will meet [...]", "The board will meet the […]\n", "The board will ... Continue reading →",
    "Le conseil se réunira…",
  ]) func `dots in the middle of a sentence lead elsewhere`(text: String) { #expect(leads(text)) }

  @Test(arguments: [
    "The board met. Nobody spoke.", "And so it goes on. ...", "He waited... and then he left.", "Nobody knew!...", "", "...",
    "“I do not know...” he said.",
  ]) func `a whole text does not`(text: String) { #expect(!leads(text)) }
}
