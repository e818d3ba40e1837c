import FoundationEssentials
import TestSupport
import Text
import Testing

@testable import Fingerprints

/// Fingerprints that `scripts/known_answers.py` computed, which has none of this code.
struct KnownAnswer: Decodable, Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  var configuration: FingerprintConfiguration
  var words: [String]
  var wordHashes: [String]
  var shingles: [String]
  var sample: [String]
  var signature: [UInt32]
  var bandKeys: [String]
  var simHash: String?

  var testDescription: String { "\(name), \(configuration)" }

  static func all() throws -> [KnownAnswer] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data/known_answers.json")
    return try JSONDecoder().decode([KnownAnswer].self, from: Data(contentsOf: file))
  }
}

private func hexadecimal(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

@Suite struct KnownAnswerTests {
  @Test func `there are a dozen texts under two configurations`() throws {
    let answers = try KnownAnswer.all()
    #expect(Set(answers.map(\.name)).count >= 12)
    #expect(Set(answers.map(\.configuration)).count == 2)
  }

  @Test(arguments: try KnownAnswer.all()) func `words and their hashes are the known ones`(answer: KnownAnswer) {
    let words = answer.text.words
    #expect(answer.words.map { WordScanner.hash(folded: $0.utf8) } == Array(words.hashes[..<words.count]))
    #expect(words.hashes[..<words.count].map(hexadecimal) == answer.wordHashes)
  }

  @Test(arguments: try KnownAnswer.all()) func `shingles are the known ones`(answer: KnownAnswer) {
    var shingles: [UInt64] = []
    Shingler(width: answer.configuration.shingleWords).shingles(of: answer.text.words, into: &shingles)
    #expect(shingles.map(hexadecimal) == answer.shingles)
  }

  @Test(arguments: try KnownAnswer.all()) func `signature, sample, band keys and SimHash are the known ones`(answer: KnownAnswer)
    throws
  {
    var fingerprinter = try Fingerprinter(answer.configuration)
    let fingerprint = fingerprinter.fingerprint(answer.text.words) { _ in 1 }
    #expect(fingerprint.signature == answer.signature)
    #expect(fingerprint.sample.map(hexadecimal) == answer.sample)
    #expect(fingerprint.bandKeys.map(hexadecimal) == answer.bandKeys)
    #expect(fingerprint.simHash.map(hexadecimal) == answer.simHash)
    #expect(fingerprint.words == answer.words.count)
  }

  @Test(arguments: try KnownAnswer.all()) func `the cheap path gives the same keys, cut to 32 bits`(answer: KnownAnswer) throws {
    var fingerprinter = try Fingerprinter(answer.configuration)
    let words = answer.text.words
    let fingerprint = fingerprinter.fingerprint(words) { _ in 1 }
    var keys: [UInt32] = [], sample: [UInt32] = []
    fingerprinter.appendKeys(words, bandKeys: &keys, sample: &sample)
    let whole = fingerprint.bandKeys.map { UInt32(truncatingIfNeeded: $0) }
    #expect(keys == (whole.isEmpty ? Array(repeating: 0, count: answer.configuration.bands) : whole))
    #expect(Set(sample) == Set(fingerprint.sample.map { UInt32(truncatingIfNeeded: $0 >> 24) }))
  }
}
