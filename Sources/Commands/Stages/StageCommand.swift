internal import ArgumentParser
internal import Newsprint
internal import Output
internal import Pipeline

/// `newsprint stage`.
struct StageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage",
    abstract: "Run one step of dedupe and cluster, with files between the steps.",
    discussion: """
      For engines that have more than one machine: every step reads rows (JSON lines) and writes rows, of any part of a batch. What \
      concerns the whole batch is in the statistics file, which parts merge. A chain of steps over any parts gives what dedupe and \
      cluster give on one machine; the article Stages of the documentation says what each row is and what must be together.

      EXAMPLES
        newsprint stage articles scrape.jsonl > articles
        newsprint stage statistics articles |
          newsprint stage statistics --finish > s1
        newsprint stage keys articles --statistics s1 |
          newsprint stage candidates --of identical > keys
        newsprint stage candidates keys > pairs
        newsprint stage verify articles pairs --statistics s1 > copies
      """,
    subcommands: [
      StageArticlesCommand.self, StageStatisticsCommand.self, StageKeysCommand.self, StageCandidatesCommand.self,
      StageVerifyCommand.self, StageSolveCommand.self,
    ])
}

/// The rows that a step reads, and where its own go.
struct StageInput: ParsableArguments {
  @Argument(help: ArgumentHelp("Files of rows, or - for standard input (the default).", valueName: "rows"))
  var rows: [String] = []

  @Option(help: ArgumentHelp("Files of the batch's statistics.", valueName: "file"))
  var statistics: [String] = []

  @OptionGroup var output: OutputOptions
  @OptionGroup(title: "Running options") var running: RunOptions

  /// All rows.
  func read() throws -> StageRows {
    try OutputGuard.check(outputs: [output.output], inputs: rows + statistics)
    return try StageRows(statistics + (rows.isEmpty ? ["-"] : rows))
  }

  /// Writes the rows that `fill` appends.
  func write(_ fill: (inout JSONWriter) throws -> Void) throws {
    let file = try AtomicFile(output.output)
    var writer = JSONWriter()
    try fill(&writer)
    try file.write(writer.bytes.span)
    try file.commit()
  }

  func write(_ rows: [some StageRow]) throws {
    let file = try AtomicFile(output.output)
    var writer = JSONWriter()
    for row in rows {
      row.append(to: &writer)
      try file.write(writer.bytes.span)
      writer.removeAll()
    }
    try file.commit()
  }
}

/// Which copy stays; the same in every step of a chain.
struct StageChoice: ParsableArguments {
  @Option(help: "Which article of a group of copies to keep: original, longest, earliest, latest or first.")
  var keep = Keep.original

  @Option(help: ArgumentHelp("Keep copies of these outlets rather than others, as in dedupe.", valueName: "file"))
  var prefer: String?

  @Option(help: ArgumentHelp("Copies count only within this time of the kept one, as in dedupe.", valueName: "time"))
  var window: TimeWindow?

  func apply(to options: inout Options) throws {
    options.keep = keep
    options.window = window?.seconds
    if let prefer { options.preferredOutlets = try OutletFile.read(prefer) }
  }

  /// The steps with this choice.
  func steps(_ input: StageInput, _ console: Console) throws -> StageSteps {
    var options = Options()
    options.threads = input.running.threads
    try apply(to: &options)
    let setting = try Detector(options).reporting { console.show($0) }
    return StageSteps(options: setting.batch, context: setting.context)
  }
}
