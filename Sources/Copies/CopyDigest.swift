package import Fingerprints
internal import Tables
package import Text

/// An article as exact verification needs it, kept only while its candidates are verified.
///
/// A class: it is handed from table to table for every pair, and counting references to each of its arrays would cost as much as
/// some of the questions that are asked of it.
package final class CopyDigest: Sendable {
  /// Shingle hashes in reading order, repetitions included.
  let shingles: [UInt64]
  /// Word hashes of names and figures, and of all other words.
  let names: [UInt32]
  let others: [UInt32]
  /// The text itself.
  package let text: ArraySlice<UInt8>
  package let words: DigestWords
  /// Lower halves of the hashes of the title's words of content.
  package let title: [UInt32]

  /// `text` is the article as it came in, `reading` what the words' ranges count in, `title` the words of the title.
  package init(
    _ words: borrowing WordStream, shingler: Shingler, text: ArraySlice<UInt8>, reading: ArraySlice<UInt8>,
    title: borrowing WordStream
  ) {
    self.text = text
    self.words = DigestWords(words, reading: reading)
    self.title = DigestWords(title, reading: []).contents
    var names: [UInt32] = []
    var others: [UInt32] = []
    var shingles: [UInt64] = []
    names.reserveCapacity(words.count / 2)
    others.reserveCapacity(words.count)
    shingler.shingles(of: words, into: &shingles)
    let number = WordFlags.number.rawValue
    let capital = WordFlags.capitalised.rawValue
    let capitalAndStart = capital | WordFlags.sentenceStart.rawValue
    for index in 0..<words.count {
      let hash = UInt32(truncatingIfNeeded: words.hashes[index])
      // Bits rather than set operations: those are calls across the module's border, one a word.
      let traits = words.traits[index].rawValue
      if traits & number != 0 || traits & capitalAndStart == capital {
        names.append(hash)
      } else {
        others.append(hash)
      }
    }
    self.shingles = shingles
    self.names = names
    self.others = others
  }

  /// The article without some of its words.
  func removing(_ places: Set<Int>) -> CopyDigest { CopyDigest(self, without: places) }

  /// The words of the article before byte `place` of its page.
  package func before(_ place: Int) -> CopyDigest { removing(Set(words.starts.indices.filter { words.starts[$0] >= place })) }

  private init(_ whole: CopyDigest, without places: Set<Int>) {
    let width = whole.width
    let kept = whole.words.removing(places)
    text = whole.text
    title = whole.title
    words = kept
    shingles = whole.shingles.indices.filter { start in
      !(start..<start + width).contains { places.contains($0) }
    }.map { whole.shingles[$0] }
    names = kept.hashes.indices.filter { kept.isName($0) }.map { kept.hashes[$0] }
    others = kept.hashes.indices.filter { !kept.isName($0) }.map { kept.hashes[$0] }
  }
}

extension CopyDigest {
  /// The `count` smallest distinct shingle hashes, ascending.
  package func smallestShingles(_ count: Int) -> [UInt64] {
    var result: [UInt64] = []
    for shingle in shingles.sorted() where shingle != result.last {
      result.append(shingle)
      if result.count == count { break }
    }
    return result
  }

  /// Words in a shingle; all of them where there are fewer.
  var width: Int { words.hashes.count - shingles.count + 1 }

  /// Whether each word stands in a shingle for whose place `isShared` holds.
  func sharedFlags(_ isShared: (Int) -> Bool) -> [Bool] {
    var flags = [Bool](repeating: false, count: words.hashes.count)
    var covered = 0
    let width = width
    for start in shingles.indices where isShared(start) {
      for word in max(start, covered)..<start + width { flags[word] = true }
      covered = start + width
    }
    return flags
  }

  /// How many words stand in no shingle for whose place `isShared` holds, `shortest` and more in a row.
  func restWords(shortest: Int, _ isShared: (Int) -> Bool) -> Int {
    var covered = 0
    var count = 0
    let width = width
    for start in shingles.indices where isShared(start) {
      if start - covered >= shortest { count += start - covered }
      covered = start + width
    }
    let left = words.hashes.count - covered
    return left >= shortest ? count + left : count
  }

  package var wordCount: Int { words.hashes.count }

  /// Whether it has a figure that the other has not.
  package func hasOtherFigures(than other: CopyDigest) -> Bool {
    let known = Set(other.words.hashes)
    return words.hashes.indices.contains { words.traits[$0].contains(.number) && !known.contains(words.hashes[$0]) }
  }

  /// Whether it has, beside the name of a day, a name or a figure that the other has not; where no letter tells names, other
  /// words do.
  package func hasOtherFacts(than other: CopyDigest) -> Bool {
    let known = Set(other.words.hashes)
    let strangers = words.hashes.indices.filter { !known.contains(words.hashes[$0]) }
    return strangers.count { isCaseless || words.isName($0) } > 1
  }

  /// Whether no word has a capital, as in scripts that have none.
  var isCaseless: Bool { !words.traits.contains { $0.contains(.capitalised) } }

  /// The reading that the words come from, the page's parts in it too.
  package var page: ArraySlice<UInt8> { words.reading }

  /// The share of the article's distinct shingles that other words have, 0...1.
  package func containment(in other: borrowing WordStream, shingler: Shingler) -> Float {
    var theirs: [UInt64] = []
    shingler.shingles(of: other, into: &theirs)
    let all = Set(theirs), own = Set(shingles)
    return own.isEmpty ? 0 : Float(own.count { all.contains($0) }) / Float(own.count)
  }
}

/// What two texts have in common, exactly.
package struct CopyMeasure: Sendable, Hashable {
  /// |A and B| / |A or B| of the distinct shingles: 0...1, symmetric, 1 for equal texts.
  package var resemblance: Float
  /// Share of A's distinct shingles that B has, and the reverse.
  package var containmentOfA: Float
  package var containmentOfB: Float
  /// Share of the distinct names and figures, and of the other words, of the side with fewer that the other has too.
  package var keptNames: Float
  package var keptWords: Float
  /// How many distinct names and figures the side with fewer has.
  package var names: Int
  package var isIdentical: Bool
}

/// Measures one article against many: its shingles in a table, theirs streamed past it.
package struct CopyProbe: Sendable {
  private var shingles = CountingTable()
  private var names = CountingTable()
  private var others = CountingTable()
  private var loaded: CopyDigest?
  /// Whether each shingle of the article that was measured last is the loaded article's too.
  private var marks: [Bool] = []
  /// Whether names and other words are in their tables: most pairs are settled without.
  private var hasWords = false

  package init() {}

  package mutating func load(_ digest: CopyDigest) {
    shingles.load(digest.shingles.lazy.map { UInt32(truncatingIfNeeded: $0 >> 32) }, count: digest.shingles.count)
    loaded = digest
    hasWords = false
  }

  private mutating func loadWords() {
    guard !hasWords, let loaded else { return }
    names.load(loaded.names, count: loaded.names.count)
    others.load(loaded.others, count: loaded.others.count)
    hasWords = true
  }

  /// Whether two texts have the same bytes, white space aside.
  private static func areIdentical(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
    a.lazy.filter { $0 > 0x20 }.elementsEqual(b.lazy.filter { $0 > 0x20 })
  }

  /// Which part of two articles is the article: of `loaded`, that was loaded, and `measured`, that was measured last.
  func anatomy(_ loaded: CopyDigest, _ measured: CopyDigest) -> PairAnatomy {
    PairAnatomy(
      loaded, measured,
      sharedOfA: loaded.sharedFlags { shingles.isCommon(UInt32(truncatingIfNeeded: loaded.shingles[$0] >> 32)) },
      sharedOfB: measured.sharedFlags { marks[$0] })
  }

  /// How many words of `measured`, that was measured last, the loaded article has not, `shortest` and more in a row.
  func restWords(of measured: CopyDigest, shortest: Int) -> Int { measured.restWords(shortest: shortest) { marks[$0] } }

  /// Measures the loaded article (A) against `digest` (B).
  ///
  /// With less resemblance than `least` and less containment either way, names and other words are not counted: they are as if
  /// there were none. Linear in the words of B.
  package mutating func measure(_ digest: CopyDigest, least: (resemblance: Float, containment: Float) = (0, 0)) -> CopyMeasure {
    let shared = shingles.compare(digest.shingles, marking: &marks)
    let union = shingles.distinct + shared.distinct - shared.common
    var measure = CopyMeasure(
      resemblance: union > 0 ? Float(shared.common) / Float(union) : 0,
      containmentOfA: shingles.distinct > 0 ? Float(shared.common) / Float(shingles.distinct) : 0,
      containmentOfB: shared.distinct > 0 ? Float(shared.common) / Float(shared.distinct) : 0,
      keptNames: 1, keptWords: 1, names: 0,
      isIdentical: shared.common == union && Self.areIdentical(loaded?.text ?? [], digest.text))
    if measure.resemblance < least.resemblance, max(measure.containmentOfA, measure.containmentOfB) < least.containment {
      return measure
    }
    loadWords()
    let sharedNames = names.compare(digest.names, count: digest.names.count)
    let sharedOthers = others.compare(digest.others, count: digest.others.count)
    let fewestNames = min(names.distinct, sharedNames.distinct)
    let fewestOthers = min(others.distinct, sharedOthers.distinct)
    measure.keptNames = fewestNames > 0 ? Float(sharedNames.common) / Float(fewestNames) : 1
    measure.keptWords = fewestOthers > 0 ? Float(sharedOthers.common) / Float(fewestOthers) : 1
    measure.names = fewestNames
    return measure
  }
}

/// The distinct values of one article, against which another article's values are counted.
struct CountingTable: Sendable {
  /// Each value with the last comparison that met it.
  private var passes = FlatTable<UInt32, UInt32>(filler: 0)
  private var pass: UInt32 = 0
  private var strangers = FeatureSet()

  var distinct: Int { passes.count }

  mutating func load(_ values: some Sequence<UInt32>, count: Int) {
    passes.removeAll(reserving: count)
    pass = 0
    for value in values { _ = passes.insert(value, 0) }
  }

  /// How many distinct values there are, and how many of them are in the table.
  mutating func compare(_ values: some Sequence<UInt32>, count: Int) -> (distinct: Int, common: Int) {
    pass += 1
    strangers.removeAll(reserving: count)
    var common = 0
    var others = 0
    for value in values {
      if let place = passes.find(value) {
        if passes[place] != pass {
          passes[place] = pass
          common += 1
        }
      } else if strangers.insert(value) {
        others += 1
      }
    }
    return (common + others, common)
  }

  /// As ``compare(_:count:)``, of the upper halves of shingles; `marks` says of each, in its order, whether it is in the table.
  mutating func compare(_ shingles: [UInt64], marking marks: inout [Bool]) -> (distinct: Int, common: Int) {
    if marks.count < shingles.count { marks = [Bool](repeating: false, count: shingles.count * 2) }
    pass += 1
    strangers.removeAll(reserving: shingles.count)
    var common = 0
    for index in shingles.indices {
      let value = UInt32(truncatingIfNeeded: shingles[index] >> 32)
      if let place = passes.find(value) {
        marks[index] = true
        if passes[place] != pass {
          passes[place] = pass
          common += 1
        }
      } else {
        marks[index] = false
        _ = strangers.insert(value)
      }
    }
    return (common + strangers.count, common)
  }

  /// Whether the values that were compared last hold `value`, and those that were loaded too.
  func isCommon(_ value: UInt32) -> Bool { passes.find(value).map { passes[$0] == pass } ?? false }
}
