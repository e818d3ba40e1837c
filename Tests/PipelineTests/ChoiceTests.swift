import Input
import TestSupport
import Testing

@testable import Pipeline

/// Which copy stays, by the faults that scraping gives a page.
@Suite struct ChoiceTests {
  private static let article = [
    "LISSE HAVEN - The harbour board will drain the old dry dock in March after divers found that its gate no longer closes.",
    "Water has stood in the dock since the autumn, and two of the pumps that kept it empty gave up in one week, the board said.",
    "\\\"We can go on pumping for another winter, or we can look at the gate once and mend it,\\\" said Tove Lindqvist, who runs the yard.",
    "The work will take nine weeks and cost 1.4 million, most of it for a crane that has to come from the other side of the bay.",
    "Boats that are booked for repairs will be moved to the slipway at Norra, where the queue is four months long already.",
  ]

  private static var clean: String { article.joined(separator: "\\n\\n") }

  /// Pages of the same article with one fault each, all as long as the clean text or longer.
  private static let broken: [(name: String, text: String)] = [
    ("printed three times", [clean, clean, clean].joined(separator: "\\n\\n")),
    ("entities", clean.replacing("the ", with: "the&nbsp;").replacing(" - ", with: " &mdash; ")),
    ("entities escaped twice", clean.replacing("the ", with: "the&amp;nbsp;").replacing(" - ", with: " &amp;mdash; ")),
    ("tags", article.map { "<p>\($0)</p>" }.joined(separator: "\\n")),
    ("a wrong code page", clean.replacing("\\\"", with: "â€œ").replacing(" - ", with: " â€“ ")),
    ("replacement characters", clean.replacing("\\\"", with: "\u{FFFD}").replacing(" - ", with: " \u{FFFD} ")),
    ("soft hyphens", clean.replacing("harbour", with: "har\u{AD}bour").replacing("winter", with: "win\u{AD}ter")),
    ("poor recognition", clean.replacing("board", with: "b0ard").replacing("closes", with: "cl0ses")),
    ("sentences glued together", article.joined()),
    ("a share box", "Share\\nTweet\\nPrint this\\n\\n" + clean + "\\n\\nRelated\\nHarbours\\n14 comments\\nLog in to comment"),
  ]

  @Test(arguments: broken.indices)
  func `the sound copy stays, whatever came first in the input`(fault: Int) throws {
    let folder = try Folder()
    let lines = [record("broken", Self.broken[fault].text), record("clean", Self.clean)]
    for (name, lines) in [("a", lines), ("b", Array(lines.reversed()))] {
      let result = try Deduplication([folder.file("\(name).jsonl", lines)])
      #expect(result.kept == ["clean"], "\(Self.broken[fault].name)")
    }
  }

  @Test func `the earliest of sound copies stays, an earlier broken one does not`() throws {
    let folder = try Folder()
    let later = record(
      "later", Self.clean + "\\n\\nThe board meets again in May.", published: "2025-02-03T09:00:00Z", source: "B")
    let early = record("early", Self.clean, published: "2025-02-02T09:00:00Z", source: "A")
    let broken = record("broken", Self.broken[2].text, published: "2025-02-01T09:00:00Z", source: "C")
    #expect(try Deduplication([folder.file("x.jsonl", [later, early, broken])]).kept == ["early"])
  }

  @Test func `a stub is never kept for its whole`() throws {
    let folder = try Folder()
    let stub = Self.article[0] + "\\n\\nThis article is for subscribers. Log in to continue reading."
    let lines = [
      record("stub", stub, published: "2025-02-01T06:00:00Z", source: "A"),
      record("whole", Self.clean, published: "2025-02-01T07:00:00Z", source: "B"),
    ]
    for keep in Keep.allCases {
      #expect(try Deduplication([folder.file("\(keep).jsonl", lines)], keep: keep).kept.contains("whole"), "\(keep)")
    }
  }

  @Test func `latest keeps the newest, an article without a date last`() throws {
    let folder = try Folder()
    let lines = [
      record("undated", Self.clean), record("new", Self.clean + "\\n\\nIt is the third time.", published: "2025-02-03T09:00:00Z"),
      record("old", Self.clean, published: "2025-02-01T09:00:00Z"),
    ]
    #expect(try Deduplication([folder.file("x.jsonl", lines)], keep: .latest).kept == ["new"])
  }

  @Test func `copies outside the window stay`() throws {
    let folder = try Folder()
    let lines = (1...9).map { record("day-\($0)", Self.clean, published: "2025-02-0\($0)T09:00:00Z") }
    var options = BatchOptions()
    options.keep.window = 3 * 86_400
    let file = try folder.file("x.jsonl", lines + [record("undated", Self.clean + "\\n\\nNo date here.")])
    let result = try DedupeJob(options: options, context: RunContext(threads: 2)).run(inputs: .paths([file]))
    // One for each four days; the undated one is a copy of any.
    #expect(result.kept.map { result.corpus.name($0) } == ["day-1", "day-5", "day-9"])
  }

  @Test func `preferred outlets go before dates, by name and by host`() throws {
    let folder = try Folder()
    let lines = [
      record("first", Self.clean, published: "2025-02-01T09:00:00Z", source: "Early Bird"),
      record("third", Self.clean + "\\n\\nMore soon.", published: "2025-02-03T09:00:00Z", source: "The Courier"),
      record("second", Self.clean, published: "2025-02-02T09:00:00Z", source: "gazette.example"),
    ]
    var options = BatchOptions()
    options.keep.prefer = OutletRanks(["The Courier", "www.gazette.example"])
    let file = try folder.file("x.jsonl", lines)
    let result = try DedupeJob(options: options, context: RunContext(threads: 2)).run(inputs: .paths([file]))
    #expect(result.kept.map { result.corpus.name($0) } == ["third"])
  }

  @Test func `a dropped copy with another figure or name says so, one with trivia does not`() throws {
    let folder = try Folder()
    let lines = [
      record("kept", Self.clean, published: "2025-02-01T09:00:00Z", source: "A"),
      record(
        "figure", Self.clean.replacing("1.4 million", with: "14 million"), published: "2025-02-02T09:00:00Z", source: "B"),
      record(
        "name", Self.clean.replacing("Tove Lindqvist", with: "Arne Sandell"), published: "2025-02-02T09:00:00Z", source: "C"),
      record("trivia", Self.clean.replacing(" - ", with: " – "), published: "2025-02-02T09:00:00Z", source: "D"),
    ]
    let file = try folder.file("x.jsonl", lines)
    var job = DedupeJob(context: RunContext(threads: 2))
    job.changes = .auto
    let result = try job.run(inputs: .paths([file]))
    #expect(result.kept.count == 1)
    let changed = result.dropped.filter { !$0.changes.isEmpty }.map { result.corpus.name($0.article) }
    #expect(changed == ["figure", "name"])
    job.changes = .kept
    #expect(try job.run(inputs: .paths([file])).kept.map { result.corpus.name($0) } == ["kept", "figure", "name"])
  }
}

/// Several versions of one text that say something else than the one that stays.
@Suite struct ChangedVersionTests {
  private static let lines = [
    "The quay of Ostervik will be rebuilt for 1.4 million crowns, the harbour board decided on Monday after two years of dispute.",
    "Work begins in May and ends before the herring season, said Tove Lindqvist, who led the board through eleven meetings.",
    "Fishermen had asked for a deeper basin instead, and the owners of the old sheds for none of it.",
    "The sheds will be pulled down, but for the one with the clock, which a museum in the next valley wants to move.",
  ]
  private static let text = lines.joined(separator: " ")
  private static let figure = text.replacing("1.4 million", with: "14 million")

  private func run(_ lines: [String], _ changes: ChangedCopies) throws -> DedupeJob.Result {
    let folder = try Folder()
    var job = DedupeJob(context: RunContext(threads: 2))
    job.changes = changes
    return try job.run(inputs: .paths([folder.file("x.jsonl", lines)]))
  }

  private func record(_ id: String, _ text: String, day: Int, title: String = "The quay of Ostervik") -> String {
    #"{"id":"\#(id)","title":"\#(title)","published":"2025-02-0\#(day)T09:00:00Z","text":"\#(text)"}"#
  }

  @Test func `of several that say the same one stays, and the others are its copies`() throws {
    let lines = [
      record("first", Self.text, day: 1), record("figure", Self.figure, day: 2),
      record("again", Self.figure + " More soon.", day: 3),
      record("name", Self.text.replacing("Tove Lindqvist", with: "Arne Sandell"), day: 4),
      record("once more", Self.figure, day: 5),
    ]
    let result = try run(lines, .kept)
    #expect(result.kept.map { result.corpus.name($0) } == ["first", "figure", "name"])
    let dropped = result.dropped.map { [result.corpus.name($0.article), result.corpus.name($0.of)] }
    #expect(dropped == [["again", "figure"], ["once more", "figure"]])
    #expect(result.dropped.allSatisfy { $0.changes.isEmpty })
  }

  @Test func `a headline that says the opposite over the same text is told, one that was worded anew is not`() throws {
    let result = try run(
      [
        record("first", Self.text, day: 1, title: "Harbour board approves the new quay"),
        record("turned", Self.text, day: 2, title: "Harbour board rejects the new quay"),
        record("anew", Self.text, day: 3, title: "New quay for Ostervik approved by harbour board"),
      ], .auto)
    #expect(result.dropped.map { result.corpus.name($0.article) } == ["turned", "anew"])
    #expect(result.dropped.map { $0.changes.map(\.kind) } == [[.headline], []])
  }
}

/// Broken places are counted where they are, and nowhere in sound text.
@Suite struct DamageTests {
  @Test(arguments: [
    "R&amp;D", "a &#8212; b", "&amp;#39;", "<p>Text</p>", "itâ€™s", "Â£600", "HasiÄŤi", "rĂˇno", "bro\u{FFFD}ken",
    "har\u{AD}bour",
    "zero\u{200B}width", "o\u{FB03}ce", "can?t go", "the paper?s own", "c0unty", "the coast.Two men",
  ]) func `one broken place counts once`(text: String) {
    let text = Array("It was said that \(text) on Monday.".utf8)
    #expect(DamageScan(text.span).broken == (String(decoding: text, as: UTF8.self).contains("<p>") ? 2 : 1))
  }

  @Test(arguments: [
    "AT&T and R&D", "x < y and y > z", "São Paulo, MANHÃ, amanhã”, Ångström, Île", "H1N1, 4th, 15m, B2B", "a.m. and U.S. troops",
    "Really? Yes.", "“Quoted – text’s end…”", "https://site.example/?a=b&c=d", "Größe, naïve, Ñandú, coração", "Что? Да.", "日本語。",
  ]) func `sound text has none`(text: String) {
    let bytes = Array(text.utf8)
    #expect(DamageScan(bytes.span).broken == 0)
  }
}
