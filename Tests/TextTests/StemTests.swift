import Testing
import TestSupport
import Text

@Suite struct StemTests {
  /// From the sample vocabulary of the English (Porter 2) stemmer's description.
  @Test(arguments: [
    ("consign", "consign"), ("consigned", "consign"), ("consigning", "consign"), ("consistency", "consist"),
    ("consolation", "consol"),
    ("conspirators", "conspir"), ("knackeries", "knackeri"), ("knightly", "knight"), ("knitting", "knit"),
    ("generously", "generous"),
    ("skis", "ski"), ("dying", "die"), ("news", "news"), ("succeeded", "succeed"), ("is", "is"), ("café", "café"),
  ])
  func `stems are those of the English Snowball stemmer`(word: String, stem: String) {
    let stemmer = Stemmer()
    #expect(String(decoding: stemmer.stem(of: Array(word.utf8)), as: UTF8.self) == stem)
  }

  @Test func `a word of 64 bytes and more is its own stem`() {
    let word = Array((String(repeating: "a", count: 60) + "ings").utf8)
    #expect(Stemmer().stem(of: word) == word)
  }

  @Test func `forms of one word have one code, and it is remembered`() {
    var stemmer = Stemmer()
    func code(_ word: String) -> StemCode {
      stemmer.stem(WordScanner.hash(folded: word.utf8)) { Array(word.utf8) }
    }
    #expect(code("reporting") == code("reports"))
    #expect(code("reporting") != code("storms"))
    let again = stemmer.stem(WordScanner.hash(folded: "reporting".utf8)) {
      Issue.record("a word that was seen is not spelt again")
      return []
    }
    #expect(again == code("report"))
  }

  @Test func `codes stay the same while the memory grows`() {
    var stemmer = Stemmer()
    func code(_ number: Int, _ stemmer: inout Stemmer) -> StemCode {
      let word = Array("w\(letters(number))".utf8)
      return stemmer.stem(WordScanner.hash(folded: word)) { word }
    }
    let first = (0..<100_000).map { code($0, &stemmer) }
    #expect((0..<100_000).allSatisfy { code($0, &stemmer) == first[$0] })
    var fresh = Stemmer()
    #expect((0..<2000).allSatisfy { code($0 * 50, &fresh) == first[$0 * 50] })
  }

  @Test(arguments: ["the", "and", "of", "und", "nicht", "les", "который"]) func `function words are stop words`(word: String) {
    #expect(StopWords.standard.contains(WordScanner.hash(folded: word.utf8)))
  }

  @Test(arguments: ["war", "die", "men", "storm", "weakest", "art"])
  func `foreign function words that mean something in English are none`(word: String) {
    #expect(!StopWords.standard.contains(WordScanner.hash(folded: word.utf8)))
  }

  @Test func `sequences leave out function words and keep traits`() {
    let text = "The storms reach Harbour 12 and the \"weakest\" houses. Nobody slept"
    let words = text.words
    var sequences = StemSequences()
    var stemmer = Stemmer()
    var scanner = WordScanner()
    sequences.append(words, of: text.padded, from: 0, stemmer: &stemmer, scanner: &scanner)
    let stems = ["storm", "reach", "harbour", "12", "weakest", "hous"].map {
      StemCode(stemHash: WordScanner.hash(folded: $0.utf8), traits: []).stem
    }
    let codes = sequences.codes.map(StemCode.init)
    #expect(codes.map(\.stem).starts(with: stems))
    #expect(codes[2].traits.contains(.capitalised))
    #expect(codes[3].traits.contains(.number))
    #expect(codes[4].traits.contains(.quoted))
    #expect(!codes[5].traits.contains(.quoted))
  }

  @Test func `an article without words is an empty sequence`() {
    var sequences = StemSequences()
    var stemmer = Stemmer()
    var scanner = WordScanner()
    sequences.append("***".words, of: "***".padded, from: 0, stemmer: &stemmer, scanner: &scanner)
    #expect((sequences.count, sequences.range(0).count) == (1, 0))
  }

  @Test func `what is cut off behind some articles leaves those as they were`() {
    var sequences = StemSequences()
    for article in 0..<6 { sequences.append(codes: [UInt32](repeating: UInt32(article), count: article)) }
    let kept = (codes: Array(sequences.codes[..<3]), starts: Array(sequences.starts[...3]))
    sequences.truncate(to: 9)
    #expect(sequences.count == 6)
    sequences.truncate(to: 3)
    #expect(sequences.codes == kept.codes && sequences.starts == kept.starts)
  }

  @Test func `articles that are replaced in place are those that a new list would have`() {
    for seed in 0..<200 {
      var generator = SeededGenerator(seed)
      func article() -> [UInt32] { (0..<generator.below(9)).map { _ in UInt32(truncatingIfNeeded: generator.next()) } }
      var articles = (0..<generator.below(12)).map { _ in article() }
      var sequences = StemSequences()
      for article in articles { sequences.append(codes: article) }
      var others = StemSequences()
      let numbers = articles.indices.filter { _ in generator.below(3) == 0 }
      for number in numbers {
        articles[number] = article()
        others.append(codes: articles[number])
      }
      sequences.replace(numbers.map { UInt32($0) }, with: others)
      #expect(sequences.codes == articles.flatMap { $0 } && sequences.count == articles.count, "seed \(seed)")
      #expect(articles.indices.allSatisfy { Array(sequences.codes[sequences.range($0)]) == articles[$0] }, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<20) func `sequences that are put together are those that were taken in one go`(seed: Int) {
    var generator = SeededGenerator(seed)
    let articles = (0..<10).map { _ in (0..<generator.below(20)).map { _ in UInt32(truncatingIfNeeded: generator.next()) } }
    var whole = StemSequences()
    for article in articles { whole.append(codes: article) }
    var first = StemSequences(), second = StemSequences()
    for article in articles[..<4] { first.append(codes: article) }
    for article in articles[4...] { second.append(codes: article) }
    first.append(second)
    #expect((first.codes, first.starts) == (whole.codes, whole.starts))
    var picked = StemSequences()
    for article in 0..<10 { picked.append(article: article, of: whole) }
    #expect((picked.codes, picked.starts) == (whole.codes, whole.starts))
  }
}
