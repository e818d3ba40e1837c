import Testing
import Text

@Suite struct `The index of phrases` {
  private let phrases = ["read more", "read more about it", "l'AFP", "told you so", "READ", "", "..."]

  /// The definition taken literally: every phrase at every place.
  private func naive(_ text: TokenText) -> [(Int, Range<Int>)] {
    let keys = phrases.map { TokenText(Array($0.utf8)).hashes }
    var result: [(Int, Range<Int>)] = []
    for place in text.hashes.indices {
      for (phrase, key) in keys.enumerated() where !key.isEmpty && text.hashes[place...].starts(with: key) {
        result.append((phrase, place..<place + key.count))
      }
    }
    return result
  }

  @Test(arguments: [
    "Read more about it, he said. I told you so ... read", "avec l'AFP et l’AFP", "", "read", "readmore read  more",
    "told you, so",
  ])
  func `finds what a literal search finds`(text: String) {
    let text = TokenText(Array(text.utf8))
    let index = PhraseIndex(phrases)
    let found = text.hashes.indices.flatMap { index.matches(at: $0, in: text.hashes) }
    let wanted = naive(text)
    #expect(
      Set(found.map { [$0.phrase, $0.range.lowerBound, $0.range.upperBound] })
        == Set(wanted.map { [$0.0, $0.1.lowerBound, $0.1.upperBound] }))
    #expect(found.count == wanted.count)
  }

  @Test func `the longest phrase wins and none lies in another`() {
    let text = TokenText(Array("read more about it".utf8))
    #expect(PhraseIndex(phrases).longest(in: text.hashes).map(\.phrase) == [1])
  }

  @Test func `marks count or not, as asked`() {
    let words = TokenText(Array("told, you so!".utf8))
    #expect(PhraseIndex(["told you so!"], marks: .ignored).longest(in: words.words).count == 1)
    #expect(PhraseIndex(["told you so!"]).longest(in: words.hashes).isEmpty)
  }

  @Test(arguments: ["l'AFP", "dell’ANSA", "L'Associated Press"])
  func `an article before a name is a token of its own`(text: String) {
    let tokens = TokenText(Array(text.utf8))
    #expect(tokens.tokens.count == text.split(separator: " ").count + 1)
    #expect(tokens.tokens.allSatisfy { Int($0.end) <= text.utf8.count })
  }

  @Test func `hashes are the same in every table`() {
    let one = TokenText(Array("the quay of Lima".utf8)), other = TokenText(Array("Lima met".utf8))
    #expect(one.hashes.last == other.hashes.first)
    #expect(TokenText.hash("lima") == other.hashes.first)
  }
}
