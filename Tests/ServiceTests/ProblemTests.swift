import Files
import Foundation
import HTTPTypes
import Hummingbird
import Output
import TestSupport
import Testing

@testable import Service

/// What a call ends with when it cannot be answered.
@Suite struct ProblemTests {
  private func object(_ problem: Problem, request: String?) throws -> [String: Any] {
    var writer = JSONWriter()
    problem.write(to: &writer, request: request)
    return try #require(JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String: Any])
  }

  @Test(arguments: Problem.Kind.allCases) func `every kind has a status of errors, a title and a type of its own`(
    kind: Problem.Kind
  ) throws {
    #expect((400..<600).contains(kind.status) && !kind.title.isEmpty && !kind.title.hasSuffix("."))
    let problem = try object(Problem(kind, "It is so.", at: "body.text", advice: "Do that."), request: "r-1")
    #expect(problem["status"] as? Int == kind.status && problem["title"] as? String == kind.title)
    #expect(problem["type"] as? String == "urn:newsprint:problem:\(kind.rawValue)")
    #expect(problem["detail"] as? String == "It is so." && problem["advice"] as? String == "Do that.")
    #expect(problem["where"] as? String == "body.text" && problem["request"] as? String == "r-1")
    #expect(problem.count == 7)
    let short = try object(Problem(kind, "It is so.", advice: "Do that."), request: nil)
    #expect(short["where"] == nil && short["request"] == nil)
    #expect(Set(Problem.Kind.allCases.map(\.title)).count == Problem.Kind.allCases.count)
  }

  @Test(arguments: Problem.Kind.allCases, [true, false]) func `an answer has the status, type and headers of its kind`(
    kind: Problem.Kind, asPage: Bool
  ) {
    var problem = Problem(kind, "It is so.", advice: "Do that.")
    problem.allowed = ["GET", "PUT"]
    let response = problem.response(request: "r-1", asPage: asPage)
    #expect(response.status.code == kind.status)
    #expect(response.headers[.contentType] == (asPage ? "text/html; charset=utf-8" : "application/problem+json"))
    #expect((response.headers[.retryAfter] != nil) == [.busy, .stopping, .conflict].contains(kind))
    #expect((response.headers[.wwwAuthenticate] != nil) == (kind == .unauthorized))
    #expect(response.headers[.allow] == (kind == .methodNotAllowed ? "GET, PUT" : nil))
    #expect((response.headers[.connection] == "close") == kind.leavesBody)
  }

  // Foundation drops a byte order mark.
  @Test(arguments: Hostile.strings.filter { !$0.hasPrefix("\u{FEFF}") }) func `whatever a problem quotes comes back as it was`(
    text: String
  ) throws {
    let problem = try object(Problem(.badRequest, text, at: text, advice: text), request: text)
    for key in ["detail", "where", "advice", "request"] {
      #expect((problem[key] as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    }
  }

  @Test func `errors of other modules tell a caller nothing of the machine`() {
    struct Secret: Error { var path = "/a/secret/path" }
    let errors: [any Error] = [
      Secret(), ReadingError(.unwritable, "no room", at: .init("/a/secret/path")), SystemError(code: 2),
      ReadingError(.content, "bad", at: .init("/a/secret/path")),
    ]
    for error in errors {
      let problem = Problem(error)
      #expect([.failure, .storage].contains(problem.kind) && problem.place == nil)
      #expect(!(problem.detail + problem.advice).contains("secret"))
    }
    #expect(Problem(errors[1]).kind == .storage && Problem(errors[3]).kind == .failure)
    let own = Problem(.conflict, "It is so.", at: "id", advice: "Do that.")
    #expect(Problem(own as any Error) == own)
  }
}
