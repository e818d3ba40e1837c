import TestSupport
import Text
import Testing

@testable import Fingerprints

@Suite struct SimHashTests {
  private func hash(_ text: String, weight: (UInt64) -> Float = { _ in 1 }) -> UInt64? {
    SimHash.hash(text.words, weight: weight)
  }

  private func distance(_ a: String, _ b: String) -> Int { ((hash(a) ?? 0) ^ (hash(b) ?? 0)).nonzeroBitCount }

  @Test func `a text without a word has no SimHash`() {
    #expect(hash("") == nil)
    #expect(hash("...") == nil)
  }

  @Test func `the SimHash of one word is the word's hash`() {
    #expect(hash("storm") == WordScanner.hash(folded: "storm".utf8))
    #expect(hash("storm storm storm") == hash("storm"))
  }

  @Test(arguments: 0..<30) func `texts that differ in few words are closer than unrelated ones`(seed: Int) {
    let text = randomText(words: 200, vocabulary: 5000, seed: seed)
    let edited = text.split(separator: " ").enumerated().map { $0.offset % 40 == 0 ? "changed" : String($0.element) }.joined(
      separator: " ")
    let other = randomText(words: 200, vocabulary: 5000, seed: seed + 1000)
    #expect(distance(text, edited) <= 12)
    #expect(distance(text, other) > distance(text, edited))
    // 64 fair bits have a standard deviation of 4.
    #expect((12...52).contains(distance(text, other)))
  }

  @Test(arguments: 0..<10) func `the order of the words does not matter`(seed: Int) {
    var generator = SeededGenerator(seed)
    let words = randomText(words: 100, vocabulary: 40, seed: seed).split(separator: " ")
    let weight: (UInt64) -> Float = { Float($0 % 97) / 31 }
    #expect(
      hash(words.joined(separator: " "), weight: weight)
        == hash(words.shuffled(using: &generator).joined(separator: " "), weight: weight))
  }

  @Test func `heavy words decide`() {
    let storm = WordScanner.hash(folded: "storm".utf8)
    #expect(hash("storm a b c d e f g") { $0 == storm ? 100 : 1 } == storm)
  }
}
