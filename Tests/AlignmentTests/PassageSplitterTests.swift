import TestSupport
import Testing
import Text

@testable import Alignment

/// Very long passages come in pieces that cover both sides, are short, and cut at words that both have.
@Suite struct PassageSplitterTests {
  private static let aligner = Pool<Bool, Aligner> { _ in Aligner() }

  private struct Cut {
    var a: LinguisticText
    var b: LinguisticText
    var pieces: [(a: Range<Int>, b: Range<Int>)]
  }

  private func cut(_ a: [String], _ b: [String]) -> Cut {
    Self.aligner.lend(true) { aligner in
      let (first, second) = (aligner.read(a.joined(separator: " ")), aligner.read(b.joined(separator: " ")))
      return Cut(
        a: first, b: second, pieces: PassageSplitter.pieces(first.tokens.indices, of: first, second.tokens.indices, of: second))
    }
  }

  private func covers(_ cut: Cut) -> Bool {
    cut.pieces.flatMap(\.a) == Array(cut.a.tokens.indices) && cut.pieces.flatMap(\.b) == Array(cut.b.tokens.indices)
  }

  private func words(_ count: Int, of vocabulary: Int, _ random: inout SeededGenerator) -> [String] {
    (0..<count).map { _ in "w" + letters(random.below(vocabulary)) }
  }

  @Test(arguments: 0..<8) func `the pieces cover both sides in order, and none is long`(seed: Int) {
    var random = SeededGenerator(seed)
    let a = words(random.below(2_500), of: [5, 400, 9_000][seed % 3], &random)
    var b = a
    for _ in 0..<random.below(900) where !b.isEmpty {
      let place = random.below(b.count)
      if random.below(2) == 0 { b.remove(at: place) } else { b.insert("new" + letters(random.below(900)), at: place) }
    }
    let cut = cut(a, b)
    #expect(covers(cut))
    #expect(cut.pieces.allSatisfy { max($0.a.count, $0.b.count) <= PassageSplitter.longest })
  }

  @Test(arguments: [0, 1, 499, 500]) func `what is not long stays whole`(count: Int) {
    var random = SeededGenerator(count)
    let cut = cut(words(count, of: 900, &random), words(500 - count, of: 900, &random))
    #expect(cut.pieces.count == 1 && covers(cut))
  }

  @Test func `one side alone is long`() {
    var random = SeededGenerator(3)
    let long = words(1_700, of: 900, &random)
    for cut in [cut(long, []), cut([], long), cut(long, ["one"])] { #expect(covers(cut) && cut.pieces.count >= 4) }
  }

  @Test(arguments: 0..<4) func `equal passages are cut at equal places`(seed: Int) {
    var random = SeededGenerator(seed)
    let text = words(1_000 + random.below(1_500), of: 100_000, &random)
    for piece in cut(text, text).pieces { #expect(piece.a == piece.b) }
  }

  @Test(arguments: 0..<4) func `an insertion shifts no cut behind it`(seed: Int) {
    var random = SeededGenerator(seed)
    // No word stands twice, so that every one is a place to cut.
    let text = (0..<1_600).map { "w" + letters($0) }
    let added = (0..<100).map { "added" + letters($0) }
    let place = 300 + random.below(900)
    let cut = cut(text, Array(text[..<place]) + added + text[place...])
    #expect(covers(cut))
    for piece in cut.pieces.dropFirst() {
      #expect(
        cut.a.string(piece.a.lowerBound..<piece.a.lowerBound + 1) == cut.b.string(piece.b.lowerBound..<piece.b.lowerBound + 1))
    }
  }
}
