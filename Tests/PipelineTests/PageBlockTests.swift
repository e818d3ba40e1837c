import TestSupport
import Testing

@testable import Pipeline

/// Briefs of their own in one long block of a page: the block may be a list in one line or in many, a form, or stand at either
/// end.
@Suite struct PageBlockTests {
  private static let headlines = [
    "Why the old tannery will get a roof garden", "Goat stops the night train twice", "Mayor of Sotton loses his chain again",
    "Seven soups for a wet week", "Where the new bins will stand", "Choir of Las Erras wins in Brod",
    "Twin brothers open a second bakery", "Rain until Thursday, then more rain", "Who painted the water tower",
    "Council votes on the price of a grave", "The pond that nobody owns", "Beekeeper finds a meteorite", "Trams to run until two",
    "Last cinema of the valley for sale", "School dinners get a vote", "Owl returns to the belfry",
  ]
  private static let form = """
    Did you find this report useful? Select one of the answers below and tell our editors. Enter your email and we send you a link with \
    which you set a new password. By registering you agree that your comments may be shortened. Your account can be closed at any time, \
    and what you wrote stays with us for a year. Names on this site cannot be changed once they are chosen. Subscribe to the newsletter \
    to get a list of what our readers liked most.
    """
  private static let blocks: [(name: String, text: String)] = [
    ("one line", "Most read " + headlines.joined(separator: " ") + "."),
    ("bars", "Most read | " + headlines.joined(separator: " | ") + " |"),
    ("stops", headlines.joined(separator: ". ") + "."),
    ("lines", "Most read\\n" + headlines.joined(separator: "\\n") + "\\n\\n"),
    ("form", form),
  ]
  private static let own: [[String]] = [
    [
      "A swarm of bees closed the library of Marn for three hours on Friday and left with a keeper.",
      "Two divers who had been missing since noon were picked up by a fishing boat off Cape Ellon.",
      "The bridge over the Tarn stays shut until autumn because rust was found in eleven cables.",
    ],
    [
      "Mahkeme, limandaki vincin sökülmesine karar verdi ve şirkete altı ay süre tanıdı.",
      "Köyün tek fırını yangından sonra yeniden açıldı, ekmek ilk gün parasız dağıtıldı.",
      "Kuraklık yüzünden barajdaki su azaldı, çiftçilere sulama için haftada iki gün ayrıldı.",
    ],
    [
      "أعلنت شركة المياه أن الخزان الجديد سيبدأ العمل في الخريف بعد تأخير دام سنتين كاملتين.",
      "عثر صياد على جرة فخارية قديمة قرب الشاطئ وسلمها إلى المتحف في اليوم نفسه.",
      "قررت المدرسة إلغاء الواجبات يوم الخميس بعد شكوى تقدم بها عدد كبير من الأهالي.",
    ],
  ]

  @Test(arguments: blocks.map(\.name), [0, 1, 2])
  func `briefs behind a block or before it stay`(name: String, language: Int) throws {
    let folder = try Folder()
    let block = try #require(Self.blocks.first { $0.name == name }).text
    let briefs = Self.own[language]
    let head = briefs.enumerated().map { record("h\($0)", "\(block) \($1)") }
    #expect(try Deduplication([folder.file("head.jsonl", head)]).kept.count == 3)
    // A form in prose that both begin with is told by its words alone, and needs more beside it than a line.
    let tail = briefs.enumerated().map { record("t\($0)", "\($1)\\n\(block)") }
    #expect(try Deduplication([folder.file("tail.jsonl", tail)]).kept.count == 3)
    #expect(try Deduplication([folder.file("stories.jsonl", tail)], level: .story).kept.count == 3)
  }

  @Test(arguments: blocks.map(\.name))
  func `a copy of a brief in the same block is dropped`(name: String) throws {
    let folder = try Folder()
    let block = try #require(Self.blocks.first { $0.name == name }).text
    let briefs = Self.own[0]
    let lines = briefs.enumerated().map { record("b\($0)", "\(block) \($1)") }
    let copy = record("copy", "\(block) \(briefs[1]) They are well.")
    let kept = try Deduplication([folder.file("in.jsonl", lines + [copy])]).kept
    #expect(kept.count == 3)
    #expect(Set(kept).isSuperset(of: ["b0", "b2"]))
  }

  private static let story = """
    The old lighthouse of Velmora will be moved forty metres inland before the winter storms, the harbour board decided on Friday after \
    a long debate about what the tower weighs. Engineers want to lift it on rails, as was done with the chapel of Tarn. The work costs \
    two million crowns, half of which the island has collected at fairs and weddings. Opponents say that the sea will follow anyway.
    """

  @Test(arguments: [
    ("Our correspondent in Velmora says that", "Fishermen heard the news at noon, while"),
    ("Velmora votes for its tower.", "A lighthouse goes on a journey of forty metres."),
  ])
  func `one story with two beginnings of a line is a copy`(first: String, second: String) throws {
    let folder = try Folder()
    let lines = [record("a", "\(first) \(Self.story)"), record("b", "\(second) \(Self.story)")]
    #expect(try Deduplication([folder.file("in.jsonl", lines)]).kept.count == 1)
  }

  @Test func `a story that was cut and one that goes on are copies`() throws {
    let folder = try Folder()
    let more = "The keeper, Jon Ressel, has asked for a stove. He was born in the tower and wants to stay in it while it moves."
    let lines = [record("short", Self.story), record("long", "\(Self.story) \(more)")]
    #expect(try Deduplication([folder.file("in.jsonl", lines)]).kept == ["long"])
  }
}
