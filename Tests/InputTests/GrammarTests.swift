import Files
import Articles
import FoundationEssentials
import TestSupport
import Testing

@testable import Input

/// The fast parser, the slow reader that explains errors, and Foundation's must agree on what JSON is.
struct GrammarTests {
  private static let seeds = [
    #"{"id": 1, "text": "x", "a": [1, -2.5e+3, true, false, null, {"b": {}, "c": []}], "d": "\u00e9\ud83d\ude00\n\"\\"}"#,
    #"{ "text" : "long enough to span more than one block of sixty-four bytes, so that borders matter" , "n" : 0 }"#,
    #"{"text": ["p", "q"], "id": {"$oid": "7"}, "n": [NaN, Infinity, -Infinity, "\ud83d \ude00x"], "published": NaN}"#,
    #"{"text": "", "k": [[[[]]], {}, [{"a": 0.1E-2}], "\/"], "te\u0078t": "y"}"#,
  ]

  private func mutate(_ text: String, with generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(text.utf8)
    let alphabet = Array("{}[]:,\"\\ \t0123456789.eE+-tfnuxd8\u{1}é".utf8)
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let index = Int.random(in: 0..<bytes.count, using: &generator)
      let byte = alphabet.randomElement(using: &generator) ?? 0
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes[index] = byte
      case 1: bytes.insert(byte, at: index)
      case 2: bytes.remove(at: index)
      default: bytes.removeSubrange(index..<min(bytes.count, index + 5))
      }
      if bytes.isEmpty { return [0x7B] }
    }
    return bytes
  }

  private func fastAccepts(_ bytes: [UInt8], _ parser: JSONParser) -> UInt8? {
    var problem: UInt8?
    _ = [UInt8](capacity: bytes.count) { arena in
      let count = parser.parse([ByteRange(0, bytes.count)], of: bytes.span, limit: 1 << 20, into: &arena)
      if count == 1 { problem = parser.problem(0) }
    }
    return problem
  }

  @Test(arguments: 0..<40)
  func `the fast parser accepts exactly the objects that the plain reader accepts`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let parser = JSONParser()
    var accepted = 0
    for round in 0..<500 {
      let bytes = mutate(Self.seeds[round % Self.seeds.count], with: &generator)
      guard bytes.contains(where: { !$0.isBlank }) else { continue }
      var isObject = false
      if JSONDiagnosis.firstInvalidUTF8(bytes.span) == nil {
        var scanner = JSONScanner(count: bytes.count)
        if (try? scanner.scanDocument(bytes.span)) != nil { isObject = scanner.startsObject }
      }
      let broken = fastAccepts(bytes, parser) == 1
      #expect(broken == !isObject, "\(String(decoding: bytes, as: UTF8.self))")
      accepted += isObject ? 1 : 0
    }
    #expect(accepted > 20)
  }

  @Test(arguments: 0..<20)
  func `the plain reader accepts what Foundation accepts`(seed: Int) throws {
    struct Anything: Decodable { init(from decoder: any Decoder) throws {} }
    var generator = SeededGenerator(seed)
    for round in 0..<100 {
      let bytes = mutate(Self.seeds[round % Self.seeds.count], with: &generator)
      var scanner = JSONScanner(count: bytes.count)
      let isValid =
        (try? scanner.scanDocument(bytes.span)) != nil && !scanner.usesExtensions
        && JSONDiagnosis.firstInvalidUTF8(bytes.span) == nil
      if isValid { #expect(throws: Never.self) { try JSONDecoder().decode(Anything.self, from: Data(bytes)) } }
    }
  }

  @Test(arguments: 0..<200)
  func `UTF-8 is judged as the standard library judges it`(seed: Int) {
    var generator = SeededGenerator(seed)
    let leads: [UInt8] = [0x41, 0x80, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xA0, 0x9F, 0xED, 0xEF, 0xF0, 0x90, 0x8F, 0xF4, 0xF5, 0xFF]
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 1...6, using: &generator)).map { _ in leads.randomElement(using: &generator) ?? 0 }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((JSONDiagnosis.firstInvalidUTF8(bytes.span) == nil) == isValid)
      #expect(bytes.span.isValidUTF8 == isValid)
    }
  }
}
