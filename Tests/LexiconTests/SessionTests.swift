import Lexicon
import Testing

struct SessionTests {
  @Test func `ids stand for lower-case texts`() {
    let session = LexiconSession()
    #expect(session.id(for: "Rise") == session.id(for: "rise"))
    #expect(session.id(for: "don\u{2019}t") == session.id(for: "don't"))
    #expect(session.text(of: session.id(for: "Élysée")) == "élysée")
    #expect(session.id(for: "a") != session.id(for: "b"))
  }

  @Test func `a session forgets its words when there are too many`() {
    let session = LexiconSession()
    for number in 0..<60_001 { _ = session.id(for: "w\(number)") }
    session.startPair()
    let first = session.id(for: "rise")
    #expect(session.text(of: first) == "rise")
    #expect(session.relation(first, session.id(for: "fall")).isOpposite)
    #expect(first.rawValue == 0)
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
