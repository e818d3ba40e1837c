import Foundation
import Testing

@testable import Commands

@Suite struct LabelScannerTests {
  private func scan(_ line: String) throws -> [String?]? {
    var scanner = LabelScanner(names: ["id", "cluster"])
    return try scanner.scan(Array(line.utf8).span) ? scanner.values : nil
  }

  @Test(
    arguments: [
      (#"{"id": "a", "cluster": "b"}"#, ["a", "b"]), (#"{"cluster":7,"id":12}"#, ["12", "7"]),
      (#"{"id": "only"}"#, ["only", nil]),
      (#"{"x": {"id": "no", "y": [1, "}", {"id": 2}]}, "id": "yes"}"#, ["yes", nil]), (#"{}"#, [nil, nil]),
      (#" { "id" : "\u00e9\n\"" , "cluster" : -1.5e3 } "#, ["é\n\"", "-1.5e3"]),
      (#"{"id": "é漢🙂", "cluster": "\\"}"#, ["é漢🙂", #"\"#]),
      (#"{"id": "first", "id": "last"}"#, ["last", nil]),
    ] as [(String, [String?])]) func `takes the fields of the record itself`(line: String, expected: [String?]) throws
  {
    #expect(try scan(line) == expected)
  }

  @Test func `passes over blank lines`() throws {
    #expect(try scan("") == nil)
    #expect(try scan("  \t\r") == nil)
  }

  @Test(arguments: [
    "[]", "7", "{", #"{"id"}"#, #"{"id": }"#, #"{"id": "a"#, #"{"id": "a", }"#, #"{"id": "a"} {}"#, #"{"id": [1, 2}"#,
    #"{"id": "\q"}"#,
    #"{"id": "\ud83d"}"#, #"{id: 1}"#, #"{"a": 1 "b": 2}"#,
  ]) func `refuses what is no record`(line: String) {
    #expect(throws: LabelScanner.Failure.self) { try scan(line) }
  }

  @Test func `never reads past a line that is cut anywhere`() throws {
    let line = Array(#"{"text": "a \"quoted\" word", "deep": [{"id": [null]}], "id": "é", "cluster": 12}"#.utf8)
    for length in 0..<line.count {
      var scanner = LabelScanner(names: ["id", "cluster"])
      if length == 0 {
        #expect(try scanner.scan(Array(line[..<length]).span) == false)
      } else {
        #expect(throws: LabelScanner.Failure.self) { try scanner.scan(Array(line[..<length]).span) }
      }
    }
  }
}
