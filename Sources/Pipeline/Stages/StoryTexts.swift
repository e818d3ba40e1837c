internal import Files
internal import Stories
internal import Text

/// The stems of the articles that are nobody's copy, in memory or in a file.
///
/// An article has two numbers here: its *place* in the order of content, by which all results go, and its *slot* in the order of
/// the input, in which the texts lie. So nothing has to be put in another order, and a file is read from its beginning to its
/// end.
package struct StoryTexts: Sendable {
  private enum Home: Sendable {
    case memory(StemSequences)
    case file(SpilledStems, articles: [UInt32])
  }

  private let home: Home
  /// The place of each slot, and the slot of each place.
  let places: [UInt32]
  let slots: [UInt32]
  /// Where each slot's words begin among the words of all; one more entry than slots.
  let starts: [Int]

  package var count: Int { places.count }
  /// Words of all texts, but function words.
  package var words: Int { starts[count] }
  var areInMemory: Bool { if case .memory = home { true } else { false } }

  /// The texts of `distinct`, articles of `corpus`.
  init(_ corpus: Corpus, _ distinct: DistinctArticles) {
    let articles = distinct.articles.sorted()
    places = articles.map { distinct.places[Int($0)] }
    var slots = [UInt32](repeating: 0, count: articles.count)
    for (slot, place) in places.enumerated() { slots[Int(place)] = UInt32(slot) }
    self.slots = slots
    if let spilled = corpus.spilledStems {
      var starts = [0]
      starts.reserveCapacity(articles.count + 1)
      for (slot, article) in articles.enumerated() { starts.append(starts[slot] + spilled.words(of: article)) }
      self.starts = starts
      home = .file(spilled, articles: articles)
    } else {
      let words = articles.reduce(0) { $0 + corpus.sequences.range(Int($1)).count }
      var sequences = StemSequences()
      sequences.reserve(words: words, articles: articles.count)
      for article in articles { sequences.append(article: Int(article), of: corpus.sequences) }
      starts = sequences.starts
      home = .memory(sequences)
    }
  }

  /// The texts of some slots, the first of which has the number `first` among them.
  func sequences(_ range: Range<Int>) throws(ReadingError) -> (texts: StemSequences, first: Int) {
    switch home {
    case .memory(let sequences): (sequences, range.lowerBound)
    case .file(let spilled, let articles): (try spilled.read(articles[range]), 0)
    }
  }

  /// The texts of all slots, where they are in memory.
  var sequencesInMemory: StemSequences? { if case .memory(let sequences) = home { sequences } else { nil } }

  /// The texts of some slots, ranges that ascend, one after another; they lie in a file.
  func read(_ ranges: [Range<Int>]) throws(ReadingError) -> StemSequences {
    guard case .file(let spilled, let articles) = home else { return StemSequences() }
    if ranges.count == 1 { return try spilled.read(articles[ranges[0]]) }
    return try spilled.read(ranges.flatMap { articles[$0] }[...])
  }

  /// Slots in ranges of at most `words` words, or of one text that has more.
  func ranges(words: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, starts[end + 1] - starts[start] <= words { end += 1 }
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }
}
