internal import GRDB
internal import Pipeline
internal import Tables

/// Finds the articles of the index that new ones may be copies or versions of.
struct CandidateSearch {
  let database: Database
  let directories: BlockDirectories
  let options: IndexOptions
  let context: RunContext

  /// Numbers of those that share enough keys with one of the articles, and of some others of their stories; ascending.
  ///
  /// `published` is by the articles' places.
  func find(_ keys: ArticleKeys, published: [Int64?]) throws -> [Int64] {
    guard !keys.entries.isEmpty else { return [] }
    let lists = try Postings(database: database, directories: directories).find(keys.keys)
    let found = try SharedKeys(keys, lists, count: published.count).candidates(in: context)
    return try withStories(choose(found, published))
  }

  /// The best of each new article, of all of them together.
  private func choose(_ found: [[SharedKeys.Candidate]], _ published: [Int64?]) throws -> Set<Int64> {
    var chosen: Set<Int64> = []
    let waiting = try WaitingRoom(database: database, scope: options.scope).story()
    for (candidates, published) in zip(found, published) {
      var left = IndexTuning.candidates
      for candidate in candidates where left > 0 {
        guard try isEligible(Int64(candidate.article), published, waiting: waiting) else { continue }
        chosen.insert(Int64(candidate.article))
        left -= 1
      }
    }
    return chosen
  }

  /// Whether the article is there still, in the right scope, in a story, and near enough in time.
  private func isEligible(_ number: Int64, _ published: Int64?, waiting: Int64?) throws -> Bool {
    let statement = try database.cachedStatement(sql: "SELECT scope, published, story FROM article WHERE number = ?")
    guard let row = try Row.fetchOne(statement, arguments: [number]), row[0] as String == options.scope,
      row[2] as Int64 != waiting
    else { return false }
    guard let window = options.window, let published, let other = row[1] as Int64? else { return true }
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

/// Counts the keys that each new article shares with those of the index, an article at a time: all such pairs of a batch together
/// would take gigabytes.
struct SharedKeys: Sendable {
  /// An article of the index, and how much of a new one's keys it has.
  struct Candidate: Sendable, Equatable {
    var article: UInt32
    var weight: UInt32
  }

  /// A key that both new articles and some of the index have.
  private struct Meeting: Sendable {
    /// Index of its articles in ``lists``, and how many of them are looked at.
    var list: UInt32
    var most: UInt16
    var weight: UInt8
  }

  private let lists: PostingLists
  private var meetings: [Meeting] = []
  /// `place << meetingBits | index of the meeting`, ascending.
  private var shared: [UInt64] = []
  /// How many keys of stories each new article has that tell something, by place.
  private var storyKeys: [UInt16]
  private static let meetingBits = 38

  /// `keys` are those of `count` new articles, `lists` has what the index has for them.
  init(_ keys: ArticleKeys, _ lists: PostingLists, count: Int) {
    self.lists = lists
    storyKeys = [UInt16](repeating: 0, count: count)
    let entries = keys.entries
    var (first, list) = (0, 0)
    while first < entries.count {
      let key = ArticleKeys.key(entries[first])
      var end = first + 1
      while end < entries.count, ArticleKeys.key(entries[end]) == key { end += 1 }
      while list < lists.count, lists.keys[list] < key { list += 1 }
      add(entries[first..<end], list: list < lists.count && lists.keys[list] == key ? list : nil, ArticleKeys.kind(key))
      first = end
    }
    RadixSort.sort(&shared, bits: Self.meetingBits..<64)
  }

  private mutating func add(_ entries: ArraySlice<UInt64>, list: Int?, _ kind: ArticleKeys.Kind) {
    let known = list.map { lists[$0].count } ?? 0
    // Many articles with a stem tell nothing; with a band, some of them stand for all.
    if kind == .story {
      if known > IndexTuning.mostArticles { return }
      for entry in entries { storyKeys[ArticleKeys.place(entry)] += 1 }
    }
    guard let list else { return }
    let most = max(1, min(IndexTuning.mostArticles, IndexTuning.crowd / entries.count))
    meetings.append(Meeting(list: UInt32(list), most: UInt16(min(most, known)), weight: IndexTuning.weight(kind)))
    for entry in entries {
      shared.append(UInt64(ArticleKeys.place(entry)) << UInt64(Self.meetingBits) | UInt64(meetings.count - 1))
    }
  }

  /// What each new article is to be held against, the best first, by place.
  ///
  /// O(keys x articles of a key).
  func candidates(in context: RunContext) throws -> [[Candidate]] {
    var starts = [Int](repeating: 0, count: storyKeys.count + 1)
    for entry in shared { starts[Int(entry >> UInt64(Self.meetingBits)) + 1] += 1 }
    for place in storyKeys.indices { starts[place + 1] += starts[place] }
    let bounds = starts
    let pieces = Parallel.pieces(of: storyKeys.count, size: 256)
    let found = try Parallel.map(pieces.count, in: context, makeState: { Counter() }) { piece, counter in
      pieces[piece].map { candidates(shared[bounds[$0]..<bounds[$0 + 1]], least: Self.least(Int(storyKeys[$0])), &counter) }
    }
    return found.flatMap(\.self)
  }

  /// Scratch of a thread.
  private struct Counter {
    var weights = FlatTable<UInt32, UInt32>(filler: 0)
    var articles: [UInt32] = []
  }

  private func candidates(_ shared: ArraySlice<UInt64>, least: UInt32, _ counter: inout Counter) -> [Candidate] {
    counter.weights.removeAll(reserving: 0)
    counter.articles.removeAll(keepingCapacity: true)
    for entry in shared {
      let meeting = meetings[Int(entry & (1 << UInt64(Self.meetingBits) - 1))]
      for article in lists[Int(meeting.list)].prefix(Int(meeting.most)) {
        if let place = counter.weights.find(article) {
          counter.weights[place] += UInt32(meeting.weight)
        } else {
          _ = counter.weights.insert(article, UInt32(meeting.weight))
          counter.articles.append(article)
        }
      }
    }
    var found: [Candidate] = []
    for article in counter.articles {
      guard let place = counter.weights.find(article), counter.weights[place] >= least else { continue }
      found.append(Candidate(article: article, weight: counter.weights[place]))
    }
    found.sort { ($1.weight, $0.article) < ($0.weight, $1.article) }
    // Beside a copy, what shares a few words with it decides nothing.
    let least = (found.first?.weight ?? 0) / IndexTuning.bestShare
    return Array(found.prefix { $0.weight >= least })
  }

  /// How much an article of the index must share with one that has so many keys of stories: a short one has few to share.
  static func least(_ storyKeys: Int) -> UInt32 {
    UInt32(min(IndexTuning.leastWeight, max(IndexTuning.leastWeightOfFew, storyKeys / IndexTuning.keysPerWeight)))
  }
}
