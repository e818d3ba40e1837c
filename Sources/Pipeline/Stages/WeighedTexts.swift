internal import Files
internal import Stories
internal import Tables
internal import Text

/// The texts of stories with the weights of their words, in memory or in files.
struct WeighedTexts: Sendable {
  private enum Home: Sendable {
    case memory(WeightedSequences)
    /// The weights of words and of pairs lie in the order of the slots, a byte each.
    case files(words: ScratchFile, pairs: ScratchFile, wordMass: [Float], pairMass: [Float])
  }

  let texts: StoryTexts
  private let home: Home
  /// How many articles the weights are counted over.
  private let articles: Int

  /// Bytes of a word: its stem, its weight, and that of the pair that ends in it.
  static let wordBytes = 6

  var count: Int { texts.count }
  var areInMemory: Bool { texts.areInMemory }

  /// All of them, as one part, where they are in memory.
  var whole: TextPart? {
    guard case .memory(let weighted) = home else { return nil }
    return TextPart(weighted, slots: [0..<count])
  }

  /// The texts of some slots, ranges that ascend; all where they are in memory.
  func part(_ slots: [Range<Int>]) throws(ReadingError) -> TextPart {
    guard case .files(let words, let pairs, let wordMass, let pairMass) = home else { return whole ?? TextPart() }
    var wordWeights: [UInt8] = [], pairWeights: [UInt8] = []
    var masses: (words: [Float], pairs: [Float]) = ([], [])
    for range in slots {
      let start = texts.starts[range.lowerBound], count = texts.starts[range.upperBound] - start
      wordWeights += try words.read(UInt8.self, at: UInt64(start), count: count)
      pairWeights += try pairs.read(UInt8.self, at: UInt64(start), count: count)
      masses.words += wordMass[range]
      masses.pairs += pairMass[range]
    }
    let weighted = WeightedSequences(
      try texts.read(slots), wordWeights: wordWeights, pairWeights: pairWeights, wordMass: masses.words, pairMass: masses.pairs,
      articles: articles)
    return TextPart(weighted, slots: slots)
  }

  /// Takes weights in by the order of the slots.
  struct Builder {
    private let texts: StoryTexts
    private let articles: Int
    private var wordWeights: [UInt8] = []
    private var pairWeights: [UInt8] = []
    private var wordMass: [Float] = []
    private var pairMass: [Float] = []
    private var files: (words: ScratchFile, pairs: ScratchFile)?

    /// - Throws: ``ReadingError`` when a file cannot be made in `folder`.
    init(_ texts: StoryTexts, articles: Int, folder: String?) throws(ReadingError) {
      self.texts = texts
      self.articles = articles
      wordMass.reserveCapacity(texts.count)
      pairMass.reserveCapacity(texts.count)
      if texts.areInMemory {
        wordWeights.reserveCapacity(texts.words)
        pairWeights.reserveCapacity(texts.words)
      } else {
        files = (try ScratchFile(in: folder), try ScratchFile(in: folder))
      }
    }

    mutating func append(_ run: WeightedRun) {
      wordWeights += run.wordWeights
      pairWeights += run.pairWeights
      wordMass += run.wordMass
      pairMass += run.pairMass
    }

    /// Writes what has come so far to the files, if there are any.
    mutating func write() throws(ReadingError) {
      guard let files else { return }
      _ = try files.words.append(wordWeights)
      _ = try files.pairs.append(pairWeights)
      wordWeights.removeAll(keepingCapacity: true)
      pairWeights.removeAll(keepingCapacity: true)
    }

    consuming func finish() -> WeighedTexts {
      if let files {
        return WeighedTexts(
          texts: texts, home: .files(words: files.words, pairs: files.pairs, wordMass: wordMass, pairMass: pairMass),
          articles: articles)
      }
      let weighted = WeightedSequences(
        texts.sequencesInMemory ?? StemSequences(), wordWeights: wordWeights, pairWeights: pairWeights, wordMass: wordMass,
        pairMass: pairMass, articles: articles)
      return WeighedTexts(texts: texts, home: .memory(weighted), articles: articles)
    }
  }
}

/// Some of the weighted texts, in memory.
struct TextPart: Sendable {
  private(set) var weighted: WeightedSequences
  /// The slots of the texts, ranges that ascend, and which text is the first of each.
  private var slots: [Range<Int>]
  private var firsts: [Int] = []

  init() { self.init(WeightedSequences(StemSequences(), articles: 0), slots: []) }

  init(_ weighted: WeightedSequences, slots: [Range<Int>]) {
    self.weighted = weighted
    self.slots = slots
    var first = 0
    for range in slots {
      firsts.append(first)
      first += range.count
    }
  }

  /// The number of a slot's text in ``weighted``; the slot is one of the part's.
  func index(of slot: UInt32) -> Int {
    let range = slots.count == 1 ? 0 : slots.partitioningIndex { $0.upperBound > Int(slot) }
    return firsts[range] + Int(slot) - slots[range].lowerBound
  }

  /// Calls `body` with the part and another one whose slots stand behind its own.
  mutating func with(_ other: TextPart?, _ body: (TextPart) throws -> Void) rethrows {
    guard let other else { return try body(self) }
    let (count, ranges) = (weighted.sequences.count, slots.count)
    weighted.append(other.weighted)
    firsts += other.firsts.map { $0 + count }
    slots += other.slots
    try body(self)
    weighted.truncate(to: count)
    firsts.removeLast(firsts.count - ranges)
    slots.removeLast(slots.count - ranges)
  }
}
