import TestSupport
import Testing

@testable import Pipeline

/// Briefs that one office writes in one wording, each of another happening; and one brief that several sites print.
@Suite struct BriefFormTests {
  private func kept(_ texts: [String], level: DedupeLevel = .copy) throws -> Int {
    let folder = try Folder()
    let lines = texts.enumerated().map { record("a\($0)", $1) }
    return try Deduplication([folder.file("in.jsonl", lines)], level: level).kept.count
  }

  private func stories(_ texts: [String]) throws -> Int {
    let folder = try Folder()
    let lines = texts.enumerated().map { record("a\($0)", $1) }
    return try Set(Clustering([folder.file("in.jsonl", lines)]).places.values.map(\.story)).count
  }

  private static let russian = [
    "Лодка перевернулась в понедельник утром у деревни Вольная. По данным спасателей, на борту были два рыбака из Озёрска. ",
    "Катер перевернулся в пятницу вечером у причала Каменки. По данным спасателей, на борту была семья из пяти человек. ",
  ].map {
    $0
      + "На месте работала дежурная смена, пострадавших осмотрели врачи. Причины устанавливает транспортная инспекция. Спасатели напоминают: "
      + "надевайте жилеты, не выходите на воду при сильном ветре и берите с собой заряженный телефон."
  }
  private static let arabic = [
    "أنقذ خفر السواحل فجر الاثنين ثلاثة صيادين انقلب قاربهم قبالة شاطئ الزهراء، ولم يصب أحد منهم. ",
    "أنقذ خفر السواحل مساء الخميس عائلة تعطل محرك يختها قبالة ميناء السبيخة، ونقل طفل إلى المستشفى. ",
  ].map {
    $0
      + "وقد شاركت في العملية سفينتان وطائرة، وتمت إعادة القارب إلى الميناء. وفتحت الشرطة تحقيقا لمعرفة أسباب الحادث. ويدعو خفر السواحل "
      + "البحارة إلى ارتداء سترات النجاة والتثبت من حالة الطقس قبل الخروج."
  }

  @Test func `two happenings that one office tells of in one wording are two stories`() throws {
    #expect(try stories(Self.russian) == 2)
    #expect(try stories(Self.arabic) == 2)
    #expect(try kept(Self.russian) == 2)
    #expect(try kept(Self.arabic) == 2)
  }

  @Test func `the same brief with an edited sentence is one story`() throws {
    for brief in [Self.russian[0], Self.arabic[0]] {
      let edited = brief.replacing("устанавливает", with: "выясняет").replacing(
        "وفتحت الشرطة", with: "وقد فتحت الشرطة")
      #expect(try kept([brief, edited]) == 1)
      #expect(try stories([brief, edited]) == 1)
    }
  }

  @Test func `a day that alone was changed leaves a copy`() throws {
    let text =
      "The night ferry from Anvey to Dorn will not sail on Monday because its bow door does not close, the line said. Passengers get their "
      + "money back or may take the morning boat. A fitter from the yard at Lisse is on his way with a new hinge, which weighs two tonnes."
    #expect(try kept([text, text.replacing("Monday", with: "Thursday")]) == 1)
    #expect(try stories([text, text.replacing("Monday", with: "Thursday")]) == 1)
  }

  @Test func `team news of two clubs in one form is of two clubs`() throws {
    let rest =
      " fehlt ebenfalls. Im Tor steht wie zuletzt die Nummer eins, hinten sind keine Veränderungen zu erwarten. Der Trainer wollte sich am "
      + "Mittag nicht in die Karten schauen lassen. Karten gibt es noch an den bekannten Stellen und im Netz, Anpfiff ist um halb vier."
    let texts = [
      "Altdorf muss am Samstag auf Jan Reuter verzichten. Der Stürmer fällt wegen einer Prellung aus. Ein Kollege",
      "Neuensee muss am Samstag auf Ole Brandt verzichten. Der Kapitän fällt wegen einer Sperre aus. Ein Kollege",
    ].map { $0 + rest }
    #expect(try kept(texts) == 2)
  }

  @Test func `a stub with a long offer behind one paragraph is a part of the whole`() throws {
    let folder = try Folder()
    let first =
      "The night ferry from Anvey to Dorn will not sail before Easter, because its bow door no longer closes and the yard that built it is "
      + "gone, the line told passengers in a letter that reached them at the quay on Monday morning."
    let rest =
      "A fitter from Lisse looked at the hinge and found that it had been welded twice. Two tonnes of steel must come by rail. The morning "
      + "boat takes forty cars, a third of what the night ferry took, and hauliers have begun to drive round by the bridge at Norra. The "
      + "mayor asked for a barge. Nobody at the line would say who pays for the beds of those who missed the last train home."
    let offer =
      "You have read all that we give away this month. Create an account or subscribe for one crown a week to keep reading."
    let file = try folder.file(
      "in.jsonl",
      [record("stub", first + "\\n\\n" + offer), record("whole", first + "\\n\\n" + rest)])
    #expect(try Deduplication([file]).kept == ["whole"])
  }

  @Test(arguments: [
    "Have you seen it? Write to us and send us your pictures.", "Suivez-nous sur WhatsApp.",
  ])
  func `the plain text stays, not the same with a line of the page`(line: String) throws {
    let folder = try Folder()
    let text = Self.plain
    for (name, dressed) in [("end", text + "\\n\\n" + line), ("head", line + "\\n\\n" + text)] {
      let file = try folder.file(
        "\(name).jsonl", [record("dressed", dressed), record("plain", text)])
      #expect(try Deduplication([file]).kept == ["plain"], "\(name)")
    }
    let longer = text + "\\n\\nThe board meets again in May and will then say who pays."
    let file = try folder.file("whole.jsonl", [record("cut", text), record("whole", longer)])
    #expect(try Deduplication([file]).kept == ["whole"])
  }

  private static let plain =
    "The harbour board will drain the old dry dock in March after divers found that its gate no longer closes.\\n\\nWater has stood in the "
    + "dock since the autumn, and two of the pumps that kept it empty gave up in one week, the board said.\\n\\nThe work will take nine weeks "
    + "and cost 1.4 million, most of it for a crane that has to come from the other side of the bay.\\n\\nBoats that are booked for repairs "
    + "will be moved to the slipway at Norra, where the queue is four months long already."
}
