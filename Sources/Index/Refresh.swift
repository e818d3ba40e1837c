internal import Files
internal import GRDB
package import Pipeline
internal import Tables

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
  /// A story or event keeps the id of the one that most of its articles were in; one that went into another stays as its alias.
  /// Others read and write while it clusters; what they add meanwhile stays in the story that it was put in, or goes where that
  /// went. Readers see all of the change of stories that are there or nothing of it; articles that waited with no others get
  /// theirs some at a time.
  package func refresh(
    options: IndexOptions = IndexOptions(), roles: RoleEffort = .auto, context: RunContext
  ) throws -> RefreshSummary {
    var found = try WholeRun(index: self, options: options, roles: roles, context: context).find()
    return try take(&found, scope: options.scope, context: context)
  }

  /// Puts a run over everything in; its keys are gone then.
  func take(_ found: inout WholeRun.Found, scope: String, context: RunContext) throws -> RefreshSummary {
    // Keys of articles that have no story yet are found by nobody.
    if !found.waiting.isEmpty { try found.writeKeys(to: self, context: context) }
    let run = found
    return try withLargeCache {
      let placed = try FirstStories(index: self, scope: scope, found: run).place()
      return try settle(run, placed: placed, scope: scope)
    }
  }

  /// Settles what differs, which is found out beforehand, while others write; when they did, once more.
  private func settle(_ found: WholeRun.Found, placed: [Bool], scope: String) throws -> RefreshSummary {
    for _ in 0..<IndexTuning.refreshAttempts {
      let mark = try Self.translating(path) { try writer().writeWithoutTransaction { try ChangeMark($0) } }
      let plan = try read { try RefreshPlan($0, scope: scope, found, placed: placed) }
      let summary = try write { database in
        try ChangeMark(database) == mark ? try Resettling(database, scope: scope, plan).settle() : nil
      }
      if let summary { return summary }
    }
    return try write { database in
      try Resettling(database, scope: scope, RefreshPlan(database, scope: scope, found, placed: placed)).settle()
    }
  }

  /// Runs `body` with room for what a transaction over everything changes: pages that do not fit would be written again and
  /// again.
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

/// Tells whether the file was changed between two moments, by others or by the writer itself.
struct ChangeMark: Equatable {
  private let byOthers: Int?
  private let byWriter: Int?

  /// `writer` is the connection that writes.
  init(_ writer: Database) throws {
    byOthers = try Int.fetchOne(writer, sql: "PRAGMA data_version")
    byWriter = try Int.fetchOne(writer, sql: "SELECT total_changes()")
  }
}

extension WholeRun.Found {
  /// Whether an article has nothing to be found by but the keys of copies.
  func isFaithfulCopy(_ article: Int) -> Bool {
    members[article].role.isFaithful(members[article].similarity) && members[article].parent != article
  }

  /// Which articles of the run waited.
  var haveWaited: [Bool] {
    var result = [Bool](repeating: false, count: numbers.count)
    var next = 0
    for article in numbers.indices {
      while next < waiting.count, waiting[next] < numbers[article] { next += 1 }
      result[article] = next < waiting.count && waiting[next] == numbers[article]
    }
    return result
  }

  /// Which of the articles that waited are faithful copies.
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
  mutating func writeKeys(to index: IndexFile, context: RunContext) throws {
    let isCopy = areFaithfulCopies()
    var writer = try HiddenSegmentWriter(index)
    do {
      var buckets: [[UInt64]] = []
      var count = 0
      for bucket in 0..<keys.count {
        buckets.append(try keys.take(bucket))
        count += buckets[buckets.count - 1].count
        guard count >= IndexTuning.keysSortedTogether || bucket == keys.count - 1 else { continue }
        for entries in try Self.sorted(buckets, context) {
          for entry in entries {
            let (key, place) = (ArticleKeys.key(entry), ArticleKeys.place(entry))
            if isCopy[place], ArticleKeys.isStory(key) { continue }
            try writer.append(Posting(key: key, article: UInt32(waiting[place])))
          }
        }
        (buckets, count) = ([], 0)
      }
      try writer.finish()
    } catch {
      writer.discard()
      throw error
    }
  }

  /// Each bucket ascending, each number once.
  private static func sorted(_ buckets: [[UInt64]], _ context: RunContext) throws -> [[UInt64]] {
    try Parallel.map(buckets.count, in: context, makeState: {}) { bucket, _ in
      var entries = buckets[bucket]
      RadixSort.sort(&entries, bits: 0..<64)
      return entries.deduplicated()
    }
  }
}
