import Files
import Foundation
import HTTPTypes
import Output
import Testing

@testable import Service

@Suite struct AccessTests {
  @Test(arguments: [
    ("127.0.0.1:80", "127.0.0.1:80", true), (":9000", "127.0.0.1:9000", true), ("9000", "127.0.0.1:9000", true),
    ("localhost", "localhost:8077", true),
    ("[::1]:1", "[::1]:1", true), ("::1", "[::1]:8077", true), ("0.0.0.0:80", "0.0.0.0:80", false),
    ("[::]:80", "[::]:80", false), ("127.evil.example:80", "127.evil.example:80", false), ("10.0.0.1", "10.0.0.1:8077", false),
  ])
  func `an address is read, and known for what can reach it`(text: String, written: String, isLoopback: Bool) throws {
    let address = try #require(ListenAddress(text))
    #expect(address.description == written)
    #expect(address.isLoopback == isLoopback)
  }

  @Test(arguments: ["", "a:b", "127.0.0.1:70000", "a b:1", "http://x:1", "127.0.0.1:-1"])
  func `what is no address is refused`(text: String) { #expect(ListenAddress(text) == nil) }

  static let reading = "reading-token-0123456789"
  static let writing = "writing-token-0123456789"
  static let everything = "everything-0123456789"

  static func tokens() throws -> AccessTokens {
    let digest = SHA256.digest(Array(writing.utf8)).map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
    return try AccessTokens(
      """
      # who may do what
      \(reading) read -,desk
      sha256:\(digest) read,write private   # a desk's own
      \(everything) read,write *
      """, name: "tokens")
  }

  @Test func `a token gives its rights and scopes, also where only its digest is known`() throws {
    let tokens = try Self.tokens()
    #expect(tokens.access(Self.reading)?.rights == [.read])
    #expect(tokens.access(Self.reading)?.scope(nil) == .unnamed)
    #expect(tokens.access(Self.writing)?.scope(nil)?.name == "private")
    #expect(tokens.access(Self.writing)?.scope(.unnamed) == nil)
    #expect(tokens.access(Self.everything)?.scope(Scope("any")) != nil)
    #expect(tokens.access("unknown-token-0123456789") == nil)
  }

  @Test(arguments: [
    ("short read -", "shorter"), ("0123456789abcdef read", "has 2"), ("0123456789abcdef look -", "no right"),
    ("0123456789abcdef read a/b", "no name"), ("sha256:12 read -", "64"), ("# nothing", "no token"),
  ])
  func `a wrong line is named with what to do`(line: String, expected: String) {
    do {
      _ = try AccessTokens("\n" + line, name: "tokens.txt")
      Issue.record("it was taken")
    } catch let error as ReadingError {
      #expect(error.reason.contains(expected))
      #expect(error.advice?.isEmpty == false)
      #expect(expected == "no token" || error.location?.line == 2)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func `who has no token, a wrong one, or not the right is kept out`() async throws {
    try await ServiceHarness { $0.tokens = try Self.tokens() }.run { client in
      let bodies = Articles.json("a")
      #expect(try await client.post("/v1/query", bodies).status == 401)
      #expect(try await client.get("/metrics").status == 401)
      let none = try await client.get("/v1/articles/a")
      #expect(none.status == 401)
      #expect(none.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
      for wrong in ["Bearer nobody-has-this-token", "Basic \(Self.reading)", "Bearer", Self.reading] {
        #expect(try await client.get("/v1/articles/a", headers: ["Authorization": wrong]).status == 401)
      }
      let reader = ["Authorization": "Bearer \(Self.reading)"]
      #expect(try await client.post("/v1/articles", bodies, headers: reader).status == 403)
      #expect(try await client.call(.delete, "/v1/articles/a", headers: reader).status == 403)
      #expect(try await client.post("/v1/query", bodies, headers: reader).status == 200)
      #expect(try await client.get("/v1/stories?scope=private", headers: reader).status == 403)
      for open in ["/", "/healthz", "/readyz", "/openapi.json"] { #expect(try await client.get(open).status == 200) }
    }
  }

  @Test func `a private copy neither hides nor names itself to another scope`() async throws {
    try await ServiceHarness().run { client in
      let secret = try await client.post("/v1/articles?scope=private", Articles.json("secret"))
      #expect(secret.status == 201)
      let story = secret["story"] ?? ""
      // Nobody else sees it, by its text, its id, its story or its event, or in a list.
      let asked = try await client.post("/v1/query", Articles.json("question"))
      #expect(asked.json["story"] is NSNull && asked.json["parent"] is NSNull)
      for path in ["/v1/articles/secret", "/v1/stories/\(story)", "/v1/events/\(secret["event"] ?? "")"] {
        #expect(try await client.get(path).status == 404, "\(path)")
        #expect(try await client.get(path + "?scope=private").status == 200, "\(path)")
      }
      #expect((try await client.get("/v1/stories").json["stories"] as? [Any])?.isEmpty == true)
      #expect(try await client.post("/v1/compare", #"{"a":{"id":"secret"},"b":"x"}"#).status == 404)
      #expect(try await client.call(.delete, "/v1/articles/secret").status == 404)
      // The same id and text are new elsewhere.
      #expect(try await client.post("/v1/articles", Articles.json("secret"))["outcome"] == "new")
      #expect(try await client.call(.delete, "/v1/articles/secret").status == 204)
      #expect(try await client.get("/v1/articles/secret?scope=private").status == 200)
    }
  }
}
