internal import Articles
internal import CXXHash
internal import Copies
internal import Output
internal import Stories
internal import Tables

/// The articles that are nobody's copy, in content order: what story matching works on.
///
/// A story printed a thousand times counts once there, so that its words stay rare.
package struct DistinctArticles: Sendable {
  /// Article of each place.
  package let articles: [UInt32]
  /// Place of each article: its own, or that of the article it copies.
  package let places: [UInt32]

  init(_ corpus: Corpus, copies: [UInt32?]) {
    let contents = corpus.table.contents
    let kept = corpus.active.filter { copies[Int($0)] == nil }
    // Articles of equal content and no word are all kept; the input order then decides, which nothing else depends on.
    articles = kept.sorted { (contents[Int($0)], $0) < (contents[Int($1)], $1) }
    var places = [UInt32](repeating: 0, count: corpus.table.count)
    for (place, article) in articles.enumerated() { places[Int(article)] = UInt32(place) }
    for article in corpus.active {
      if let kept = copies[Int(article)] { places[Int(article)] = places[Int(kept)] }
    }
    self.places = places
  }

  /// Where and when the articles appeared, by place.
  func origins(_ table: ArticleTable) -> [ArticleOrigin] {
    articles.map { article in
      let published = table.published[Int(article)]
      let open = table.openDate(Int(article))
      return ArticleOrigin(
        outlet: table.sites[Int(article)], address: table.addresses[Int(article)],
        published: published == .max ? open?.dayFirst : published, monthFirst: open?.monthFirst,
        subject: table.subjects[Int(article)],
        days: table.days[Int(article)]
      )
    }
  }
}

/// Which articles make a story and which an event: copies and story labels put together, with ids from content.
package struct StoryGrouping: Sendable {
  package struct Story: Sendable {
    /// From the members' content: the same in any batch.
    fileprivate let hash: UInt64
    private let lists: NumberLists
    private let index: UInt32
    /// The least similar of the verified pairs that hold the story together, 0...1; 1 for a single article.
    package let weakestPair: Float

    fileprivate init(hash: UInt64, lists: NumberLists, index: Int, weakestPair: Float) {
      self.hash = hash
      self.lists = lists
      self.index = UInt32(index)
      self.weakestPair = weakestPair
    }

    package var id: String { Hexadecimal.text(hash) }
    /// Articles, ascending.
    package var members: [UInt32] { Array(lists[Int(index)]) }
    package var size: Int { lists[Int(index)].count }
  }

  package let stories: [Story]
  /// Ids of the events, from their members' content.
  package let events: ContentIDs
  /// Articles of each event, ascending.
  let articlesByEvent: NumberLists
  /// Stories of each event, ascending.
  let storiesByEvent: NumberLists
  /// Index of the story and of the event, by article.
  let storyOf: [UInt32]
  let eventOf: [UInt32]
  /// The verified pairs, as places of ``distinct``.
  let edges: [StoryEdge]
  let distinct: DistinctArticles
  /// How many stories each digest draws on, by article.
  let digests: [UInt32: Int]
  let links: StoryLinks

  init(batch: Batch, copies: [CopyStage.Copy?], distinct: DistinctArticles, found: StoryStage.Result) {
    let corpus = batch.corpus
    let stories = Self.group(found.stories, distinct, corpus)
    let events = Self.group(found.events, distinct, corpus)
    let links = StoryLinks(found.edges, stories: found.stories)
    self.stories = stories.groups.enumerated().map { index, members in
      Story(
        hash: Self.contentID(members, corpus), lists: stories.groups, index: index,
        weakestPair: Self.weakest(members, copies, distinct, links))
    }
    self.events = ContentIDs(hashes: events.groups.map { Self.contentID($0, corpus) })
    articlesByEvent = events.groups
    let eventOfStory = stories.groups.map { events.of[Int($0[$0.startIndex])] }
    storiesByEvent = NumberLists(0..<UInt32(eventOfStory.count), listOf: eventOfStory, count: events.groups.count)
    storyOf = stories.of
    eventOf = events.of
    edges = found.edges
    self.distinct = distinct
    digests = Dictionary(
      uniqueKeysWithValues: found.roundUps.filter { $1.isDigest }.map { (distinct.articles[Int($0)], $1.articles.count) })
    self.links = links
  }

  /// Active articles by label, each group ascending, groups in order of their first article.
  private static func group(_ labels: [UInt32], _ distinct: DistinctArticles, _ corpus: Corpus) -> (
    groups: NumberLists, of: [UInt32]
  ) {
    var indexOfLabel = [UInt32](repeating: .max, count: labels.count)
    var of = [UInt32](repeating: 0, count: corpus.table.count)
    var count: UInt32 = 0
    for article in corpus.active {
      // A label is the place of one of its articles.
      let label = Int(labels[Int(distinct.places[Int(article)])])
      if indexOfLabel[label] == .max {
        indexOfLabel[label] = count
        count += 1
      }
      of[Int(article)] = indexOfLabel[label]
    }
    return (NumberLists(corpus.active, listOf: of, count: Int(count)), of)
  }

  /// 64 bits of the members' distinct contents, whatever their order.
  private static func contentID(_ members: ArraySlice<UInt32>, _ corpus: Corpus) -> UInt64 {
    let contents = corpus.table.contents
    var hashes: [UInt64] = []
    for content in members.map({ contents[Int($0)] }).sorted() where content.low != hashes.last {
      hashes.append(content.high)
      hashes.append(content.low)
    }
    // SAFETY: the pointer and the size belong to one array.
    return unsafe hashes.withUnsafeBytes { unsafe xxh3_64($0.baseAddress, $0.count) }
  }

  private static func weakest(
    _ members: ArraySlice<UInt32>, _ copies: [CopyStage.Copy?], _ distinct: DistinctArticles, _ links: StoryLinks
  ) -> Float {
    var weakest: Float = 1
    for article in members {
      if let copy = copies[Int(article)] { weakest = min(weakest, max(copy.resemblance, copy.containment)) }
    }
    return min(weakest, links.weakest(members.map { distinct.places[Int($0)] }))
  }
}

/// Ids of stories or events, as text where they are asked for.
package struct ContentIDs: Sendable, RandomAccessCollection {
  private let hashes: [UInt64]

  /// None.
  package init() { hashes = [] }

  fileprivate init(hashes: [UInt64]) { self.hashes = hashes }

  package var startIndex: Int { 0 }
  package var endIndex: Int { hashes.count }
  package subscript(index: Int) -> String { Hexadecimal.text(hashes[index]) }
}
