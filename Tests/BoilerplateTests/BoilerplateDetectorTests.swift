import Articles
import Testing
import Boilerplate

let detector = BoilerplateDetector()

/// The boilerplate of `text` as "kind: words".
func boilerplate(_ text: String, title: String = "") -> [String] {
  let bytes = Array(text.utf8)
  let titleBytes = Array(title.utf8)
  let spans = detector.ranges(in: bytes.span, title: title.isEmpty ? nil : titleBytes.span)
  return spans.map { "\($0.kind.rawValue): \(String(decoding: bytes[$0.range.indices], as: UTF8.self))" }
}

private let opening =
  "The harbour board said on Monday that the north quay would stay shut until the inspectors had seen every pile of it, and that ferries would leave from the south quay, where the queues were long and the tempers short."
private let closing =
  "Nobody was hurt when the crane gave way, the board said in a statement, but two of its members want to know why the crane had been at work at all on a day on which the wind was stronger than its papers allow."

@Suite struct `Boilerplate between paragraphs` {
  @Test(arguments: [
    "Leave a Reply", "Share this article", "Source link", "Show More", "Back to top button", "Captcha refresh", "Advertisement",
    "Page Generated in 0.18 sec", "Post# 12 of 340", "Post# of 340", "< >", "WATCH: The crane comes down",
    "READ MORE: Board to meet on Friday", "https://harbour.example/news/crane", "#harbour #crane", "12 Shares", "5 Comments",
    "3 min read", "News ID: 1234", "Published: 0730 GMT March 03, 2021", "Share Tweet Email", "12 Shares 5 Comments",
    "The post Crane falls appeared first on Harbour News.", "Gulls on the quay. (Harbour News photo)",
    "The quay after the fall of the crane. 1:07", "Weiterlesen: Kran stürzt um", "LEAVE A REPLY", "Don’t miss:",
  ])
  func `a line of the page is boilerplate as a whole`(line: String) {
    #expect(
      boilerplate("\(opening)\n\n\(line)\n\n\(closing)\n\(closing)").map { $0.drop { $0 != ":" }.dropFirst(2) } == [line[...]])
  }

  @Test(arguments: [
    "The shares fell.", "Source of the fire unknown", "She will reply to the board on Friday.", "Politics", "A watch was found.",
    "Read the letter, he said.", "By noon the quay was shut.", "“Leave,” he said.", "What next?", "In 2021 it was 12.",
    "He shared the news with the board, and more: nobody would pay.", "Comments by the board were few.", "12 cranes", "1,204",
  ])
  func `an ordinary short line is none`(line: String) {
    #expect(boilerplate("\(opening)\n\n\(line)\n\n\(closing)") == [])
  }

  @Test(arguments: [
    "AP and AFP contributed to this report.", "Source: Reuters",
    "LIMA, March 3 (Reuters) - The board met.", "By The Associated Press",
    "Copyright 2021 The Associated Press. All rights reserved.",
  ])
  func `an agency's credit is none`(line: String) {
    #expect(boilerplate("\(line)\n\n\(opening)\n\n\(line)\n\n\(closing)\n\n\(line)") == [])
  }

  @Test func `running text has none`() {
    #expect(boilerplate("\(opening) \(closing)") == [])
    #expect(boilerplate("") == [])
    #expect(boilerplate("\n \n\t\n") == [])
  }

  @Test func `a long paragraph that begins with a plea is boilerplate and a long article is not`() {
    let plea = "We use cookies \(String(repeating: "to make the pages of the harbour better for you and for us ", count: 6))"
    #expect(boilerplate("\(opening)\n\(plea)\n\(closing)").count == 1)
    let article = "Watch: \(String(repeating: opening + " ", count: 20))"
    #expect(boilerplate(article) == ["video: Watch:"])
    #expect(boilerplate("Watch: The crane comes down. \(article.dropFirst(7))") == ["video: Watch: The crane comes down."])
    #expect(boilerplate("\(opening)\n\nCall 71.963.512\n\n71.963.512\n\n\(closing)") == [])
  }

  @Test func `what is short after the comment form belongs to it`() {
    let text = "\(opening)\n\n\(closing)\n\nLeave a Reply\n\nNice crane, pity about the quay\n\nok"
    #expect(
      boilerplate(text) == [
        "comment-form: Leave a Reply", "comment-form: Nice crane, pity about the quay", "comment-form: ok",
      ])
    // A heading that looks like a form at the top condemns nothing.
    #expect(boilerplate("Leave a Reply\n\n\(opening)\n\n\(closing)") == ["comment-form: Leave a Reply"])
  }

  @Test func `a title that is printed again is boilerplate`() {
    let title = "Crane falls on north quay"
    #expect(boilerplate("\(title)\n\n\(opening)", title: title) == ["title: \(title)"])
    #expect(boilerplate("\(title)\n\(title)\n\(opening)") == ["title: \(title)"])
    #expect(boilerplate("\(title)\n\(opening)") == [])
  }

  @Test func `lines of hard-wrapped text are not read as lines of a page`() {
    let lines = [
      "The harbour board said on Monday that the north quay would",
      "stay shut until the inspectors had seen every pile of it and",
      "by John Smith, its chairman, that nobody was to blame for the",
      "comments of the mayor on the crane, which he called a piece",
      "of scrap in front of reporters at the town hall where he had a", "share.",
    ]
    #expect(boilerplate(lines.joined(separator: "\n")) == [])
  }

  @Test func `a pager behind a title is cut off alone`() {
    #expect(boilerplate("Crane falls on quay < >\n\(opening)") == ["navigation: < >"])
  }
}

@Suite struct `Boilerplate of any text` {
  static let hostile: [String] = [
    String(repeating: "\"", count: 100_000), String(repeating: "share ", count: 170_000), String(repeating: "\n", count: 100_000),
    String(repeating: "Share\n", count: 20_000), String(repeating: "(", count: 100_000), String(repeating: "é", count: 50_000),
    String(repeating: "Leave a Reply\n", count: 5_000), "share", "©", "\u{FEFF}", String(repeating: "1:03 ", count: 40_000),
  ]

  @Test(arguments: hostile.indices)
  func `spans are ordered, apart and inside the text`(index: Int) {
    let bytes = Array(Self.hostile[index].utf8)
    check(detector.ranges(in: bytes.span), bytes.count)
  }

  @Test(arguments: 0..<40)
  func `broken bytes are read without harm`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let bytes = (0..<3000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return [UInt8(truncatingIfNeeded: state >> 40), 0x0A, 0xE2, 0xC3, 0x20][Int(state >> 60) % 5]
    }
    check(detector.ranges(in: bytes.span), bytes.count)
  }

  private func check(_ spans: [BoilerplateSpan], _ count: Int) {
    var last = 0
    for span in spans {
      #expect(span.range.indices.lowerBound >= last && span.range.count > 0)
      last = span.range.indices.upperBound
    }
    #expect(last <= count)
  }
}
