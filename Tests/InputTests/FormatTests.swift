import Files
import Articles
import TestSupport
import Testing

@testable import Input

func csv(_ articles: [Article], separator: String = ",", lineBreak: String = "\r\n") -> String {
  func cell(_ value: String) -> String { "\"" + value.replacing("\"", with: "\"\"") + "\"" }
  let rows = articles.map { article in
    let date = article.published == nil ? "" : "2024-12-13T10:20:30Z"
    return [article.id, article.text, article.title, article.url, article.source, article.language, date].map(cell)
      .joined(separator: separator)
  }
  let heading = ["id", "text", "title", "url", "source", "language", "published"].joined(separator: separator)
  return ([heading] + rows).joined(separator: lineBreak) + lineBreak
}

struct FormatTests {
  @Test(arguments: 0..<8)
  func `every format gives the articles that JSON lines give`(seed: Int) throws {
    let folder = try Folder()
    let articles = randomArticles(60, seed: seed)
    let lines = articles.map(jsonLine).joined(separator: "\n") + "\n"
    let pretty = articles.map { jsonLine($0).replacing("\", \"", with: "\",\n    \"") }
    let bytes = Array(lines.utf8)
    let half = bytes.count / 2
    let files: [(String, [UInt8])] = [
      ("a.jsonl", bytes), ("no-break.jsonl", bytes.dropLast()), ("crlf.jsonl", Array(lines.replacing("\n", with: "\r\n").utf8)),
      ("bom.jsonl", [0xEF, 0xBB, 0xBF] + bytes), ("no-ending", bytes), ("blank.jsonl", Array(("\n  \n" + lines + "\n\t\n").utf8)),
      ("a.json", Array("[\(articles.map(jsonLine).joined(separator: ","))]".utf8)),
      ("lines.json", bytes), ("pretty.json", Array(" [\n  \(pretty.joined(separator: ",\n  "))\n]\n".utf8)),
      ("objects.json", Array(articles.map { "{\n" + jsonLine($0).dropFirst() + "\n" }.joined().utf8)),
      ("a.csv", Array(csv(articles).utf8)), ("lf.csv", Array(csv(articles, lineBreak: "\n").utf8)),
      ("semicolon.csv", Array(csv(articles, separator: ";").utf8)), ("a.tsv", Array(csv(articles, separator: "\t").utf8)),
      ("table", Array(csv(articles).utf8)), ("a.jsonl.gz", gzip(bytes)), ("wrong-name.txt", gzip(bytes)),
      ("members.jsonl.gz", gzip(Array(bytes[..<half])) + gzip([]) + gzip(Array(bytes[half...]))),
      ("a.jsonl.zst", zstd(bytes)), ("frames.jsonl.zst", zstd(Array(bytes[..<half])) + zstd([]) + zstd(Array(bytes[half...]))),
      ("a.csv.gz", gzip(Array(csv(articles).utf8))),
    ]
    for (name, bytes) in files {
      let reading = try Reading([folder.file(name, bytes)])
      #expect(reading.articles == articles, "\(name)")
      #expect(reading.skipped.isEmpty && reading.warnings.isEmpty, "\(name): \(reading.skipped.first?.message ?? "")")
    }
  }

  @Test
  func `a folder of texts is read in the order of names, each file one article`() throws {
    let folder = try Folder()
    let paragraph = String(repeating: "The harbour is closed. ", count: 5) + "It opens in May."
    _ = try folder.file("in/b.txt", "Second text.\n\nIt goes on.\n")
    _ = try folder.file("in/a.txt", "A headline\n\n\(paragraph)\r\nMore.\n\n")
    _ = try folder.file("in/sub/c.txt", "One line")
    _ = try folder.file("in/.hidden.txt", "hidden")
    _ = try folder.file("in/picture.png", "no article")
    let reading = try Reading(["\(folder.path)/in"])
    #expect(
      reading.articles == [
        Article(id: "a", text: "\(paragraph)\r\nMore.", title: "A headline"),
        Article(id: "b", text: "Second text.\n\nIt goes on."), Article(id: "c", text: "One line"),
      ])
    #expect(reading.skipped.isEmpty)
  }

  @Test(arguments: [
    "Banner | Since 1911\n\nShare this story\n\nA long paragraph", "The first sentence ends.\n\nSecond.",
    "No blank line\nbehind it",
    "LONDON (Agency) -\n\nThe harbour", "Only a line", "Two\n\nwords",
  ])
  func `a first line that is no title stays in the text`(text: String) {
    let content = Array((text + String(repeating: " goes on and on", count: 10)).utf8)
    let whole = text == "Only a line" || text == "Two\n\nwords" ? Array(text.utf8) : content
    #expect(PlainText.split(whole.span).title.isEmpty)
    #expect(PlainText.split(whole.span).text == whole.indices)
  }

  @Test
  func `texts of the same name in two folders keep their paths as ids`() throws {
    let folder = try Folder()
    let paths = [try folder.file("x/1.txt", "One."), try folder.file("y/1.txt", "Two."), try folder.file("y/2.txt", "Three.")]
    let reading = try Reading(paths)
    #expect(reading.articles.map(\.id) == ["\(folder.path)/x/1", "\(folder.path)/y/1", "2"])
  }

  @Test
  func `numbers stay as they are written and other fields pass by`() throws {
    let folder = try Folder()
    let path = try folder.file(
      "a.jsonl",
      #"""
      {"id": 12345678901234567890123456789, "text": "x", "extra": {"text": [1.5e300, -0, {"a": []}], "b": null}, "source": 7}
      {"text": "first", "text": "last", "te\u0078t": "really last \ud83d\ude00\u0000\/", "id": 1.50}
      {"id": null, "text": "no id", "title": true, "url": null}
      """#)
    let reading = try Reading([path])
    #expect(reading.articles.map(\.id) == ["12345678901234567890123456789", "1.50", ""])
    #expect(reading.articles.map(\.idIsString) == [false, false, true])
    #expect(reading.articles[0].source == "7")
    #expect(reading.articles[1].text == "really last 😀\0/")
    #expect(
      reading.warnings.messages == ["\(path):3: field \"title\" is not a string and was ignored. Write it as a string."])
  }

  @Test
  func `fields are found under the names that were given`() throws {
    let folder = try Folder()
    var fields = FieldNames()
    fields.text = "body"
    fields.title = "headline"
    let lines = try folder.file("a.jsonl", #"{"id": "1", "body": "B", "headline": "H", "text": 5, "title": "no"}"#)
    let table = try folder.file("a.csv", "id,body,headline\n2,\"B\",H\n")
    let reading = try Reading([lines, table], fields: fields)
    #expect(reading.articles == [Article(id: "1", text: "B", title: "H"), Article(id: "2", text: "B", title: "H")])
  }

  @Test
  func `a missing input is an error that names it`() {
    #expect(
      throws: ReadingError(
        .unreadable, "no such file or directory", at: .init("/no/such/file.jsonl"), advice: "Check the path.",
        cause: SystemError(code: 2))
    ) {
      try ArticleSource(inputs: ["/no/such/file.jsonl"])
    }
    #expect(throws: ReadingError.self) { try ArticleSource(inputs: []) }
  }

  @Test
  func `an article without an id is named by file and line`() throws {
    let folder = try Folder()
    let path = try folder.file("a.jsonl", "\n{\"text\": \"x\"}\n{\"text\": \"y\", \"id\": 7}\n")
    let source = try ArticleSource(inputs: [path])
    var parser = source.makeParser()
    let batch = try #require(try source.nextChunk()).parse(with: &parser)
    #expect(batch.records.map { source.names.identifier(of: $0, in: batch) } == ["\(path):2", "7"])
    var output: [UInt8] = []
    for record in batch.records { source.names.appendIdentifier(of: record, in: batch, to: &output) }
    #expect(String(decoding: output, as: UTF8.self) == "\"\(path):2\"7")
    #expect(source.bytesRead == source.totalBytes)
    #expect(batch.bytes.suffix(ArticleBatch.padding).allSatisfy { $0 == 0 })
  }
}
