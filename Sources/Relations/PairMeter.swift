package import Stories
package import Copies
internal import Fingerprints
package import Text
internal import Tables

/// Measures pairs of articles; one for each thread, as it reuses its tables.
package struct PairMeter: ~Copyable {
  private let shingler: Shingler
  private let longRuns = Shingler(width: 8)
  private let reference: ReferenceStatistics
  /// The scale for the reference collection and two articles.
  private let scale: WeightScale.Codes
  private var scanner = WordScanner()
  private var stemmer = Stemmer()
  private var words = WordStream()
  private var copyProbe = CopyProbe()
  private var storyProbe = SimilarityProbe()

  package init(shingleWords: Int = 5, reference: ReferenceStatistics = .standard) {
    shingler = Shingler(width: shingleWords)
    self.reference = reference
    scale = WeightScale.Codes(articles: reference.articles + 2)
  }

  /// One article, ready to be measured against others.
  package struct Article: Sendable {
    let digest: CopyDigest
    let codes: [UInt32]
    let sentences: StemSentences
    let longRuns: [UInt64]
    /// ``longRuns``, ascending.
    let sortedRuns: [UInt64]
    let quoted: [Bool]
    package let words: Int

    /// The `count` smallest of its distinct shingle hashes, ascending: two articles have the more of them in common the more alike
    /// they are.
    package func sketch(_ count: Int) -> [UInt64] { digest.smallestShingles(count) }

    /// Whether eight words in a row of another article stand here too.
    func hasRun(_ run: UInt64) -> Bool {
      let low = sortedRuns.partitioningIndex { $0 >= run }
      return low < sortedRuns.count && sortedRuns[low] == run
    }
  }

  /// Scans a text; `bytes` has 64 readable bytes after `range`.
  ///
  /// Boilerplate is left out.
  package mutating func article(_ bytes: [UInt8], _ range: Range<Int>, excluding boilerplate: [Range<Int>] = []) -> Article {
    var words = words
    scanner.scan(bytes, range, excluding: boilerplate, into: &words)
    self.words = words
    return article(words, of: bytes, range)
  }

  /// The article with these words; their ranges count from the start of `range`.
  package mutating func article(
    _ words: WordStream, of bytes: [UInt8], _ range: Range<Int>, text: ArraySlice<UInt8>? = nil, title: WordStream = WordStream()
  ) -> Article {
    var sequences = StemSequences()
    sequences.append(words, of: bytes, from: range.lowerBound, stemmer: &stemmer, scanner: &scanner)
    var runs: [UInt64] = []
    longRuns.shingles(of: words, into: &runs)
    return Article(
      digest: CopyDigest(words, shingler: shingler, text: text ?? bytes[range], reading: bytes[range], title: title),
      codes: sequences.codes,
      sentences: StemSentences(sequences.codes), longRuns: runs, sortedRuns: runs.sorted(),
      quoted: (0..<words.count).map { words.traits[$0].contains(.quoted) }, words: words.count)
  }

  /// Measures A against B.
  ///
  /// Linear in their words, but for the sentences, which are compared through shared words.
  package mutating func measure(_ a: Article, _ b: Article) -> PairEvidence {
    copyProbe.load(a.digest)
    let copy = copyProbe.measure(b.digest)
    let weighted = weigh([a.codes, b.codes])
    storyProbe.load(0, of: weighted)
    let similarity = storyProbe.similarity(1, of: weighted, least: 0)
    let template = storyProbe.templateEvidence(1, of: weighted)
    let retelling = storyProbe.retelling(1, of: weighted)
    let sentences = SentenceMatch(a.sentences, b.sentences, weighted)
    return PairEvidence(
      copy: copy, similarity: similarity, template: template, coverageOfA: sentences.coverageOfA,
      coverageOfB: sentences.coverageOfB, order: sentences.order, retelling: retelling, verbatimOutsideQuotes: verbatim(a, b),
      wordsOfA: a.words, wordsOfB: b.words)
  }

  /// The exact shingle measures alone.
  package mutating func copyMeasure(_ a: Article, _ b: Article) -> CopyMeasure {
    copyProbe.load(a.digest)
    return copyProbe.measure(b.digest)
  }

  /// The sequences with weights from the reference collection and themselves, so that two articles need no batch.
  private func weigh(_ texts: [[UInt32]]) -> WeightedSequences {
    var sequences = StemSequences()
    for text in texts { sequences.append(codes: text) }
    var statistics = BatchStatistics(words: sequences.codes.count)
    statistics.count(sequences, articles: 0..<texts.count)
    let weigher = SequenceWeigher(batch: statistics, reference: reference, options: .none, scale: scale)
    var weighted = WeightedSequences(sequences, articles: weigher.articles)
    weighted.place(weigher.weigh(sequences, articles: 0..<texts.count))
    return weighted
  }

  private func verbatim(_ a: Article, _ b: Article) -> Float {
    let (short, long) = a.words <= b.words ? (a, b) : (b, a)
    guard short.words >= 8 else { return 0 }
    var covered = [Bool](repeating: false, count: short.words)
    for (start, run) in short.longRuns.enumerated() where long.hasRun(run) {
      for index in start..<min(start + 8, short.words) { covered[index] = true }
    }
    let unquoted = short.quoted.indices.filter { !short.quoted[$0] }
    guard !unquoted.isEmpty else { return 0 }
    return Float(unquoted.count { covered[$0] }) / Float(unquoted.count)
  }
}
