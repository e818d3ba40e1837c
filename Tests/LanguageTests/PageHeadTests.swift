import TestSupport
import Testing
import Text

/// Stamps that pages print before a story, joined to its first sentence.
@Suite struct `Stamps at the head of a page` {
  private static let story = "The ferry sank off Velmora."

  private func words(_ text: String) -> String {
    let read = Analyzers.read { $0.read(Array(text.utf8)) { _ in true } }
    return read.sentences.map(read.string).joined(separator: " | ")
  }

  @Test(arguments: [
    "Last updated 3 minutes ago", "14 Comments", "Comments (14)", "Share 14", "Tweet 14 Like 3", "3 min read", "Photo 1 of 5",
    "Monday, March 11, 2024", "11.03.2024 | 18:51", "Aktualisiert: 11.03.24, 18:51", "Artikel vom 11.03.2024",
    "Lesezeit 2 Minuten",
    "Publié le 11/03/2024 à 17h45, mis à jour le 12/03/2024 à 08h02", "3 commentaires", "Actualizado 11/03/2024 18:51",
    "Publicado em 11/03/2024 às 18h51", "Visitas: 1.204", "Pubblicato il 11/03/2024 alle 18:51", "14 commenti",
    "Gepubliceerd op 11 maart 2024 18:51", "By Jana Roe", "Par Claire Roe Publié le 12 mars 2024 à 06h30", "Foto: Jana Roe",
  ])
  func `a stamp is no word of the story, in its line or in one of its own`(stamp: String) {
    #expect(words("\(stamp) \(Self.story)") == Self.story)
    #expect(words("\(stamp)\n\(Self.story)") == Self.story)
    #expect(words("\(Self.story)\n\(stamp)") == Self.story)
  }

  @Test(arguments: [
    "14 Norwegians drowned.", "On Monday, March 11, 2024, the ferry sank.", "March 8 marches were banned.",
    "14 Tage Haft fordert er.",
    "2024 Games will be held here.", "3 minutes later the ferry sank.", "By noon Jana Roe had left.",
    "Likes and views rose by 14 per cent.",
    "Von Angela Roe kam nichts.", "In May 2024 elections were held.",
  ])
  func `a sentence that begins like one stays`(sentence: String) { #expect(words(sentence) == sentence) }
}
