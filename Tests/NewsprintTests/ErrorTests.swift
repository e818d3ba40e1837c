import Newsprint
import Testing

struct ErrorTests {
  @Test func `a missing input says what, where and what to do`() throws {
    let error = #expect(throws: NewsprintError.self) { try Detector().stories(in: ["/nowhere/batch.jsonl"]) }
    #expect(error?.code == .input)
    #expect(error?.location?.file == "/nowhere/batch.jsonl")
    #expect(error?.advice == "Check the path.")
    #expect(error?.cause != nil)
  }
}
