import Foundation
import TestSupport
import Testing

@testable import Input

/// A table by RFC 4180 taken literally, a character at a time.
private func naiveTable(_ text: String, separator: Character) -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var field = ""
  var isQuoted = false
  let characters = Array(text)
  var place = 0
  while place < characters.count {
    let character = characters[place]
    place += 1
    if isQuoted {
      if character == "\"", place < characters.count, characters[place] == "\"" {
        field.append("\"")
        place += 1
      } else if character == "\"" {
        isQuoted = false
      } else {
        field.append(character)
      }
    } else if character == "\"", field.isEmpty {
      isQuoted = true
    } else if character == separator || character == "\n" || character == "\r\n" {
      row.append(field)
      field = ""
      if character != separator {
        rows.append(row)
        row = []
      }
    } else {
      field.append(character)
    }
  }
  return rows
}

/// The readers against the definition of their formats, on records whose fields hold what the formats stumble over.
struct NaiveReaderTests {
  private static let pieces = [
    "storm", "\"Never\"", "harbour,", "a\tb", "line\nbreak", "crlf\r\nbreak", "back\\slash", "é", "新聞", "🗞️", "{", "}", "[", ";",
    "'",
    "\"\"", "null", ":", "end.",
  ]

  private func texts(_ seed: Int) -> [String] {
    var random = SeededGenerator(seed)
    return (0..<30).map { number in
      "T\(number) " + (0..<random.below(30)).map { _ in random.pick(Self.pieces) }.joined(separator: " ") + " end"
    }
  }

  @Test(arguments: 0..<8) func `JSON lines are read as Foundation reads them`(seed: Int) throws {
    let folder = try Folder()
    let lines = try texts(seed).enumerated().map { number, text in
      String(decoding: try JSONSerialization.data(withJSONObject: ["id": "a\(number)", "text": text]), as: UTF8.self)
    }
    let expected = try lines.map { line in
      let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
      return try #require(object["text"])
    }
    let reading = try Reading([folder.file("x.jsonl", lines)], chunkBytes: 200 + seed * 700)
    #expect(reading.articles.map(\.text) == expected && reading.skipped.isEmpty)
  }

  @Test(arguments: 0..<8) func `tables are read by RFC 4180`(seed: Int) throws {
    let folder = try Folder()
    for (separator, ending) in [(Character(","), "csv"), ("\t", "tsv")] {
      let rows = texts(seed).enumerated().map { number, text in
        "a\(number)\(separator)\"\(text.replacing("\"", with: "\"\""))\"\n"
      }
      let file = "id\(separator)text\n" + rows.joined()
      let expected = naiveTable(file, separator: separator).dropFirst()
      let reading = try Reading([folder.file("x.\(ending)", file)], chunkBytes: 200 + seed * 700)
      #expect(reading.articles.map(\.id) == expected.map { $0[0] } && reading.articles.map(\.text) == expected.map { $0[1] })
    }
  }
}
