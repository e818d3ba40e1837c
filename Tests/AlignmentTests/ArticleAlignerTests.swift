import Text
import Alignment
import TestSupport
import Testing

struct ArticleAlignerTests {
  private static let article = """
    The ferry Solveig sank off Bergen on Monday morning. All forty passengers were saved by fishermen. Captain Ruud blamed the fog.
    The owner promised an inquiry into the old hull. Divers will search the wreck next week. Insurance covers only half the loss.
    """

  @Test func `identical articles align sentence by sentence`() {
    let (alignment, a, _) = Aligner().articles(Self.article, Self.article)
    #expect(alignment.pairs.map(\.aSentences) == a.sentences.indices.map { $0..<$0 + 1 })
    #expect(alignment.pairs.allSatisfy { $0.aSentences == $0.bSentences && $0.similarity > 0.999 && !$0.moved })
    #expect(alignment.onlyInA.isEmpty && alignment.onlyInB.isEmpty)
  }

  @Test func `a moved sentence is found and marked, a dropped and an added one are left over`() {
    let copy = """
      Divers will search the wreck next week. The ferry Solveig sank off Bergen on Monday morning. All forty passengers were saved by fishermen.
      Captain Ruud blamed the fog. Insurance covers only half the loss. A choir sang in the cathedral of Stavanger.
      """
    let (alignment, a, b) = Aligner().articles(Self.article, copy)
    #expect(alignment.pairs.count { $0.moved } == 1)
    #expect(alignment.pairs.first { $0.moved }.map { a.string($0.a) } == "Divers will search the wreck next week.")
    #expect(alignment.onlyInA.map { a.string($0) } == ["The owner promised an inquiry into the old hull."])
    #expect(alignment.onlyInB.map { b.string($0) } == ["A choir sang in the cathedral of Stavanger."])
  }

  @Test func `two sentences made of one stay together`() {
    let copy = Self.article.replacing(
      "All forty passengers were saved by fishermen. Captain Ruud",
      with: "All forty passengers were saved by fishermen and Captain Ruud")
    let (alignment, _, _) = Aligner().articles(Self.article, copy)
    #expect(alignment.pairs.contains { $0.aSentences == 1..<3 && $0.bSentences == 1..<2 })
    let (mirrored, _, _) = Aligner().articles(copy, Self.article)
    #expect(mirrored.pairs.contains { $0.aSentences == 1..<2 && $0.bSentences == 1..<3 })
  }

  @Test func `a neighbour that says the rest of a sentence joins its pair, whatever else it says`() {
    let a = Self.article.replacing(
      "Captain Ruud blamed the fog.",
      with: "Captain Ruud blamed the fog and the harbour board promised a new lighthouse on Askøy.")
    let b = Self.article.replacing(
      "Captain Ruud blamed the fog.",
      with:
        "Captain Ruud blamed the fog. A new lighthouse was promised by the mayor, who spoke for the county before winter.")
    let (alignment, _, _) = Aligner().articles(a, b)
    #expect(alignment.pairs.contains { $0.aSentences == 2..<3 && $0.bSentences == 2..<4 })
    let (mirrored, _, _) = Aligner().articles(b, a)
    #expect(mirrored.pairs.contains { $0.aSentences == 2..<4 && $0.bSentences == 2..<3 })
  }

  @Test func `a neighbour that shares one word only stays alone`() {
    let a = Self.article.replacing("Captain Ruud blamed the fog.", with: "Captain Ruud blamed the fog and the new lighthouse.")
    let b = Self.article.replacing(
      "Captain Ruud blamed the fog.",
      with: "Captain Ruud blamed the fog. A choir from Stavanger sang at the lighthouse on Sunday.")
    let (alignment, _, b2) = Aligner().articles(a, b)
    #expect(alignment.onlyInB.map { b2.string($0) } == ["A choir from Stavanger sang at the lighthouse on Sunday."])
  }

  @Test func `swapping the articles mirrors the pairs`() {
    let copy = "Captain Ruud blamed thick fog for it. The ferry Solveig went down off Bergen on Monday. Half the loss is insured."
    let (there, _, _) = Aligner().articles(Self.article, copy)
    let (back, _, _) = Aligner().articles(copy, Self.article)
    #expect(Set(there.pairs.map { [$0.a, $0.b] }) == Set(back.pairs.map { [$0.b, $0.a] }))
  }

  @Test func `nothing aligns with an empty article`() {
    let (alignment, a, _) = Aligner().articles(Self.article, "")
    #expect(alignment.pairs.isEmpty && alignment.onlyInA.count == a.sentences.count)
  }

  @Test func `every sentence is in one group or left over`() {
    for seed in 0..<40 {
      var random = SeededGenerator(seed)
      let sentences = Self.article.split(separator: ". ").map { $0 + "." }
      func pick() -> String {
        (0..<1 + random.below(8)).map { _ in String(sentences[random.below(sentences.count)]) }.joined(separator: " ")
      }
      let (alignment, a, b) = Aligner().articles(pick(), pick())
      #expect(Set(alignment.pairs.flatMap(\.aSentences)).count + alignment.onlyInA.count == a.sentences.count)
      #expect(Set(alignment.pairs.flatMap(\.bSentences)).count + alignment.onlyInB.count == b.sentences.count)
    }
  }

  @Test(arguments: [1, 3]) func `a sentence of thousands of words comes in pieces that cover it`(times: Int) {
    let text = (0..<4_000).map { Array(repeating: "w\($0) of", count: times).joined(separator: " ") }.joined(separator: " ")
    let (alignment, a, b) = Aligner().articles("So " + text, text + " too")
    #expect(alignment.pairs.count > 10)
    #expect(alignment.pairs.flatMap(\.a) == Array(a.tokens.indices) && alignment.pairs.flatMap(\.b) == Array(b.tokens.indices))
    #expect(alignment.pairs.allSatisfy { max($0.a.count, $0.b.count) <= 750 })
    // Words are aligned by comparing all of a piece with all of the other.
    #expect(alignment.pairs.map { $0.a.count * $0.b.count }.reduce(0, +) <= 750 * a.tokens.count)
  }

  @Test func `an article of many thousand words is aligned sentence by sentence`() {
    var random = SeededGenerator(5)
    let text = (0..<400).map { line in
      (0..<20).map { _ in "w\(random.below(5_000))" }.joined(separator: " ") + " end\(line)."
    }.joined(separator: " Then ")
    let (alignment, a, _) = Aligner().articles(text, text)
    #expect(alignment.pairs.count == a.sentences.count)
    #expect(alignment.pairs.map { $0.a.count * $0.b.count }.reduce(0, +) <= 30 * a.tokens.count)
  }
}

struct NameFormTests {
  @Test(arguments: [
    ("Degtyaryov", "Degtyariov"), ("Khadijah", "Hadija"), ("Müller", "Muller"), ("Сopa", "Copa"), ("Yusuf", "Youssouf"),
    ("Tuấn", "Tuan"), ("Nguyễn", "Nguyen"),
  ])
  func `transliterations fold alike`(first: String, second: String) {
    #expect(NameForm(Array(first.lowercased().utf8)).folded == NameForm(Array(second.lowercased().utf8)).folded)
  }

  @Test func `Jaro-Winkler is symmetric, 1 for equal words and 0 for words without common letters`() {
    let words = ["martha", "marhta", "dixon", "dicksonx", "", "a", "zzz", "soleim", "soleima"].map { Array($0.utf8) }
    for x in words {
      for y in words { #expect(abs(JaroWinkler.similarity(x, y) - JaroWinkler.similarity(y, x)) < 1e-12) }
    }
    #expect(JaroWinkler.similarity(words[0], words[0]) == 1)
    #expect(abs(JaroWinkler.similarity(words[0], words[1]) - 0.9611) < 1e-4)
    #expect(abs(JaroWinkler.similarity(words[2], words[3]) - 0.8133) < 1e-4)
    #expect(JaroWinkler.similarity(words[0], words[6]) == 0)
  }
}
