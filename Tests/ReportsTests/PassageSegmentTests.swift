import TestSupport
import Testing

@testable import Reports

/// Pieces of a passage with its findings: they cover it, and of two findings over one place the earlier is shown.
@Suite struct PassageSegmentTests {
  private func marks(_ random: inout SeededGenerator) -> [WordMix.Mark] {
    (0..<random.below(7)).map { place in
      let start = random.below(60)
      return (place: place, range: start..<start + random.below(14))
    }
  }

  @Test(arguments: 0..<150) func `the pieces cover the passage once, in order, and none is empty`(seed: Int) {
    var random = SeededGenerator(seed)
    let start = random.below(40)
    let range = start..<start + random.below(40)
    let segments = WordMarks.segments(range, findings: marks(&random))
    #expect(segments.flatMap { Array($0.range) } == Array(range))
    #expect(segments.allSatisfy { !$0.range.isEmpty })
    // What no finding speaks of is one piece.
    #expect(zip(segments, segments.dropFirst()).allSatisfy { $0.finding != nil || $1.finding != nil })
  }

  @Test(arguments: 0..<150) func `a place has the first finding that could be shown there`(seed: Int) {
    var random = SeededGenerator(seed)
    let range = 10..<10 + random.below(50)
    let marks = marks(&random)
    var owner: [Int: Int] = [:]
    for mark in marks {
      let own = mark.range.clamped(to: range)
      // A finding is shown whole or not at all.
      if own.allSatisfy({ owner[$0] == nil }) { for place in own { owner[place] = mark.place } }
    }
    for segment in WordMarks.segments(range, findings: marks) {
      for place in segment.range { #expect(segment.finding == owner[place], "seed \(seed): \(place)") }
    }
  }

  private static let stock = ["the ", "bridge ", "The", " closed", ", ", "on", " é", " 9", ".", " — ", "x-y", "\n", "\u{A0}"]

  @Test(arguments: 0..<80) func `leaving out one side's pieces gives the other side's words`(seed: Int) {
    var random = SeededGenerator(seed)
    func text() -> [UInt8] { Array((0..<random.below(20)).map { _ in random.pick(Self.stock) }.joined().utf8) }
    let (a, b) = (text(), text())
    let ofA = marks(&random), ofB = marks(&random)
    let mix = WordMix(a[...], b[...], marks: (ofA, ofB))
    func solid(_ bytes: some Sequence<UInt8>) -> [UInt8] { bytes.filter { $0 > 32 } }
    #expect(solid(mix.pieces.filter { $0.side != .b }.flatMap { Array(($0.side == .a ? a : b)[$0.range]) }) == solid(a))
    #expect(solid(mix.pieces.filter { $0.side != .a }.flatMap { Array(b[$0.range]) }) == solid(b))
    #expect(mix.kept >= 0 && mix.kept <= 1)
  }

  @Test(arguments: 0..<80) func `a word of which a finding speaks is no common one`(seed: Int) {
    var random = SeededGenerator(seed)
    let text = Array((0..<1 + random.below(16)).map { _ in random.pick(Self.stock) }.joined().utf8)
    let marks = marks(&random)
    let words = WordMarks.words(text[...], marks)
    for word in words { #expect(word.finding == marks.first { $0.range.overlaps(word.range) }?.place) }
    let kept = WordMarks.kept(words, WordMarks.words(text[...], []))
    #expect(kept.allSatisfy { words[$0.a].finding == nil } && kept.count <= words.count { $0.finding == nil })
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.a < $1.a && $0.b < $1.b })
    if marks.isEmpty { #expect(kept.count == words.count) }
  }

  @Test(arguments: [0, 1, 5, 40]) func `passages too long to compare word by word share their two ends`(changed: Int) {
    let first = (0..<1_500).map { "w\($0)" }
    var second = first
    second.replaceSubrange(700..<700 + changed, with: (0..<changed).map { "new\($0)" })
    func mix(_ a: [String], _ b: [String]) -> WordMix {
      WordMix(Array(a.joined(separator: " ").utf8)[...], Array(b.joined(separator: " ").utf8)[...], marks: ([], []))
    }
    #expect(mix(first, second).kept == Double(1_500 - changed) / 1_500)
    #expect(mix(first, first + first.prefix(3)).kept == 1_500.0 / 1_503)
    #expect(mix(first, ["w0"]).kept == 1.0 / 1_500 && mix(first, []).kept == 0)
  }
}
