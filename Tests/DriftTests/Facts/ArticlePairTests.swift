import Drift
import TestSupport
import Testing

/// Whole articles, alike but for one passage: what changed nothing, and what did.
///
/// In articles clauses, names and quotations come and go; a rule that is right in two single sentences is often wrong there.
@Suite struct ArticlePairTests {
  /// Two articles of one frame, each with its own passage in the middle.
  struct Passages: CustomTestStringConvertible, Sendable {
    var a: String
    var b: String
    var testDescription: String { "\(a) | \(b)" }

    init(_ a: String, _ b: String) { (self.a, self.b) = (a, b) }

    func serious() -> [DriftFinding] {
      Analyzers.compare(Self.article(a), Self.article(b)).findings.filter { $0.severity > .minor }
    }

    private static func article(_ passage: String) -> String {
      """
      The harbour board of Brandal met in the old salt store on the quay, where the roof had been mended in spring.

      Its chairman, Olav Berrefjord, told the members that the breakwater needs new stone before the autumn storms.

      \(passage)

      Two fishing crews asked for a cheaper berth, and the board promised an answer by the end of the month.

      The meeting closed with a report on the lighthouse, whose lamp is older than anyone in the room.
      """
    }
  }

  @Test(arguments: [
    // A clause with a negation more or less.
    Passages(
      "The ferry company will run four boats, though the order is not final, said its owner.",
      "The ferry company will run four boats, said its owner."),
    // "This was the first time" is "never before".
    Passages(
      "Divers said a lamp of this kind had never before been lowered into the inner basin of the harbour.",
      "Divers said this was the first time a lamp of this kind had been lowered into the inner basin of the harbour."),
    // A word in un- that was added.
    Passages(
      "The pilots steered the grain ship to the western pier on Monday night.",
      "The pilots steered the grain ship unhurriedly to the western pier on Monday night."),
    // Two superlatives of one thing.
    Passages(
      "It was one of the worst winters of the century, and the fishing village lost nine boats in it.",
      "The fishing village lost nine boats and two sheds in one of the harshest winters of that century."),
    // The same person, body and place under another name.
    Passages(
      "Pilots of the Brandal Harbour and Coast Administration towed the barge to the western pier on Monday.",
      "BHCA pilots towed the barge to the western pier on Monday."),
    Passages(
      "The state rewarded the crew, wrote President Hassan al-Karim in a letter. Al-Karim rules since spring.",
      "The state rewarded the crew, wrote President al-Karim in a letter. Hassan al-Karim rules since spring."),
    // Stamps of a live page.
    Passages(
      "(Update 2:04 p.m. in Brandal, 7:04 a.m. ET) The crane was lifted from the mole by two tugs.",
      "(Update 4:30 p.m. in Brandal, 9:30 a.m. ET) The crane was lifted from the mole by two tugs."),
    Passages(
      "A longer version was printed on page 30 at 10.02 BST on Thursday 3 June 2010.",
      "A longer version was printed on page 30 at 14.59 BST on Wednesday 18 August 2010."),
    // A time with and without its mark, a range and its end.
    Passages(
      "The watch lost sight of the cutter at 1158 on Friday.", "The watch lost sight of the cutter at 11:58 on Friday."),
    Passages(
      "The repair, which could last up to 48 hours, begins on Monday.",
      "The repair, which could last between six to 48 hours, begins on Monday."),
    // Quotations written otherwise, or begun later.
    Passages(
      "“The mole stands in 40 feet of water, and that is okay,” he said.",
      "“The mole stands in 40 ft of water, and that is OK,” he said."),
    Passages(
      "“The report does not in any way contain any finding of guilt or any claim that the crew was late,” she wrote.",
      "She wrote that it did not contain “any finding of guilt or any claim that the crew was late”."),
    // Words that dots say were left out.
    Passages(
      "“The mole, which my father and his brothers built with their own hands, will stand for years,” said the mason.",
      "“The mole … will stand for years,” said the mason."),
    Passages(
      "“The only lamp that anybody has ever seen there was a ship's,” the keeper said.",
      "“The only lamp that anybody's ever seen there was a ship's,” the keeper said."),
    // To lack is to have little.
    Passages(
      "The crews lack heavy lifting gear, and many of them dig with their bare hands.",
      "The crews have little heavy lifting gear, and many of them dig with bare hands."),
    // The day of a month and a number of days.
    Passages(
      "On 26 February the harbour master published a letter about the dredging of the inner basin.",
      "Two days later the harbour master published a letter about the dredging of the inner basin."),
    // "Likely will not" and "will not likely".
    Passages(
      "The new crane likely won't be finished before August, the builders said.",
      "The new crane won't likely be finished before August, the builders said."),
    // Names turned round with no one acting on the other.
    Passages(
      "“The pump works well,” said Nordlys Shipping senior vice president for repair and docks Ingrid Aasen.",
      "“The pump works well,” said Ingrid Aasen, senior vice president for repair and docks at Nordlys Shipping."),
  ])
  func `what another writer would say the same way is nothing serious`(passages: Passages) {
    #expect(passages.serious().isEmpty)
    #expect(Passages(passages.b, passages.a).serious().isEmpty)
  }

  @Test(
    arguments: [
      (
        Passages(
          "Rebuilding the mole cost more than 60 crowns a tonne last year.",
          "Rebuilding the mole cost 70 crowns a tonne last year."), DriftCategory.number
      ),
      (
        Passages(
          "The letter came as 10 villages now forbid the nets, a survey of the coast says.",
          "Eight now forbid the nets, a survey of the coast says."), .number
      ),
      (
        Passages(
          "If the members do finally agree on a new berth today, only a dreamer can believe that it will end the quarrel.",
          "Now that the members have finally agreed on a new berth, only a dreamer can believe that it will end the quarrel."),
        .modality
      ),
      (
        Passages(
          "The board is thinking of a tax on nets, two harbour sources told the paper on Monday.".replacing("two ", with: ""),
          "The board is thinking of a tax on nets, a harbour source told the paper on Monday."), .attribution
      ),
      (
        Passages(
          "Boat owner Lexa Ostervold has the forecast. Boat owner Lexa Ostervold reads it at noon.",
          "Boat owner Jon Grimdal has the forecast. Boat owner Jon Grimdal reads it at noon."), .name
      ),
      (
        Passages(
          "The crew was not paid for the night of the storm.", "The crew was paid for the night of the storm."), .negation
      ),
      (
        Passages(
          "The builders have no faith in the western pier, as its pillars were mended only twice.",
          "The builders still have faith in the western pier, although its pillars were mended only twice."), .negation
      ),
      (
        Passages(
          "“We shall mend the old mole before the first snow,” he told the crews.",
          "“We shall sell the old mole before the first snow,” he told the crews."), .quotation
      ),
    ] as [(Passages, DriftCategory)])
  func `a fact that changed is serious`(passages: Passages, category: DriftCategory) {
    #expect(passages.serious().contains { $0.category == category })
  }

  @Test func `two issues of a series changed nothing`() {
    func bulletin(_ day: String, _ low: Int, _ wind: Int) -> String {
      """
      The weather for the coast of Brandal on \(day) 2017 is cloudy with rain in the south and later over the islands.

      The highest temperatures lie between \(low) and 20 degrees on the coast and between 20 and 24 degrees inland.

      The wind blows from the east with 15 to \(wind) kilometres an hour, and the sea is rough in the bay.
      """
    }
    let findings = Analyzers.compare(bulletin("Saturday 11 February", 15, 25), bulletin("Wednesday 15 March", 14, 30))
      .findings
    #expect(findings.allSatisfy { $0.severity == .minor })
  }
}
