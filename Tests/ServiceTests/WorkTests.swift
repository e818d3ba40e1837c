import Foundation
import NIOCore
import Testing
import TestSupport

@testable import Service

@Suite struct WorkTests {
  @Test func `a body that does not come in time is a problem, one that does is not`() async throws {
    let value = try await Patience.within(seconds: 60) { 7 }
    #expect(value == 7)
    do {
      try await Patience.within(seconds: 0) { try await Task.sleep(for: .seconds(60)) }
      Issue.record("a minute passed")
    } catch let problem as Problem {
      #expect(problem.kind == .slowBody && problem.kind.status == 408 && problem.kind.leavesBody)
    }
  }

  @Test(arguments: 0..<20)
  func `lines are the same however the stream is cut`(seed: Int) async throws {
    var random = SeededGenerator(seed)
    let pieces = ["", " ", "a", "{}", "\r", String(repeating: "x", count: 30), "ü", "line with words"]
    let text = (0..<200).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined(separator: "\n")
    let longest = 20
    // Oracle: split at once.
    let expected = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
      .compactMap { index, line -> String? in
        if line.count > longest { return "\(index + 1) too long" }
        return line.allSatisfy { $0 == 0x20 || $0 == 0x0D } ? nil : "\(index + 1) \(Substring(line))"
      }
    let lines = ArticleLines(longest: longest)
    let cuts = Array(text.utf8)
    var start = 0
    var found: [String] = []
    while start < cuts.count {
      let end = min(cuts.count, start + Int.random(in: 1...40, using: &random))
      await lines.put(ByteBuffer(bytes: cuts[start..<end]))
      start = end
    }
    await lines.finish()
    while let batch = await lines.next() {
      for line in batch {
        switch line {
        case .line(let number, let bytes): found.append("\(number) \(String(decoding: bytes, as: UTF8.self))")
        case .tooLong(let number): found.append("\(number) too long")
        }
      }
    }
    #expect(found == expected)
  }

  @Test func `a gate lets in what it has room for`() throws {
    let gate = Gate(room: 2)
    try gate.enter()
    try gate.enter()
    #expect(throws: Problem.self) { try gate.enter() }
    gate.leave()
    try gate.enter()
    gate.leave(2)
    // More than there is room for gets in when nobody else is there, or it never would.
    try gate.enter(5)
    #expect(gate.count == 5)
  }

  @Test func `the memory of answers forgets the oldest first`() throws {
    let memory = AnswerMemory(room: 2)
    func key(_ name: String) -> AnswerMemory.Key { .init(holder: "h", scope: .unnamed, key: name) }
    for name in ["a", "b", "c"] {
      #expect(try memory.begin(key(name), digest: [1]) == nil)
      memory.finish(key(name), .init(status: 201, body: Array(name.utf8)))
    }
    #expect(try memory.begin(key("c"), digest: [1])?.body == Array("c".utf8))
    #expect(try memory.begin(key("a"), digest: [1]) == nil)
    #expect(throws: Problem.self) { try memory.begin(key("a"), digest: [1]) }
    #expect(throws: Problem.self) { try memory.begin(key("b"), digest: [2]) }
  }

  @Test(arguments: ["a b", "ä/ö%", "..", "100 %", "\u{1F4F0}"])
  func `an id comes out of an address as it went in`(id: String) {
    let encoded = PercentText.encoded(id)
    #expect(PercentText.decoded(encoded[...]) == id)
    #expect(!encoded.contains("/"))
  }

  @Test func `readers answer while the writer works`() async throws {
    let harness = try ServiceHarness()
    let body = Array(Articles.json("q").utf8)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        group.addTask {
          _ = try await harness.calls.add(Array(Articles.json("\(number)", Articles.text + " \(number)").utf8), scope: .unnamed)
        }
        group.addTask { _ = try await harness.calls.query(body, scope: .unnamed) }
      }
      try await group.waitForAll()
    }
    let answer = try await harness.calls.query(body, scope: .unnamed)
    #expect(!String(decoding: answer, as: UTF8.self).contains(#""story":null"#))
  }
}
