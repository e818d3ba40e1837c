import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Service

/// Articles whose ids, titles and outlets are hostile strings, over the routes.
@Suite struct HostileRouteTests {
  /// Without those that are refused: empty ones, very long ones, and control characters.
  private static let strings = Hostile.strings.filter { text in
    !text.isEmpty && text != " " && text.count <= 512
      // Foundation's reader, which reads the answers, drops a byte order mark.
      && !text.unicodeScalars.contains { $0.properties.generalCategory == .control || $0 == "\u{FEFF}" }
  }

  @Test func `an id is any string, its address leads back to it, and its removal removes nothing else`() async throws {
    try await ServiceHarness().run { client in
      var addresses: [String] = []
      for (number, id) in Self.strings.enumerated() {
        let text = randomText(words: 30, vocabulary: 4_000, seed: number)
        let answer = try await client.post("/v1/articles", Articles.json(id, text, ["title": id, "source": id]))
        #expect(answer.status == 201, "\(id.debugDescription): \(answer.text)")
        let address = try #require(answer.headers[.location])
        #expect(address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\{}|^`".utf8.contains($0) }, "\(address)")
        addresses.append(address)
        let stored = try await client.get(address)
        #expect(stored.status == 200, "\(address)")
        let record = stored.json["record"] as? [String: Any]
        for field in ["id", "title", "source"] {
          #expect((record?[field] as? String).map { Array($0.utf16) } == Array(id.utf16), "\(field) of \(id.debugDescription)")
        }
      }
      #expect(Set(addresses).count == addresses.count)
      #expect(try await client.call(.delete, addresses[3]).status == 204)
      for (place, address) in addresses.enumerated() {
        #expect(try await client.get(address).status == (place == 3 ? 404 : 200), "\(address)")
      }
    }
  }

  @Test func `a page of two articles has no elements that one of plain ones has not`() async throws {
    try await ServiceHarness().run { client in
      func page(_ id: String) async throws -> String {
        let first = Articles.json(id + "1", Articles.text + " " + id, ["title": id, "source": id])
        #expect(try await client.post("/v1/articles", first).status == 201)
        let second = Articles.json(id + "2", Articles.changed + " " + id, ["title": id, "source": id])
        #expect(try await client.post("/v1/articles", second).status == 201)
        let names = [id + "1", id + "2"].map { $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
        let answer = try await client.get("/compare?a=\(names[0])&b=\(names[1])")
        #expect(answer.status == 200, "\(id.debugDescription)")
        return answer.text
      }
      let tags = Formats.tags(try await page("plainly"))
      let plain = Set(tags), scripts = tags.count { $0 == "script" }
      for id in ["</script><script>alert(1)</script>", "\"\u{301}<\u{338}b>", "&amp;{{title}}", "x onmouseover=alert(1)"] {
        let found = Formats.tags(try await page(id))
        #expect(
          Set(found).isSubset(of: plain) && found.count { $0 == "script" } == scripts, "\(id): \(Set(found).subtracting(plain))")
      }
    }
  }

  @Test(arguments: [
    "", "{", "[]", "null", "{\"id\": 1}", "{\"text\": 7}", "{\"id\": \"a\", \"text\": \"\"}", "{\"id\": \"a\", \"text\": \"x\"",
    "\u{FEFF}{}",
  ])
  func `a broken article is refused as a problem, and nothing is stored`(body: String) async throws {
    try await ServiceHarness().run { client in
      for route in ["/v1/articles", "/v1/query", "/v1/compare"] {
        let answer = try await client.post(route, body)
        #expect((400..<500).contains(answer.status), "\(route): \(answer.status) \(answer.text)")
        #expect(answer["detail"] != nil || answer["title"] != nil, "\(answer.text)")
      }
      #expect(try await client.get("/v1/articles/a").status == 404)
    }
  }
}
