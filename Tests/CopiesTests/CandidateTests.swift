import Text
import Fingerprints
import TestSupport
import Tables
import Testing

@testable import Copies
@testable import Stories

@Suite struct CandidateTests {
  private func keys(_ texts: [String], _ configuration: FingerprintConfiguration = FingerprintConfiguration()) throws -> CopyKeys
  {
    var fingerprinter = try Fingerprinter(configuration)
    var keys = CopyKeys(configuration)
    for text in texts { keys.append(text.words, fingerprinter: &fingerprinter) }
    return keys
  }

  /// Small groups of versions of one text, and texts without a word.
  private func batch(_ seed: Int, count: Int) -> [String] {
    var generator = SeededGenerator(seed)
    var texts: [String] = []
    while texts.count < count {
      let text = randomText(words: 40 + generator.below(300), vocabulary: 3000, seed: generator.below(1 << 30)).split(
        separator: " ")
      for _ in 0...generator.below(6) {
        var version = text
        for _ in 0..<generator.below(30) { version[generator.below(version.count)] = "other" }
        texts.append(version.dropFirst(generator.below(20)).joined(separator: " "))
      }
      if generator.below(5) == 0 { texts.append("***") }
    }
    return texts
  }

  @Test(arguments: 0..<6) func `keys that are replaced are those of the batch with other texts`(seed: Int) throws {
    var texts = batch(seed, count: 40)
    let configuration = FingerprintConfiguration(sampling: 4)
    var keys = try keys(texts, configuration)
    let numbers = texts.indices.filter { ($0 + seed) % 3 == 0 }
    let others = batch(seed + 100, count: texts.count)
    for number in numbers { texts[number] = others[number] }
    keys.replace(numbers.map { UInt32($0) }, with: try self.keys(numbers.map { others[$0] }, configuration))
    let expected = try self.keys(texts, configuration)
    #expect(keys.count == expected.count && keys.bytes == expected.bytes)
    for article in texts.indices {
      #expect(keys.keys(of: article) == expected.keys(of: article))
      #expect(keys.nameSketch(of: article) == expected.nameSketch(of: article))
      #expect(keys.sampleSize(of: article) == expected.sampleSize(of: article))
    }
  }

  @Test(arguments: 0..<6) func `in small buckets every pair that shares a band is found, and no other`(seed: Int) throws {
    let texts = batch(seed, count: 60)
    let keys = try keys(texts)
    let hasWords = texts.map { $0.words.count > 0 }
    let articles = (0..<UInt32(keys.count)).filter { $0 % 7 != 0 }
    let candidates = CopyCandidates(keys: keys, articles: articles)
    for band in 0..<keys.configuration.bands {
      var expected: Set<UInt64> = []
      for first in articles.indices {
        for second in articles.indices where first < second {
          let (a, b) = (Int(articles[first]), Int(articles[second]))
          if hasWords[a], hasWords[b], keys.bandKey(band, of: a) == keys.bandKey(band, of: b) {
            expected.insert(UInt64(first) << 32 | UInt64(second))
          }
        }
      }
      let pairs = candidates.pairs(band: band)
      #expect(Set(pairs.sure + pairs.weak) == expected)
    }
  }

  @Test(arguments: 0..<6) func `pairs by samples are those that a quadratic search finds`(seed: Int) throws {
    let texts = batch(seed, count: 60)
    let keys = try keys(texts, FingerprintConfiguration(sampling: 4))
    let candidates = CopyCandidates(keys: keys, articles: (0..<UInt32(keys.count)).map { $0 })
    let samples = (0..<keys.count).map { Set(keys.sample(of: $0)) }
    // No sample of this batch holds a shingle twice, or one that more than 48 articles have; both would need a longer oracle.
    for article in samples.indices { try #require(samples[article].count == keys.sample(of: article).count) }
    var expected: Set<UInt64> = []
    for first in samples.indices {
      for second in samples.indices where first < second {
        let common = samples[first].intersection(samples[second]).count
        if common >= 2, Double(common) >= 0.3 * Double(min(samples[first].count, samples[second].count)) {
          expected.insert(UInt64(first) << 32 | UInt64(second))
        }
      }
    }
    #expect(!expected.isEmpty)
    #expect(Set(candidates.pairsBySample()) == expected)
  }

  @Test(arguments: 0..<6) func `with some articles sought, the candidates are those of all that hold one of them`(seed: Int)
    throws
  {
    let texts = batch(seed, count: 60)
    let keys = try keys(texts, FingerprintConfiguration(sampling: 4))
    let articles = (0..<UInt32(keys.count)).map { $0 }
    let isSought = articles.map { Int($0) % 5 == seed % 5 }
    let all = CopyCandidates(keys: keys, articles: articles)
    let some = CopyCandidates(keys: keys, articles: articles, seeking: isSought)
    func wanted(_ pairs: [UInt64]) -> [UInt64] { pairs.filter { isSought[Int($0 >> 32)] || isSought[Int($0 & 0xFFFF_FFFF)] } }
    for band in 0..<keys.configuration.bands {
      #expect(some.pairs(band: band).sure == wanted(all.pairs(band: band).sure))
      #expect(some.pairs(band: band).weak == wanted(all.pairs(band: band).weak))
    }
    #expect(some.pairsBySample() == wanted(all.pairsBySample()))
    #expect(some.pairsByHead() == wanted(all.pairsByHead()))
  }

  @Test(arguments: 0..<6) func `a pair is a candidate by one band that is sure, or by two that are weak`(seed: Int) {
    var generator = SeededGenerator(seed)
    func pairs() -> [UInt64] {
      (0..<generator.below(30)).map { _ in UInt64(generator.below(8)) << 32 | UInt64(8 + generator.below(8)) }
    }
    // A band has a weak pair once.
    let bands = (0..<5).map { _ in BandPairs(sure: pairs().filter { $0 % 3 == 0 }, weak: pairs().sorted().deduplicated()) }
    let all = Set(bands.flatMap { $0.sure + $0.weak })
    let expected = all.filter { pair in
      bands.contains { $0.sure.contains(pair) } || bands.count { $0.weak.contains(pair) } >= 2
    }
    #expect(!expected.isEmpty && expected.count < all.count)
    #expect(BandPairs.candidates(bands, below: 16) == expected.sorted())
  }

  @Test func `an excerpt is a candidate of the whole`() throws {
    let whole = randomText(words: 1500, vocabulary: 4000, seed: 1)
    let excerpt = whole.split(separator: " ").suffix(300).joined(separator: " ")
    let candidates = CopyCandidates(keys: try keys([whole, excerpt]), articles: [0, 1])
    #expect(candidates.pairsBySample() == [1])
  }

  @Test func `a crowded bucket gives a few candidates an article, not all pairs`() throws {
    let one = randomText(words: 100, vocabulary: 500, seed: 1)
    let keys = try keys(Array(repeating: one, count: 3000))
    let candidates = CopyCandidates(keys: keys, articles: (0..<3000).map { $0 })
    for band in 0..<keys.configuration.bands {
      let pairs = Set(candidates.pairs(band: band).sure)
      #expect(pairs.count <= 3000 * (CandidateTuning.neighbours + 1))
      // Still all of them are bound together, through the first.
      for place in UInt64(1)..<3000 { #expect(pairs.contains(place)) }
    }
    #expect(candidates.pairsBySample().isEmpty)
  }

  @Test func `candidates never name an article without a word, nor a pair of an article with itself`() throws {
    let keys = try keys(["***", "", "...", "storm", "***", "storm"])
    let candidates = CopyCandidates(keys: keys, articles: (0..<6).map { $0 })
    for band in 0..<keys.configuration.bands { #expect(candidates.pairs(band: band).sure == [3 << 32 | 5]) }
    for pair in candidates.pairsBySample() { #expect(pair == 3 << 32 | 5) }
  }

  @Test(arguments: 0..<40) func `the index finds the articles that share keys, as a search of all does`(seed: Int) {
    var generator = SeededGenerator(seed)
    let count = 2 + generator.below(60)
    let keySets = (0..<count).map { _ in
      Set((0..<generator.below(20)).map { _ in generator.below(2) == 0 ? generator.below(80) : generator.below(8) })
    }
    let entries = keySets.enumerated().flatMap { article, keys in keys.sorted().map { UInt64($0) << 32 | UInt64(article) } }
    var taken = entries
    let index = RareKeyIndex([RareKeyGroups(&taken, articles: count)], sought: 0..<count)
    var counters = RareKeyIndex.Counters(articles: count)
    for minimum in UInt8(1)...4 {
      for article in 0..<count {
        var found: [UInt32] = []
        index.search(article, minimum: minimum, counters: &counters, found: &found)
        let shared = (0..<article).map { keySets[$0].intersection(keySets[article]).count }
        let expected = shared.indices.filter { shared[$0] >= Int(minimum) }.map { UInt32($0) }
        // Weak candidates are bounded, strong ones are not.
        let strong = shared.indices.filter { shared[$0] >= max(6, Int(minimum)) }.map { UInt32($0) }
        #expect(Set(found).isSubset(of: expected) && Set(found).isSuperset(of: strong))
      }
    }
  }

  @Test(arguments: 0..<40) func `indexes of some articles find what that of all finds`(seed: Int) {
    var generator = SeededGenerator(seed)
    let count = 2 + generator.below(80)
    var entries: [UInt64] = []
    for article in 0..<count {
      // An article may have a key twice.
      for _ in 0..<generator.below(20) { entries.append(UInt64(generator.below(60)) << 32 | UInt64(article)) }
    }
    var parts = [[UInt64]](repeating: [], count: 3)
    for entry in entries { parts[Int(entry >> 32) % 3].append(entry) }
    let groups = parts.map { part in
      var part = part
      return RareKeyGroups(&part, articles: count)
    }
    let whole = RareKeyIndex([RareKeyGroups(&entries, articles: count)], sought: 0..<count)
    var counters = RareKeyIndex.Counters(articles: count)
    var start = 0
    while start < count {
      let end = min(count, start + 1 + generator.below(count))
      let part = RareKeyIndex(groups, sought: start..<end)
      for article in start..<end {
        var found: [UInt32] = [], all: [UInt32] = []
        part.search(article, minimum: 2, counters: &counters, found: &found)
        whole.search(article, minimum: 2, counters: &counters, found: &all)
        #expect(found == all)
      }
      start = end
    }
  }

  @Test func `a search appends to what was found before`() {
    let index = RareKeyIndex([RareKeyGroups(articles: [0, 1], sizes: [2])], sought: 0..<2)
    var counters = RareKeyIndex.Counters(articles: 2)
    var found: [UInt32] = [9]
    index.search(1, minimum: 1, counters: &counters, found: &found)
    #expect(found == [9, 0])
  }
}
