import Pipeline
import TestSupport
import Testing

@testable import Index

/// Lists of postings and the counting of shared keys against sets and dictionaries.
@Suite struct SharedKeyTests {
  private func postings(_ generator: inout SeededGenerator) -> Set<Posting> {
    let keys = 1 + generator.below(40), articles = 1 + generator.below(400)
    return Set(
      (0..<generator.below(3000)).map { _ in
        Posting(key: UInt64(generator.below(keys)), article: UInt32(1 + generator.below(articles)))
      })
  }

  private func lists(_ postings: Set<Posting>) -> PostingLists {
    var lists = PostingLists()
    for posting in postings.sorted() { lists.append(posting) }
    return lists
  }

  /// Of each key the least articles, one more than tell something.
  private func naive(_ postings: Set<Posting>) -> [Posting] {
    Dictionary(grouping: postings, by: \.key).values.flatMap { $0.sorted().prefix(IndexTuning.mostArticles + 1) }.sorted()
  }

  @Test(arguments: 1...40) func `merged lists are the least of the union`(seed: Int) {
    var generator = SeededGenerator(seed)
    let a = postings(&generator), b = postings(&generator), c = postings(&generator)
    #expect(lists(a).postings == naive(a))
    #expect(PostingLists.merged(lists(a), lists(b)).postings == naive(a.union(b)))
    #expect(PostingLists.merged(.merged(lists(a), lists(b)), lists(c)).postings == naive(a.union(b).union(c)))
    #expect(PostingLists.merged(lists(a), PostingLists()).postings == naive(a))
    #expect(PostingLists.merged(PostingLists(), lists(a)).postings == naive(a))
  }

  /// Keys of every kind, spread so that some are crowded and some articles have few.
  private func key(_ generator: inout SeededGenerator) -> UInt64 {
    let kind: UInt64 = [0, 7, 32, 33, 48, 48, 48, 48][generator.below(8)]
    return kind << 32 | UInt64(generator.below(kind == 48 ? 60 : 400))
  }

  @Test(arguments: 1...40) func `candidates are those that share enough, the best first`(seed: Int) throws {
    var generator = SeededGenerator(seed)
    let count = 1 + generator.below(40)
    let new = (0..<count).map { _ in Set((0..<generator.below(60)).map { _ in key(&generator) }) }
    var known: [UInt64: Set<UInt32>] = [:]
    for article in 1...(1 + UInt32(generator.below(400))) {
      for _ in 0..<generator.below(60) { known[key(&generator), default: []].insert(article) }
    }
    let entries = new.enumerated().flatMap { place, keys in keys.map { $0 << ArticleKeys.placeBits | UInt64(place) } }.sorted()
    let all = Set(known.flatMap { key, articles in articles.map { Posting(key: key, article: $0) } })
    let found = try SharedKeys(ArticleKeys(entries: entries), lists(all), count: count).candidates(in: twoThreads)
    #expect(found.count == count)
    for (place, keys) in new.enumerated() {
      let telling = keys.filter { !ArticleKeys.isStory($0) || known[$0]?.count ?? 0 <= IndexTuning.mostArticles }
      var weights: [UInt32: UInt32] = [:]
      for key in telling {
        let sharing = new.count { $0.contains(key) }
        let most = max(1, min(IndexTuning.mostArticles, IndexTuning.crowd / sharing))
        for article in (known[key] ?? []).sorted().prefix(most) {
          weights[article, default: 0] += UInt32(IndexTuning.weight(ArticleKeys.kind(key)))
        }
      }
      let least = SharedKeys.least(telling.count(where: ArticleKeys.isStory))
      let best = weights.values.max() ?? 0
      let enough = max(least, best / IndexTuning.bestShare)
      let expected = weights.filter { $0.value >= enough }.map { SharedKeys.Candidate(article: $0.key, weight: $0.value) }
      #expect(found[place] == expected.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.article < $1.article })
    }
  }

  @Test func `an article with few keys needs to share fewer`() {
    #expect(SharedKeys.least(0) == 2 && SharedKeys.least(16) == 2)
    #expect(SharedKeys.least(24) == 3 && SharedKeys.least(40) == 5 && SharedKeys.least(400) == 5)
  }
}
