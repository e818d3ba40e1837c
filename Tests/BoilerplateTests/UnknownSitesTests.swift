import TestSupport
import Testing

@testable import Boilerplate

/// The sample of articles whose outlet is not known, against a reading of all of them at once.
@Suite struct `Samples of unknown sites` {
  typealias Occurrence = RecurringLines.Occurrence
  private static let texts = 4096

  /// One to three lines of each of `count` texts, some texts twice.
  private func occurrences(_ count: Int, _ random: inout SeededGenerator) -> [Occurrence] {
    var all: [Occurrence] = []
    for _ in 0..<count {
      let body = random.next()
      for _ in 0..<1 + random.below(3) { all.append(Occurrence(line: UInt64(random.below(50)), site: 0, body: body)) }
    }
    return all.shuffled(using: &random)
  }

  /// The lines of the lowest texts, and the share of all numbers that lie no higher.
  private func naive(_ all: [Occurrence]) -> (lines: [Occurrence], share: Double) {
    let places = Set(all.map { UnknownSites.place($0.body) }).sorted()
    guard places.count >= Self.texts else { return (all.sorted(), 1) }
    let highest = places[Self.texts - 1]
    return (all.filter { UnknownSites.place($0.body) <= highest }.sorted(), (Double(highest) + 1) / 0x1p64)
  }

  @Test(arguments: [40, 4095, 4096, 4097, 6000])
  func `any split into parts and any order gives the same sample and share`(count: Int) {
    var random = SeededGenerator(count)
    let all = occurrences(count, &random)
    let expected = naive(all)
    for mostParts in [1, 3, 40] {
      var parts = [UnknownSites](repeating: UnknownSites(), count: mostParts)
      var rest = all.shuffled(using: &random)[...]
      while !rest.isEmpty {
        let piece = rest.prefix(1 + random.below(mostParts == 1 ? all.count * 2 : 900))
        parts[random.below(mostParts)].add(Array(piece))
        rest = rest.dropFirst(piece.count)
      }
      var whole = UnknownSites()
      for part in parts.shuffled(using: &random) { whole.add(part.occurrences) }
      let sample = whole.sample()
      #expect(sample.occurrences.sorted() == expected.lines, "\(mostParts) parts")
      #expect(sample.share == expected.share, "\(mostParts) parts")
    }
  }

  @Test func `no text above the ceiling comes into the sample`() {
    var random = SeededGenerator(7)
    let all = occurrences(12_000, &random)
    var sites = UnknownSites()
    #expect(sites.ceiling == .max)
    let highest = naive(all).lines.map { UnknownSites.place($0.body) }.max() ?? 0
    var last = UInt64.max
    for start in stride(from: 0, to: all.count, by: 1000) {
      sites.add(Array(all[start..<min(all.count, start + 1000)]))
      #expect(sites.ceiling <= last && sites.ceiling >= highest)
      last = sites.ceiling
    }
    #expect(last < .max)
  }

  @Test func `what was written down and read again gives the same lines`() {
    var random = SeededGenerator(11)
    let all = occurrences(7000, &random)
    let articles: [UInt64: Int] = [0: 7000]
    let lines = RecurringLines(all, articles: articles)
    let again = RecurringLines(lines.collected, articles: articles)
    #expect(again.finished() == lines.finished())
  }
}
