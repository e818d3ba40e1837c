import Alignment
import TestSupport
import Testing

struct WordAlignerTests {
  @Test(arguments: [
    ("The ferry sank off Bergen on Monday.", "The vessel sank off Bergen on Monday.", ["ferry>vessel"]),
    ("Prices rose by 3 percent.", "Prices fell by 3 pct.", ["rose>fell", "percent>pct"]),
    ("She bought the mill in 1990.", "He bought the mill in 1990.", ["She>He"]),
    ("About seven thousand came.", "About 7,000 came.", ["seven>7,000"]),
  ])
  func `words in one place are joined`(a: String, b: String, differences: [String]) {
    #expect(Aligner().words(a, b).differences == differences)
  }

  @Test func `identical sentences align fully`() {
    let pair = Aligner().words("The mayor of Graz said no, no and no.", "The mayor of Graz said no, no and no.")
    #expect((0..<pair.a.count).allSatisfy { pair.match(a: $0) == $0 })
    #expect(pair.closeness == 1 && pair.trust == 1)
  }

  @Test func `a repeated word goes to the place with its neighbours`() {
    let pair = Aligner().words(
      "The red boat left Graz while the blue boat stayed home.", "The blue boat stayed home while the red boat left Graz.")
    let red = (0..<pair.a.count).first { pair.a.string($0) == "red" }
    #expect(red.flatMap { pair.match(a: $0 + 1) } == red.flatMap { pair.match(a: $0) }.map { $0 + 1 })
  }

  @Test func `the alignment is one to one and consistent both ways`() {
    let aligner = Aligner()
    for (a, b) in randomPairs() {
      let pair = aligner.words(a, b)
      for i in 0..<pair.a.count { if let j = pair.match(a: i) { #expect(pair.match(b: j) == i) } }
      for j in 0..<pair.b.count { if let i = pair.match(b: j) { #expect(pair.match(a: i) == j) } }
    }
  }

  @Test func `swapping the sides mirrors the alignment`() {
    let aligner = Aligner()
    for (a, b) in randomPairs() {
      let there = aligner.words(a, b)
      let back = aligner.words(b, a)
      #expect(there.alignment.aToB == back.alignment.bToA, "\(a) | \(b)")
      #expect(there.closeness == back.closeness)
    }
  }

  @Test func `closeness is twice the longest common subsequence over both lengths`() {
    let aligner = Aligner()
    for (a, b) in randomPairs() {
      let pair = aligner.words(a, b)
      let naive = 2 * Double(naiveCommon(pair.a.ids, pair.b.ids)) / Double(max(1, pair.a.count + pair.b.count))
      #expect(abs(pair.closeness - naive) < 1e-12)
    }
  }

  private func naiveCommon<T: Equatable>(_ a: [T], _ b: [T]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices {
      for j in b.indices { table[i + 1][j + 1] = a[i] == b[j] ? table[i][j] + 1 : max(table[i][j + 1], table[i + 1][j]) }
    }
    return table[a.count][b.count]
  }

  private func randomPairs() -> [(String, String)] {
    let vocabulary =
      "the a ferry boat ship sank rose fell in on Monday Tuesday Graz Bergen 3 four he she not and new old mayor said".split(
        separator: " ")
    return (0..<120).map { seed in
      var random = SeededGenerator(seed)
      func sentence() -> String {
        (0..<3 + random.below(14)).map { _ in vocabulary[random.below(vocabulary.count)] }.joined(separator: " ")
      }
      return (sentence(), sentence())
    }
  }
}
