internal import Files
internal import GRDB
package import Pipeline

/// What `index refresh` changed.
package struct RefreshSummary: Sendable {
  package var articles = 0
  package var stories = 0
  package var events = 0
  /// Articles that had waited for their stories, and joined one that was there.
  package var joined = 0
  /// Of the pairs of articles that were in one story before, how many are now, 0...1; and the other way round.
  ///
  /// Articles that had no story do not count.
  package var precision = 1.0
  package var recall = 1.0
  package var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
}

extension IndexFile {
  /// Clusters everything anew, with the frequencies of all that is there: afterwards the stories and events are those of
  /// `newsprint cluster`.
  ///
  /// A story or event keeps the id of the one that most of its articles were in; one that went into another stays as its alias. Others
  /// read and write while it clusters; what they add meanwhile stays in the story that it was put in, or goes where that went. Readers see
  /// all of the change or nothing of it.
  package func refresh(
    options: IndexOptions = IndexOptions(), roles: RoleEffort = .auto, context: RunContext
  ) throws -> RefreshSummary {
    var found = try WholeRun(index: self, options: options, roles: roles, context: context).find()
    // Keys of articles that have no story yet are found by nobody.
    if !found.waiting.isEmpty { try write { try found.writeKeys(Postings(database: $0)) } }
    return try withLargeCache { try write { try Resettling(database: $0, scope: options.scope, found).settle() } }
  }

  /// Runs `body` with room for what a transaction over everything changes: pages that do not fit would be written again and again.
  private func withLargeCache<Value>(_ body: () throws -> Value) throws -> Value {
    func set(_ bytes: Int) throws {
      try Self.translating(path) {
        try writer().writeWithoutTransaction { database in
          try database.execute(sql: "PRAGMA cache_size = -\(bytes >> 10); PRAGMA shrink_memory")
        }
      }
    }
    try set(IndexTuning.refreshCacheBytes)
    let value = try body()
    try set(IndexTuning.cacheBytes)
    return value
  }
}

extension WholeRun.Found {
  /// Whether an article has nothing to be found by but the keys of copies.
  func isFaithfulCopy(_ article: Int) -> Bool {
    members[article].role.isFaithful(members[article].similarity) && members[article].parent != article
  }

  /// Which of the articles that waited are such.
  private func areFaithfulCopies() -> [Bool] {
    var found = [Bool](repeating: false, count: waiting.count)
    var next = 0
    for article in numbers.indices where next < waiting.count && numbers[article] == waiting[next] {
      found[next] = isFaithfulCopy(article)
      next += 1
    }
    return found
  }

  /// Writes the keys of the articles that waited; they are gone then.
  mutating func writeKeys(_ postings: Postings) throws {
    let (isCopy, waiting) = (areFaithfulCopies(), waiting)
    try postings.add { writer in
      var failure: (any Error)?
      do {
        try keys.forEachDistinct { entry, _ throws(ReadingError) in
          let (key, place) = (ArticleKeys.key(entry), ArticleKeys.place(entry))
          if isCopy[place], ArticleKeys.isStory(key) { return }
          do { try writer.append(Posting(key: key, article: UInt32(waiting[place]))) } catch {
            failure = error
            throw StoredRecord.damaged
          }
        }
      } catch { throw failure ?? error }
    }
  }
}
