import Files
import Articles
import FoundationEssentials
import TestSupport
import Testing

@testable import Input
@testable import Output

struct WritingTests {
  private func written(_ reading: Reading, to path: String, _ locations: [RecordLocation]? = nil) throws -> [UInt8] {
    let writer = try RecordWriter(path, store: reading.store)
    try writer.write(locations ?? reading.locations)
    try writer.commit()
    return try contents(of: path)
  }

  @Test(arguments: ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst"])
  func `lines of JSON are written byte for byte`(name: String) throws {
    let folder = try Folder()
    let lines = randomArticles(500, seed: 2).map {
      "  " + jsonLine($0).replacing("\"id\": ", with: "\"extra\":[1.0 ,2], \"id\" :") + " "
    }
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let path = try folder.file(name, name.hasSuffix("gz") ? gzip(bytes) : name.hasSuffix("zst") ? zstd(bytes) : bytes)
    let reading = try Reading([path], chunkBytes: 3000)
    #expect(try written(reading, to: folder.path + "/out.jsonl") == bytes)
    let reversed = Array((lines.reversed().joined(separator: "\n") + "\n").utf8)
    #expect(try written(reading, to: folder.path + "/out.jsonl", reading.locations.reversed()) == reversed)
    for (location, line) in zip(reading.locations, lines) {
      #expect(try reading.store.rawBytes(at: location) == Array(line.utf8))
    }
  }

  @Test
  func `elements of an array become lines and lose nothing else`() throws {
    let folder = try Folder()
    let path = try folder.file("a.json", "[ {\"id\": 1,  \"text\": \"x  y\"},\n{\n  \"id\": 2,\n  \"text\": \"a \\n b\"\n} ]")
    let output = try written(Reading([path]), to: folder.path + "/out.jsonl")
    #expect(String(decoding: output, as: UTF8.self) == "{\"id\": 1,  \"text\": \"x  y\"}\n{\"id\":2,\"text\":\"a \\n b\"}\n")
  }

  @Test
  func `rows and texts become objects that read the same`() throws {
    let folder = try Folder()
    let articles = randomArticles(50, seed: 4)
    let text = "The\ttext." + String(repeating: " It goes on \"and\" on.", count: 5)
    let paths = [try folder.file("a.csv", csv(articles)), try folder.file("Some \"name\".txt", "A title\n\n\(text)")]
    let reading = try Reading(paths)
    _ = try written(reading, to: folder.path + "/out.jsonl")
    let again = try Reading([folder.path + "/out.jsonl"])
    #expect(again.articles == reading.articles)
    #expect(again.articles.last == Article(id: "Some \"name\"", text: text, title: "A title"))
  }

  @Test
  func `a row keeps all of its columns`() throws {
    let folder = try Folder()
    let path = try folder.file("a.csv", "id,text,Section \"B\"\n1,\"x, \"\"y\"\"\",news\n")
    let output = try written(Reading([path]), to: folder.path + "/out.jsonl")
    #expect(String(decoding: output, as: UTF8.self) == #"{"id": "1", "text": "x, \"y\"", "Section \"B\"": "news"}"# + "\n")
  }

  @Test
  func `tables of one shape are written as a table`() throws {
    let folder = try Folder()
    let first = try folder.file("a.csv", "id,text\r\n1,\"one, \"\"two\"\"\"\r\n2,x\r\n")
    let second = try folder.file("b.csv", "id,text\n3,\"line\nbreak\"\n")
    let output = try written(Reading([first, second]), to: folder.path + "/out.csv")
    #expect(String(decoding: output, as: UTF8.self) == "id,text\n1,\"one, \"\"two\"\"\"\n2,x\n3,\"line\nbreak\"\n")
    let other = try folder.file("c.jsonl", "{\"text\": \"x\"}")
    let mixed = try Reading([first, other])
    #expect(throws: ReadingError.self) { try RecordWriter(folder.path + "/out.csv", store: mixed.store) }
  }

  @Test
  func `an output that is not committed leaves what was there`() throws {
    let folder = try Folder()
    let path = try folder.file("out.jsonl", "old")
    do {
      let output = try AtomicFile(path)
      try output.write("new")
      try output.flush()
    }
    #expect(try contents(of: path) == Array("old".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.jsonl"])
    let output = try AtomicFile(path)
    try output.write("new")
    try output.commit(durably: true)
    #expect(try contents(of: path) == Array("new".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.jsonl"])
  }

  @Test
  func `an output in no folder is an error that names it`() {
    #expect(
      throws: ReadingError(
        .unwritable, "the output cannot be written: no such file or directory", at: .init("/no/folder/out.jsonl"),
        advice: "Check the folder and its permissions.", cause: SystemError(code: 2))
    ) {
      try AtomicFile("/no/folder/out.jsonl")
    }
  }
}
