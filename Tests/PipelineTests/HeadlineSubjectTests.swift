import TestSupport
import Testing

@testable import Pipeline

/// Short forms of figures: whose they are, and of which day.
@Suite struct HeadlineSubjectTests {
  private func titled(_ id: String, _ title: String, _ text: String, day: Int = 3) -> String {
    #"{"id":"\#(id)","title":"\#(title)","published":"2025-03-0\#(day)T09:00:00Z","text":"\#(text)"}"#
  }

  private func kept(_ lines: [String]) throws -> [String] {
    let folder = try Folder()
    return try Deduplication([folder.file("in.jsonl", lines)]).kept
  }

  private func stories(_ lines: [String]) throws -> Int {
    let folder = try Folder()
    return try Set(Clustering([folder.file("in.jsonl", lines)]).places.values.map(\.story)).count
  }

  private static let payout = "Qtly div 14 cts vs 14 cts prior\\nPay May 30\\nRecord May 12"

  @Test func `one payout by two companies is two notices`() throws {
    let lines = [
      titled("dorn", "Dorn Shipping sets quarterly", Self.payout),
      titled("lisse", "Lisse Gas and Light sets quarterly", Self.payout.replacing("12", with: "9")),
      titled("norra", "Norra Paper sets quarterly", Self.payout.replacing("prior", with: "previously")),
    ]
    #expect(try kept(lines) == ["dorn", "lisse", "norra"])
    #expect(try stories(lines) == 3)
  }

  @Test(arguments: [
    ("أهم أخبار الخميس 6 مارس", "أهم أخبار السبت 8 مارس", 2), ("أهم أخبار المدينة", "أهم أخبار فلمورا", 1),
  ])
  func `a headline says of which day a digest is`(one: String, other: String, count: Int) throws {
    let frame = "موعد كل مساء مع أهم ما جرى في مدينة فلمورا وضواحيها خلال يوم وليلة تقدمه لكم إذاعة الميناء على موجاتها"
    let lines = [
      titled("closed", one, frame + "\\nالمجلس يقرر إغلاق عبارة برندال", day: 6),
      titled("freed", other, frame + "\\nالقاضية تفرج عن طاقم السفينة", day: 8),
    ]
    #expect(try kept(lines).count == count)
    #expect(try stories(lines) == count)
  }

  @Test func `one notice under two headlines is one`() throws {
    let lines = [
      titled("first", "Dorn Shipping sets quarterly", Self.payout),
      titled("again", "Dorn Shipping declares its dividend", Self.payout + "\\nMore soon"),
    ]
    #expect(try kept(lines).count == 1)
    #expect(try stories(lines) == 1)
  }

  @Test(arguments: [
    (
      "Ferries stay in port until 9 March",
      "Ferries stay in port until 11 a.m. on 9 March: 3 crossings, 240 passengers and 17 lorries wait at quay 2."
    ),
    (
      "Storm stops Anvey line",
      "The 3 crossings from Anvey on 9 March are off. Some 240 passengers of the 7.40 and the 9.15 got beds in Dorn."
    ),
  ])
  func `a headline that was written anew makes no other article`(title: String, text: String) throws {
    let again = text + " More at 6."
    #expect(try kept([titled("first", title, text), titled("again", "Gale keeps 240 waiting", again)]).count == 1)
  }

  @Test func `a bulletin that comes again days later with other figures is the next one`() throws {
    let bulletin =
      "There were 7 grain ships loading at the Norra terminal and 6 were waiting in the roads, the port exchange said. Loading stops when "
      + "the wind on the pier is stronger than the cranes may stand, and pilots go out as soon as the lamp on the mole is green again."
    let next = bulletin.replacing("7 grain", with: "5 grain").replacing("6 were", with: "3 were")
    let days = (1...9).map { titled("day-\($0)", "Ships at Norra", $0 == 1 ? bulletin : next, day: $0) }
    #expect(try kept([days[0], days[4]]).count == 2)
    #expect(try kept([days[4], days[8]]).count == 1, "one text")
    #expect(try stories([days[0], days[4]]) == 2)
  }

  @Test func `signs of a horoscope are articles of their own, a sign printed twice is one`() throws {
    func sign(_ id: String, _ name: String, _ first: String, _ second: String) -> String {
      titled(
        id, "\(name) today",
        "\(name), your day. \(first) The moon stands well and makes people talk more than they did in the week behind you, so listen "
          + "before you answer them. \(second) Sign nothing before noon, as the planets part slowly. The evening will be calm and warm."
      )
    }
    let lines = [
      sign("ram", "Aries", "Walk home.", "A letter turns up."),
      sign("bull", "Taurus", "Tidy a drawer.", "Somebody far away calls."),
      sign("twins", "Gemini", "Walk home.", "A bill was wrong."),
    ]
    #expect(try kept(lines).count == 3)
    #expect(try kept([lines[0], sign("again", "Aries", "Walk home.", "An old letter turns up.")]).count == 1)
  }

  @Test(arguments: ["CORRECTED - Barge hits quay", "Corrected: Barge hits quay", "CORRECTION: Barge hits quay"])
  func `of a story and its correction the correction stays`(title: String) throws {
    let text =
      "A barge with 212 tonnes of gravel hit the east quay of Norra on Monday night and sank within nine minutes, the harbour board "
      + "said. The two men on it climbed up a ladder. Divers will look at the wall, which is 90 years old, before trains may use the "
      + "siding that runs along it."
    let lines = [
      titled("first", "Barge hits quay", text, day: 1),
      titled("corrected", title, text.replacing("212", with: "221"), day: 2),
      titled("later", "Barge hits quay", text + " Work begins on Friday.", day: 3),
    ]
    #expect(try kept(lines) == ["corrected"])
    #expect(
      try kept([lines[0], titled("update", "UPDATE 1 - Barge hits quay", text + " It is the third.", day: 2)]) == ["first"])
  }
}
