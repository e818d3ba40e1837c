import Foundation
import TestSupport
import Testing

@testable import Service

/// Bodies of calls, made of random members and then damaged, against what Foundation makes of them.
@Suite struct BodyTests {
  private static let values = [
    "\"word\"", "\"\"", "\"a \\\"b\\\" \\u00e9\\n\"", "\"新聞 🗞️\"", "7", "-1.5e3", "null", "true", "[1, \"text\"]",
    "[\"text\", 1, \"more\"]", "[null, \"text\", {}]",
    "{\"text\": \"inner\", \"id\": \"inner\"}", "\"{\\\"id\\\": 1}\"", "\"line\\r\\nbreak\"",
  ]

  /// A body of an article: members in any order, white space of any kind between the tokens.
  private static func article(_ generator: inout SeededGenerator) -> String {
    func space() -> String { generator.pick(["", " ", "\n", "\r\n", "\t", "  \n "]) }
    var members = ["id", "text"].filter { _ in generator.below(12) > 0 }
    for name in ["title", "url", "source", "published", "language", "other", "é", "text2", "ID"] where generator.below(4) == 0 {
      members.append(name)
    }
    let written = members.shuffled(using: &generator).map { name in
      let plain = ["id": "\"a1\"", "text": "\"Some text.\"", "published": "\"2025-02-01\""][name] ?? "\"plain\""
      let value = generator.below(4) == 0 ? generator.pick(values) : plain
      return "\(space())\"\(name)\"\(space()):\(space())\(value)\(space())"
    }
    return space() + "{" + written.joined(separator: ",") + "}" + space()
  }

  private static func damaged(_ body: String, _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(body.utf8)
    for _ in 0..<1 + generator.below(3) where !bytes.isEmpty {
      let place = generator.below(bytes.count)
      switch generator.below(4) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(generator.pick(Array("{}[]\",:\\\n\r\t\u{0}0a".utf8)), at: place)
      case 2: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
      default: bytes.removeSubrange(place..<min(bytes.count, place + generator.below(6)))
      }
    }
    return bytes
  }

  private static func object(_ bytes: [UInt8]) -> [String: Any]? {
    (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any]
  }

  /// What an article must be: an id that is a string or a number, a text that is not empty, and nothing but strings beside them.
  private static func isArticle(_ object: [String: Any]) -> Bool {
    guard let text = object["text"] as? String, !text.isEmpty else { return false }
    if let id = object["id"] as? String {
      guard !id.isEmpty, id.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }) else {
        return false
      }
    } else if object["id"] is Bool || !(object["id"] is NSNumber) {
      return false
    }
    return ["title", "url", "source", "published", "language"].allSatisfy { object[$0] == nil || object[$0] is String }
  }

  @Test(arguments: 0..<20) func `an article is taken when it is one, with what Foundation reads in it`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    var taken = 0
    for _ in 0..<25 {
      let body = Self.article(&generator)
      let object = try #require(Self.object(Array(body.utf8)), "\(body)")
      let article = try? SentArticle(Array(body.utf8), needsID: true)
      #expect((article != nil) == Self.isArticle(object), "\(body)")
      guard let article else { continue }
      taken += 1
      #expect(String(decoding: article.text, as: UTF8.self) == object["text"] as? String)
      #expect(String(decoding: article.title, as: UTF8.self) == object["title"] as? String ?? "")
      if let id = object["id"] as? String { #expect(article.id == id) }
      // Its line is one line, and the same JSON.
      #expect(!article.line.contains(0x0A) && !article.line.contains(0x0D))
      let line = try #require(Self.object(article.line))
      #expect(NSDictionary(dictionary: line) == NSDictionary(dictionary: object), "\(body)")
    }
    #expect(taken > 3)
  }

  @Test(arguments: 0..<40) func `a damaged body is refused, or is another article that Foundation reads too`(seed: Int) {
    var generator = SeededGenerator(seed + 1_000)
    for _ in 0..<25 {
      let bytes = Self.damaged(Self.article(&generator), &generator)
      guard let article = try? SentArticle(bytes, needsID: true) else { continue }
      let body = String(decoding: bytes, as: UTF8.self)
      #expect(String(validating: bytes, as: UTF8.self) != nil, "\(body.debugDescription)")
      guard let object = Self.object(bytes) else {
        Issue.record("no JSON, and taken: \(body.debugDescription)")
        continue
      }
      // Of a name that comes twice either value may count.
      if body.components(separatedBy: "\"text\"").count == 2 {
        #expect(String(decoding: article.text, as: UTF8.self) == object["text"] as? String, "\(body.debugDescription)")
      }
      #expect(!article.line.contains(0x0A) && !article.line.contains(0x0D))
    }
  }

  @Test(arguments: ["\n", "\r", "\r\n", "\t", "\u{0}"]) func `a control character inside a string is no JSON`(character: String) {
    #expect(throws: Problem.self) {
      try SentArticle(Array("{\"id\": \"a\", \"text\": \"one\(character)two\"}".utf8), needsID: true)
    }
    #expect(throws: Problem.self) { try PairBody(Array("{\"a\": \"one\(character)two\", \"b\": \"x\"}".utf8)) }
  }

  @Test(arguments: 0..<40) func `what is compared is a text, an article or an id, on either side`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    func side() -> (json: String, shown: String?) {
      let title = generator.below(2) == 0 ? ", \"title\": \"A title\"" : ""
      return generator.pick([
        ("\"just text\"", "just text/"), ("{\"text\": \"inner\"\(title)}", "inner/\(title.isEmpty ? "" : "A title")"),
        ("{\"id\": \"x7\"}", "#x7"), ("{\"id\": 7}", "#7"), ("\"\"", nil), ("7", nil), ("null", nil), ("[]", nil), ("{}", nil),
        ("{\"text\": \"\"}", nil), ("{\"text\": 5}", nil), ("{\"id\": \"\"}", nil), ("{\"id\": [1]}", nil),
        ("{\"text\": \"inner\", \"title\": 5}", nil),
      ])
    }
    func shown(_ side: PairBody.Side) -> String {
      switch side {
      case .article(let text, let title): String(decoding: text, as: UTF8.self) + "/" + String(decoding: title, as: UTF8.self)
      case .stored(let id): "#\(id)"
      }
    }
    for _ in 0..<20 {
      let (a, b) = (side(), side())
      let members = ["\"a\": \(a.json)", "\"b\": \(b.json)", "\"c\": {\"a\": 1}"].shuffled(using: &generator)
      let pair = try? PairBody(Array("{\(members.joined(separator: ",\n"))}".utf8))
      #expect((pair != nil) == (a.shown != nil && b.shown != nil), "\(members)")
      if let pair { #expect(shown(pair.a) == a.shown && shown(pair.b) == b.shown, "\(members)") }
    }
  }
}
