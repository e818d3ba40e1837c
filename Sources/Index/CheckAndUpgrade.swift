internal import Foundation
internal import GRDB
package import Pipeline

extension IndexFile {
  /// Everything that is wrong with the file; empty when it is sound.
  ///
  /// Pages and indices as SQLite checks them, references, every record unpacked and held against its content's hash, every block
  /// of postings read, every article found under each of its keys, and stories, events and versions held against what they must
  /// be.
  package func check(options: IndexOptions = IndexOptions(), context: RunContext) throws -> [String] {
    try read { database in
      var problems = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      if !problems.isEmpty { return problems }
      problems += try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map {
        "table \($0["table"] as String): a reference leads nowhere"
      }
      for (rule, sql) in Self.rules {
        let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM (\(sql))") ?? 0
        if count > 0 { problems.append("\(count) times: \(rule)") }
      }
      do { try Postings(database: database).forEach { _ in } } catch let error as BrokenBlock {
        return problems + [error.description]
      }
      var options = options
      for scope in try String.fetchAll(database, sql: "SELECT DISTINCT scope FROM article ORDER BY scope") {
        options.scope = scope
        let renewal = KeyRenewal(database: database, options: options, context: context)
        _ = try renewal.forEachPart { problems += try Self.problems(of: $0, renewal) }
      }
      return problems
    }
  }

  /// What holds in every sound index, and how what breaks it is found.
  private static let rules: [(String, String)] = [
    ("an article has no record", "SELECT 1 FROM article LEFT JOIN record ON record.article = number WHERE data IS NULL"),
    ("a story has no article", "SELECT 1 FROM story WHERE into_story IS NULL AND number NOT IN (SELECT story FROM article)"),
    ("an alias has articles", "SELECT 1 FROM story WHERE into_story <> number AND number IN (SELECT story FROM article)"),
    (
      "an alias leads to another one",
      "SELECT 1 FROM story JOIN story AS next ON next.number = story.into_story WHERE next.into_story <> story.number"
    ),
    (
      "a story lies in an event that is gone",
      "SELECT 1 FROM story JOIN event ON event.number = story.event WHERE into_event IS NOT NULL AND story.id <> ''"
    ),
    ("a story that stands for none has a name", "SELECT 1 FROM story WHERE (into_story IS number) <> (id = '')"),
    ("an event has no story", "SELECT 1 FROM event WHERE into_event IS NULL AND number NOT IN (SELECT event FROM story)"),
    (
      "a story is of another scope than an article of it",
      "SELECT 1 FROM article JOIN story ON story.number = article.story WHERE story.scope <> article.scope"
    ),
    (
      "an article and its parent are of different scopes",
      "SELECT 1 FROM article JOIN article AS parent ON parent.number = article.parent WHERE parent.scope <> article.scope"
    ),
    (
      "not exactly the newest version of an article is current",
      "SELECT 1 FROM article GROUP BY scope, id HAVING sum(replaced IS NULL) <> 1 OR max(version) <> sum(version * (replaced IS NULL))"
    ),
  ]

  private static func problems(of part: KeyRenewal.Part, _ renewal: KeyRenewal) throws -> [String] {
    var problems: [String] = []
    var lines: [UInt8] = []
    var isBroken = [Bool](repeating: false, count: part.numbers.count)
    var packer = RecordPacker()
    for (place, number) in part.numbers.enumerated() {
      let data = try Data.fetchOne(renewal.database, sql: "SELECT data FROM record WHERE article = ?", arguments: [number])
      if let data, let record = try? packer.unpack(data) {
        record.appendLine(id: "n\(place)", to: &lines)
      } else {
        isBroken[place] = true
        problems.append("article \"\(part.ids[place])\": its record cannot be unpacked")
      }
    }
    let count = part.numbers.count
    let made = try ArticleKeys.reading(lines, count: count, options: renewal.options, context: renewal.context)
    for place in 0..<count where !isBroken[place] && made.contents[place]?.data != part.contents[place] {
      isBroken[place] = true
      problems.append("article \"\(part.ids[place])\": its text is not the one that was added")
    }
    let stored = try Postings(database: renewal.database).find(made.keys.keys).postings
    let crowded = Dictionary(stored.map { ($0.key, 1) }, uniquingKeysWith: +).filter { $0.value > IndexTuning.mostArticles }
    let all = Set(stored)
    var isMissing = [Bool](repeating: false, count: count)
    let places = Dictionary(uniqueKeysWithValues: part.numbers.enumerated().map { (UInt32($1), $0) })
    for posting in made.keys.postings(numbers: part.keyed, hasAll: part.hasAll)
    where crowded[posting.key] == nil && !all.contains(posting) {
      if let place = places[posting.article] { isMissing[place] = true }
    }
    for place in 0..<count where isMissing[place] && !isBroken[place] {
      problems.append("article \"\(part.ids[place])\": some of its keys are missing")
    }
    return problems
  }
}

extension IndexFile {
  /// Makes the keys of every article anew, for an index whose keys an older program made, or whose postings are damaged.
  ///
  /// - Returns: how many articles there are.
  package func upgrade(options: IndexOptions = IndexOptions(), context: RunContext) throws -> Int {
    try write { database in
      try Postings(database: database).removeAll()
      var options = options
      var count = 0
      for scope in try String.fetchAll(database, sql: "SELECT DISTINCT scope FROM article ORDER BY scope") {
        options.scope = scope
        let renewal = KeyRenewal(database: database, options: options, context: context)
        count += try renewal.forEachPart { try renewal.write($0) }
      }
      try setSketch(database)
      return count
    }
  }
}

/// Makes keys of articles that are stored.
struct KeyRenewal {
  let database: Database
  let options: IndexOptions
  let context: RunContext

  /// Some of the scope's articles, ascending, and what their records give.
  struct Part {
    var numbers: [Int64]
    var ids: [String]
    var contents: [Data]
    var hasAll: [Bool]
    /// The numbers again, 0 for articles that wait for their stories: those have no keys.
    var keyed: [Int64]
  }

  /// Calls `body` with all articles of the scope, some at a time, in the order of their numbers.
  ///
  /// - Returns: how many there are.
  func forEachPart(_ body: (Part) throws -> Void) throws -> Int {
    let waiting = try WaitingRoom(database: database, scope: options.scope).story()
    var last: Int64 = 0
    var count = 0
    while true {
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT number, id, content, has_all_keys, story FROM article WHERE scope = ? AND number > ? ORDER BY number LIMIT ?
          """, arguments: [options.scope, last, IndexTuning.batchArticles])
      guard let end = rows.last else { return count }
      try body(
        Part(
          numbers: rows.map { $0[0] }, ids: rows.map { $0[1] }, contents: rows.map { $0[2] }, hasAll: rows.map { $0[3] },
          keyed: rows.map { $0[4] == waiting ? 0 : $0[0] }))
      last = end[0]
      count += rows.count
      context.onProgress(.stage(.copies))
    }
  }

  /// Writes the keys of a part; those before it have theirs.
  func write(_ part: Part) throws {
    let lines = try lines(of: part.numbers)
    let keys = try ArticleKeys.reading(lines, count: part.numbers.count, options: options, context: context).keys
    try Postings(database: database).add(keys.postings(numbers: part.keyed, hasAll: part.hasAll))
  }

  /// Gives articles that had only the keys of copies their stories' keys too.
  func giveAllKeys(_ numbers: [Int64]) throws {
    guard !numbers.isEmpty else { return }
    let all = [Bool](repeating: true, count: numbers.count)
    let keys = try ArticleKeys.reading(lines(of: numbers), count: numbers.count, options: options, context: context).keys
    try Postings(database: database).add(keys.postings(numbers: numbers, hasAll: all))
    let statement = try database.cachedStatement(sql: "UPDATE article SET has_all_keys = 1 WHERE number = ?")
    for number in numbers { try statement.execute(arguments: [number]) }
  }

  /// The lines of articles, which are called by their places.
  func lines(of numbers: [Int64]) throws -> [UInt8] {
    let records = try RecordLoading(database: database, context: context).load(numbers)
    var lines: [UInt8] = []
    for (place, number) in numbers.enumerated() { records[number]?.appendLine(id: "n\(place)", to: &lines) }
    return lines
  }
}
