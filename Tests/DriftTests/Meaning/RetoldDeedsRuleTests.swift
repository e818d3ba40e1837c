import Drift
import TestSupport
import Testing

/// What lies ahead in one version of an invented article and has happened in the next, in sentences worded in two ways.
@Suite struct RetoldDeedsRuleTests {
  /// A sentence that both versions share before and one behind what differs.
  private static let frames = [
    "pt": (
      "O pintor Idris Tavelan morreu aos 81 anos em Velmora, depois de uma longa doença, e deixa três filhos e muitos quadros.",
      "A prefeitura decretou luto oficial de dois dias, e as escolas da cidade lembraram a obra do artista com desenhos."
    ),
    "es": (
      "El pintor Idris Tavelan murió a los 81 años en Velmora, después de una larga enfermedad, y deja tres hijos y muchos cuadros.",
      "El ayuntamiento decretó dos días de luto oficial, y las escuelas de la ciudad recordaron la obra del artista con dibujos."
    ),
    "fr": (
      "Le peintre Idris Tavelan est mort à 81 ans à Velmora, après une longue maladie, et laisse trois enfants et de nombreux tableaux.",
      "La mairie a décrété deux jours de deuil officiel, et les écoles de la ville ont rappelé le travail de l'artiste avec des dessins."
    ),
    "it": (
      "Il pittore Idris Tavelan è morto a 81 anni a Velmora, dopo una lunga malattia, e lascia tre figli e molti quadri.",
      "Il comune ha proclamato due giorni di lutto, e le scuole della città hanno ricordato le opere dell'artista con i disegni."
    ),
    "de": (
      "Der Maler Idris Tavelan ist mit 81 Jahren nach langer Krankheit in Velmora gestorben, er hinterlässt drei Kinder und viele Bilder.",
      "Die Stadt ordnete zwei Tage Trauer an, und die Schulen der Stadt erinnerten mit Zeichnungen an die Arbeit des Künstlers."
    ),
    "en": (
      "The painter Idris Tavelan died in Velmora at the age of 81 after a long illness, and leaves three children and many pictures.",
      "The town hall declared two days of mourning, and the schools of the town remembered the artist's work with drawings."
    ),
  ]

  struct Change: Sendable, CustomTestStringConvertible {
    var code: String
    var first: String
    var second: String
    var testDescription: String { "\(code): \(first) | \(second)" }
  }

  static let updates: [Change] = [
    Change(
      code: "pt", first: "O corpo será cremado nesta segunda-feira na cidade de Orvand.",
      second: "O corpo do artista, que pintou os murais do porto, foi cremado por volta de 12h desta segunda-feira, em Orvand."),
    Change(
      code: "pt",
      first: "O advogado da família afirmou por meio de nota que entregará o testamento nesta sexta-feira ao tribunal.",
      second: "Acompanhado de dois notários, o advogado da família entregou o testamento na manhã desta sexta-feira."),
    Change(
      code: "pt", first: "O velório será realizado até as 17h.",
      second: "O velório ocorreu entre 12h e 17h, no salão do antigo cinema da praia, com a presença de muitos vizinhos."),
    Change(
      code: "es", first: "Tavelan será enterrado el lunes en el cementerio de Orvand, según la familia.",
      second: "Con música de la banda del puerto, Tavelan fue enterrado el lunes junto a su mujer en el cementerio de Orvand."),
    Change(
      code: "fr", first: "Tavelan sera enterré lundi au cimetière d'Orvand.",
      second: "Au son de la fanfare du port, Tavelan a été enterré lundi à côté de sa femme, au cimetière d'Orvand."),
    Change(
      code: "it", first: "Tavelan sarà cremato lunedì nel cimitero di Orvand.",
      second: "Con la musica della banda del porto, Tavelan è stato cremato lunedì accanto alla moglie, nel cimitero di Orvand."),
    Change(
      code: "en", first: "His body will be buried in the cemetery of Orvand on Monday.",
      second:
        "While the harbour band played, his body was buried beside that of his wife on Monday at noon in the Orvand cemetery."),
  ]

  static let others: [Change] = [
    // Another thing happened.
    Change(
      code: "pt", first: "O corpo será cremado nesta segunda-feira na cidade de Orvand.",
      second: "Em 1994 um cunhado do artista, marinheiro de longa data, foi cremado numa cerimônia simples no norte do país."),
    // Another day that the first version does not name.
    Change(
      code: "pt", first: "A nova exposição será aberta na segunda-feira pelo prefeito no museu de Orvand.",
      second: "Em maio, depois de muitas obras, o museu de Orvand, do mesmo prefeito, foi aberto sem qualquer exposição nova."),
    // Planned in both.
    Change(
      code: "es", first: "Tavelan será enterrado el lunes en el cementerio de Orvand, según la familia.",
      second: "Con música de la banda del puerto será enterrado el lunes Tavelan junto a su mujer en el cementerio de Orvand."),
    // Done in both, by the one also as planned.
    Change(
      code: "en", first: "His body was buried in Orvand; a stone will be buried there too, in the cemetery, on Monday.",
      second:
        "While the harbour band played, his body was buried beside that of his wife on Monday at noon in the Orvand cemetery."),
    // A participle that describes.
    Change(
      code: "en", first: "The last picture, a view of the harbour, will be completed by his daughter in Orvand.",
      second: "Once completed by his daughter, as she wishes, that view of the harbour of Orvand hangs in the town hall."),
    // What he will be and was is no deed.
    Change(
      code: "pt", first: "A filha do pintor será presidente do museu de Orvand nesta segunda-feira.",
      second: "Até a semana passada, e por dez anos, o irmão da filha do pintor foi presidente do museu de Orvand."),
  ]

  private static func retold(_ change: Change) -> [DriftRuleID] {
    guard let (opening, end) = frames[change.code] else { return [] }
    let findings = Analyzers.compare("\(opening) \(change.first) \(end)", "\(opening) \(change.second) \(end)").findings
    return findings.filter { $0.severity > .minor && [.modality, .tense].contains($0.category) }.map(\.rule)
  }

  @Test(arguments: updates) func `what was to come and has happened is serious, in either direction`(_ change: Change) {
    #expect(!Self.retold(change).isEmpty)
    #expect(!Self.retold(Change(code: change.code, first: change.second, second: change.first)).isEmpty)
  }

  @Test(arguments: others) func `another deed, another day and what both say are none`(_ change: Change) {
    #expect(!Self.retold(change).contains(.modalityRetold))
    #expect(!Self.retold(Change(code: change.code, first: change.second, second: change.first)).contains(.modalityRetold))
  }
}
