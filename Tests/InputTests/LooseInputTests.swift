import Articles
import TestSupport
import Testing

@testable import Input

/// What writers put out beside the rules, and what people call their fields.
struct LooseInputTests {
  private func read(_ name: String, _ text: String, chunkBytes: Int = 1 << 20, fields: FieldNames = FieldNames()) throws
    -> Reading
  {
    let folder = try Folder()
    return try withExtendedLifetime(folder) {
      try Reading([folder.file(name, text)], chunkBytes: chunkBytes, fields: fields)
    }
  }

  @Test
  func `NaN, Infinity and halves of surrogate pairs cost no record`() throws {
    let reading = try read(
      "a.jsonl",
      #"""
      {"id": 1, "text": "x", "score": NaN, "more": [Infinity, -Infinity, {"a": NaN}], "emoji": "\ud83d"}
      {"id": NaN, "text": "a \ud83d b \ude00 c \ud83d\ude00", "title": NaN, "published": -Infinity}
      """#)
    #expect(reading.articles.map(\.text) == ["x", "a \u{FFFD} b \u{FFFD} c 😀"])
    #expect(reading.skipped.isEmpty)
    // Named once each: the id, the text, the title, the time.
    #expect(reading.warnings.messages.count == 4)
  }

  @Test
  func `ids as databases export them`() throws {
    let reading = try read(
      "a.jsonl",
      #"""
      {"id": {"$oid": "65af"}, "text": "x", "published": {"$date": {"$numberLong": "1734085230000"}}}
      {"id": {"$numberInt": 7}, "text": "y"}
      {"id": {"a": 1}, "text": "z"}
      {"id": true, "text": "w"}
      {"id": {"$oid": ["65af"]}, "text": "v"}
      """#)
    #expect(reading.articles.map(\.id) == ["65af", "7", "", "", ""])
    #expect(reading.articles.map(\.idIsString) == [true, false, true, true, true])
    #expect(reading.articles[0].published == 1_734_085_230)
    let messages = reading.warnings.messages
    try #require(messages.count == 1)
    #expect(messages[0].hasSuffix("(and 2 more in this file)"))
  }

  @Test
  func `a list of paragraphs is a text`() throws {
    let reading = try read("a.jsonl", #"{"text": ["One.", null, "T\u0077o.", ""], "id": 1}"# + "\n" + #"{"text": [], "id": 2}"#)
    #expect(reading.articles.map(\.text) == ["One.\n\nTwo.\n\n"])
    #expect(reading.skipped.map(\.line) == [2])
  }

  @Test
  func `a thousand bad dates are one warning`() throws {
    let lines = (0..<1000).map { #"{"id": \#($0), "text": "x", "published": "day \#($0)"}"# }
    let reading = try read("a.jsonl", lines.joined(separator: "\n"), chunkBytes: 4096)
    #expect(reading.articles.count == 1000)
    let messages = reading.warnings.messages
    try #require(messages.count == 1)
    #expect(messages[0].contains(#"("day 0"). Use ISO 8601. (and 999 more in this file)"#))
  }

  @Test
  func `a point leads into nested objects`() throws {
    var fields = FieldNames()
    fields.choose("doc.body.main", for: .text)
    fields.choose("doc.head", for: .title)
    fields.choose("meta.date", for: .published)
    let reading = try read(
      "a.jsonl",
      #"""
      {"id": 1, "doc": {"head": "H", "body": {"main": "M", "x": {"main": "no"}}, "x": 1}, "meta": {"date": "1970-01-02"}}
      {"id": 2, "doc": {"body": {"main": "N"}}, "doc": {"head": "later"}, "meta": "none"}
      {"id": 3, "doc.body.main": "flat", "doc": []}
      {"id": 4, "doc": {"body": "no object"}}
      """#, fields: fields)
    #expect(reading.articles.map(\.text) == ["M", "N", "flat"])
    #expect(reading.articles.map(\.title) == ["H", "later", ""])
    #expect(reading.articles.map(\.published) == [86_400, nil, nil])
    #expect(reading.skipped.map(\.line) == [4])
  }

  @Test(arguments: [
    (#"{"_id": {"$oid": "a"}, "content": "T", "headline": "H", "link": "u", "date": "1970-01-02"}"#, "a"),
    (#"{"guid": "a", "full_content": "T", "title": {"rendered": "H"}, "url": "u", "publishedAt": "1970-01-02"}"#, "a"),
    (#"{"uuid": "a", "Body": "T", "Headline": "H", "Link": "u", "Date": "1970-01-02"}"#, "a"),
    (#"{"id": "a", "text": "T", "content": "not this", "title": "H", "link": "u", "pub_date": "1970-01-02"}"#, "a"),
  ])
  func `usual names are found, and said`(line: String, id: String) throws {
    let reading = try read("a.jsonl", line)
    #expect(
      reading.articles == [Article(id: id, text: "T", title: "H", url: "u", published: 86_400)])
    let messages = reading.warnings.messages
    try #require(messages.count == 1)
    #expect(messages[0].contains("is read as the"))
  }

  @Test
  func `a source that is an object is called by its name`() throws {
    let reading = try read("a.jsonl", #"{"id": "a", "text": "T", "source": {"id": null, "name": "Ledger"}}"#)
    #expect(reading.articles.map(\.source) == ["Ledger"])
  }

  @Test
  func `a name that no record has is said with those there are`() throws {
    var fields = FieldNames()
    fields.choose("pubished", for: .published)
    for (name, text) in [
      ("a.jsonl", #"{"id": 1, "text": "x", "published": "1970-01-02"}"#), ("a.csv", "id,text,published\n1,x,1970-01-02\n"),
    ] {
      let reading = try read(name, text, fields: fields)
      #expect(reading.articles.map(\.published) == [nil])
      let messages = reading.warnings.messages
      try #require(messages.count == 1)
      #expect(messages[0].contains(#"no record has a field "pubished" (there are: id, text, published)"#))
    }
  }

  @Test
  func `a field that only later records have is not missed`() throws {
    var fields = FieldNames()
    fields.choose("when", for: .published)
    let lines = (0..<50).map { #"{"id": \#($0), "text": "x"}"# } + [#"{"id": 50, "text": "x", "when": "1970-01-02"}"#]
    let reading = try read("a.jsonl", lines.joined(separator: "\n"), fields: fields)
    #expect(reading.warnings.isEmpty)
  }

  private static let two = #"{"id": "1", "text": "One [1], \"two\"."}, {"id": "2", "text": "Two {}"}"#

  @Test(
    arguments: [
      #"{"articles": [\#(two)]}"#, #"{"status": "ok", "n": [1, 2], "articles": [\#(two)], "next": {"page": [{"a": "]}"}]}}"#,
      #"{"response": {"meta": {}, "docs": [\#(two)]}}"#, "{\n  \"data\": [\n    \(two)\n  ],\n  \"x\": \"]\"\n}\n",
      #"{"sources": [{"name": "S"}], "items": [\#(two)]}"#,
      #"{"text": {"0": "One [1], \"two\".", "1": "Two {}"}, "id": {"0": "1", "1": "2"}}"#,
      #"{"id": ["1", "2"], "text": ["One [1], \"two\".", "Two {}"]}"#,
      #"{"columns": ["text", "id"], "index": [0, 1], "data": [["One [1], \"two\".", "1"], ["Two {}", "2"]]}"#,
      #"{"1": {"text": "One [1], \"two\"."}, "2": {"text": "Two {}"}}"#,
      #"{"id": "1", "text": "One [1], \"two\"."}{"id": "2", "text": "Two {}"}"#,
      "{\"id\": \"1\", \"text\": \"One [1], \\\"two\\\".\"}\r{\"id\": \"2\", \"text\": \"Two {}\"}\r",
      "[\(two)]", "[\r\(two)\r]",
    ], [7, 1 << 20])
  func `arrays inside objects, columns and articles by id are read`(text: String, chunkBytes: Int) throws {
    let folder = try Folder()
    for name in ["a.json", "a.jsonl", "a"] {
      var reading = try Reading([folder.file(name, text)], chunkBytes: chunkBytes)
      #expect(reading.skipped.isEmpty, "\(reading.skipped)")
      #expect(reading.articles.map(\.id) == ["1", "2"])
      #expect(reading.articles.map(\.text) == ["One [1], \"two\".", "Two {}"])
      #expect(try reading.store.read(reading.locations, with: &reading.parser).articles == reading.articles)
    }
    withExtendedLifetime(folder) {}
  }

  @Test
  func `an article with lists in it is one article`() throws {
    let reading = try read(
      "a.json", #"{"id": "1", "images": [{"url": "u", "text": "caption"}], "text": "The text.", "tags": ["a"]}"#)
    #expect(reading.articles.map(\.text) == ["The text."])
  }

  @Test
  func `an array that is cut off inside its object keeps the elements before`() throws {
    let reading = try read("a.json", #"{"articles": [{"id": "1", "text": "x"}, {"id": "2", "te"#)
    #expect(reading.articles.map(\.id) == ["1"])
    #expect(reading.skipped.count == 1)
  }
}
