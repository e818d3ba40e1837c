import Foundation
import Testing

@testable import Service

@Suite struct AssistantTests {
  /// Sends a line and gives what was answered.
  private func ask(_ line: String, _ harness: ServiceHarness? = nil, hasIndex: Bool = true) async throws -> [String: Any]? {
    let harness = try harness ?? ServiceHarness()
    let server = AssistantServer(harness.calls, scope: .unnamed, hasIndex: hasIndex)
    guard let answer = await server.answer(Array(line.utf8)) else { return nil }
    #expect(answer.last == 0x0A && answer.dropLast().allSatisfy { $0 != 0x0A })
    return try JSONSerialization.jsonObject(with: Data(answer)) as? [String: Any]
  }

  private func call(_ tool: String, _ arguments: String, _ harness: ServiceHarness) async throws -> (text: String, isError: Bool)
  {
    let line = #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"\#(tool)","arguments":\#(arguments)}}"#
    let result = try #require(try await ask(line, harness)?["result"] as? [String: Any])
    let content = try #require((result["content"] as? [[String: Any]])?.first)
    return (try #require(content["text"] as? String), try #require(result["isError"] as? Bool))
  }

  @Test func `it says who it is, in a version that the assistant knows`() async throws {
    for (asked, given) in [("2024-11-05", "2024-11-05"), ("1999-01-01", "2025-06-18")] {
      let line =
        #"{"jsonrpc":"2.0","id":"x","method":"initialize","params":{"protocolVersion":"\#(asked)","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}"#
      let answer = try #require(try await ask(line))
      #expect(answer["id"] as? String == "x")
      let result = try #require(answer["result"] as? [String: Any])
      #expect(result["protocolVersion"] as? String == given)
      #expect((result["capabilities"] as? [String: Any])?["tools"] != nil)
    }
  }

  @Test func `every tool is listed with a schema of its arguments`() async throws {
    let result = try await ask(#"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#)?["result"] as? [String: Any]
    let tools = try #require(result?["tools"] as? [[String: Any]])
    #expect(tools.compactMap { $0["name"] as? String } == AssistantTool.allCases.map(\.rawValue))
    for tool in tools {
      let schema = try #require(tool["inputSchema"] as? [String: Any])
      let names = try #require(schema["properties"] as? [String: Any]).keys
      #expect((schema["required"] as? [String])?.allSatisfy(names.contains) == true)
    }
  }

  @Test func `without an index there is nothing to look up, and where only reading is allowed nothing to change`() async throws {
    let list = #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#
    func names(_ answer: [String: Any]?) -> [String] {
      ((answer?["result"] as? [String: Any])?["tools"] as? [[String: Any]])?.compactMap { $0["name"] as? String } ?? []
    }
    #expect(names(try await ask(list, hasIndex: false)) == ["compare", "flag"])
    let reading = names(try await ask(list, ServiceHarness { $0.isReadOnly = true }))
    #expect(!reading.contains("add") && !reading.contains("remove") && reading.contains("query"))
  }

  @Test func `the tools answer as the service does`() async throws {
    let harness = try ServiceHarness()
    let added = try await call("add", Articles.json("a"), harness)
    #expect(!added.isError && added.text.contains(#""outcome":"new""#))
    let asked = try await call("query", Articles.json("q", Articles.changed), harness)
    #expect(asked.text.contains(#""parent":"a""#))
    let compared = try await call("compare", #"{"a":"\#(Articles.text)","b":"\#(Articles.changed)"}"#, harness)
    #expect(compared.text.contains(#""category":"time""#))
    #expect(try await call("article", #"{"id":"a"}"#, harness).text.contains("Velmora"))
    #expect(try await call("stories", "{}", harness).text.contains(#""next":"#))
    #expect(
      try await call("flag", #"{"text":"As an AI language model, I cannot browse the news today."}"#, harness).text.contains(
        "flags"))
    #expect(try await call("remove", #"{"id":"a"}"#, harness).text.contains("removed"))
  }

  @Test func `what fails inside a tool is a result that says what, where and what to do`() async throws {
    let harness = try ServiceHarness()
    let missing = try await call("article", #"{"id":"nowhere"}"#, harness)
    #expect(missing.isError && missing.text.contains("advice"))
    #expect(try await call("query", #"{"text":""}"#, harness).isError)
  }

  @Test(arguments: [
    ("{", -32700), ("[]", -32600), ("{}", -32600), (#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, -32600),
    (#"{"jsonrpc":"2.0","id":1,"method":"nowhere"}"#, -32601), (#"{"jsonrpc":"2.0","id":1,"method":"tools/call"}"#, -32602),
    (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"nothing"}}"#, -32602),
    (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"article","arguments":{}}}"#, -32602),
    (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"stories","arguments":{"limit":"x"}}}"#, -32602),
    (#"{"jsonrpc":"2.0","id":1,"method":"initialize"}"#, -32602), (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600),
  ])
  func `a message that is wrong is an error of the protocol`(line: String, code: Int) async throws {
    let error = try await ask(line)?["error"] as? [String: Any]
    #expect(error?["code"] as? Int == code)
    #expect((error?["message"] as? String)?.isEmpty == false)
  }

  @Test(arguments: [
    "", "  ", #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#, #"{"jsonrpc":"2.0","method":"nowhere"}"#,
  ])
  func `a notification is not answered`(line: String) async throws { #expect(try await ask(line) == nil) }

  @Test func `a ping is answered with its own id`() async throws {
    let answer = try await ask(#"{"jsonrpc":"2.0","id":7,"method":"ping"}"#)
    #expect(answer?["id"] as? Int == 7)
  }
}
