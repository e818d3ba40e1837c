import Fingerprints
import TestSupport
import Testing
import Text

@testable import Copies

/// Whether one article has the beginning of another, against the plain count of sets.
@Suite struct BeginningTests {
  private func digest(_ words: [String]) -> CopyDigest {
    let text = words.joined(separator: " ")
    let bytes = Array(text.utf8)[...]
    return CopyDigest(text.words, shingler: Shingler(width: 5), text: bytes, reading: bytes, title: "".words)
  }

  @Test(arguments: 0..<60) func `shingles of the beginning are counted once each`(seed: Int) {
    var generator = SeededGenerator(seed)
    let tuning = CopyTuning.standard
    // Few words, so that shingles come again.
    let vocabulary = Array(["quay", "ferry", "storm", "lamp", "mayor", "net"].prefix(2 + seed % 5))
    var found = (yes: 0, no: 0)
    for _ in 0..<20 {
      let part = (0..<generator.below(140)).map { _ in generator.pick(vocabulary) }
      let other = (0..<generator.below(200)).map { _ in generator.pick(vocabulary) }
      let whole = other + part.dropFirst(generator.below(30)).prefix(generator.below(140))
      let (a, b) = (digest(part), digest(whole))
      let lead = Set(a.shingles.prefix(tuning.partLead))
      let plain = lead.intersection(b.shingles).count >= min(tuning.partLeadShared, (lead.count + 1) / 2)
      #expect(a.begins(in: b) == plain)
      if plain { found.yes += 1 } else { found.no += 1 }
    }
    #expect(seed % 5 < 3 || found.yes > 0 && found.no > 0)
  }
}
