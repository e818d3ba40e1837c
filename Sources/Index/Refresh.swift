internal import Foundation
internal import GRDB
package import Files
internal import Input
package import Pipeline

/// What `index refresh` changed.
package struct RefreshSummary: Sendable {
  package var articles = 0
  package var stories = 0
  /// Agreement of the stories before and after, over all pairs of articles in one story: precision, recall and F1, 0...1.
  package var precision = 1.0
  package var recall = 1.0
  package var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
}

extension IndexFile {
  /// Clusters everything anew, with the frequencies of all that is there: afterwards the stories are those of `newsprint cluster`.
  ///
  /// A story keeps the id of the one that most of its articles were in; a story that went into another stays as its alias.
  package func refresh(options: BatchOptions, scope: String = "", context: RunContext) throws -> RefreshSummary {
    try write { database in
      let folder = FileManager.default.temporaryDirectory.appending(path: "newsprint-refresh-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let path = folder.appending(path: "articles.jsonl").path()
      try self.writeLines(to: path, scope: scope, database)
      var options = options
      options.reading.fields = .init()
      options.reading.maxRecordBytes = 1 << 30
      let result = try ClusterJob(options: options, roles: .none, context: context).run(inputs: .paths([path]))
      return try Resettling(database: database, scope: scope).take(result)
    }
  }

  /// Every article's line, called by its number, in the order of the numbers.
  private func writeLines(to path: String, scope: String, _ database: Database) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else {
      throw ReadingError(.temporary, "a temporary file cannot be made", at: .init(path), advice: "Make room, or set TMPDIR.")
    }
    defer { try? file.close() }
    var waiting = Data()
    let rows = try Row.fetchCursor(
      database, sql: "SELECT number, record FROM article WHERE scope = ? ORDER BY number", arguments: [scope])
    while let row = try rows.next() {
      let number: Int64 = row["number"], packed: Data = row["record"]
      waiting += try StoredRecord(packed: packed).line(id: "k\(number)") + [0x0A]
      if waiting.count > 1 << 20 {
        try file.write(contentsOf: waiting)
        waiting.removeAll(keepingCapacity: true)
      }
    }
    try file.write(contentsOf: waiting)
  }
}

/// Stories after a run over everything, in place of those before.
private struct Resettling {
  let database: Database
  let scope: String

  func take(_ result: ClusterJob.Result) throws -> RefreshSummary {
    let table = result.batch.corpus.table
    func number(_ article: UInt32) -> Int64 {
      Int64(String(decoding: table.id(Int(article)), as: UTF8.self).dropFirst()) ?? 0
    }
    let before = try storiesBefore()
    let clusters = result.stories.map { $0.members.map(number) }
    var summary = Self.agreement(before, clusters)
    (summary.articles, summary.stories) = (before.count, clusters.count)
    let names = try self.names(clusters, result.stories.map(\.id), before)
    try database.execute(sql: "DELETE FROM event WHERE scope = ?", arguments: [scope])
    let settlement = Settlement(database: database, scope: scope)
    let update = try database.cachedStatement(
      sql: "UPDATE article SET story = ?, role = ?, parent = ?, similarity = ? WHERE number = ?")
    for (story, members) in zip(result.stories, clusters).enumerated().map({ ($0.offset, $0.element.1) }) {
      let event = try settlement.event(result.events[Int(result.members[Int(result.stories[story].members[0])].event)])
      try database.execute(
        sql: "UPDATE story SET event = ?, into_story = NULL WHERE number = ?", arguments: [event, names[story]])
      for (article, member) in zip(result.stories[story].members, members) {
        let place = result.members[Int(article)]
        let parent: Int64? = place.parent == article ? nil : number(place.parent)
        try update.execute(arguments: [names[story], place.role.rawValue, parent, Double(place.similarity), member])
      }
    }
    try leaveAliases(before)
    return summary
  }

  private func storiesBefore() throws -> [Int64: Int64] {
    var stories: [Int64: Int64] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT number, story FROM article WHERE scope = ?", arguments: [scope])
    while let row = try rows.next() { stories[row["number"]] = row["story"] }
    return stories
  }

  /// The number of the story that each cluster goes on with: of those before, each goes to the cluster that has most of it.
  private func names(_ clusters: [[Int64]], _ ids: [String], _ before: [Int64: Int64]) throws -> [Int64] {
    var overlaps: [(shared: Int, cluster: Int, story: Int64)] = []
    for (cluster, members) in clusters.enumerated() {
      let counts = Dictionary(members.compactMap { before[$0].map { ($0, 1) } }, uniquingKeysWith: +)
      for (story, shared) in counts { overlaps.append((shared, cluster, story)) }
    }
    overlaps.sort { ($1.shared, $0.story, $0.cluster) < ($0.shared, $1.story, $1.cluster) }
    var names = [Int64?](repeating: nil, count: clusters.count)
    var taken: Set<Int64> = []
    for (_, cluster, story) in overlaps where names[cluster] == nil && !taken.contains(story) {
      names[cluster] = story
      taken.insert(story)
    }
    let settlement = Settlement(database: database, scope: scope)
    return try names.enumerated().map { cluster, name in
      if let name { return name }
      let event = try settlement.event(ids[cluster])
      return try settlement.makeStory(ids[cluster], event: event)
    }
  }

  /// A story that no article is in any more leads to the one that most of its articles went to.
  private func leaveAliases(_ before: [Int64: Int64]) throws {
    var moves: [Int64: [Int64: Int]] = [:]
    let now = try storiesBefore()
    for (article, story) in before { if let new = now[article] { moves[story, default: [:]][new, default: 0] += 1 } }
    for (story, targets) in moves where targets[story] == nil {
      guard let target = targets.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { continue }
      try database.execute(
        sql: "UPDATE story SET into_story = ?1 WHERE number = ?2 OR into_story = ?2", arguments: [target, story])
    }
  }

  /// Pairwise precision and recall of the stories before against those after.
  private static func agreement(_ before: [Int64: Int64], _ clusters: [[Int64]]) -> RefreshSummary {
    func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
    var both = 0.0
    var after = 0.0
    var old: [Int64: Int] = [:]
    for story in before.values { old[story, default: 0] += 1 }
    for members in clusters {
      after += pairs(members.count)
      let counts = Dictionary(members.compactMap { before[$0].map { ($0, 1) } }, uniquingKeysWith: +)
      both += counts.values.reduce(0) { $0 + pairs($1) }
    }
    let had = old.values.reduce(0) { $0 + pairs($1) }
    var summary = RefreshSummary()
    summary.precision = had == 0 ? 1 : both / had
    summary.recall = after == 0 ? 1 : both / after
    return summary
  }
}
