import Articles
import FoundationEssentials
import TestSupport
import Testing

@testable import Input

struct BrokenInputTests {
  private static let good = #"{"id": "g", "text": "A good article."}"#

  @Test(arguments: [
    (#"{"id": 1, "text": "x"#, #"broken JSON at column 19: this string has no closing quote; the record may be cut off."#),
    (#"{"text": "x",}"#, "broken JSON at column 14: a field's name in double quotes is missing."),
    (
      #"{"text": "x"} y"#,
      "broken JSON at column 15: something follows the end of the record; put each record on a line of its own."
    ),
    (
      #"{"text": "x"}{"text": "y"}"#,
      "broken JSON at column 14: something follows the end of the record; put each record on a line of its own."
    ),
    (#"{"text": "x" "id": 1}"#, "broken JSON at column 14: a comma or } is missing."),
    (#"{"text" "x"}"#, "broken JSON at column 9: a colon after the field's name is missing."),
    (#"{"text": "x", "a": [1, 2}"#, "broken JSON at column 25: a comma or ] is missing."),
    (#"{"text": "x", "a": 01}"#, "broken JSON at column 20: a number begins with 0; put it in double quotes."),
    (#"{"text": "x", "a": 1.}"#, "broken JSON at column 22: a digit is missing."),
    (#"{"text": "x", "a": nul}"#, "broken JSON at column 20: this is not a JSON value; strings need double quotes."),
    (#"{"text": "x", "a": "\x"}"#, #"broken JSON at column 21: this is not an escape of JSON; write a backslash as \\."#),
    (#"{"text": "x", "a": "\u12g4"}"#, #"broken JSON at column 21: \u needs four hexadecimal digits."#),
    (
      "{\"text\": \"a\tb\"}",
      #"broken JSON at column 12: a control character stands in a string; write it as an escape such as \n."#
    ),
    (#"["text"]"#, #"the record is not a JSON object. Write each article as {"id": ..., "text": ...}."#),
    ("7", #"the record is not a JSON object. Write each article as {"id": ..., "text": ...}."#),
    (#"{"id": 1}"#, #"field "text" is missing (there is: id). Name the right one with --text-field, or leave the record out."#),
    (#"{"text": null}"#, #"field "text" is null. Give the article's text, or leave the record out."#),
    (#"{"text": 5}"#, #"field "text" is neither a string nor a list of strings. Write the article's text as a JSON string."#),
    (
      #"{"text": ["x", 5]}"#,
      #"field "text" is neither a string nor a list of strings. Write the article's text as a JSON string."#
    ),
    (#"{"text": NaN}"#, #"field "text" is neither a string nor a list of strings. Write the article's text as a JSON string."#),
    (#"{"text": " \n\t "}"#, #"field "text" is empty. Give the article's text, or leave the record out."#),
    (#"{"text": "x", "a": nan}"#, "broken JSON at column 20: this is not a JSON value; strings need double quotes."),
    (#"{"text": "x", "a": Inf}"#, "broken JSON at column 20: this is not a JSON value; strings need double quotes."),
  ])
  func `a bad line is named with its reason and the rest goes on`(line: String, reason: String) throws {
    let folder = try Folder()
    let path = try folder.file("a.jsonl", "\(Self.good)\n\(line)\n\(Self.good.replacing("\"g\"", with: "2"))\n")
    let reading = try Reading([path])
    #expect(reading.articles.map(\.id) == ["g", "2"])
    #expect(reading.skipped == [SkippedRecord(file: path, line: 2, reason: reason)])
  }

  @Test(
    arguments: [
      ([0xFF], 1), ([0xC3], 1), ([0xC0, 0xAF], 1), ([0xE2, 0x82], 1), ([0xED, 0xA0, 0x80], 1), ([0xF5, 0x80, 0x80, 0x80], 1),
      (Array("é".utf8) + [0x80], 3),
    ] as [([UInt8], Int)])
  func `invalid UTF-8 is named with its byte in every format`(bytes: [UInt8], place: Int) throws {
    let folder = try Folder()
    let line = Array("{\"text\": \"".utf8) + bytes + Array("\"}".utf8)
    let lines = try folder.file("a.jsonl", line + [10] + Array(Self.good.utf8))
    let table = try folder.file("a.csv", Array("text,id\n".utf8) + bytes + Array(",1\nx,2\n".utf8))
    let text = try folder.file("a.txt", bytes)
    let reading = try Reading([lines, table, text])
    #expect(reading.articles.map(\.id) == ["g", "2"])
    let advice = "of the record is not valid UTF-8. Convert the file to UTF-8."
    #expect(
      reading.skipped.map(\.message) == [
        "\(lines):1: byte \(place + 10) \(advice)", "\(table):2: byte \(place) \(advice)", "\(text): byte \(place) \(advice)",
      ])
  }

  @Test
  func `a field that is no date costs the date and not the article`() throws {
    let folder = try Folder()
    let path = try folder.file("a.jsonl", "\n{\"text\": \"x\", \"published\": \"12.13.2024\"}\n")
    let reading = try Reading([path])
    #expect(reading.articles == [Article(text: "x")])
    #expect(reading.warnings.messages == ["\(path):2: field \"published\" is not a date (\"12.13.2024\"). Use ISO 8601."])
  }

  @Test(arguments: [1, 64, 1000, 1 << 20])
  func `a record beyond the limit is passed over and never held`(chunkBytes: Int) throws {
    let folder = try Folder()
    let long = String(repeating: "x", count: 100_000)
    let files = [
      try folder.file("a.jsonl", "\(Self.good)\n{\"text\": \"\(long)\"}\n{\"text\": \"y\", \"id\": 2}\n"),
      try folder.file("a.json", "[{\"text\": \"y\", \"id\": 3},\n{\"text\": \"\(long)\"},\n{\"text\": \"y\", \"id\": 4}]"),
      try folder.file("a.csv", "id,text\n5,y\n6,\(long)\n7,y\n"), try folder.file("a.txt", long),
    ]
    let reading = try Reading(files, chunkBytes: chunkBytes, maxRecordBytes: 500)
    #expect(reading.articles.map(\.id) == ["g", "2", "3", "4", "5", "7"])
    #expect(reading.skipped.map(\.file) == files)
    #expect(reading.skipped.prefix(3).map(\.line) == [2, 2, 3])
    let reason = "the record is longer than 500 bytes. Raise the limit with --max-record, or split the record."
    #expect(reading.skipped.allSatisfy { $0.reason == reason })
  }

  @Test(arguments: 0..<40)
  func `compressed data that ends early keeps the records before`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let articles = randomArticles(400, seed: seed)
    let bytes = Array((articles.map(jsonLine).joined(separator: "\n") + "\n").utf8)
    let folder = try Folder()
    for (name, packed) in [
      ("a.jsonl.gz", gzip(bytes)), ("a.jsonl.zst", zstd(bytes[..<9000].map(\.self)) + zstd(Array(bytes[9000...]))),
    ] {
      let cut = Array(packed[..<Int.random(in: 30..<packed.count - 1, using: &generator)])
      let path = try folder.file(name, cut)
      for size in [100, 1 << 20] {
        let reading = try Reading([path], chunkBytes: size)
        #expect(reading.articles == Array(articles.prefix(reading.articles.count)))
        #expect(reading.skipped.count == 1)
        #expect(reading.skipped.first?.line == reading.articles.count + 1)
        #expect(reading.skipped.first?.reason.contains("data ends early") == true)
      }
    }
  }

  @Test(arguments: 0..<40)
  func `damaged compressed data never stops the other files`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let articles = randomArticles(200, seed: seed)
    let bytes = Array((articles.map(jsonLine).joined(separator: "\n") + "\n").utf8)
    let folder = try Folder()
    var packed = gzip(bytes)
    // The checksum at the end stays, so any change that unpacks at all is noticed.
    let place = Int.random(in: 12..<packed.count - 8, using: &generator)
    packed[place] ^= UInt8.random(in: 1...255, using: &generator)
    let reading = try Reading([folder.file("a.jsonl.gz", packed), folder.file("b.jsonl", Self.good)])
    #expect(reading.articles.last?.id == "g")
    #expect(!reading.skipped.isEmpty)
  }

  @Test(arguments: [3, 1 << 20])
  func `an array that ends in the middle keeps the elements before`(chunkBytes: Int) throws {
    let folder = try Folder()
    let path = try folder.file("a.json", "[\n  {\"id\": 1, \"text\": \"x\"},\n  {\"id\": 2, \"te")
    let reading = try Reading([path], chunkBytes: chunkBytes)
    #expect(reading.articles.map(\.id) == ["1"])
    #expect(reading.skipped.map(\.line) == [3])
  }

  @Test(arguments: [3, 1 << 20])
  func `a missing quote in an array costs one element`(chunkBytes: Int) throws {
    let folder = try Folder()
    let compact = try folder.file(
      "a.json",
      "[{\"id\": 1, \"text\": \"x\"},\n{\"id\": 2, \"text\": \"y},\n{\"id\": 3, \"text\": \"z\"},\n5, {\"id\": 4, \"text\": \"z\"}]"
    )
    let pretty = try folder.file(
      "b.json",
      """
      [
        {
          "id": 5,
          "text": "x
          "extra": {
            "a": 1
          }
        },
        {
          "id": 6,
          "text": "y"
        }
      ]
      """)
    let reading = try Reading([compact, pretty], chunkBytes: chunkBytes)
    #expect(reading.articles.map(\.id) == ["1", "3", "4", "6"])
    #expect(reading.skipped.map(\.line) == [2, 4, 2])
  }

  @Test
  func `a second article of one file and site with an id is skipped`() throws {
    let folder = try Folder()
    let path = try folder.file(
      "a.jsonl", "{\"id\": \"7\", \"text\": \"x\"}\n{\"text\": \"no id\"}\n{\"id\": 7, \"text\": \"other\"}\n")
    let reading = try Reading([path])
    #expect(reading.articles.map(\.id) == ["7", ""])
    #expect(
      reading.skipped.map(\.message) == ["\(path):3: id \"7\" was used before, in \(path):1. Give each article an id of its own."]
    )
  }

  @Test
  func `an id of another file or site means another article`() throws {
    let folder = try Folder()
    let first = try folder.file(
      "a.jsonl", #"{"id": 7, "text": "x", "source": "S"}"# + "\n" + #"{"id": "7", "text": "y", "source": "T"}"#)
    let second = try folder.file("b.jsonl", "{\"id\": 7, \"text\": \"z\"}\n")
    let third = try folder.file("c.jsonl", #"{"id": "\#(second):7", "text": "w"}"# + "\n" + #"{"id": 7, "text": "v"}"#)
    let reading = try Reading([first, second, third])
    #expect(reading.articles.count == 5)
    #expect(reading.skipped.isEmpty)
    #expect(
      reading.renamed == [1: "\(first):7", 2: "\(second):7", 3: "\(third):\(second):7", 4: "\(third):7"])
    #expect(reading.warnings.messages.count == 3)
  }

  @Test(arguments: 0..<5)
  func `duplicate ids are those of a set`(seed: Int) {
    var generator = SeededGenerator(seed)
    var duplicates = DuplicateIDs()
    var seen: Set<[UInt8]> = []
    for _ in 0..<20_000 {
      let id = (0..<Int.random(in: 1...3, using: &generator)).map { _ in UInt8.random(in: 0...40, using: &generator) }
      let location = RecordLocation(file: 0, line: 1, offset: 0, length: 0)
      var isNew = false
      if case .new = duplicates.settle(id.span, at: location, site: 0, names: InputNames(names: [])) { isNew = true }
      #expect(isNew == seen.insert(id).inserted)
    }
    #expect(duplicates.count == seen.count)
  }

  @Test func `articles without an id on one line are told apart`() throws {
    let folder = try Folder()
    let path = try folder.file(
      "a.json", Array((#"[{"text": "one"}, {"text": "two"}, {"text": "three", "id": 5},"# + "\n" + #"{"text": "four"}]"#).utf8))
    let reading = try Reading([path])
    let names = reading.articles.indices.map { reading.renamed[$0] ?? "" }
    #expect(names.map { $0.split(separator: "/").last.map(String.init) ?? "" } == ["", "a.json:1#2", "", ""])
  }

  @Test(
    arguments: [
      ("a.jsonl", [0xFF, 0xFE, 0x7B, 0x00], "the file is UTF-16, which is not read. Convert it: iconv -f UTF-16 -t UTF-8."),
      ("b.jsonl", [0x7B, 0x00, 0x22, 0x00], "the file is UTF-16, which is not read. Convert it: iconv -f UTF-16 -t UTF-8."),
      ("a.json", [], "the file is empty."),
      ("b.json", [0x78], "the file is neither a JSON array nor JSON lines. Write it as [{\"id\": ..., \"text\": ...}, ...]."),
      ("a.txt", [0x20, 0x0A], "the file has no text. Leave it out."),
      ("a.csv", [], "the file is empty. A table needs a heading."),
      (
        "a.parquet", Array("PAR1".utf8),
        "the file is Parquet, which is not read. Run python -m newsprint in place of newsprint, which reads it."
      ),
      ("a.zip", [0x50, 0x4B, 0x03, 0x04], "the file is zip, which is not read. Unpack it first."),
    ] as [(String, [UInt8], String)])
  func `a file that cannot be read is named with what to do`(name: String, bytes: [UInt8], reason: String) throws {
    let folder = try Folder()
    let path = try folder.file(name, bytes)
    let reading = try Reading([path, folder.file("good.jsonl", Self.good)])
    #expect(reading.articles.map(\.id) == ["g"])
    #expect(reading.skipped.map(\.reason) == [reason])
  }
}
