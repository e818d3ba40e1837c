import Drift
import TestSupport
import Testing

/// What editors do to a copied sentence, in several languages, and what looks like it and changes a fact.
@Suite struct EditedWordingTests {
  private static func serious(_ a: String, _ b: String) -> [DriftFinding] {
    Analyzers.compare(a, b).findings.filter { $0.severity > .minor }
  }

  @Test(arguments: [
    // Another verb, participle or adverb in a copied sentence.
    (
      "El agua alcanzó los tejados del barrio viejo, contó un vecino.",
      "El agua tocó los tejados del barrio viejo, contó un vecino."
    ),
    ("Le hangar du port a été reconstruit par la guilde en un an.", "Le hangar du port a été rebâti par la guilde en un an."),
    ("Il muro del faro è stato coperto dalla gilda in un mese.", "Il muro del faro è stato rivestito dalla gilda in un mese."),
    ("Die Gilde hat den alten Turm am See im Herbst gestrichen.", "Die Gilde hat den alten Turm am See im Herbst angemalt."),
    ("Der Autounfall am See wurde von der Gilde gemeldet.", "Das Fahrzeugunglück am See wurde von der Gilde gemeldet."),
    // The same in other words: a negation, a bound, a time, a pronoun.
    ("The miller has not yet paid the fine, the clerk said.", "The miller has yet to pay the fine, the clerk said."),
    ("The flood at Kelmar is not over, the warden said.", "The flood at Kelmar is continuing, the warden said."),
    ("At least 37 sheep drowned, not 23, the guild said.", "At least 37 sheep drowned, the guild said."),
    ("Der Turm öffnet nicht vor Mai, sagte die Gilde.", "Der Turm öffnet frühestens im Mai, sagte die Gilde."),
    ("El pescador no resultó herido en la caída del muro.", "El pescador resultó ileso en la caída del muro."),
    ("The drought lasted over six years in the valley.", "The drought lasted six years in the valley."),
    ("It was written by her in a single night at the inn.", "She wrote it in a single night at the inn."),
    ("The guild reportedly offered the miller a new wheel.", "The guild is said to have offered the miller a new wheel."),
    // What stands side by side may change places.
    ("Sheep and goats were drowned in the flood, the guild said.", "Goats and sheep were drowned in the flood, the guild said."),
    ("Between 10 and 20 sheep were drowned, the guild said.", "Between 20 and 10 sheep were drowned, the guild said."),
    ("The miller met the weaver at the old inn on Sunday.", "The weaver met the miller at the old inn on Sunday."),
  ])
  func `other wording is no change`(_ a: String, _ b: String) {
    #expect(Self.serious(a, b).isEmpty, "\(a) | \(b) \(Self.serious(a, b).map(\.message))")
    #expect(Self.serious(b, a).isEmpty, "\(b) | \(a) \(Self.serious(b, a).map(\.message))")
  }

  @Test(arguments: [
    ("The union accepted the offer of the shipyard on Monday.", "The union turned down the offer of the shipyard on Monday."),
    ("The guild helps survivors of the flood in three valleys.", "The guild helps victims of the flood in three valleys."),
    ("The miller has paid the fine, the clerk of Kelmar said.", "The miller has yet to pay the fine, the clerk of Kelmar said."),
    ("Captain Owen Torvald steered the ferry into the bay.", "Captain Owen Torgrim steered the ferry into the bay."),
    ("El molinero negó haber abierto la compuerta.", "El molinero admitió haber abierto la compuerta."),
    ("Profit at the mill rose to 1.6 percent from 1.1 percent.", "Profit at the mill rose to 1.1 percent from 1.6 percent."),
    ("La moción tuvo 19 votos favorables y 12 contrarios.", "La moción tuvo 12 votos favorables y 19 contrarios."),
    ("The balm works in women but not in men, the guild said.", "The balm works in men but not in women, the guild said."),
  ])
  func `a statement that was turned, and another name, are`(_ a: String, _ b: String) {
    #expect(!Self.serious(a, b).isEmpty, "\(a) | \(b)")
    #expect(!Self.serious(b, a).isEmpty, "\(b) | \(a)")
  }
}
