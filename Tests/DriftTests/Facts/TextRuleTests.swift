import Drift
import Lexicon
import TestSupport
import Testing

/// An article around a sentence, so that document-level rules see a document.
private func article(_ sentence: String) -> String {
  "The ferry Solveig sank off Bergen on Monday. \(sentence) Divers will search the wreck next week. Insurance covers half the loss. The owner has two more ships."
}

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct QuotationRuleTests {
  @Test(arguments: [
    ("Ruud called it “a leap in the dark” today.", "Ruud called it “a jump in the dark” today."),
    ("Ruud called it a “poke in the eye” of the owner.", "Ruud called it a “poke at the eye” of the owner."),
    ("The hull was “finished”, Ruud told the paper.", "The hull was “ended”, Ruud told the paper."),
  ])
  func `an altered quotation in a copy is serious`(a: String, b: String) {
    let findings = Analyzers.compare(article(a), article(b)).findings
    #expect(findings.contains { $0.category == .quotation && $0.severity > .minor })
  }

  @Test(arguments: [
    ("“We don’t favour it,” Ruud said today.", "\"We do not favor it\", Ruud said today."),
    ("Ruud said “7,000 men in the U.S. sailed”.", "Ruud said “seven thousand men in the US sailed”."),
    ("“The fog was thick and we were late,” Ruud said.", "“The fog was thick,” Ruud said."),
  ])
  func `spelling, figures and a cut at the end alter no quotation`(a: String, b: String) {
    let findings = Analyzers.compare(article(a), article(b)).findings
    #expect(findings.allSatisfy { $0.category != .quotation || $0.severity == .minor })
  }

  @Test func `marks that were taken off are minor`() {
    let findings = MarkedPair("Ruud called it “a leap in the dark” today.", "Ruud called it a leap in the dark today.").findings(
      .quotation)
    #expect(findings.map(\.rule) == [.quotationUnmarked])
  }
}

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct FluencyAndLanguageRuleTests {
  @Test(arguments: [
    (MarkedPair("The council «approved» the plan.", "The council «aproved» the plan."), DriftRuleID.fluencySpelling),
    (MarkedPair("The council approved the plan.", "The council approved «the the» plan."), DriftRuleID.fluencyDoubled),
    (
      MarkedPair(
        "«Many of the farmers in the valley sold their land to the bank last spring».",
        "«Spring bank in sold the farmers to last land valley many the their of the»."), DriftRuleID.fluencyOrder
    ),
  ])
  func `broken language is found`(pair: MarkedPair, rule: DriftRuleID) {
    #expect(pair.marked(.fluency)?.rule == rule)
  }

  @Test(arguments: [
    MarkedPair("The ship reached the «harbour» at noon.", "The ship reached the «przystań» at noon."),
    MarkedPair("The «sailors» were saved by a trawler.", "The «marinai» were saved by a trawler."),
    MarkedPair("The sailors were in a deep «depression».", "The sailors were in a deep «depressione»."),
  ])
  func `a foreign word is found`(pair: MarkedPair) {
    #expect(pair.marked(.language)?.severity == .major)
  }

  @Test(arguments: [
    MarkedPair("The harbour was grey.", "The harbor was gray."),
    MarkedPair("The unloved ferryman left.", "The beloved ferryman left."),
    MarkedPair("They met Brandvold there.", "They met Brandvoll there."),
    MarkedPair("He had had enough of it.", "He had had enough of that."),
  ])
  func `plain English is neither broken nor foreign`(pair: MarkedPair) {
    #expect(pair.findings().allSatisfy { $0.category != .language && $0.category != .fluency })
  }
}

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct TenseAdditionOmissionTests {
  @Test(arguments: [
    MarkedPair("The ferry «was» taken out of service.", "The ferry «will» be taken out of service."),
    MarkedPair("The mill «sells» rye to the town.", "The mill «sold» rye to the town."),
    MarkedPair("The owner «sells» the boat to them.", "The owner «will sell» the boat to them."),
  ])
  func `another tense is found and never critical`(pair: MarkedPair) {
    #expect(pair.findings().contains { $0.category == .tense || $0.category == .modality })
    #expect(pair.findings(.tense).allSatisfy { $0.severity < .critical })
  }

  @Test func `added and missing words are minor`() {
    let pair = MarkedPair("The bridge reopened on Monday.", "The «ageing» bridge reopened on Monday.")
    #expect(pair.marked(.addition)?.severity == .minor)
    #expect(pair.mirrored.marked(.omission)?.severity == .minor)
  }

  @Test func `articles and prepositions alone are not told`() {
    #expect(MarkedPair("The bridge reopened Monday.", "The bridge reopened on Monday.").findings().isEmpty)
  }

  @Test func `a claim that is gone with its source is told`() {
    let claim = "Fishermen saw no lights on the ship, harbour master Ilse Moe said."
    let findings = Analyzers.compare(article(claim), article("")).findings
    #expect(findings.contains { $0.rule == .omissionClaim })
  }

  @Test func `a correction marker on one side is told`() {
    let note = "(Corrects the name of the ship in the first paragraph)"
    let findings = Analyzers.compare(article(""), note + "\n\n" + article("")).findings
    #expect(findings.contains { $0.rule == .additionCorrection && $0.severity == .major })
    #expect(Analyzers.compare(note + article(""), note + article("")).findings.isEmpty)
    let ordinary = article("The owner corrected the captain at dinner.")
    #expect(
      Analyzers.compare(article(""), ordinary).findings.allSatisfy {
        $0.rule != .additionCorrection || $0.severity == .minor
      })
  }
}
