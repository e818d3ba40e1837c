import TestSupport
import Testing
import Text

@testable import Pipeline

/// Stems in a file are those that were put in.
@Suite struct SpilledStemsTests {
  @Test(arguments: 0..<10) func `any articles are read as they were written last`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    var naive: [[UInt32]] = []
    var spilled = try SpilledStems(folder: nil)
    func sequences(_ articles: [[UInt32]]) -> StemSequences {
      var sequences = StemSequences()
      for article in articles { sequences.append(codes: article) }
      return sequences
    }
    func article() -> [UInt32] { (0..<generator.below(seed % 2 == 0 ? 30 : 6000)).map { _ in UInt32(generator.below(1 << 20)) } }
    for _ in 0..<6 {
      let added = (0..<generator.below(12)).map { _ in article() }
      try spilled.append(sequences(added))
      naive += added
      let replaced = naive.indices.filter { _ in generator.below(5) == 0 }
      let others = replaced.map { _ in article() }
      try spilled.replace(replaced.map { UInt32($0) }, with: sequences(others))
      for (place, other) in zip(replaced, others) { naive[place] = other }
    }
    #expect(spilled.count == naive.count)
    let asked = naive.indices.shuffled(using: &generator).prefix(generator.below(naive.count + 1)).map { UInt32($0) }
    for wanted in [asked, asked.sorted(), Array(0..<UInt32(naive.count))] {
      let read = try spilled.read(wanted[...])
      #expect(read.count == wanted.count)
      for (place, article) in wanted.enumerated() { #expect(Array(read.codes[read.range(place)]) == naive[Int(article)]) }
    }
  }
}
