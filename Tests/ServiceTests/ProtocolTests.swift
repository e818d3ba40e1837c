import Foundation
import HTTPTypes
import Hummingbird
import Resources
import Testing

@testable import Service

@Suite struct ProtocolTests {
  @Test func `the document lists the very routes and methods that there are`() throws {
    let document = try #require(try JSONSerialization.jsonObject(with: Data(OpenAPIDocument.bytes)) as? [String: Any])
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    let described = Set(paths.flatMap { path, item in item.keys.filter { $0 != "parameters" }.map { "\($0) \(path)" } })
    let harness = try ServiceHarness()
    let routes = ServiceRoutes(calls: harness.calls, state: ServiceState(), answers: AnswerMemory(room: 1))
    let served = Set(routes.all.flatMap { route in route.methods.map { "\($0.method.rawValue.lowercased()) \(route.path)" } })
    #expect(described == served)
    for route in routes.all where route.isOpen {
      let operation = paths[route.path]?["get"] as? [String: Any]
      #expect((operation?["security"] as? [Any])?.isEmpty == true, "\(route.path) asks for no token")
    }
  }

  @Test func `every kind of problem that the document knows has a status of an error`() {
    for kind in Problem.Kind.allCases { #expect((400...599).contains(kind.status), "\(kind)") }
  }

  @Test(arguments: [
    ("/v1/query", "", 400), ("/v1/query", "{", 400), ("/v1/query", "[]", 400), ("/v1/query", "{}", 422),
    ("/v1/query", #"{"text":""}"#, 422), ("/v1/query", #"{"text":7}"#, 422), ("/v1/query", #"{"text":"a b","title":7}"#, 422),
    ("/v1/query", #"{"text":"a b","id":null}"#, 422), ("/v1/query", #"{"text":"a b","id":""}"#, 422),
    ("/v1/articles", #"{"text":"a b"}"#, 422), ("/v1/articles", #"{"id":"a\u0000","text":"a b"}"#, 422),
    ("/v1/compare", #"{"a":"x"}"#, 422), ("/v1/compare", #"{"a":"x","b":""}"#, 422),
    ("/v1/compare", #"{"a":{"title":"x"},"b":"y"}"#, 422),
    ("/v1/flag", #"{"text":null}"#, 422),
  ])
  func `a body that cannot be used is a problem that says what, where and what to do`(path: String, body: String, status: Int)
    async throws
  {
    try await ServiceHarness().run { client in
      let answer = try await client.post(path, body)
      #expect(answer.status == status)
      #expect(answer.headers[.contentType] == "application/problem+json")
      for member in ["advice", "detail", "title", "type", "where"] { #expect(answer[member]?.isEmpty == false, "\(member)") }
      #expect(answer.json["status"] as? Int == status)
    }
  }

  @Test func `a body of another type, encoded, or without one is refused`() async throws {
    try await ServiceHarness().run { client in
      let body = Articles.json("a")
      let status1 = try await client.call(.post, "/v1/query", body, type: "text/plain").status
      #expect(status1 == 415)
      let status2 = try await client.call(.post, "/v1/query", body, type: nil).status
      #expect(status2 == 415)
      let status3 = try await client.post("/v1/query", body, headers: ["Content-Encoding": "gzip"]).status
      #expect(status3 == 415)
      let status4 = try await client.call(.post, "/v1/query", body, type: "application/json; charset=utf-8").status
      #expect(status4 == 200)
    }
  }

  @Test(arguments: [
    ("/v1/stories?since=-1", 400), ("/v1/stories?since=x", 400), ("/v1/stories?limit=0", 400), ("/v1/stories?limit=1001", 400),
    ("/v1/stories?scpoe=a", 400), ("/v1/stories?scope=a&scope=b", 400), ("/v1/stories?scope=%2F", 400),
    ("/v1/stories?scope=%ZZ", 400),
    ("/v1/articles/%FF", 400), ("/v1/articles/%00", 400), ("/v1/articles/nowhere", 404), ("/v1/stories/nowhere", 404),
    ("/v1/events/nowhere", 404), ("/v1/articles/..%2F..%2Fetc%2Fpasswd", 404), ("/../../etc/passwd", 404), ("/nowhere", 404),
  ])
  func `an address that leads nowhere is a problem`(path: String, status: Int) async throws {
    try await ServiceHarness().run { client in
      let answer = try await client.get(path)
      #expect(answer.status == status)
      #expect(answer.headers[.contentType] == "application/problem+json")
    }
  }

  @Test func `a method that an address has not is answered with those that it has`() async throws {
    try await ServiceHarness().run { client in
      for method: HTTPRequest.Method in [.put, .patch, .post, .options, .trace] {
        let answer = try await client.call(method, "/v1/articles/a")
        #expect(answer.status == 405)
        #expect(answer.headers[.allow] == "DELETE, GET, HEAD")
      }
    }
  }

  @Test func `every answer has the headers that protect a browser, and the id of its call`() async throws {
    try await ServiceHarness().run { client in
      for path in ["/", "/healthz", "/readyz", "/openapi.json", "/metrics", "/v1/articles/x", "/nowhere"] {
        let answer = try await client.get(path, headers: ["X-Request-Id": "call-7"])
        #expect(answer.headers[.requestID] == "call-7")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
        #expect(answer.headers[.cacheControl] == "no-store")
      }
      let odd = try await client.get("/healthz", headers: ["X-Request-Id": "a b"])
      #expect(odd.headers[.requestID] != "a b")
    }
  }

  @Test func `the page runs its own script and style and nothing else`() async throws {
    try await ServiceHarness().run { client in
      let page = try await client.get("/")
      let policy = page.headers[.contentSecurityPolicy] ?? ""
      #expect(page.text.contains("<script>") && !page.text.contains("{{"))
      #expect(policy.contains("script-src 'sha256-") && !policy.contains("unsafe"))
    }
  }

  @Test func `the metrics count calls by their route`() async throws {
    try await ServiceHarness().run { client in
      _ = try await client.get("/v1/articles/first-id")
      _ = try await client.get("/v1/articles/two")
      let text = try await client.get("/metrics").text
      #expect(text.contains(#"newsprint_requests_total{route="/v1/articles/{id}",method="GET",status="404"} 2"#))
      #expect(!text.contains("first-id"))
    }
  }

  @Test func `nothing can be changed where only reading is allowed`() async throws {
    try await ServiceHarness { $0.isReadOnly = true }.run { client in
      let status5 = try await client.post("/v1/articles", Articles.json("a")).status
      #expect(status5 == 403)
      let status6 = try await client.call(.delete, "/v1/articles/a").status
      #expect(status6 == 403)
      let status7 = try await client.post("/v1/query", Articles.json("a")).status
      #expect(status7 == 200)
    }
  }

  @Test func `when too much is waiting callers are sent away for a while`() async throws {
    let harness = try ServiceHarness { $0.limits.waitingReads = 1 }
    try await harness.run { client in
      let answers = try await withThrowingTaskGroup(of: Client.Answer.self) { group in
        for number in 0..<24 { group.addTask { try await client.post("/v1/query", Articles.json("\(number)")) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.allSatisfy { $0.status == 200 || $0.status == 429 })
      #expect(answers.contains { $0.status == 200 })
      #expect(answers.filter { $0.status == 429 }.allSatisfy { $0.headers[.retryAfter] != nil })
    }
  }
}
