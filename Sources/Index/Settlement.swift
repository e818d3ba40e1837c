internal import Foundation
internal import GRDB
internal import Files
internal import Pipeline

/// Where new articles go: into stories that are there, or new ones; and what becomes of stories that turn out to be one.
struct Settlement {
  let database: Database
  let scope: String

  /// Writes the articles with their stories and postings.
  ///
  /// - Parameter replacing: numbers of older versions, by the article's place.
  /// - Returns: how many joined a story that was there.
  func add(_ articles: [NewArticle], replacing: [Int: Int64], neighbours: Neighbourhood) throws -> Int {
    guard !articles.isEmpty else { return 0 }
    let found = try neighbours.find(articles)
    var numbers = [Int64](repeating: 0, count: articles.count)
    var joined = 0
    for story in found.stories {
      let new = story.places.compactMap { if case .new(let place) = $0.member { place } else { nil } }
      guard !new.isEmpty else { continue }
      let (number, wasThere) = try self.story(for: story)
      if wasThere { joined += new.count }
      for place in story.places {
        guard case .new(let article) = place.member else { continue }
        if let old = replacing[article] { try retire(old) }
        numbers[article] = try insert(articles[article], in: number, place)
        if let old = replacing[article] {
          try database.execute(sql: "UPDATE article SET replaced = ? WHERE number = ?", arguments: [numbers[article], old])
        }
      }
    }
    try setParents(found.stories, numbers)
    var postings: [Posting] = []
    for (article, keys) in found.keys.enumerated() where numbers[article] > 0 {
      for key in keys { postings.append(Posting(key: key, article: UInt32(numbers[article]))) }
    }
    try Postings(database: database).add(postings.sorted())
    return joined
  }

  /// An older version makes room for the id; which article replaces it is set when that has a number.
  private func retire(_ number: Int64) throws {
    try database.execute(sql: "UPDATE article SET replaced = number WHERE number = ?", arguments: [number])
  }

  private func insert(_ article: NewArticle, in story: Int64, _ place: Neighbourhood.Place) throws -> Int64 {
    let packed = try StoredRecord(article: article.line, record: article.record).packed()
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO article (scope, id, id_is_text, content, published, record, story, role, similarity)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      scope, article.id, article.idIsText, article.content.data, article.published, packed, story, place.role.rawValue,
      Double(place.similarity),
    ])
    return database.lastInsertedRowID
  }

  /// Parents among the new ones have numbers only when all are in.
  private func setParents(_ stories: [Neighbourhood.Story], _ numbers: [Int64]) throws {
    let statement = try database.cachedStatement(sql: "UPDATE article SET parent = ? WHERE number = ?")
    for place in stories.lazy.flatMap(\.places) where place.parent != place.member {
      guard case .new(let article) = place.member else { continue }
      let parent: Int64 =
        switch place.parent {
        case .new(let other): numbers[other]
        case .known(let number): number
        }
      try statement.execute(arguments: [parent, numbers[article]])
    }
  }

  // MARK: Stories

  /// The story of the index that a story of the run is: the one that most of its known members are in, the older of two; the others
  /// go into it. A new one where it has no known members.
  private func story(for story: Neighbourhood.Story) throws -> (number: Int64, wasThere: Bool) {
    let statement = try database.cachedStatement(sql: "SELECT story FROM article WHERE number = ?")
    var counts: [Int64: Int] = [:]
    for place in story.places {
      guard case .known(let number) = place.member, let known = try Int64.fetchOne(statement, arguments: [number]) else {
        continue
      }
      counts[known, default: 0] += 1
    }
    let event = try self.event(story.event)
    guard let target = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
      return (try makeStory(story.id, event: event), false)
    }
    for other in counts.keys.sorted() where other != target { try merge(other, into: target) }
    return (target, true)
  }

  func makeStory(_ id: String, event: Int64) throws -> Int64 {
    let statement = try database.cachedStatement(sql: "INSERT INTO story (id, scope, event) VALUES (?, ?, ?)")
    try statement.execute(arguments: [try freeID(id, "story"), scope, event])
    return database.lastInsertedRowID
  }

  /// Puts one story into another: its id stays, as an alias.
  func merge(_ story: Int64, into target: Int64) throws {
    try database.execute(sql: "UPDATE article SET story = ? WHERE story = ?", arguments: [target, story])
    try database.execute(
      sql: "UPDATE story SET into_story = ?1 WHERE number = ?2 OR into_story = ?2", arguments: [target, story])
  }

  /// The event of this id, made where there is none.
  func event(_ id: String) throws -> Int64 {
    if let number = try Int64.fetchOne(
      database, sql: "SELECT number FROM event WHERE scope = ? AND id = ?", arguments: [scope, id])
    {
      return number
    }
    try database.execute(sql: "INSERT INTO event (id, scope) VALUES (?, ?)", arguments: [id, scope])
    return database.lastInsertedRowID
  }

  /// Ids come from content, so one may be taken by a story that has grown since.
  private func freeID(_ id: String, _ table: String) throws -> String {
    var candidate = id
    var attempt = 1
    while try Bool.fetchOne(database, sql: "SELECT 1 FROM \(table) WHERE scope = ? AND id = ?", arguments: [scope, candidate])
      != nil
    {
      attempt += 1
      candidate = "\(id)-\(attempt)"
    }
    return candidate
  }
}
