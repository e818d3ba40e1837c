internal import Tables

/// Which part of two articles is the article: what they share, or what is left of each without it.
///
/// Two articles of one site share its boxes of headlines, its forms and its pleas, two releases of one company its description.
/// However much of both that is, it says nothing when the articles themselves differ. A passage counts as the page's when the
/// rest of *both* sides is the article: the title speaks of it, or it holds the first sentences while what is shared is a list or
/// stands behind. The rests must have hardly a word in common; else they are two versions of one text.
struct PairAnatomy {
  private(set) var a: Side
  private(set) var b: Side
  private let tuning = CopyTuning.standard

  /// One article of the pair, word by word.
  struct Side {
    let digest: CopyDigest
    /// Whether each word stands in a run that the other side has too.
    let isShared: [Bool]
    /// The runs of words that only this side has, short ones left out: those are edits.
    let rests: [Range<Int>]
    /// Whether each word stands in running text rather than in a list.
    ///
    /// Most pairs are settled without it.
    private(set) lazy var isProse = digest.words.proseFlags(.standard)

    init(_ digest: CopyDigest, isShared: [Bool], _ tuning: CopyTuning) {
      self.digest = digest
      self.isShared = isShared
      rests = Self.runs(isShared, of: false).filter { $0.count >= tuning.shortestRest }
    }

    var restWords: Int { rests.reduce(0) { $0 + $1.count } }
    var restProse: Int { mutating get { rests.reduce(0) { $0 + $1.count { isProse[$0] } } } }
    var sharedRuns: [Range<Int>] { Self.runs(isShared, of: true) }
    var sharedWords: Int { isShared.count { $0 } }

    /// Whether what is shared is a feed: dated items one after the other.
    func isFeed(_ tuning: CopyTuning) -> Bool {
      let clocks = isShared.indices.count { isShared[$0] && digest.words.isClock($0) }
      return clocks >= tuning.feedItems && clocks * tuning.longestFeedItem >= sharedWords
    }

    /// The runs of words whose flag is `value`.
    static func runs(_ flags: [Bool], of value: Bool) -> [Range<Int>] {
      var result: [Range<Int>] = []
      var start: Int?
      for (index, flag) in flags.enumerated() {
        if flag == value {
          start = start ?? index
        } else if let first = start {
          result.append(first..<index)
          start = nil
        }
      }
      if let start { result.append(start..<flags.count) }
      return result
    }

    /// Different content words of the rests.
    var restContents: (words: [UInt32], set: FeatureSet) {
      var words: [UInt32] = []
      var set = FeatureSet(filler: (), capacity: restWords)
      for run in rests {
        for word in run where digest.words.isContent(word) && set.insert(digest.words.hashes[word]) {
          words.append(digest.words.hashes[word])
        }
      }
      return (words, set)
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
  mutating func pageVerdict() -> PageVerdict {
    guard min(a.restWords, b.restWords) >= tuning.leastRest else { return .none }
    let rests = (a.restContents, b.restContents)
    let fewest = min(rests.0.words.count, rests.1.words.count)
    guard fewest >= tuning.leastRestContents else { return .none }
    if Double(rests.0.words.count { rests.1.set.contains($0) }) > tuning.mostCommonRest * Double(fewest) { return .none }
    let owners = (owner(&a, rests.0.set), owner(&b, rests.1.set))
    if owners.0 == .shared || owners.1 == .shared { return .none }
    return owners.0 == .rest && owners.1 == .rest ? .certain : .possible
  }

  private enum Owner { case shared, rest, unknown }

  /// Whose the article is on one side.
  private func owner(_ side: inout Side, _ rest: FeatureSet) -> Owner {
    if let owner = titleOwner(side, rest) { return owner }
    let isProse = side.isProse, isShared = side.isShared
    let sharedList = isShared.indices.count { isShared[$0] && !isProse[$0] }
    // Next to a box of headlines a brief of a sentence or two is an article.
    if side.restProse >= tuning.briefProse, Double(sharedList) >= tuning.boxShare * Double(side.sharedWords) { return .rest }
    guard side.restProse >= tuning.leastRestProse(words: side.isShared.count) else { return .unknown }
    if Double(sharedList) >= tuning.listShare * Double(side.sharedWords) || side.isFeed(tuning) { return .rest }
    let lead = Array(isProse.indices.lazy.filter { isProse[$0] }.prefix(tuning.leadWords))
    let shared = Double(side.sharedWords) / Double(max(1, side.isShared.count))
    if Double(lead.count { !isShared[$0] }) >= tuning.leadShare * Double(lead.count) {
      return shared <= tuning.mostShared ? .rest : .unknown
    }
    return shared <= tuning.minorShared ? .rest : .unknown
  }

  /// The title's word, where there is a title and it decides.
  private func titleOwner(_ side: Side, _ rest: FeatureSet) -> Owner? {
    // The title's words, each with whether the shared part has it.
    var title = FlatTable<UInt32, Bool>(filler: false, capacity: side.digest.title.count)
    for word in side.digest.title { _ = title.insert(word, false) }
    guard title.count >= 2 else { return nil }
    for word in side.isShared.indices where side.isShared[word] {
      if let place = title.find(side.digest.words.hashes[word]), side.digest.words.isContent(word) { title[place] = true }
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

  // MARK: Changing lists

  /// Whether one article stands in both, under lists that change (markets, headlines): then only what is shared and the running
  /// text can tell whether they are copies.
  mutating func hidesUnderLists() -> Bool {
    let lists = (listedRest(&a).count, listedRest(&b).count)
    guard max(lists.0, lists.1) >= tuning.leastTickerWords, sharedProse(&a) >= tuning.leastTickerArticle else { return false }
    guard Double(a.sharedWords) >= tuning.tickerShare * Double(min(a.isShared.count, b.isShared.count)) else { return false }
    var names = FeatureSet()
    for word in a.isShared.indices where a.isShared[word] && a.digest.words.isName(word) {
      _ = names.insert(a.digest.words.hashes[word])
    }
    return names.count >= tuning.leastTickerNames && a.restProse < tuning.leastTickerWords
      && b.restProse < tuning.leastTickerWords
  }

  /// The articles without their changing lists.
  mutating func withoutLists() -> (a: CopyDigest, b: CopyDigest) {
    (a.digest.removing(Set(listedRest(&a))), b.digest.removing(Set(listedRest(&b))))
  }

  private func sharedProse(_ side: inout Side) -> Int {
    let isProse = side.isProse
    return side.isShared.indices.count { side.isShared[$0] && isProse[$0] }
  }

  /// Words of a side's own in lines that are no sentences.
  private func listedRest(_ side: inout Side) -> [Int] {
    let isProse = side.isProse
    return side.isShared.indices.filter { !side.isShared[$0] && !isProse[$0] }
  }
}
