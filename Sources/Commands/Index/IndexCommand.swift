internal import ArgumentParser
internal import Drift
internal import Index
internal import Input
internal import Newsprint
internal import Output
internal import Pipeline
internal import Relations
internal import Service

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
      valueName: "time"))
  var window: TimeWindow?
}

/// How much memory a run over everything may take.
struct IndexMemoryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Memory for keys, texts and sorting: 512M, 8G, 1M at least. (default: 1G)",
      discussion: """
        What does not fit goes to temporary files (TMPDIR); the result is the same. What is kept of each article is not in it: some \
        700 bytes.
        """, valueName: "size"))
  var memory: ByteSize?

  var bytes: Int { memory?.bytes ?? IndexOptions.usualMemory }
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
  init(_ running: RunOptions, _ console: Console, on place: IndexArgument? = nil, limit: IndexMemoryOptions? = nil) throws {
    var options = Options()
    options.threads = running.threads
    options.memory = limit?.bytes
    try self.init(options, console, on: place)
  }
}

/// `newsprint index add`.
struct IndexAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Put articles into the index, each into its story.",
    discussion: """
      The index is made where there is none. An article whose id is there with the same text is left alone; with another text it is a \
      new version, and the old one stays in its story: give ids, for FILE:LINE says little the next day. Many articles at a time are \
      added and confirmed ("Added ... so far."): what was confirmed is there for good, so a run that is broken off can simply be \
      started again. Where more come than are there, they are stored first and clustered together at the end; until then clusters \
      shows them as "pending". A year in many files is stored fastest with --defer-stories, and one refresh behind the last.

      EXAMPLES
        newsprint index add news.index scrape/
        newsprint index add news.index export.jsonl.gz --text-field body
        newsprint index add news.index drafts.jsonl --scope desk-7
        newsprint index add year.index year/ --memory 1G
        for m in year/*; do newsprint index add year.index $m --defer-stories; done
        newsprint index refresh year.index
      """)

  @OptionGroup var place: IndexArgument
  @OptionGroup var input: InputOptions
  @OptionGroup var search: IndexSearchOptions

  @Flag(
    help: ArgumentHelp(
      "Store the articles only: they get their stories by the next add without this, or by refresh, and no query finds them before."
    ))
  var deferStories = false

  @Option(
    help: ArgumentHelp(
      "Confirm the addition every so many articles, or somewhat later. (default: \(Decimals.grouped(IndexOptions().batchArticles)))",
      valueName: "n"))
  var batch: Int?

  @OptionGroup(title: "Running options") var limit: IndexMemoryOptions
  @OptionGroup(title: "Running options") var running: RunOptions

  func validate() throws {
    if let batch, !(1...1_000_000).contains(batch) { throw ValidationError("--batch is a number from 1 to 1,000,000.") }
    if deferStories, search.window != nil {
      throw ValidationError(
        "--window says what new articles are held against, which --defer-stories leaves for later: leave one out.")
    }
  }

  func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    try OutputGuard.check(outputs: [place.index], inputs: input.inputs)
    var reading = input.options(running)
    reading.memory = limit.bytes
    let setting = try IndexSetting(reading, console, on: place, search)
    var options = setting.options
    if let batch { options.batchArticles = batch }
    options.placing = deferStories ? .later : .together
    let index = try IndexFile(place.index, for: .creating)
    var confirmed = 0
    let summary = try index.add(.paths(input.inputs), options: options, context: setting.context) { summary, _ in
      let added = summary.new + summary.updated
      if added > confirmed { console.note("Added \(Decimals.counted(added, "article", "articles")) so far.") }
      confirmed = added
    }
    console.clearProgress()
    console.finish(summary.reading, watch)
    guard summary.reading.hasResult else { throw NothingRead(outputs: []) }
    console.note(Self.said(summary))
    if deferStories { console.note("Their stories are still to be found: newsprint index refresh \(place.index)") }
    if let warning = Self.warning(summary) { console.note(warning) }
    try ExitStatus.check(skipped: summary.reading.skipped.count, console)
  }

  /// A file of the same name on another day would take the place of the articles.
  private static func warning(_ summary: AdditionSummary) -> String? {
    guard summary.unnamed > 0 else { return nil }
    let replaced = summary.unnamedUpdated
    let what =
      replaced == 0
      ? "what another file of the same name holds would count as new versions of them"
      : "\(Decimals.counted(replaced, "article", "articles")) of the same file and line \(replaced == 1 ? "is an older version" : "are older versions") now"
    return
      "warning: \(Decimals.counted(summary.unnamed, "article has", "articles have")) no id and \(summary.unnamed == 1 ? "goes" : "go") "
      + "by FILE:LINE, so \(what). Name the field of their ids with --id-field."
  }

  /// What was done, without what there was none of.
  private static func said(_ summary: AdditionSummary) -> String {
    let versions = Decimals.counted(summary.updated, "new version", "new versions")
    var text = "Added \(Decimals.counted(summary.new, "article", "articles"))" + (summary.updated > 0 ? " and \(versions)" : "")
    if summary.joined > 0 { text += "; \(Decimals.grouped(summary.joined)) joined stories that were there" }
    if summary.known > 0 { text += ". \(Decimals.grouped(summary.known)) were known already" }
    return text + "."
  }
}

/// `newsprint index query`.
struct IndexQueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Say of articles what they would be in the index; nothing is stored.",
    discussion: """
      Writes one line for each article, in input order: the story and event that it belongs to (null when it is new), its role, the \
      stored version that it is nearest to (parent) with the relation to that and the serious changes, and how like the story's \
      original it is. Articles of one query do not see each other.

      EXAMPLES
        newsprint index query news.index new.jsonl
        newsprint index query news.index new.jsonl |
          jq -c 'select(.story != null) | [.id, .role, .parent]'
      """)

  @OptionGroup var place: IndexArgument
  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var search: IndexSearchOptions
  @OptionGroup(title: "Drift options") var drift: DriftArguments

  @Flag(help: "Do not look for changes: faster.")
  var noChanges = false

  @OptionGroup(title: "Running options") var running: RunOptions

  func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    try OutputGuard.check(outputs: [output.output, place.index], inputs: input.inputs)
    if !noChanges { console.noteLexicon() }
    var options = input.options(running)
    options.drift = drift.choice
    let setting = try IndexSetting(options, console, on: place, search)
    let comparers = try ComparerPool(Detector(options).reporting(nil).drift)
    let index = try IndexFile(place.index)
    let file = try SharedFile(output.output)
    let compare: IndexFile.Comparing = { a, b, titles in comparers.use { $0.changes(a, b, titles: titles) } }
    let summary = try index.query(
      .paths(input.inputs), options: setting.options, context: setting.context, compare: noChanges ? nil : compare,
      deliver: { answers in
        var writer = JSONWriter()
        for answer in answers {
          QueryJSON.write(answer, to: &writer)
          writer.newline()
        }
        try file.write(writer.bytes)
      })
    if summary.hasResult { try file.commit() }
    console.finish(summary, watch)
    guard summary.hasResult else { throw NothingRead(outputs: [output.output]) }
    try ExitStatus.check(skipped: summary.skipped.count, console)
  }
}
