import Quality
import TestSupport
import Testing

/// Phrases of two to five words put twice into sentences that are sound without it.
struct DoubledPhraseTests {
  struct Sentence: Sendable, CustomTestStringConvertible {
    var language: String
    /// The words before, the phrase, and the words behind it.
    var parts: (String, String, String)

    var testDescription: String { "\(language): \(parts.1)" }
    var sound: String { "\(parts.0) \(parts.1) \(parts.2)" }
    var broken: String { "\(parts.0) \(parts.1) \(parts.1) \(parts.2)" }
  }

  static let sentences = [
    Sentence(language: "en", parts: ("The crews of Velmora", "were unable to", "leave the quay before noon, the board said.")),
    Sentence(language: "en", parts: ("Forty boats", "were damaged", "when the pier of Sandholm gave way.")),
    Sentence(language: "en", parts: ("The town paid for", "the repair of the pier", "with a loan of nine million crowns.")),
    Sentence(language: "de", parts: ("Die Fähre lag", "am neuen Kai", "und wurde dort am Abend geprüft.")),
    Sentence(language: "es", parts: ("El puerto informó de", "la llegada del", "buque a la dársena de Robledal.")),
    Sentence(language: "pt", parts: ("O porto recebeu", "uma rede de", "pesca que ninguém tinha pedido.")),
    Sentence(language: "fr", parts: ("La mairie a demandé", "un nouvel examen", "du quai avant la fin du mois.")),
    Sentence(language: "it", parts: ("La nave è arrivata", "nel porto vecchio", "prima che facesse giorno.")),
    Sentence(language: "ar", parts: ("وصلت السفينة إلى", "الميناء القديم", "قبل طلوع الشمس بساعة.")),
    Sentence(language: "ru", parts: ("Паром стоял", "у старого причала", "до самого вечера.")),
  ]

  private func doubled(_ text: String) -> [String] {
    report(text).flags.filter { $0.flag == .brokenSentence && $0.message.contains("phrase") }.map(\.text)
  }

  @Test(arguments: sentences) func `it is flagged where it stands twice`(_ sentence: Sentence) {
    #expect(doubled(sentence.broken) == ["\(sentence.parts.1) \(sentence.parts.1)"])
    #expect(doubled(sentence.sound).isEmpty)
  }

  @Test(arguments: sentences) func `neither a mark between nor a third time makes it a slip`(_ sentence: Sentence) {
    let (before, phrase, behind) = sentence.parts
    for link in [", ", ". ", " - ", "; ", "\n"] { #expect(doubled("\(before) \(phrase)\(link)\(phrase) \(behind)").isEmpty) }
    #expect(doubled("\(before) \(phrase) \(phrase) \(phrase) \(behind)").isEmpty)
    #expect(doubled("\(before) \"\(phrase) \(phrase)\" \(behind)").isEmpty)
  }

  @Test(arguments: [
    "The crew called the harbour again and again and again before the fog lifted.",
    "It went on night after night after night until the board gave in.",
    "The waves grew bigger and bigger and stronger as the boat came near.",
    "What is lost is lost, the skipper of the barge told the court.",
    "Lo que está perdido está perdido, dijo el patrón de la lancha.",
    "O que está feito está feito, disse o mestre da balsa ao juiz.",
    "The choir sang la la la la la la before the mayor spoke.",
    "The Harbour Board The Harbour Board of Velmora met on Tuesday.",
    "They are moving step by step by step towards the old pier.",
  ])
  func `what people say so is left alone`(_ text: String) { #expect(doubled(text).isEmpty) }

  @Test(arguments: 0..<30) func `the shortest phrase is found, wherever it stands`(seed: Int) {
    var random = SeededGenerator(seed)
    // No two words alike, so that nothing else is doubled.
    let words = (0..<60).map { "word\(letters(seed * 100 + $0))" }
    let (place, count) = (random.below(50), 2 + random.below(4))
    let phrase = words[place..<min(place + count, words.count)]
    let text = (words[..<place] + phrase + words[place...]).joined(separator: " ") + "."
    #expect(doubled(text) == ["\(phrase.joined(separator: " ")) \(phrase.joined(separator: " "))"])
  }

  @Test func `Arabic small words are never doubled, whatever the language of the article`() {
    let text = "وصلت السفينة إلى إلى الميناء القديم قبل طلوع الشمس بساعة."
    #expect(report(text).flags.contains { $0.flag == .brokenSentence && $0.text == "إلى إلى" })
    #expect(!report(text.replacing("إلى إلى", with: "إلى")).flags.contains { $0.flag == .brokenSentence })
  }
}
