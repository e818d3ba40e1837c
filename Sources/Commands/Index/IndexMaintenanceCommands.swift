internal import ArgumentParser
internal import Files
internal import Index
internal import Output

/// `newsprint index remove`.
struct IndexRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take articles out of the index, with all their versions.",
    discussion: """
      Their space is given back by newsprint index compact.

      EXAMPLES
        newsprint index remove news.index 4711 4712
      """)

  @OptionGroup var place: IndexArgument

  @Argument(help: "Ids of articles.")
  var id: [String]

  @OptionGroup var running: RunOptions

  func run() throws {
    let console = running.makeConsole()
    let missing = try IndexFile(place.index).remove(id, scope: place.scope)
    for id in missing { console.note("\(place.index): there is no article \"\(id)\".") }
    console.note("Removed \(Decimals.counted(id.count - missing.count, "article", "articles")).")
    if !missing.isEmpty { throw ExitCode(1) }
  }
}

/// `newsprint index refresh`.
struct IndexRefreshCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "Cluster everything anew: the stories become those of newsprint cluster over the whole.",
    discussion: "Stories keep their ids as far as they stay the same; one that went into another stays as its alias.")

  @OptionGroup var place: IndexArgument
  @OptionGroup var running: RunOptions

  func run() throws {
    let console = running.makeConsole()
    let setting = try IndexSetting(running, console)
    let summary = try IndexFile(place.index).refresh(options: setting.batch, scope: place.scope, context: setting.context)
    console.clearProgress()
    console.note(
      "Clustered \(Decimals.counted(summary.articles, "article", "articles")) into \(Decimals.counted(summary.stories, "story", "stories")); "
        + "before, pairs in one story agreed with that by F1 \(Decimals.fixed(summary.f1, digits: 4)) "
        + "(precision \(Decimals.fixed(summary.precision, digits: 4)), recall \(Decimals.fixed(summary.recall, digits: 4))).")
  }
}

/// `newsprint index check`.
struct IndexCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Hold every record, reference and key of the index against the others.",
    discussion: "Ends with status 2 when something is wrong, and names it.")

  @Argument(help: "The file of the index.")
  var index: String

  @OptionGroup var running: RunOptions

  func run() throws {
    let console = running.makeConsole()
    let setting = try IndexSetting(running, console)
    let problems = try IndexFile(index).check(options: setting.batch, context: setting.context)
    for problem in problems { Terminal.writeError("newsprint: \(Visible.text("\(index): \(problem)")).\n") }
    if !problems.isEmpty { throw ExitCode(2) }
    console.note("\(index): sound.")
  }
}

/// `newsprint index compact`.
struct IndexCompactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact", abstract: "Write the index anew without what is gone, and give the space back.")

  @Argument(help: "The file of the index.")
  var index: String

  func run() throws { try IndexFile(index).compact() }
}

/// `newsprint index upgrade`.
struct IndexUpgradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade", abstract: "Make the keys of every article anew, for an index that an older program made.")

  @Argument(help: "The file of the index.")
  var index: String

  @OptionGroup var running: RunOptions

  func run() throws {
    let console = running.makeConsole()
    let setting = try IndexSetting(running, console)
    let count = try IndexFile(index, anySketch: true).upgrade(options: setting.batch, context: setting.context)
    console.note("Made the keys of \(Decimals.counted(count, "article", "articles")) anew.")
  }
}
