import Articles
import Files
import Foundation
import TestSupport
import Testing

@testable import Input

/// Files whose records don't agree on what the fields of an article are called.
struct MixedFieldsTests {
  private static let keys = [
    "id", "_id", "guid", "text", "body", "Content", "article", "title", "Headline", "url", "link", "source", "publisher",
    "domain",
    "published", "date", "Pub_Date", "timestamp", "language", "lang", "note",
  ]

  /// A record with some of the keys in any order, each with a value of any kind.
  private func record(_ number: Int, _ random: inout SeededGenerator) -> String {
    let keys = Self.keys.filter { _ in random.below(3) == 0 }.shuffled(using: &random)
    let members = keys.map { key in
      let values = [
        "\"\(key) \(number)\"", "\"2024-01-01T0\(number % 10):00 \(number)\"", "\(1_000_000_000 + number)", "null", "true",
        #"{"name": "\#(key) inside \#(number)"}"#, #"{"id": 7, "value": "v\#(key)\#(number)", "rendered": "r\#(key)\#(number)"}"#,
        #"{"$oid": "\#(key)5-\#(number)"}"#,
        #"["one", "two"]"#, "[1]", "{}",
      ]
      return "\"\(key)\": \(random.below(2) == 0 ? values[0] : random.pick(values))"
    }
    return "{\(members.joined(separator: ", "))}"
  }

  /// The value of each field in a record by ``FieldGuess`` over that record alone; nil for a text that cannot be read.
  private func naive(_ line: String) throws -> Article? {
    var outline = JSONOutline()
    _ = outline.add(Array(line.utf8).span, at: 0)
    let names = FieldGuess(FieldNames()).resolve(outline.fields)
    let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    func value(_ field: ArticleField) -> String? {
      let path = names[field].split(separator: ".").map(String.init)
      var value = object[path[0]]
      if path.count > 1 { value = (value as? [String: Any])?[path[1]] }
      if let wrapped = value as? [String: Any] { value = wrapped["$oid"] }
      if field == .text, let list = value as? [String] { return list.joined(separator: "\n\n") }
      // Foundation takes 0 and 1 for booleans; no record here has them as numbers.
      if value is Bool { return nil }
      if let number = value as? Int { return field == .text ? nil : "\(number)" }
      return value as? String
    }
    guard let text = value(.text) else { return nil }
    return Article(
      id: value(.id) ?? "", text: text, title: value(.title) ?? "", url: value(.url) ?? "", source: value(.source) ?? "",
      language: value(.language) ?? "")
  }

  @Test(arguments: 0..<12)
  func `each record is read as a file would be that holds nothing else`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let lines = (0..<300).map { record($0, &random) }
    let folder = try Folder()
    let reading = try Reading([folder.file("x.jsonl", lines)], chunkBytes: 3000)
    let expected = try lines.compactMap { try naive($0) }
    #expect(Set(reading.articles.map(\.text)).symmetricDifference(expected.map(\.text)).sorted() == [])
    try #require(reading.articles.count == expected.count)
    for (found, expected) in zip(reading.articles, expected) {
      var plain = found
      (plain.published, plain.idIsString) = (nil, true)
      #expect(plain == expected)
    }
  }

  @Test(arguments: 0..<6)
  func `the order of the records and the files they stand in change nothing`(seed: Int) throws {
    var random = SeededGenerator(seed)
    let lines = (0..<200).map { record($0, &random) }
    let folder = try Folder()
    func read(_ files: [String]) throws -> [String] {
      try Reading(files).articles.map { "\($0) \($0.title) \($0.url) \($0.source) \($0.published ?? -1)" }.sorted()
    }
    let whole = try read([folder.file("x.jsonl", lines)])
    #expect(try read([folder.file("y.jsonl", lines.shuffled(using: &random))]) == whole)
    let parts = try (0..<5).map { part in
      try folder.file("p\(part).jsonl", lines.enumerated().filter { $0.offset % 5 == part }.map(\.element))
    }
    let found = try read(parts)
    #expect(Set(found).symmetricDifference(whole).sorted() == [])
  }

  @Test
  func `names that only some records have are said`() throws {
    let folder = try Folder()
    let lines =
      (0..<40).map { #"{"id": \#($0), "text": "Plain words."}"# } + [#"{"id": 40, "body": "Other words.", "headline": "H"}"#]
    let reading = try Reading([folder.file("x.jsonl", lines)])
    #expect(reading.articles.count == 41 && reading.articles.last?.title == "H")
    try #require(reading.warnings.messages.count == 1)
    #expect(reading.warnings.messages[0].contains(#""body" is read as the text, "headline" is read as the title where a record"#))
  }

  @Test
  func `the value of a field's own name counts before and behind another`() throws {
    let folder = try Folder()
    let lines = [
      #"{"id": 1, "body": "B", "text": "T"}"#, #"{"id": 2, "text": "T", "body": "B"}"#, #"{"id": 3, "text": null, "body": "B"}"#,
    ]
    let reading = try Reading([folder.file("x.jsonl", lines)])
    #expect(reading.articles.map(\.text) == ["T", "T"] && reading.skipped.count == 1)
  }
}
