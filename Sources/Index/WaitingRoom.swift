internal import GRDB
internal import Pipeline

/// Articles that are stored for good and have no story yet.
///
/// Many articles at once are stored first and clustered together at the end, as that is less work than to place each beside what
/// is there. Until then they belong to a story without a name, an alias of itself, so that nothing that goes by stories meets
/// them; they have no keys, so that no search does. Whoever reads one of them is told ``name(of:)``.
struct WaitingRoom {
  let database: Database
  let scope: String

  /// The id of the story and the event that stand for none.
  static let id = ""

  /// What is shown as the story and the event of an article that waits: it stands alone.
  static func name(of article: Int64) -> String { "pending-\(article)" }

  /// The number of the story that stands for none; nil where no article of the scope ever waited.
  func story() throws -> Int64? {
    let statement = try database.cachedStatement(sql: "SELECT number FROM story WHERE scope = ? AND id = ''")
    return try Int64.fetchOne(statement, arguments: [scope])
  }

  /// That number, in a scope where none ever waited too.
  func makeStory() throws -> Int64 {
    if let story = try story() { return story }
    try database.execute(sql: "INSERT INTO event (scope, id) VALUES (?, '')", arguments: [scope])
    let event = database.lastInsertedRowID
    try database.execute(sql: "UPDATE event SET into_event = number WHERE number = ?", arguments: [event])
    try database.execute(sql: "INSERT INTO story (scope, id, event, changed) VALUES (?, '', ?, 0)", arguments: [scope, event])
    let story = database.lastInsertedRowID
    try database.execute(sql: "UPDATE story SET into_story = number WHERE number = ?", arguments: [story])
    return story
  }

  /// How many articles wait.
  func count() throws -> Int {
    guard let story = try story() else { return 0 }
    return try Int.fetchOne(database, sql: "SELECT count(*) FROM article WHERE story = ?", arguments: [story]) ?? 0
  }

  /// How many have their story, up to `most`.
  func placed(upTo most: Int) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT count(*) FROM (SELECT 1 FROM article WHERE scope = ? AND story IS NOT ? LIMIT ?)",
      arguments: [scope, story(), most]) ?? 0
  }

  /// The numbers of the articles that wait, ascending, `most` at most.
  func numbers(upTo most: Int = .max) throws -> [Int64] {
    guard let story = try story() else { return [] }
    return try Int64.fetchAll(
      database, sql: "SELECT number FROM article WHERE story = ? ORDER BY number LIMIT ?", arguments: [story, most])
  }

  /// Articles that wait as they were when they came, ascending, `most` at most.
  func arrivals(upTo most: Int, context: RunContext) throws -> [Settlement.Arrival] {
    let numbers = try numbers(upTo: most)
    let records = try RecordLoading(database: database, context: context).load(numbers)
    let statement = try database.cachedStatement(
      sql: "SELECT id, id_is_text, version, published FROM article WHERE number = ?")
    return try numbers.compactMap { number in
      guard let row = try Row.fetchOne(statement, arguments: [number]), let record = records[number] else {
        throw StoredRecord.damaged
      }
      let article = NewArticle(id: row[0], idIsText: row[1], published: row[3], line: record.article)
      return Settlement.Arrival(article: article, number: number, version: row[2], isStored: true)
    }
  }
}

extension IndexFile {
  /// Gives the articles that wait their stories: all of the scope are clustered anew where they are many beside those that have
  /// one, else they are placed some at a time.
  ///
  /// - Returns: how many joined a story that was there.
  func placeWaiting(options: IndexOptions, context: RunContext) throws -> Int {
    let isMuch = try read { database in
      let room = WaitingRoom(database: database, scope: options.scope)
      return try IndexTuning.isMuch(room.count(), beside: { try room.placed(upTo: $0) }, options)
    }
    if isMuch { return try refresh(options: options, roles: .none, context: context).joined }
    var joined = 0
    while true {
      let found = try write { database -> (count: Int, joined: Int) in
        let room = WaitingRoom(database: database, scope: options.scope)
        let arrivals = try room.arrivals(upTo: options.batchArticles, context: context)
        guard !arrivals.isEmpty else { return (0, 0) }
        let neighbourhood = Neighbourhood(
          database: database, directories: directories, options: options, context: context)
        let found = try neighbourhood.find(arrivals.map(\.article))
        return (arrivals.count, try Settlement(database, scope: options.scope).add(arrivals, found))
      }
      guard found.count > 0 else { return joined }
      joined += found.joined
    }
  }
}

extension IndexTuning {
  /// Whether so many articles are clustered with everything rather than placed one by one; `placed` counts those that have a
  /// story, up to a limit.
  static func isMuch(_ count: Int, beside placed: (Int) throws -> Int, _ options: IndexOptions) rethrows -> Bool {
    // A run over everything knows no window.
    guard options.window == nil, count >= options.bulkArticles else { return false }
    let most = count * bulkShare + 1
    return try placed(most) < most
  }
}
