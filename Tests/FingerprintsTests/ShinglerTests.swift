import Text
import TestSupport
import Testing

@testable import Fingerprints

@Suite struct ShinglerTests {
  /// Every run hashed from scratch.
  private func naive(_ hashes: [UInt64], width: Int) -> [UInt64] {
    guard !hashes.isEmpty else { return [] }
    let length = min(width, hashes.count)
    return (0...hashes.count - length).map { start in
      var value: UInt64 = 0
      for hash in hashes[start..<start + length] { value = value &* 0x9E37_79B9_7F4A_7C15 &+ hash }
      return Shingler.mixed(value)
    }
  }

  @Test(arguments: 1...12) func `rolled shingles are those of every run hashed from scratch`(width: Int) {
    let shingler = Shingler(width: width)
    var shingles: [UInt64] = [1, 2, 3]
    for count in 0..<40 {
      let words = randomText(words: count, vocabulary: 15, seed: count * 100 + width).words
      shingler.shingles(of: words, into: &shingles)
      #expect(shingles == naive(Array(words.hashes[..<words.count]), width: width))
    }
  }

  @Test func `an empty article has no shingles`() {
    var shingles: [UInt64] = [7]
    Shingler(width: 5).shingles(of: "".words, into: &shingles)
    #expect(shingles.isEmpty)
  }

  @Test(arguments: 1...5) func `a text of w words and fewer has one shingle`(count: Int) {
    var shingles: [UInt64] = []
    Shingler(width: 5).shingles(of: randomText(words: count, vocabulary: 50, seed: 1).words, into: &shingles)
    #expect(shingles.count == 1)
  }

  @Test func `order and repetition of words matter`() {
    func shingle(_ text: String) -> [UInt64] {
      var shingles: [UInt64] = []
      Shingler(width: 3).shingles(of: text.words, into: &shingles)
      return shingles
    }
    #expect(shingle("storm closes ferry") != shingle("ferry closes storm"))
    #expect(shingle("storm closes") != shingle("storm closes closes"))
    #expect(shingle("storm storm storm storm").count == 2)
    #expect(shingle("Storm, closes FERRY!") == shingle("storm closes ferry"))
  }
}
