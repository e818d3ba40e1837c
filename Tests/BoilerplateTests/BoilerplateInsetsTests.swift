import Testing

private let before =
  "The harbour board said on Monday that the north quay would stay shut until the inspectors had seen every pile."
private let after = "Ferries leave from the south quay, where the queues were long and the tempers of the passengers were short."
private let rest =
  "Nobody was hurt when the crane gave way, the board said in a statement, and two of its members asked why it was at work."

@Suite struct `The page between two sentences of a line` {
  @Test(arguments: [
    ("Story Continued Below", "advert: Story Continued Below"), ("STORY CONTINUES BELOW", "advert: STORY CONTINUES BELOW"),
    ("Article continues below advertisement", "advert: Article continues below advertisement"),
    ("Share This Article", "share: Share This Article"), ("Partilhe esta notícia", "share: Partilhe esta notícia"),
    ("READ MORE: Board to meet", "related: READ MORE:"),
    ("RELATED: Board to meet on Friday", "related: RELATED:"), ("WATCH: The crane comes down", "video: WATCH:"),
    ("Leia também: Conselho se reúne", "related: Leia também:"),
    ("Read the rest of the story at Harbour News", "related: Read the rest of the story"),
    ("Sign up for our harbour newsletter.", "subscribe: Sign up for our harbour newsletter."),
  ])
  func `is found, and the article's words stay`(inset: String, found: String) {
    #expect(boilerplate("\(before) \(inset) \(after) \(rest)") == [found])
    #expect(boilerplate("\(before) \(rest)\n\n\(rest) \(inset) \(after)") == [found])
    // Behind a quotation, a question and a sign-off.
    for end in ["“That is all.”", "\"That is all.\"", "Is that all?", "(Reporting by Jane Roe)"] {
      #expect(boilerplate("\(before) \(end) \(inset) \(after) \(rest)") == [found], "\(end)")
    }
  }

  @Test(arguments: [
    // A sentence of the article that begins as a line of the page does, goes on in small letters, or has fewer words.
    "Share this article with nobody, the chairman told the board.", "Read more books, said the chairman.",
    "Advertisement of the post is not needed.", "Leave a reply by Friday, the letter said.", "Related matters were put off.",
    "Watch: the word stood on every door of the quay.", "The views of the board are known.", "Related Articles Act was passed.",
    // In the middle of a sentence.
    "The sign said Story Continued Below and nobody knew why.",
  ])
  func `is not seen in a sentence of the article`(sentence: String) {
    #expect(boilerplate("\(before) \(sentence) \(after) \(rest)") == [])
  }

  @Test func `several are marked in their order, once each`() {
    let text =
      "\(before) Story Continued Below \(after) RELATED: Board to meet \(rest) (Editing by Max Poe.) Story Continued Below \(after)"
    #expect(
      boilerplate(text) == ["advert: Story Continued Below", "related: RELATED:", "advert: Story Continued Below"])
  }

  @Test func `a plea takes its own sentence along and no other`() {
    let plea = "The views expressed in this column are those of the author."
    #expect(boilerplate("\(before) \(plea) \(after) \(rest)") == ["copyright: \(plea)"])
    // Without an end nearby, the phrase alone.
    let open =
      "The views expressed in this column are " + String(repeating: "those of the author and of the board and ", count: 9)
    #expect(boilerplate("\(before) \(open) \(after)") == ["copyright: The views expressed in this column"])
  }
}

@Suite struct `The page in the middle and at the end of a line` {
  @Test(arguments: [
    ("by Ada Lane Sign up for our daily newsletter", "subscribe: Sign up for our daily newsletter"),
    (
      "for the Harbour Post Letters for publication should be sent to the editor",
      "navigation: Letters for publication should be sent"
    ),
    ("para a obra do cais Clique aqui para ouvir: o prefeito", "related: Clique aqui para ouvir"),
  ])
  func `a long phrase is found behind words that end no sentence`(tail: String, found: String) {
    let marked = boilerplate("\(before) \(rest) It is told \(tail)\n\n\(after)")
    #expect(marked.first?.hasPrefix(found) == true, "\(marked)")
    #expect(marked.count == 1, "\(marked)")
  }

  @Test(arguments: [
    ("Email Subscribe", "Email Subscribe"), ("leia também:", "leia também:"), ("Read more…", "Read more…"),
    ("Share Tweet Email", "Share Tweet Email"), ("(Photo: board) Leia mais .", "Leia mais ."),
    ("The sign said \"no boats\" leia também:", "leia também:"),
  ])
  func `what closes a line is the page's behind the end of a sentence`(closing: String, found: String) {
    for gap in [" ", "  ", "\u{A0} "] {
      #expect(boilerplate("\(before) \(after) \(rest)\(gap)\(closing)").map { $0.hasSuffix(": " + found) } == [true], "\(gap)")
    }
  }

  @Test(arguments: [
    "Nobody could say what the board would share or email", "The crew asked the clerk to read more",
    "The clerk said à mi-voix what others print and email",
    "\"We ask of all of you to share, to comment, to print and to email.\"",
  ])
  func `the end of a sentence is the article's`(sentence: String) {
    #expect(boilerplate("\(before) \(after) \(sentence)") == [])
  }
}

@Suite struct `A plea in the middle of a line` {
  @Test func `is no heading of a comment form, and the article goes on below it`() {
    let plea = "Tell us your experiences by filling in the form below."
    let spans = boilerplate("\(before) \(rest) \(plea) \(after)\n\nThe mayor will speak.\n\nThe band will play.")
    #expect(spans == ["comment-form: \(plea)"])
  }
}

@Suite struct `The page's clock` {
  @Test(arguments: [
    (
      "Crane falls on north quay of Velmora Sunday 6 March 2011 01.36 GMT \(before) \(after)",
      "date: Sunday 6 March 2011 01.36 GMT"
    ),
    ("VELMORA | Thu Mar 3, 2011 8:55 am EST \(before) \(after)", "date: Thu Mar 3, 2011 8:55 am EST"),
    ("Crane falls: board VELMORA | Thu Mar 3, 2011 8:55 am EST VELMORA \(before) \(after)", "date: Thu Mar 3, 2011 8:55 am EST"),
    ("June 10, 2011 - 5:41 PM | by: Jane Roe \(before) \(after)", "date: June 10, 2011 - 5:41 PM"),
    // Behind a headline and what stands below it.
    (
      "Crane falls on north quay of Velmora Board shuts the quay until its inspectors have seen every pile, and asks two of its own members why the crane was at work Sunday 6 March 2011 01.36 GMT \(before) \(after)",
      "date: Sunday 6 March 2011 01.36 GMT"
    ),
  ])
  func `is found at the head, behind a place and behind a headline`(text: String, stamp: String) {
    #expect(boilerplate(text) == [stamp])
  }

  @Test(arguments: [
    "The crane fell on Sunday 6 March 2011 at 01.36, the board said.", "It was Thursday, 3 March 2011, when the crane fell.",
    "The board met on Monday and on Tuesday 8 March 2011 it voted 3.5 million crowns for the quay.",
  ])
  func `is no day and time that the article tells`(sentence: String) {
    #expect(boilerplate("\(sentence) \(before) \(after)") == [])
  }
}

@Suite struct `Numbers of a visit` {
  @Test(arguments: [
    "Reference ID: #00a1-77", "Ray ID: 8a1f3c", "Your IP: 192.0.2.7", "Ihre IP-Adresse: 192.0.2.7",
    "Votre adresse IP : 192.0.2.7",
    "Identificador de referencia: #17-b", "Seu IP: 192.0.2.7", "ID richiesta: 77-1", "Ваш IP-адрес: 192.0.2.7",
    "Номер запроса: 17-4",
  ])
  func `are the page's, so that two pages that block their reader are one text`(line: String) {
    let notice =
      "Access is denied because of too many questions from one address. Try again in an hour, or ask the harbour office."
    #expect(boilerplate("\(notice)\n\(line)").map { $0.drop { $0 != ":" }.dropFirst(2) } == [line[...]])
  }
}

@Suite struct `Labels and headlines` {
  @Test func `a first line is the headline behind its label`() {
    #expect(boilerplate("VIDEO: Crane falls on north quay\n\n\(before) \(after)\n\n\(rest)") == ["video: VIDEO:"])
    #expect(
      boilerplate("\(before) \(after)\n\nVIDEO: Crane falls on north quay\n\n\(rest)") == [
        "video: VIDEO: Crane falls on north quay"
      ])
  }

  @Test func `a headline in capitals names no authors`() {
    let headline = "CRANE FALLS, QUAY SHUT, BOARD SILENT"
    #expect(boilerplate("Harbour news of the week\n\(headline)\n\n\(before) \(after)\n\n\(rest)") == [])
    #expect(
      boilerplate("Harbour news of the week\nJane Roe, Max Poe and Eva Lind\n\n\(before) \(after)\n\n\(rest)")
        == ["byline-residue: Jane Roe, Max Poe and Eva Lind"])
  }

  @Test func `short sentences behind a plea are the article's, where the article goes on`() {
    let plea = "Please disable your ad blocker to read on."
    #expect(boilerplate("\(plea) What a day! Nobody knew. \(before) \(after)") == ["advert: \(plea)"])
  }
}
