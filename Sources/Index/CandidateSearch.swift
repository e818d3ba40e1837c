internal import GRDB
internal import Pipeline

/// Finds the articles of the index that new ones may be copies or versions of.
struct CandidateSearch {
  let database: Database
  let options: IndexOptions
  let context: RunContext

  /// Numbers of those that share enough keys with one of the articles, and of some others of their stories; ascending.
  ///
  /// `published` is by the articles' places.
  func find(_ keys: ArticleKeys, published: [Int64?]) throws -> [Int64] {
    guard !keys.entries.isEmpty else { return [] }
    let lists = try Postings(database: database).find(keys.keys)
    let found = try SharedKeys(keys, lists, count: published.count).candidates(in: context)
    return try withStories(choose(found, published))
  }

  /// The best of each new article, of all of them together.
  private func choose(_ found: [[SharedKeys.Candidate]], _ published: [Int64?]) throws -> Set<Int64> {
    var chosen: Set<Int64> = []
    for (candidates, published) in zip(found, published) {
      var left = IndexTuning.candidates
      for candidate in candidates where left > 0 {
        guard try isEligible(Int64(candidate.article), published) else { continue }
        chosen.insert(Int64(candidate.article))
        left -= 1
      }
    }
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
