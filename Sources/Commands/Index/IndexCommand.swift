internal import ArgumentParser
internal import Index
internal import Newsprint
internal import Pipeline

/// `newsprint index`: articles that stay, so that a new one can be placed without clustering everything again.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Keep articles in an index that grows, and place new ones in it.",
    discussion: """
      An index is one file. "add" puts articles into it, each into its story; "query" says of articles what they would be there, and \
      changes nothing. What "add" has confirmed is there after a crash. Stories keep their ids as they grow. Between two "refresh" runs \
      they are found with the knowledge of words that each addition has; "refresh" brings them to what newsprint cluster says of the \
      whole.

      EXAMPLES
        newsprint index add news.index monday.jsonl
        newsprint index query news.index new.jsonl
        newsprint index clusters news.index -o clusters.jsonl
        newsprint index refresh news.index
      """,
    subcommands: [
      IndexAddCommand.self, IndexQueryCommand.self, IndexRemoveCommand.self, IndexClustersCommand.self, IndexReportCommand.self,
      IndexExportCommand.self, IndexStatsCommand.self, IndexRefreshCommand.self, IndexCheckCommand.self, IndexCompactCommand.self,
      IndexUpgradeCommand.self,
    ])
}

/// The index that a command works on, and the part of it.
struct IndexArgument: ParsableArguments {
  @Argument(help: "The file of the index.")
  var index: String

  @Option(
    help: ArgumentHelp(
      "A part of the index that sees only itself, for articles that others must not see. (default: the part without a name)",
      valueName: "name"))
  var scope = ""
}

/// What new articles are held against.
struct IndexSearchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only against stored articles that were published at most so long before or after them: 72h, 7d, 4w. Refresh knows no window.",
      valueName: "duration"))
  var window: TimeWindow?
}

/// How a run over an index works.
struct IndexSetting {
  let options: IndexOptions
  let context: RunContext

  init(_ options: Options, _ console: Console, on place: IndexArgument? = nil, _ search: IndexSearchOptions? = nil) throws {
    let setting = try Detector(options).reporting { console.show($0) }
    var index = IndexOptions(setting.batch)
    index.scope = place?.scope ?? ""
    index.window = search?.window?.seconds
    (self.options, context) = (index, setting.context)
  }

  /// The default options on the threads of `running`.
  init(_ running: RunOptions, _ console: Console, on place: IndexArgument? = nil) throws {
    var options = Options()
    options.threads = running.threads
    try self.init(options, console, on: place)
  }
}
