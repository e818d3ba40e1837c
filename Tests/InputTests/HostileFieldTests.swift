import Foundation
import TestSupport
import Testing

@testable import Input

/// Every hostile string in every field, written by the rules of each format and read again.
struct HostileFieldTests {
  /// Articles whose title, source, id and text hold the string; of a table's cell the first character may not tell a mark of
  /// order.
  private static let articles = Hostile.strings.enumerated().map { number, text in
    Article(
      id: "n\(number)" + text, text: "T " + text + " end.", title: "t" + text + "t", source: "s" + text + "s", idIsString: true)
  }

  private func check(_ reading: Reading) {
    #expect(reading.skipped.isEmpty, "\(reading.skipped.map(\.reason))")
    #expect(reading.articles.count == Self.articles.count)
    for (found, wanted) in zip(reading.articles, Self.articles) {
      for (a, b) in [
        (found.id, wanted.id), (found.text, wanted.text), (found.title, wanted.title), (found.source, wanted.source),
      ] {
        #expect(Array(a.utf8) == Array(b.utf8), "\(a.debugDescription) for \(b.debugDescription)")
      }
    }
  }

  /// As Foundation writes it, or with every character beyond the plainest as an escape.
  private func object(_ article: Article, escapesAll: Bool) throws -> String {
    let fields = ["id": article.id, "text": article.text, "title": article.title, "source": article.source]
    guard escapesAll else { return String(decoding: try JSONSerialization.data(withJSONObject: fields), as: UTF8.self) }
    func escaped(_ text: String) -> String {
      text.utf16.map { unit in
        let isPlain = (0x61...0x7A).contains(unit) || (0x30...0x39).contains(unit) || unit == 0x20 || (0x41...0x5A).contains(unit)
        let digits = String(unit, radix: 16)
        return isPlain ? String(Unicode.Scalar(UInt8(unit))) : "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
    return "{" + fields.map { "\"\($0)\":\"\(escaped($1))\"" }.joined(separator: ",") + "}"
  }

  @Test(arguments: [true, false], [300, 4_000, 1 << 20]) func `JSON lines give back every character`(escapesAll: Bool, chunk: Int)
    throws
  {
    let folder = try Folder()
    let lines = try Self.articles.map { try object($0, escapesAll: escapesAll) }
    check(try Reading([folder.file("x.jsonl", lines)], chunkBytes: chunk))
  }

  @Test(arguments: [true, false]) func `an array of JSON gives back every character`(escapesAll: Bool) throws {
    let folder = try Folder()
    let objects = try Self.articles.map { try object($0, escapesAll: escapesAll) }
    check(try Reading([folder.file("x.json", "[" + objects.joined(separator: ",\n") + "]")]))
    check(try Reading([folder.file("y.json", "{\"articles\": [\n" + objects.joined(separator: " , ") + "\n]}")]))
  }

  @Test(arguments: [("x.csv", ","), ("x.tsv", "\t"), ("y.csv", ";"), ("z.csv", "|")], ["\n", "\r\n"])
  func `tables give back every character`(file: (String, String), ending: String) throws {
    let folder = try Folder()
    func row(_ cells: [String]) -> String { cells.map { "\"" + doubled($0) + "\"" }.joined(separator: file.1) + ending }
    func doubled(_ text: String) -> String {
      String(String.UnicodeScalarView(text.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }))
    }
    let table =
      row(["id", "title", "source", "text"]) + Self.articles.map { row([$0.id, $0.title, $0.source, $0.text]) }.joined()
    check(try Reading([folder.file(file.0, table)], chunkBytes: 1 << 20))
  }
}
