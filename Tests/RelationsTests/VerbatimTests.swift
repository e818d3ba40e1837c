import TestSupport
import Testing
import Text

@testable import Relations

/// What is copied word for word outside quotation marks, against the plain count.
@Suite struct VerbatimTests {
  /// The share of the shorter text's words in runs of eight that both have, word by word.
  private func plain(_ a: PairMeter.Article, _ b: PairMeter.Article) -> Float {
    let (short, long) = a.words <= b.words ? (a, b) : (b, a)
    guard short.words >= 8 else { return 0 }
    let runs = Set(long.longRuns)
    let unquoted = (0..<short.words).filter { !short.quoted[$0] }
    let found = unquoted.count { word in
      (max(0, word - 7)...word).contains { $0 < short.longRuns.count && runs.contains(short.longRuns[$0]) }
    }
    return unquoted.isEmpty ? 0 : Float(found) / Float(unquoted.count)
  }

  @Test(arguments: 0..<60) func `runs of eight words are found wherever they stand`(seed: Int) {
    var generator = SeededGenerator(seed)
    var meter = PairMeter()
    func article(_ words: [Substring]) -> PairMeter.Article {
      let bytes = Array(words.joined(separator: " ").utf8)
      return meter.article(bytes + [UInt8](repeating: 0, count: 64), 0..<bytes.count)
    }
    let source = randomText(words: 30 + generator.below(120), vocabulary: 900, seed: seed).split(separator: " ")
    var copy = source
    for _ in 0..<generator.below(12) {
      switch generator.below(3) {
      case 0: copy[generator.below(copy.count)] = "harbour"
      case 1: copy.remove(at: generator.below(copy.count))
      default: copy.insert(generator.pick(["\"", "quay", "\""]), at: generator.below(copy.count))
      }
    }
    let pieces = Array(copy.suffix(generator.below(copy.count) + 1))
    let articles = (article(source), article(copy), article(pieces))
    for (a, b) in [(articles.0, articles.1), (articles.1, articles.2), (articles.2, articles.0), (articles.0, articles.0)] {
      #expect(meter.measure(a, b).verbatimOutsideQuotes == plain(a, b))
    }
  }
}
