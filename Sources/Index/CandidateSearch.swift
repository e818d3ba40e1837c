internal import GRDB
internal import Tables

/// Finds the articles of the index that new ones may be copies or versions of.
struct CandidateSearch {
  let database: Database
  let options: IndexOptions

  /// Numbers of those that share enough keys with one of the articles, and of some others of their stories; ascending.
  ///
  /// `published` is by the articles' places.
  func find(_ keys: ArticleKeys, published: [Int64?]) throws -> [Int64] {
    guard !keys.entries.isEmpty else { return [] }
    let postings = try Postings(database: database).find(keys.keys)
    var shared = Self.shared(keys.entries, postings)
    RadixSort.sort(&shared, bits: Self.weightBits..<64)
    let chosen = try choose(shared, published)
    return try withStories(chosen)
  }

  private static let weightBits = 6
  private static let articleBits: UInt64 = 32

  /// `place, article, weight` for each key that a new article and one of the index share.
  private static func shared(_ entries: [UInt64], _ postings: [Posting]) -> [UInt64] {
    var shared: [UInt64] = []
    var (entry, posting) = (0, 0)
    while entry < entries.count, posting < postings.count {
      let key = ArticleKeys.key(entries[entry])
      if postings[posting].key < key {
        posting += 1
        continue
      }
      var lastEntry = entry
      while lastEntry < entries.count, ArticleKeys.key(entries[lastEntry]) == key { lastEntry += 1 }
      var lastPosting = posting
      while lastPosting < postings.count, postings[lastPosting].key == key { lastPosting += 1 }
      let isStory = ArticleKeys.isStory(key)
      // Many articles with a stem tell nothing; with a band, some of them stand for all.
      if !isStory || lastPosting - posting <= IndexTuning.mostArticles {
        let most = max(1, min(IndexTuning.mostArticles, IndexTuning.crowd / (lastEntry - entry)))
        let weight = UInt64(isStory ? IndexTuning.storyWeight : IndexTuning.copyWeight)
        for new in entries[entry..<lastEntry] {
          let place = UInt64(ArticleKeys.place(new)) << (articleBits + UInt64(weightBits))
          for known in postings[posting..<lastPosting].prefix(most) {
            shared.append(place | UInt64(known.article) << UInt64(weightBits) | weight)
          }
        }
      }
      (entry, posting) = (lastEntry, lastPosting)
    }
    return shared
  }

  /// The best of each new article, of all of them together.
  private func choose(_ shared: [UInt64], _ published: [Int64?]) throws -> Set<Int64> {
    var chosen: Set<Int64> = []
    var own: [(weight: UInt32, article: UInt32)] = []
    var place = 0
    func settle() throws {
      let best = own.sorted { ($1.weight, $0.article) < ($0.weight, $1.article) }
      var left = IndexTuning.candidates
      for (_, article) in best {
        guard left > 0 else { break }
        guard try isEligible(Int64(article), published[place]) else { continue }
        chosen.insert(Int64(article))
        left -= 1
      }
      own.removeAll(keepingCapacity: true)
    }
    var index = 0
    while index < shared.count {
      let pair = shared[index] >> UInt64(Self.weightBits)
      var weight: UInt32 = 0
      while index < shared.count, shared[index] >> UInt64(Self.weightBits) == pair {
        weight += UInt32(shared[index] & (1 << UInt64(Self.weightBits) - 1))
        index += 1
      }
      if Int(pair >> Self.articleBits) != place {
        try settle()
        place = Int(pair >> Self.articleBits)
      }
      if weight >= IndexTuning.leastWeight { own.append((weight, UInt32(pair & 0xFFFF_FFFF))) }
    }
    try settle()
    return chosen
  }

  /// Whether the article is there still, in the right scope and near enough in time.
  private func isEligible(_ number: Int64, _ published: Int64?) throws -> Bool {
    let statement = try database.cachedStatement(sql: "SELECT scope, published FROM article WHERE number = ?")
    guard let row = try Row.fetchOne(statement, arguments: [number]), row["scope"] as String == options.scope else {
      return false
    }
    guard let window = options.window, let published, let other = row["published"] as Int64? else { return true }
    return abs(published - other) <= window
  }

  private func withStories(_ numbers: Set<Int64>) throws -> [Int64] {
    let story = try database.cachedStatement(sql: "SELECT story FROM article WHERE number = ?")
    let stories = Set(try numbers.compactMap { try Int64.fetchOne(story, arguments: [$0]) })
    // The oldest, which the others come from.
    let members = try database.cachedStatement(sql: "SELECT number FROM article WHERE story = ? ORDER BY number LIMIT ?")
    var result = numbers
    for story in stories { result.formUnion(try Int64.fetchAll(members, arguments: [story, IndexTuning.storyMembers])) }
    return result.sorted()
  }
}
