import Lexicon
import TestSupport
import Testing

struct SessionTests {
  @Test func `ids stand for lower-case texts`() {
    let session = LexiconSession()
    #expect(session.id(for: "Rise") == session.id(for: "rise"))
    #expect(session.id(for: "don\u{2019}t") == session.id(for: "don't"))
    #expect(session.text(of: session.id(for: "Élysée")) == "élysée")
    #expect(session.id(for: "a") != session.id(for: "b"))
  }

  @Test(arguments: 0..<20) func `a curly apostrophe is a straight one, whatever stands around it`(seed: Int) {
    var generator = SeededGenerator(seed)
    let session = LexiconSession()
    for _ in 0..<60 {
      let pieces = (0..<1 + generator.below(6)).map { _ in
        generator.pick(["é", "L", "\u{2019}", "\u{2018}", "\u{2019}\u{301}", "e\u{301}", "'", "ﬁ", "س", "-"])
      }
      let word = pieces.joined()
      // A mark behind it makes it another character.
      let plain = String(word.lowercased().map { $0 == "\u{2019}" ? "'" : $0 })
      #expect(session.text(of: session.id(for: word)) == plain)
    }
  }

  @Test(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
  func `sessions on many threads say what one alone says`() async {
    let words = [
      "rise", "fall", "plunge", "illegal", "legal", "city", "town", "Paris", "kill", "murder", "worst", "bad", "growth", "shrink",
      "harmless", "quickly", "slow", "running", "unhappy", "president", "organise", "organize", "xqzt", "don't", "", "dog",
      "animal",
    ]
    let lexicon = Lexicon()
    let alone = Self.relations(LexiconSession(Lexicon()), words, from: 0)
    await withTaskGroup(of: [String: WordRelation].self) { group in
      for start in 0..<8 { group.addTask { Self.relations(LexiconSession(lexicon), words, from: start * 3) } }
      for await relations in group { #expect(relations == alone) }
    }
  }

  /// The relations of all pairs, asked for in an order of its own.
  private static func relations(_ session: LexiconSession, _ words: [String], from start: Int) -> [String: WordRelation] {
    var relations: [String: WordRelation] = [:]
    let turned = words[start...] + words[..<start]
    for first in turned { for second in turned.reversed() { relations["\(first) \(second)"] = session.relation(first, second) } }
    return relations
  }

  @Test(arguments: [("give", "provide"), ("imply", "suggest"), ("touched", "struck"), ("word", "language")])
  func `a relation does not depend on which word was met first`(first: String, second: String) {
    let session = LexiconSession(), other = LexiconSession()
    _ = session.id(for: first)
    _ = other.id(for: second)
    #expect(session.relation(first, second) == other.relation(first, second))
    #expect(session.relation(second, first) == session.relation(first, second).reversed)
  }

  @Test func `more pairs than the cache holds give the answers of a fresh session`() {
    let words = (0..<560).map { "word\($0)" } + ["rise", "fall", "city", "town"]
    let session = LexiconSession()
    for first in words { for second in words { _ = session.relation(first, second) } }
    #expect(session.relation("rise", "fall") == LexiconSession().relation("rise", "fall"))
    #expect(session.relation("city", "town") == LexiconSession().relation("city", "town"))
  }
}
