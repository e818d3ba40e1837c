internal import Foundation
internal import GRDB
package import Pipeline

extension IndexFile {
  /// Everything that is wrong with the file; empty when it is sound.
  ///
  /// Pages and indices as SQLite checks them, references, every record unpacked and held against its content's hash, every block of
  /// postings read, every article found under each of its keys, and stories, events and versions held against what they must be.
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
    ("an alias has articles", "SELECT 1 FROM story WHERE into_story IS NOT NULL AND number IN (SELECT story FROM article)"),
    (
      "an alias leads to another one",
      "SELECT 1 FROM story JOIN story AS next ON next.number = story.into_story WHERE next.into_story IS NOT NULL"
    ),
    (
      "a story lies in an event that is gone",
      "SELECT 1 FROM story JOIN event ON event.number = story.event WHERE into_event IS NOT NULL"
    ),
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
    for posting in made.keys.postings(numbers: part.numbers, hasAll: part.hasAll)
    where crowded[posting.key] == nil && !all.contains(posting) {
      if let place = places[posting.article] { isMissing[place] = true }
    }
    for place in 0..<count where isMissing[place] && !isBroken[place] {
      problems.append("article \"\(part.ids[place])\": some of its keys are missing")
    }
    return problems
  }
}
