import Drift
import Relations
import TestSupport
import Testing

@testable import Pipeline

/// Articles beside lists that change from crawl to crawl, and forms that look the same and are none.
@Suite struct WidgetTests {
  private static let article = """
    The ropewalk at Sotton Quay opened its doors again on Saturday, four years after the fire that took its roof. Some 200 people stood in \
    the rain to see the first rope laid.

    The carpenter Ann Pell found the old carriage under the ashes and rebuilt it from drawings that her grandmother had kept in a biscuit \
    tin. She says the work cost less than Marn County had feared, because the wheels were whole and the neighbours carried stones without \
    pay.

    A school will use the long hall on weekdays, and the rowing club of Brod has asked for a corner in which to dry its sails. Mayor Hugh \
    Tarrant cut a ribbon that had been made in the building. He said that the quay would need a new wall before the winter, and that nobody \
    had yet found the money. Visitors may walk through on Sundays, the wardens added.
    """

  /// Boxes of a page with other values each day: the weather, prices, a table, a ticker and results in one line.
  enum Box: CaseIterable {
    case weather, adverts, table, ticker, results

    func text(_ day: Int) -> String {
      func value(_ place: Int, _ most: Int) -> Int { (day * 37 + place * 11 + day * place * 5) % most }
      let skies = ["Fog", "Cloud", "Rain", "Sun"]
      let towns = ["Sotton", "Upper Marn", "Brod", "Hale", "Askby", "Little Fenn"]
      switch self {
      case .weather:
        return "Weather\n"
          + towns.enumerated().map { "\($1) \(value($0, 31))° \(skies[value($0 + 1, 4)])" }.joined(separator: "\n")
      case .adverts:
        return "Sponsored\n"
          + ["Garden shears", "Wool blankets", "Canal tours", "Oak tables"].enumerated().map {
            "\($1) from $\(value($0, 800) + 20).90 (\(value($0 + 3, 70))% off)"
          }.joined(separator: "\n")
      case .table:
        let order = towns.indices.sorted { (value($0, 97), $0) < (value($1, 97), $1) }
        return "Standings\n" + order.enumerated().map { "\($0 + 1). \(towns[$1]) \(value($1, 97))" }.joined(separator: "\n")
      case .ticker:
        return ["Oats", "Barley", "Copper", "Wool", "Tin", "Coal", "Salt"].enumerated().map {
          "\($1) £ \(value($0, 9) + 1),\(value($0 + 2, 90) + 10) (+\(value($0 + 1, 4)),\(value($0 + 4, 90) + 10)%)"
        }.joined(separator: " | ")
      case .results:
        return "LIVE: "
          + zip(towns, towns.dropFirst()).enumerated().map { "\($1.0) \(value($0, 6))-\(value($0 + 2, 6)) \($1.1)" }
          .joined(separator: " · ")
      }
    }
  }

  enum Place: CaseIterable {
    case above, between, below

    func page(_ box: String) -> String {
      switch self {
      case .above: return "\(box)\n\n\(article)"
      case .below: return "\(article)\n\n\(box)"
      case .between:
        let cut = article.firstRange(of: "\n\n")?.upperBound ?? article.endIndex
        return "\(article[..<cut])\(box)\n\n\(article[cut...])"
      }
    }
  }

  @Test(arguments: Box.allCases, Place.allCases) func `an article beside a list of the day is a copy`(box: Box, place: Place)
    throws
  {
    let folder = try Folder()
    let lines = (1...3).map { record("w\($0)", place.page(box.text($0)).replacing("\n", with: "\\n")) }
    #expect(try Deduplication([folder.file("in.jsonl", lines)], level: .copy).kept.count == 1)
  }

  @Test(arguments: Box.allCases, Place.allCases)
  func `two pages of one article are a copy without a change of fact`(box: Box, place: Place) {
    let found = PairComparer(options: DriftOptions()).compare(place.page(box.text(1)), place.page(box.text(2)))
    #expect(found.relation.relation == .reprint)
    #expect(found.drift.findings.filter { $0.severity != .minor }.isEmpty)
  }

  /// What a form says under its list is short, or its title speaks of the list.
  @Test(arguments: ["", "Water off in Hale", "Marn Water Board"]) func `a list above what a board always says is a form`(
    title: String
  ) throws {
    let folder = try Folder()
    let fixed = """
      Marn Water Board asks all households to fill a kettle the night before and to leave the taps shut. The desk in Brod answers \
      questions on 01632 555 010 from Monday to Friday. Cloudy water is harmless and clears within the hour.
      """
    let lists = [
      "Hale, Monday 3 June\n8.30 to 11\nMill Lane\nChapel Green\nOld Ropery",
      "Askby, Thursday 13 June\n13 to 16.45\nQuarry Road\nBell Court\nThe Shambles",
      "Upper Marn, Friday 21 June\n7.15 to 9\nStation Yard\nDove Street\nLong Acre",
    ]
    let lines = lists.enumerated().map { place, list in
      let text = "\(list)\n\n\(fixed)".replacing("\n", with: "\\n")
      return "{\"id\": \"f\(place)\", \"title\": \"\(title)\", \"text\": \"\(text)\"}"
    }
    #expect(try Deduplication([folder.file("in.jsonl", lines)], level: .copy).kept.count == 3)
  }

  @Test func `another article under the same ticker stays`() throws {
    let folder = try Folder()
    let other = """
      Forty goats walked home alone to Pellham on Sunday after the ferry that carried them had run onto a bank off Hale. They were seen on \
      the sands at low tide, one behind the other, led by a dog that nobody in the village knows.

      The farmer Joe Hardy counted them twice. He says that one is missing and that the ferry company has sent him a basket of fruit, which \
      the goats ate. A harbour master at Askby calls the case closed, though the dog has taken to waiting at the pier.

      Two more ferries have run aground there since March. The county wants to move the marks before the summer.
      """
    let ticker = Box.ticker.text(4)
    let lines = [Self.article, other].enumerated().map { record("a\($0)", "\(ticker)\n\n\($1)".replacing("\n", with: "\\n")) }
    #expect(try Deduplication([folder.file("in.jsonl", lines)], level: .copy).kept.count == 2)
  }

  /// A plea that many pages share, above a note of the site, and above another article.
  @Test(arguments: [
    "The ferry desk is closed for the holidays.", "Our column on tides is taking a week off.",
    "Nothing new from the quay this morning.",
  ]) func `a short note under a plea is no part of another article`(note: String) throws {
    let folder = try Folder()
    let plea = """
      Have the Tide Letter brought to your inbox or telephone before breakfast. It holds all you want to know of boats and weather (and a \
      little that you do not).
      """
    let foot = "Ann Pell | May 3, 2024 | Permalink | Comments (2)"
    let lines = [
      record("note", "\(plea)\\n\(note)\\n\(foot)"), record("article", "\(plea)\\n\(Self.article.replacing("\n", with: "\\n"))"),
    ]
    #expect(try Deduplication([folder.file("in.jsonl", lines)], level: .copy).kept.count == 2)
  }

  @Test(arguments: [
    "What would you have done? Tell us in the comments below.", "Share your thoughts with other subscribers by email.",
  ]) func `a beginning with a call to readers behind it is the article's teaser`(call: String) throws {
    let folder = try Folder()
    let lead = Self.article.split(separator: "\n\n")[0]
    let lines = [
      record("teaser", "\(lead) \(call)"), record("article", Self.article.replacing("\n", with: "\\n")),
    ]
    #expect(try Deduplication([folder.file("in.jsonl", lines)], level: .copy).kept == ["article"])
  }
}
