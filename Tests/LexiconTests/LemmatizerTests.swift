import Lexicon
import Testing

@Suite(.enabled(if: Lexicon.standard.hasWordNet, "WordNet is not installed"))
struct LemmatizerTests {
  private func lemmas(_ word: String) -> Set<String> {
    let session = LexiconSession()
    return Set(session.lemmas(of: session.id(for: word)).map(\.text))
  }

  @Test(arguments: [
    ("planned", "plan"), ("ran", "run"), ("children", "child"), ("worst", "bad"), ("wolves", "wolf"), ("heavier", "heavy"),
    ("cities", "city"),
    ("churches", "church"), ("women", "woman"), ("said", "say"), ("taking", "take"), ("tried", "try"), ("policemen", "policeman"),
    ("organised", "organise"), ("biggest", "big"), ("travelled", "travel"), ("went up", "go up"),
  ])
  func `an inflected form has its base form`(pair: (String, String)) {
    #expect(lemmas(pair.0).contains(pair.1))
  }

  @Test func `every word class is kept`() {
    #expect(lemmas("left").isSuperset(of: ["left", "leave"]))
    let session = LexiconSession()
    let fell = session.id(for: "fell")
    #expect(session.canBe(.verb, fell) && session.canBe(.noun, fell))
  }

  @Test(arguments: ["", " ", "-", "'", "s", "ss", "ing", "é", "…", "日本", "xqzt"])
  func `odd words have no base form and do no harm`(word: String) {
    let session = LexiconSession()
    let id = session.id(for: word)
    _ = session.relation(id, session.id(for: "rise"))
    #expect(session.lemmas(of: id).allSatisfy { !$0.text.isEmpty })
  }
}
