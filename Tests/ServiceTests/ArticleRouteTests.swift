import Foundation
import HTTPTypes
import Testing

@testable import Service

@Suite struct ArticleRouteTests {
  @Test func `an article is added once, known when it comes again, and updated by another text`() async throws {
    try await ServiceHarness().run { client in
      let first = try await client.post("/v1/articles", Articles.json("a/1 ü"))
      #expect(first.status == 201)
      #expect(first["outcome"] == "new")
      #expect(first.headers[.location] == "/v1/articles/a%2F1%20%C3%BC")
      let again = try await client.post("/v1/articles", Articles.json("a/1 ü"))
      #expect(again.status == 200)
      #expect(again["outcome"] == "known")
      let newer = try await client.post("/v1/articles", Articles.json("a/1 ü", Articles.changed))
      #expect(newer["outcome"] == "new-version")
      #expect(newer["story"] == first["story"])
      let stored = try await client.get("/v1/articles/a%2F1%20%C3%BC")
      #expect(stored.status == 200)
      #expect(stored.json["version"] as? Int == 2)
      #expect((stored.json["record"] as? [String: Any])?["text"] as? String == Articles.changed)
    }
  }

  @Test func `a copy joins the story of its source`() async throws {
    try await ServiceHarness().run { client in
      let source = try await client.post("/v1/articles", Articles.json("source"))
      let copy = try await client.post("/v1/articles", Articles.json("copy", Articles.changed))
      let other = try await client.post("/v1/articles", Articles.json("other", Articles.other))
      #expect(copy["story"] == source["story"])
      #expect(other["story"] != source["story"])
      let story = try await client.get("/v1/stories/\(source["story"] ?? "")")
      #expect((story.json["members"] as? [Any])?.count == 2)
      let event = try await client.get("/v1/events/\(source["event"] ?? "")")
      #expect(event.status == 200)
      #expect((event.json["stories"] as? [String])?.isEmpty == false)
    }
  }

  @Test func `a question stores nothing and says what changed`() async throws {
    try await ServiceHarness().run { client in
      let source = try await client.post("/v1/articles", Articles.json("source"))
      let answer = try await client.post("/v1/query", Articles.json("question", Articles.changed))
      #expect(answer.status == 200)
      #expect(answer["parent"] == "source")
      #expect(answer["story"] == source["story"])
      let changes = answer.json["changes"] as? [[String: Any]]
      #expect(changes?.contains { $0["category"] as? String == "time" } == true)
      #expect(try await client.get("/v1/articles/question").status == 404)
      let new = try await client.post("/v1/query", Articles.json("new", Articles.other))
      #expect(new.json["story"] is NSNull)
    }
  }

  @Test func `a removed article is gone, and what is gone cannot be removed`() async throws {
    try await ServiceHarness().run { client in
      _ = try await client.post("/v1/articles", Articles.json("a"))
      #expect(try await client.call(.delete, "/v1/articles/a").status == 204)
      #expect(try await client.get("/v1/articles/a").status == 404)
      #expect(try await client.call(.delete, "/v1/articles/a").status == 404)
      // A copy of it is new now.
      #expect(try await client.post("/v1/query", Articles.json("b")).json["story"] is NSNull)
    }
  }

  @Test func `texts, articles and ids can be compared`() async throws {
    try await ServiceHarness().run { client in
      _ = try await client.post("/v1/articles", Articles.json("a"))
      let bodies = [
        #"{"a": "\#(Articles.text)", "b": "\#(Articles.changed)"}"#,
        #"{"a": {"id": "a"}, "b": \#(Articles.json("b", Articles.changed))}"#,
      ]
      for body in bodies {
        let answer = try await client.post("/v1/compare", body)
        #expect(answer.status == 200)
        #expect((answer.json["drift"] as? [[String: Any]])?.isEmpty == false)
      }
      #expect(try await client.post("/v1/compare", #"{"a": {"id": "x"}, "b": "y"}"#)["where"] == "body.a.id")
    }
  }

  @Test func `stories are listed from a place on, and again when they grow`() async throws {
    try await ServiceHarness().run { client in
      let first = try await client.post("/v1/articles", Articles.json("a"))
      let all = try await client.get("/v1/stories")
      #expect((all.json["stories"] as? [[String: Any]])?.count == 1)
      let next = try #require(all.json["next"] as? [String: Int])
      let place = "since=\(next["since"] ?? -1)&after=\(next["after"] ?? -1)"
      let nothing = try await client.get("/v1/stories?\(place)")
      #expect((nothing.json["stories"] as? [Any])?.isEmpty == true)
      #expect(nothing.json["next"] as? [String: Int] == next)
      _ = try await client.post("/v1/articles", Articles.json("b", Articles.changed))
      let later = try await client.get("/v1/stories?since=\(next["since"] ?? -1)")
      #expect((later.json["stories"] as? [[String: Any]])?.first?["id"] as? String == first["story"])
    }
  }

  @Test func `the same key gives the same answer, another body with it is refused`() async throws {
    try await ServiceHarness().run { client in
      let key = ["Idempotency-Key": "k1"]
      let first = try await client.post("/v1/articles", Articles.json("a"), headers: key)
      let again = try await client.post("/v1/articles", Articles.json("a"), headers: key)
      #expect(first.status == 201 && again.status == 201)
      #expect(first.text == again.text)
      #expect(try await client.post("/v1/articles", Articles.json("b"), headers: key).status == 422)
      #expect(try await client.post("/v1/articles", Articles.json("b"), headers: ["Idempotency-Key": "a b"]).status == 400)
      // A call that failed may be tried again.
      let other = ["Idempotency-Key": "k2"]
      #expect(try await client.post("/v1/articles", #"{"id":"c","text":""}"#, headers: other).status == 422)
      #expect(try await client.post("/v1/articles", Articles.json("c"), headers: other).status == 201)
    }
  }

  @Test func `a stream is answered line by line`() async throws {
    // Marks alone are an article too: it stands by itself.
    let lines = [
      Articles.json("a"), "", Articles.json("b", Articles.other), "{", #"{"id":"c"}"#, Articles.json("a", Articles.changed),
      #"{"id":"d","text":"!!!"}"#,
    ]
    try await ServiceHarness().runLive { client in
      let answer = try await client.call(
        .post, "/v1/articles", lines.joined(separator: "\n"), type: "application/x-ndjson")
      #expect(answer.status == 200)
      #expect(answer.lines.map { $0.json["line"] as? Int } == [1, 3, 4, 5, 6, 7])
      #expect(answer.lines.map { $0.json["status"] as? Int } == [201, 201, 400, 422, 200, 201])
      #expect(answer.lines[4]["outcome"] == "new-version")
    }
  }

  @Test func `a line that is too long is refused, and those after it are read`() async throws {
    try await ServiceHarness { $0.limits.bodyBytes = 1_000 }.runLive { client in
      let lines = [
        Articles.json("a"), Articles.json("b", String(repeating: "word ", count: 400)), Articles.json("c", Articles.other),
      ]
      let answer = try await client.call(
        .post, "/v1/articles", lines.joined(separator: "\n"), type: "application/x-ndjson")
      #expect(answer.lines.map { $0.json["status"] as? Int } == [201, 413, 201])
      let alone = try await client.post("/v1/articles", lines[1])
      #expect(alone.status == 413)
    }
  }

  @Test func `one id from many callers at once ends as one article with its versions`() async throws {
    let harness = try ServiceHarness()
    let texts = (0..<8).map { Articles.text + " Report number \($0) of the day from Velmora." }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for text in texts {
        group.addTask {
          let body = Array(Articles.json("same", text).utf8)
          _ = try await harness.calls.add(body, scope: .unnamed)
        }
      }
      try await group.waitForAll()
    }
    try await harness.run { client in
      let stored = try await client.get("/v1/articles/same")
      #expect(stored.json["version"] as? Int == texts.count)
    }
  }

  @Test func `a story and a comparison are pages that run under the policy they are sent with`() async throws {
    try await ServiceHarness().run { client in
      let source = try await client.post("/v1/articles", Articles.json("a<b>"))
      _ = try await client.post("/v1/articles", Articles.json("copy", Articles.changed))
      for path in ["/stories/\(source["story"] ?? "")", "/compare?a=a%3Cb%3E&b=copy"] {
        let page = try await client.get(path)
        #expect(page.status == 200)
        #expect(page.headers[.contentType] == "text/html; charset=utf-8")
        let policy = page.headers[.contentSecurityPolicy] ?? ""
        #expect(policy.contains("'sha256-") && policy.contains("frame-ancestors 'none'"))
        #expect(page.text.contains("Thursday") && page.text.contains("Monday"))
        #expect(!page.text.contains("id=\"overview\""))
        #expect(page.text.contains("data-opens") == path.hasPrefix("/compare"))
        #expect(!page.text.contains("a<b>"))
      }
      #expect(try await client.get("/compare?a=copy").status == 400)
      #expect(try await client.get("/compare?a=copy&b=nowhere").status == 404)
      let page = try await client.get("/stories/nowhere", headers: ["Accept": "text/html,*/*"])
      #expect(page.status == 404 && page.headers[.contentType] == "text/html; charset=utf-8" && page.text.contains("<h1>"))
    }
  }
}
