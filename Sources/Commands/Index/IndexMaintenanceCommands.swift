internal import ArgumentParser
internal import Files
internal import FoundationEssentials
internal import Index
internal import Output

/// `newsprint index remove`.
struct IndexRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take articles out of the index, with all their versions.",
    discussion: """
      Their room is taken by the next articles; newsprint index compact gives it back to the disk. Status 1 when an id is not there.

      EXAMPLES
        newsprint index remove news.index 4711 4712
        newsprint index remove news.index --before 2026-01-01
      """)

  @OptionGroup var place: IndexArgument

  @Argument(help: "Ids of articles.")
  var id: [String] = []

  @Option(help: ArgumentHelp("Everything that was published before this day (ISO 8601).", valueName: "date"))
  var before: String?

  @OptionGroup(title: "Running options") var running: RunOptions

  func validate() throws {
    if id.isEmpty == (before == nil) { throw ValidationError("Name ids, or a day with --before.") }
    if let before, Self.time(before) == nil { throw ValidationError("--before is a day or time such as 2026-01-31.") }
  }

  private static func time(_ text: String) -> Int64? {
    let day = try? Date(text.count == 10 ? text + "T00:00:00Z" : text, strategy: .iso8601)
    return day.map { Int64($0.timeIntervalSince1970) }
  }

  func run() throws {
    let console = running.makeConsole()
    let setting = try IndexSetting(running, console, on: place)
    let index = try IndexFile(place.index, for: .writing)
    if let time = before.flatMap(Self.time) {
      let count = try index.remove(before: time, options: setting.options, context: setting.context)
      return console.note("Removed \(Decimals.counted(count, "article", "articles")).")
    }
    let missing = try index.remove(id, options: setting.options, context: setting.context)
    for id in missing { console.note("\(place.index): there is no article \"\(id)\".") }
    console.note("Removed \(Decimals.counted(Set(id).count - Set(missing).count, "article", "articles")).")
    if !missing.isEmpty { throw ExitCode(1) }
  }
}

/// `newsprint index refresh`.
struct IndexRefreshCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "Cluster everything anew: the stories become those of newsprint cluster over the whole.",
    discussion: """
      Stories keep their ids as far as they stay the same; one that went into another stays as its alias. Says how far the stories \
      before agreed with those after. Others can read and write while it clusters, and wait to write while the result is put in.

      EXAMPLES
        newsprint index refresh news.index
        newsprint index refresh year.index --memory 1G
      """)

  @OptionGroup var place: IndexArgument
  @OptionGroup(title: "Running options") var limit: IndexMemoryOptions
  @OptionGroup(title: "Running options") var running: RunOptions

  func run() throws {
    let console = running.makeConsole()
    let setting = try IndexSetting(running, console, on: place, limit: limit)
    let summary = try IndexFile(place.index, for: .writing).refresh(options: setting.options, context: setting.context)
    console.clearProgress()
    console.note(
      """
      Clustered \(Decimals.counted(summary.articles, "article", "articles")) into \
      \(Decimals.counted(summary.stories, "story", "stories")) in \(Decimals.counted(summary.events, "event", "events")). \
      The stories before agreed with these by F1 \(Decimals.fixed(summary.f1, digits: 4)) \
      (precision \(Decimals.fixed(summary.precision, digits: 4)), recall \(Decimals.fixed(summary.recall, digits: 4))).
      """)
  }
}

/// `newsprint index check`.
struct IndexCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold every record, reference and key of the index against the others.",
    discussion: """
      Ends with status 2 when something is wrong, and names it.

      EXAMPLES
        newsprint index check news.index
      """)

  @Argument(help: "The file of the index.")
  var index: String

  @OptionGroup(title: "Running options") var running: RunOptions

  func run() throws {
    let console = running.makeConsole()
    let setting = try IndexSetting(running, console)
    let problems = try IndexFile(index).check(options: setting.options, context: setting.context)
    console.clearProgress()
    let shown = problems.prefix(running.verbose ? problems.count : Console.messageLimit)
    for problem in shown { Terminal.writeError("newsprint: \(Visible.text("\(index): \(problem)")).\n") }
    if problems.count > shown.count { console.note("... and \(problems.count - shown.count) more; use --verbose to see each") }
    if !problems.isEmpty { throw ExitCode(2) }
    console.note("\(index): sound.")
  }
}

/// `newsprint index compact`.
struct IndexCompactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: "Write the index anew without what is gone, and give the room back.",
    discussion: """
      Needs as much room again as the index has, for the time being.

      EXAMPLES
        newsprint index compact news.index
      """)

  @Argument(help: "The file of the index.")
  var index: String

  @OptionGroup(title: "Running options") var running: RunOptions

  func run() throws {
    let console = running.makeConsole()
    let index = try IndexFile(index, for: .writing)
    let before = try index.statistics().fileBytes
    try index.compact()
    let after = try index.statistics().fileBytes
    console.note("\(self.index): \(Decimals.bytes(before)) before, \(Decimals.bytes(after)) now.")
  }
}

/// `newsprint index upgrade`.
struct IndexUpgradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade",
    abstract: "Bring an index that an older program made up to date: its tables, and the keys of every article.",
    discussion: """
      Stories stay as they are. Also mends postings that check finds damaged.

      EXAMPLES
        newsprint index upgrade news.index
      """)

  @Argument(help: "The file of the index.")
  var index: String

  @OptionGroup(title: "Running options") var running: RunOptions

  func run() throws {
    let console = running.makeConsole()
    let setting = try IndexSetting(running, console)
    let count = try IndexFile(index, for: .upgrading).upgrade(options: setting.options, context: setting.context)
    console.clearProgress()
    console.note("Made the keys of \(Decimals.counted(count, "article", "articles")) anew.")
  }
}
