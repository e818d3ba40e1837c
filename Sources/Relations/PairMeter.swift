package import Copies
internal import Fingerprints
package import Stories
internal import Tables
package import Text

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
  /// The long runs of the longer of two articles.
  private var runsOfLonger = FlatTable<UInt64, Void>()

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
    let quoted: [Bool]
    package let words: Int

    /// The `count` smallest of its distinct shingle hashes, ascending: two articles have the more of them in common the more
    /// alike they are.
    package func sketch(_ count: Int) -> [UInt64] { digest.smallestShingles(count) }
  }

  /// Scans a text; `bytes` has 64 readable bytes after `range`.
  ///
  /// Boilerplate is left out.
  package mutating func article(_ bytes: [UInt8], _ range: Range<Int>, excluding boilerplate: [Range<Int>] = []) -> Article {
    // Taken out while it is used: a copy of it would be made otherwise.
    var words = WordStream()
    swap(&words, &self.words)
    scanner.scan(bytes, range, excluding: boilerplate, into: &words)
    defer { swap(&words, &self.words) }
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
      sentences: StemSentences(sequences.codes), longRuns: runs,
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
    // What tells a changed copy from a form that was filled anew is dear, and asked for only where a form is in question.
    let verdict = StoryRule().judge(similarity: similarity, template: template, retelling: retelling).verdict
    let isForm = verdict == .template
    return PairEvidence(
      copy: copy, similarity: similarity, template: template, coverageOfA: sentences.coverageOfA,
      coverageOfB: sentences.coverageOfB, order: sentences.order, retelling: retelling, verbatimOutsideQuotes: verbatim(a, b),
      wordsOfA: a.words, wordsOfB: b.words, slots: isForm ? slots(a, b, copy) : nil,
      isOneOccasion: isForm && SameOccasion.holds(a, b))
  }

  /// Names and figures replaced in what may be a copy.
  func slots(_ a: Article, _ b: Article, _ copy: CopyMeasure) -> Int? {
    guard max(copy.containmentOfA, copy.containmentOfB) >= RelationTuning().slotsContained else { return nil }
    let slots = ReplacedSlots(a.codes, b.codes)
    return slots.isComplete ? slots.count : nil
  }

  /// The changing lists beside one article that both hold, in bytes of their readings: prices, results, the weather of the day.
  ///
  /// Nil when there are none; `measure` is what the last pair that was measured came to.
  package func widgets(_ a: Article, _ b: Article, _ measure: CopyMeasure) -> (a: [Range<Int>], b: [Range<Int>])? {
    copyProbe.widgets(a.digest, b.digest, measure)
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

  private mutating func verbatim(_ a: Article, _ b: Article) -> Float {
    let (short, long) = a.words <= b.words ? (a, b) : (b, a)
    guard short.words >= 8 else { return 0 }
    runsOfLonger.removeAll(reserving: long.longRuns.count)
    for run in long.longRuns { _ = runsOfLonger.insert(run) }
    var covered = [Bool](repeating: false, count: short.words)
    var end = 0
    for (start, run) in short.longRuns.enumerated() where runsOfLonger.contains(run) {
      for index in max(start, end)..<max(start, end, min(start + 8, short.words)) { covered[index] = true }
      end = max(end, min(start + 8, short.words))
    }
    var unquoted = 0, found = 0
    for (isQuoted, isCovered) in zip(short.quoted, covered) where !isQuoted {
      unquoted += 1
      if isCovered { found += 1 }
    }
    return unquoted > 0 ? Float(found) / Float(unquoted) : 0
  }
}

/// Everything that decides how two articles relate, measured on their full texts.
///
/// Shares are 0...1.
package struct PairEvidence: Sendable {
  /// Exact shingle resemblance, containment, and kept names and words.
  package var copy: CopyMeasure
  /// Story similarity: rare words and word pairs, by the frequencies of the reference collection.
  package var similarity: Float
  package var template: TemplateEvidence
  /// Share of each text's sentences, by weight of their words, that have a counterpart in the other.
  package var coverageOfA: Float
  package var coverageOfB: Float
  /// Whether the counterparts come in the same order: 1 in order, .5 at random, 0 reversed; 1 when there are fewer than three.
  package var order: Float
  /// What is copied, told again, and new.
  package var retelling: Retelling
  /// Share of the shorter text's words that lie in runs of eight words and more that both have, outside quotation marks.
  package var verbatimOutsideQuotes: Float
  /// Words of each text.
  package var wordsOfA: Int
  package var wordsOfB: Int
  /// How many different names and figures of one text were replaced by others in the same words; nil where the texts are too
  /// different to tell, and where they are in no danger of being taken for two fillings of one form.
  package var slots: Int?
  /// Whether both quote the same words and name the same people and places, and are therefore no two fillings of the one form
  /// that they look like.
  package var isOneOccasion = false
}

/// How much of what a version quotes stands word for word in its original.
///
/// People who rewrite keep quotations; machines reword them with the rest.
package struct QuotationRetention: Sendable {
  /// Words inside quotation marks in each text.
  package let wordsOfA: Int
  package let wordsOfB: Int
  /// Share of B's quoted words that lie in runs of three words and more of A, 0...1; 1 when B quotes nothing.
  package let kept: Float

  /// Linear in the words.
  package init(_ a: PairMeter.Article, _ b: PairMeter.Article) {
    wordsOfA = a.quoted.count { $0 }
    wordsOfB = b.quoted.count { $0 }
    guard wordsOfB > 0, a.codes.count >= 3, b.codes.count >= 3 else {
      kept = wordsOfB > 0 ? 0 : 1
      return
    }
    func runs(_ codes: [UInt32]) -> [UInt64] {
      codes.indices.dropLast(2).map { index in
        let words = (UInt64(codes[index].stem), UInt64(codes[index + 1].stem), UInt64(codes[index + 2].stem))
        return (words.0 &* 0x9E37_79B9_7F4A_7C15 &+ words.1) &* 0xC2B2_AE3D_27D4_EB4F &+ words.2
      }
    }
    let known = Set(runs(a.codes))
    var covered = [Bool](repeating: false, count: b.codes.count)
    for (start, run) in runs(b.codes).enumerated() where known.contains(run) {
      for word in start..<start + 3 { covered[word] = true }
    }
    // Quoted words are counted by the stems, which have a place for each word.
    var quoted = 0, found = 0
    for index in b.codes.indices where b.codes[index].isQuoted {
      quoted += 1
      if covered[index] { found += 1 }
    }
    kept = quoted > 0 ? Float(found) / Float(quoted) : 1
  }
}

/// How much of an article stands word for word in each of several others, runs of eight words and more.
package struct SourceCoverage: Sendable {
  /// Share of the article's words that lie in runs that this source alone has, by source, 0...1.
  package private(set) var exclusive: [Float]
  /// Share of the article's words that lie in a run of any source.
  package private(set) var total: Float = 0
  /// The same share of the first words.
  package private(set) var lead: Float = 0

  /// Linear in the words of all texts.
  package init(of article: PairMeter.Article, by sources: [PairMeter.Article]) {
    exclusive = [Float](repeating: 0, count: sources.count)
    guard article.words > 0 else { return }
    /// The one source that covers a word: -1 none, -2 several.
    var owner = [Int](repeating: -1, count: article.words)
    for (source, other) in sources.enumerated() {
      let runs = Set(other.longRuns)
      var covered = -1
      for (start, run) in article.longRuns.enumerated() where runs.contains(run) {
        for word in max(start, covered + 1)..<max(start, covered + 1, min(start + 8, article.words)) {
          owner[word] = owner[word] == -1 ? source : -2
        }
        covered = max(covered, min(start + 8, article.words) - 1)
      }
    }
    let words = Float(article.words)
    for source in sources.indices { exclusive[source] = Float(owner.count { $0 == source }) / words }
    total = Float(owner.count { $0 != -1 }) / words
    let head = owner.prefix(RelationTuning().leadWords)
    lead = Float(head.count { $0 != -1 }) / Float(head.count)
  }
}
