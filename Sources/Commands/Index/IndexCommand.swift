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
      changes nothing. What "add" has confirmed is there after a crash. Between two "refresh" runs the stories are found with the \
      knowledge of words that each batch had; "refresh" brings them to what newsprint cluster says of the whole.

      EXAMPLES
        newsprint index add news.index monday.jsonl
        newsprint index query news.index new.jsonl
        newsprint index clusters news.index -o clusters.jsonl
        newsprint index refresh news.index
      """,
    subcommands: [
      IndexAddCommand.self, IndexQueryCommand.self, IndexRemoveCommand.self, IndexClustersCommand.self, IndexExportCommand.self,
      IndexRefreshCommand.self, IndexStatsCommand.self, IndexCheckCommand.self, IndexCompactCommand.self,
      IndexUpgradeCommand.self,
    ])
}

/// The index that a command works on.
struct IndexArgument: ParsableArguments {
  @Argument(help: "The file of the index.")
  var index: String

  @Option(
    help:
      "Name of a part of the index that sees only itself, for articles that others must not see. (default: the part without a name)"
  )
  var scope = ""
}

/// How a run over an index works.
struct IndexSetting {
  let batch: BatchOptions
  let context: RunContext

  init(_ options: Options, _ console: Console) throws {
    let setting = try Detector(options).reporting { console.show($0) }
    (batch, context) = (setting.batch, setting.context)
  }

  /// The default options on the threads of `running`.
  init(_ running: RunOptions, _ console: Console) throws {
    var options = Options()
    options.threads = running.threads
    try self.init(options, console)
  }
}
