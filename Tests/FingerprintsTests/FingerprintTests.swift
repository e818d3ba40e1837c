import Text
import FoundationEssentials
import TestSupport
import Testing

@testable import Fingerprints

@Suite struct FingerprintTests {
  private func print(_ text: String, _ configuration: FingerprintConfiguration = FingerprintConfiguration()) throws -> Fingerprint
  {
    var fingerprinter = try Fingerprinter(configuration)
    return fingerprinter.fingerprint(text.words) { _ in 1 }
  }

  /// Texts of every length that share more or less of their words.
  private func texts() -> [String] {
    ["", "...", "storm", "storm closes ferry"]
      + (0..<8).map { randomText(words: 20 + $0 * 30, vocabulary: 3, seed: $0) }
      + (0..<8).map { randomText(words: 300, vocabulary: 400, seed: 1) + randomText(words: $0 * 60, vocabulary: 400, seed: $0) }
  }

  // MARK: Properties

  @Test func `range: resemblance and containment lie between 0 and 1, distance between 0 and 64`() throws {
    let prints = try texts().map { try print($0) }
    for a in prints {
      for b in prints {
        #expect((0...1).contains(try a.resemblance(to: b)))
        #expect((0...1).contains(try a.containment(in: b)))
        if let distance = try a.hammingDistance(to: b) { #expect((0...64).contains(distance)) }
      }
    }
  }

  @Test func `symmetry: resemblance and distance do not depend on the order`() throws {
    let prints = try texts().map { try print($0) }
    for a in prints {
      for b in prints {
        #expect(try a.resemblance(to: b) == b.resemblance(to: a))
        #expect(try a.hammingDistance(to: b) == b.hammingDistance(to: a))
      }
    }
  }

  @Test func `identity: equal texts have resemblance 1 and distance 0`() throws {
    for text in texts() where text.words.count > 0 {
      let a = try print(text), b = try print(text.uppercased())
      #expect(a == b)
      #expect(try a.resemblance(to: b) == 1)
      #expect(try a.hammingDistance(to: b) == 0)
      if !a.sample.isEmpty { #expect(try a.containment(in: b) == 1) }
    }
  }

  @Test func `empty: a text without a word resembles nothing, not even another one`() throws {
    let empty = try print(""), other = try print("***"), text = try print("storm closes ferry")
    #expect(empty.signature.isEmpty && empty.bandKeys.isEmpty && empty.sample.isEmpty && empty.simHash == nil)
    for pair in [(empty, other), (empty, text), (text, empty)] {
      #expect(try pair.0.resemblance(to: pair.1) == 0)
      #expect(try pair.0.hammingDistance(to: pair.1) == nil)
    }
    #expect(try empty.containment(in: text) == 0)
  }

  @Test func `containment is directed: an excerpt lies in the whole, not the whole in the excerpt`() throws {
    let whole = randomText(words: 2000, vocabulary: 5000, seed: 3)
    let excerpt = whole.split(separator: " ").prefix(600).joined(separator: " ")
    let a = try print(excerpt), b = try print(whole)
    #expect(try a.containment(in: b) == 1)
    // 1,996 shingles are sampled one in 16: 125, of which 596/1996 are in the excerpt, give or take 5 sd.
    #expect(abs(try b.containment(in: a) - 0.299) < 5 * (0.299 * 0.701 / 125).squareRoot())
  }

  @Test func `close texts share a band`() throws {
    let text = randomText(words: 300, vocabulary: 5000, seed: 9)
    let a = try print(text), b = try print(text + " and one more sentence at the end.")
    #expect(zip(a.bandKeys, b.bandKeys).contains { $0 == $1 })
    #expect(a.bandKeys.count == a.configuration.bands)
  }

  @Test func `a fingerprint survives JSON`() throws {
    let original = try print(randomText(words: 100, vocabulary: 50, seed: 2))
    #expect(try JSONDecoder().decode(Fingerprint.self, from: JSONEncoder().encode(original)) == original)
  }

  // MARK: Configurations

  @Test(arguments: [
    FingerprintConfiguration(shingleWords: 4), FingerprintConfiguration(permutations: 144), FingerprintConfiguration(bands: 16),
    FingerprintConfiguration(rows: 3), FingerprintConfiguration(sampling: 8), FingerprintConfiguration(seed: 1),
  ])
  func `a mismatch throws and shows both configurations`(other: FingerprintConfiguration) throws {
    let a = try print("storm closes ferry"), b = try print("storm closes ferry", other)
    let expected = FingerprintError.mismatch(a.configuration, other)
    #expect(throws: expected) { try a.resemblance(to: b) }
    #expect(throws: expected) { try a.containment(in: b) }
    #expect(throws: expected) { try a.hammingDistance(to: b) }
    #expect(expected.description.contains("\(a.configuration)"))
    #expect(expected.description.contains("\(other)"))
  }

  @Test(arguments: [
    (FingerprintConfiguration(shingleWords: 0), "not 0"), (FingerprintConfiguration(shingleWords: 65), "not 65"),
    (FingerprintConfiguration(permutations: 0), "not 0"), (FingerprintConfiguration(permutations: 100), "not 100"),
    (FingerprintConfiguration(permutations: -16), "not -16"), (FingerprintConfiguration(permutations: 8192), "not 8192"),
    (FingerprintConfiguration(bands: 0), "not 0 of 4"), (FingerprintConfiguration(rows: 0), "not 32 of 0"),
    (FingerprintConfiguration(bands: 33), "33 bands of 4"), (FingerprintConfiguration(sampling: 0), "not in 0"),
    (FingerprintConfiguration(sampling: 12), "not in 12"), (FingerprintConfiguration(sampling: -2), "not in -2"),
    (FingerprintConfiguration(bands: .max, rows: .max), "rows"),
  ])
  func `parameters out of range are refused by name`(configuration: FingerprintConfiguration, part: String) {
    #expect { try Fingerprinter(configuration) } throws: { "\($0)".contains(part) }
  }

  @Test func `the widest configuration works`() throws {
    let widest = FingerprintConfiguration(shingleWords: 64, permutations: 4096, bands: 1024, rows: 4, sampling: 1 << 20)
    #expect(try print("storm closes ferry", widest).signature.count == 4096)
  }
}
