internal import Tables

/// Which part of two articles is the article: what they share, or what is left of each without it.
///
/// Two articles of one site share its boxes of headlines, its forms and its pleas, two releases of one company its description.
/// However much of both that is, it says nothing when the articles themselves differ. A passage counts as the page's when the
/// rest of *both* sides is the article: the title speaks of it, or it holds the first sentences while what is shared is a list or
/// stands behind. The rests must have hardly a word in common; else they are two versions of one text.
struct PairAnatomy {
  var a: Side
  var b: Side
  let tuning = CopyTuning.standard

  /// One article of the pair, word by word.
  struct Side {
    let digest: CopyDigest
    /// Whether each word stands in a run that the other side has too.
    let isShared: [Bool]
    let sharedWords: Int
    /// The runs of words that only this side has, short ones left out: those are edits.
    let rests: [Range<Int>]
    let restWords: Int
    /// Whether each word stands in running text rather than in a list.
    ///
    /// Most pairs are settled without it.
    private(set) lazy var isProse = digest.words.proseFlags(.standard)

    init(_ digest: CopyDigest, isShared: [Bool], _ tuning: CopyTuning) {
      self.digest = digest
      self.isShared = isShared
      sharedWords = isShared.count { $0 }
      rests = Self.runs(isShared, of: false).filter { $0.count >= tuning.shortestRest }
      restWords = rests.reduce(0) { $0 + $1.count }
    }

    /// How many words of the rests stand in running text.
    mutating func restProse() -> Int {
      let isProse = isProse
      return rests.reduce(0) { $0 + isProse[$1].count { $0 } }
    }

    /// How many shared words stand in running text.
    mutating func sharedProse() -> Int {
      let isProse = isProse
      return isShared.indices.count { isShared[$0] && isProse[$0] }
    }

    /// The words of its own in lines that are no sentences.
    mutating func listedRest() -> [Int] {
      let isProse = isProse
      return isShared.indices.filter { !isShared[$0] && !isProse[$0] }
    }

    var sharedRuns: [Range<Int>] { Self.runs(isShared, of: true) }

    /// The different content words of the rests, as a set and in order.
    func readRests(into set: inout FeatureSet, _ distinct: inout [UInt32]) {
      set.removeAll(reserving: restWords)
      distinct.removeAll(keepingCapacity: true)
      for run in rests { digest.words.readContents(of: run, into: &set, &distinct) }
    }

    /// Whether what is shared is a feed: dated items one after the other.
    func isFeed(_ tuning: CopyTuning) -> Bool {
      let clocks = isShared.indices.count { isShared[$0] && digest.words.isClock($0) }
      return clocks >= tuning.feedItems && clocks * tuning.longestFeedItem >= sharedWords
    }

    /// The runs of words whose flag is `value`.
    static func runs(_ flags: [Bool], of value: Bool) -> [Range<Int>] {
      var result: [Range<Int>] = []
      var index = 0
      while index < flags.count {
        if flags[index] != value {
          index += 1
          continue
        }
        let start = index
        while index < flags.count, flags[index] == value { index += 1 }
        result.append(start..<index)
      }
      return result
    }
  }

  /// The different content words of both rests; one for each thread, as its tables are used again.
  struct Scratch: Sendable {
    private(set) var a = FeatureSet()
    private(set) var b = FeatureSet()
    private var words: [UInt32] = []
    /// How many content words the rests of the last pair have in common.
    private(set) var common = 0

    /// Takes in the rests of a pair; true when each has `least` words, and no more than the share `most` of the fewer in common.
    fileprivate mutating func read(_ anatomy: borrowing PairAnatomy, least: Int, most: Double) -> Bool {
      anatomy.b.readRests(into: &b, &words)
      guard b.count >= least else { return false }
      anatomy.a.readRests(into: &a, &words)
      common = words.count { b.contains($0) }
      return a.count >= least && Double(common) <= most * Double(min(a.count, b.count))
    }
  }

  init(_ a: CopyDigest, _ b: CopyDigest, sharedOfA: [Bool], sharedOfB: [Bool]) {
    self.a = Side(a, isShared: sharedOfA, tuning)
    self.b = Side(b, isShared: sharedOfB, tuning)
  }

  // MARK: The page's passages

  /// Whether what two articles share is the page's and not the articles'.
  enum PageVerdict { case none, possible, certain }

  /// Certain when the rest of both sides is the article; possible when one side does not tell.
  mutating func pageVerdict(_ scratch: inout Scratch) -> PageVerdict {
    guard min(a.restWords, b.restWords) >= tuning.leastRest,
      scratch.read(self, least: tuning.leastRestContents, most: tuning.mostCommonRest)
    else { return .none }
    let owners = (owner(&a, scratch.a), owner(&b, scratch.b))
    if owners.0 == .shared || owners.1 == .shared { return .none }
    if owners.0 == .rest && owners.1 == .rest { return .certain }
    return standsInBlock(scratch) ? .certain : .possible
  }

  enum Owner { case shared, rest, unknown }

  /// Whose the article is on one side.
  private func owner(_ side: inout Side, _ rest: FeatureSet) -> Owner {
    if let owner = Self.titleOwner(side, rest) { return owner }
    let sharedList = side.sharedWords - side.sharedProse(), restProse = side.restProse()
    // Next to a box of headlines a brief of a sentence or two is an article.
    if restProse >= tuning.briefProse, Double(sharedList) >= tuning.boxShare * Double(side.sharedWords) { return .rest }
    if restProse >= tuning.leastRest, side.isFramed(rest, tuning) { return .rest }
    guard restProse >= tuning.leastRestProse(words: side.isShared.count) else { return .unknown }
    if Double(sharedList) >= tuning.listShare * Double(side.sharedWords) || side.isFeed(tuning) { return .rest }
    let isProse = side.isProse, isShared = side.isShared
    let lead = Array(isProse.indices.lazy.filter { isProse[$0] }.prefix(tuning.leadWords))
    let shared = Double(side.sharedWords) / Double(max(1, side.isShared.count))
    if Double(lead.count { !isShared[$0] }) >= tuning.leadShare * Double(lead.count) {
      return shared <= tuning.mostShared ? .rest : .unknown
    }
    return shared <= tuning.minorShared ? .rest : .unknown
  }

  /// The title's word, where there is a title and it decides.
  static func titleOwner(_ side: Side, _ rest: FeatureSet) -> Owner? {
    // The title's words, each with whether the shared part has it.
    var title = FlatTable<UInt32, Bool>(filler: false, capacity: side.digest.title.count)
    for word in side.digest.title { _ = title.insert(word, false) }
    guard title.count >= 2 else { return nil }
    let hashes = side.digest.words.hashes, isShared = side.isShared
    for word in isShared.indices where isShared[word] {
      if let place = title.find(hashes[word]), side.digest.words.isContent(word) { title[place] = true }
    }
    var (inRest, inShared) = (0, 0)
    for word in side.digest.title {
      guard let place = title.find(word) else { continue }
      let (isInRest, isInShared) = (rest.contains(word), title[place])
      // A word that comes twice counts once.
      title[place] = isInRest
      if isInRest, !isInShared { inRest += 1 }
      if isInShared, !isInRest { inShared += 1 }
    }
    if inRest >= 2, inRest > 2 * inShared { return .rest }
    if inShared >= 2, inShared > inRest { return .shared }
    return nil
  }
}

extension PairAnatomy {
  /// Whether the larger article only holds the smaller one, a brief, beside an article of its own: it begins with something else,
  /// the smaller one stands in it in one piece, and what it has for itself has hardly a word of the smaller one's.
  ///
  /// So it is where a page printed the next brief behind its article, or where a digest has one part that the batch has too. What
  /// an article says of its own subject stands elsewhere in it as well, so that of a true excerpt the names come again. Linear in
  /// the words.
  mutating func largerHoldsAnother() -> Bool {
    a.isShared.count >= b.isShared.count ? a.holds(b.digest, tuning) : b.holds(a.digest, tuning)
  }
}

extension PairAnatomy.Side {
  /// Whether `part`, which is shared for the most, has nothing to do with what this side has for itself.
  fileprivate mutating func holds(_ part: CopyDigest, _ tuning: CopyTuning) -> Bool {
    guard part.wordCount <= tuning.longestBrief, restProse() >= tuning.leastRestProse(words: isShared.count),
      !leadIsShared(tuning), sharedIsOnePiece(tuning)
    else { return false }
    var rest = FeatureSet()
    var distinct: [UInt32] = []
    readRests(into: &rest, &distinct)
    // A title that speaks of the part makes the part the article.
    if PairAnatomy.titleOwner(self, rest) == .shared { return false }
    var contents = FeatureSet()
    var words: [UInt32] = []
    part.words.readContents(of: part.words.hashes.indices, into: &contents, &words)
    guard min(words.count, distinct.count) >= tuning.leastRestContents else { return false }
    return Double(words.count { rest.contains($0) }) < tuning.unrelatedWords * Double(words.count)
  }

  /// Whether a passage stands behind what this side has for itself, longer than that and about something else: the passage is the
  /// page's, however few words the article has.
  ///
  /// Another beginning of the same text speaks of what the text speaks of. A passage that both begin with may be their story.
  fileprivate func isFramed(_ rest: FeatureSet, _ tuning: CopyTuning) -> Bool {
    guard sharedWords <= tuning.longestFrame, Double(sharedWords) >= tuning.frameToBrief * Double(restWords),
      Double(restWords) >= tuning.frameOwn * Double(sharedWords),
      isShared.suffix(tuning.shortestRest).contains(true),
      isShared.first == false, sharedIsOnePiece(tuning),
      let passage = sharedRuns.max(by: { $0.count < $1.count }), digest.words.beginsAnew(passage.lowerBound)
    else { return false }
    guard let first = rests.first?.lowerBound, let last = rests.last?.upperBound, isToldInSentences(first..<last, tuning)
    else { return false }
    var seen = FeatureSet()
    for word in isShared.indices where isShared[word] && digest.words.isContent(word) && rest.contains(digest.words.hashes[word])
    {
      _ = seen.insert(digest.words.hashes[word])
    }
    return Double(seen.count) <= tuning.mostFrameWords * Double(rest.count)
  }

  /// Whether the first words of running text are shared, all but a few.
  private mutating func leadIsShared(_ tuning: CopyTuning) -> Bool {
    let isProse = isProse
    let lead = isProse.indices.lazy.filter { isProse[$0] }.prefix(tuning.leadWords)
    return Double(lead.count { !isShared[$0] }) < tuning.leadShare * Double(lead.count)
  }

  /// Whether what is shared stands together, as another article does; out of an excerpt its source wrote on.
  private func sharedIsOnePiece(_ tuning: CopyTuning) -> Bool {
    let passages = sharedRuns.filter { $0.count >= tuning.passageWords }
    guard let first = passages.first, let last = passages.last else { return false }
    let words = passages.reduce(0) { $0 + $1.count }
    return Double(words) >= tuning.pieceShare * Double(last.upperBound - first.lowerBound)
  }
}
