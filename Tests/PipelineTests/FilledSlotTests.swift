import TestSupport
import Testing

@testable import Pipeline

/// Forms of which one passage or many slots change: announcements with fixed telephone numbers, guides to programmes, lists of
/// times.
@Suite struct FilledSlotTests {
  /// First sentences of announcements, with the fixed words behind them.
  private static let forms: [(fillings: [String], fixed: String)] = [
    (
      [
        "Blutspende am Dienstag, 4. März, in der Turnhalle Altlinden von 15 bis 19 Uhr, Ansprechpartnerin ist Gerda Bohm.",
        "Blutspende am Freitag, 21. März, im Pfarrheim Neuhofen von 16.30 bis 20 Uhr, Ansprechpartner ist Uwe Stark.",
      ],
      """
      Mitzubringen sind Ausweis und Spenderpass. Wer unsicher ist, erreicht den Blutspendedienst Nordtal unter 0800 222 33 44 montags bis \
      freitags von 8 bis 17 Uhr. Frauen dürfen viermal, Männer sechsmal im Jahr spenden. Nach der Spende gibt es ein Essen vom \
      Ortsverein Hollbach. Termine stehen auch auf der Seite des Dienstes.
      """
    ),
    (
      [
        "The mobile library will be in Sotton on Monday 3 June, at the Ram's Head car park from 9.30 to 11, with Ann Pell.",
        "The mobile library will be in Upper Marn on Thursday 13 June, at Chapel Green from 2 to 4.15, with Joe Hardy.",
      ],
      """
      Readers may take twelve books for three weeks. Cards are free, and children need a signature. Renewals are taken by the Valley \
      Libraries desk on 01632 555 010 from 8 to 6 every day, and by post at 14 Mill Lane, Brod. Large print and talking books can be \
      ordered a week before at no charge, says the county.
      """
    ),
    (
      [
        "Venerdì 9 maggio il mercato di Colle Aspro si sposta in piazza Dante dalle 7 alle 13 per i lavori di via Roma.",
        "Martedì 20 maggio il mercato di Valfonda si sposta nel parco Gramsci dalle 8 alle 14 per la fiera di Santa Rita.",
      ],
      """
      Gli uffici del consorzio Mercati Uniti in corso Italia 40 sono aperti dal lunedì al giovedì dalle 9 alle 12 e rispondono al \
      numero 0555 123 456. Le multe per chi lascia l'auto sui banchi vanno da 42 a 173 euro. I banchi del pesce restano al loro posto \
      in tutti i casi, come prevede il regolamento del 2019.
      """
    ),
  ]

  /// The first, of a few German nouns, is told by its slots alone, and a story search has no slots.
  @Test(arguments: zip([0, 1, 1, 2, 2], [DedupeLevel.copy, .copy, .story, .copy, .story]))
  func `announcements with one fixed text stay`(form: Int, level: DedupeLevel) throws {
    let folder = try Folder()
    let (fillings, fixed) = Self.forms[form]
    let lines = fillings.enumerated().map { record("f\($0)", "\($1) \(fixed)") }
    #expect(try Deduplication([folder.file("in.jsonl", lines)], level: level).kept.count == 2)
    let copy = record("copy", "\(fillings[0]) \(fixed) Eintritt frei.")
    #expect(try Deduplication([folder.file("copies.jsonl", lines + [copy])], level: level).kept.count == 2)
  }

  /// The same article on three days, with the weather of each above or below it: what stays is an article.
  @Test(arguments: [true, false]) func `an article beside the weather of the day is a copy`(isAbove: Bool) throws {
    let folder = try Folder()
    let article = """
      The ropewalk at Sotton Quay opened its doors again on Saturday, four years after the fire that took its roof. Two hundred people \
      stood in the rain to see the first rope laid. The carpenter Ann Pell found the old carriage under the ashes and rebuilt it from \
      drawings that her grandmother had kept in a biscuit tin. She says the work cost less than the county had feared, because the wheels \
      were whole and the neighbours carried stones without pay. A school will use the long hall on weekdays, and the rowing club has asked \
      for a corner in which to dry its sails. The mayor cut a ribbon that had been made in the building. He said that the quay would need a \
      new wall before the winter, and that nobody had yet found the money. Visitors may walk through on Sundays, the wardens added.
      """
    let weather = [
      "Weather\nSotton 12° Fog\nUpper Marn 20° Cloud\nBrod 1° Rain\nHale 27° Sun\nAskby 11° Fog",
      "Weather\nSotton 27° Cloud\nUpper Marn 22° Fog\nBrod 11° Fog\nHale 30° Cloud\nAskby -3° Rain",
      "Weather\nSotton 7° Rain\nUpper Marn 16° Rain\nBrod 14° Cloud\nHale 21° Cloud\nAskby 22° Cloud",
    ]
    let lines = weather.enumerated().map { day, box in
      record("w\(day)", (isAbove ? "\(box)\n\n\(article)" : "\(article)\n\n\(box)").replacing("\n", with: "\\n"))
    }
    #expect(try Deduplication([folder.file("in.jsonl", lines)], level: .copy).kept.count == 1)
  }

  @Test func `an announcement with one correction is a copy`() throws {
    let folder = try Folder()
    for (fillings, fixed) in Self.forms {
      let corrected = fillings[0].replacing("9", with: "8").replacing("15 bis", with: "16 bis")
      let lines = [record("a", "\(fillings[0]) \(fixed)"), record("b", "\(corrected) \(fixed)")]
      #expect(try Deduplication([folder.file("in.jsonl", lines)]).kept.count == 1)
    }
  }

  private static func evening(_ shows: [String], _ day: String) -> String {
    """
    What to watch tonight: our guide to the channels for \(day). Channel One: at 20.15 \(shows[0]). Channel Two: at 20.30 \(shows[1]). \
    Regional: at 21.00 \(shows[2]). Kino Plus: at 21.10 \(shows[3]). Sport Four: at 22.45 \(shows[4]). Changes of the programme are \
    possible. Most of what is shown can be seen on the channels' own pages for a week.
    """
  }

  @Test func `guides to two evenings are two stories`() throws {
    let folder = try Folder()
    let lines = [
      record(
        "a",
        Self.evening(
          [
            "the quiz Nine Lives with Ada Moll", "a film about glaciers", "folk music from Brod", "the western Dry River",
            "cycling round the lakes",
          ], "Tuesday")),
      record(
        "b",
        Self.evening(
          [
            "the series Harbour Police", "the debate before the vote", "a portrait of potter Ilse Rahn",
            "the comedy My Aunt's Ghost",
            "handball of the women's league",
          ], "Wednesday")),
    ]
    #expect(try Deduplication([folder.file("in.jsonl", lines)], level: .story).kept.count == 2)
  }

  @Test(arguments: 0..<3) func `lists of times and places are lists of their own`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let folder = try Folder()
    let places = ["Mill Lane", "Station Road", "Chapel Green", "Quay Street", "North Gate", "Old Market"]
    let events = [
      "noise complaint, nobody found.", "a dog was running loose.", "two cars collided, no injuries.", "a wallet was handed in.",
      "driver without a licence stopped.",
    ]
    func log(_ town: String) -> String {
      let lines = (0..<9).map { _ in
        "\(generator.below(24)):\(10 + generator.below(50)), \(generator.pick(places)): \(generator.pick(events))"
      }
      return "Police log of \(town)\\nThe station reports these calls.\\n" + lines.joined(separator: "\\n")
        + "\\nWhoever saw something is asked to come to the desk."
    }
    let lines = ["Marn", "Sotton", "Brod", "Ellon"].map { record($0, log($0)) }
    #expect(try Deduplication([folder.file("in.jsonl", lines)], level: .story).kept.count == 4)
  }
}
