internal import ArgumentParser
internal import FoundationEssentials
internal import Input
internal import Newsprint
internal import Output
internal import Pipeline
internal import Reports

/// `newsprint report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report to read in a browser: stories, versions, what changed.",
    discussion: """
      Clusters the articles, compares every version with the one it comes from, and writes what was found. -o NAME.html is one \
      file that opens from the disk, without network, and can be sent on as it is; -o FOLDER is for large batches: pages, with \
      the data beside them. Without -o it is newsprint-report.html here.

      --format json, markdown, csv and graphml give the same results to programs: json the whole \
      model with a schema, csv one line an article, graphml versions and their descent for Gephi, R or networkx.

      EXAMPLES
        newsprint report scrape.jsonl
        newsprint report january/ february/ -o winter --anonymise
        newsprint report scrape.jsonl --format graphml -o versions.graphml
      """)

  @OptionGroup var input: InputOptions

  @OptionGroup var report: ReportArguments
  @OptionGroup(title: "Drift options") var drift: DriftArguments
  @OptionGroup(title: "Running options") var running: RunOptions

  mutating func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    try OutputGuard.check(outputs: [report.target], inputs: input.inputs)
    var options = input.options(running)
    options.drift = drift.choice
    try report.write(.paths(input.inputs), called: input.inputs, options, drift, console, watch)
  }
}

/// What a report is and where it goes, whatever it is about.
struct ReportArguments: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where the report goes: a name that ends in .html for one file, any other for a folder; - for standard output. .json, .csv, .md and .graphml are those formats.",
      valueName: "file or folder"))
  var output: String?

  @Option(
    name: .customLong("format"), help: "html, markdown, csv, json or graphml. (default: by the ending of -o's name, else html)")
  var chosenFormat: ReportFormat?

  @Option(help: "Title of the report.")
  var title: String?

  @Flag(help: "Replace outlets, addresses, ids and bylines.")
  var anonymise = false

  @Flag(help: "Leave out the articles' texts but for the passages that changed, for those who may not pass them on.")
  var noText = false

  func validate() throws {
    if output == "" { throw ValidationError("-o needs a name. Leave it out for \(Self.defaultName).") }
  }

  private static let defaultName = "newsprint-report.html"

  private var format: ReportFormat { chosenFormat ?? ReportFormat(name: output) }

  /// Where the report goes; nil is standard output.
  var target: String? { output ?? (format == .html ? Self.defaultName : nil) }

  /// Makes the report of the inputs and writes it.
  ///
  /// `names` is what the report calls the inputs.
  func write(
    _ inputs: ArticleInputs, called names: [String], _ options: Options, _ drift: DriftArguments, _ console: Console,
    _ watch: Stopwatch
  ) throws {
    let target = target
    let setting = try Detector(options).reporting { console.show($0) }
    let job = ReportJob(options: setting.batch, drift: setting.drift, context: setting.context)
    let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap(Int64.init)
    var run = ReportRun(version: Version.current)
    run.title = title
    run.date = ReportRun.date(epoch ?? Int64(Date().timeIntervalSince1970))
    run.options = Self.settings(drift).map { .init(name: $0.0, value: $0.1) }
    run.inputs = names
    let result = try job.run(inputs, run: run)
    let skipped = console.finish(result.clusters.batch.corpus, result.clusters.batch.store.names, watch)
    guard result.clusters.batch.corpus.hasResult else { throw NothingRead(outputs: [target]) }
    var model = result.model
    // A report that is to be the same in every run does not say how long it took.
    if epoch == nil { model.run.seconds = watch.seconds }
    if anonymise { model.anonymise() }
    if noText { model.leaveOutTexts() }
    console.show(.stage(.writing))
    let size = try ReportWriter(model, format: format, context: setting.context).write(to: target)
    console.clearProgress()
    if let target, target != "-" { console.note(Self.advice(target, size, format)) }
    try ExitStatus.check(skipped: skipped, console)
  }

  private static func settings(_ drift: DriftArguments) -> [(String, String)] {
    [
      ("Drift", drift.preset.rawValue + (drift.minSeverity == .minor ? "" : ", from \(drift.minSeverity.rawValue)")),
      ("Roles", "full"),
    ]
  }

  private static func advice(_ target: String, _ size: Int, _ format: ReportFormat) -> String {
    let isPage = format == .html
    let isFile = !isPage || ReportWriter.isDocument(target)
    let page = isFile ? target : target + "/index.html"
    return isPage
      ? "Wrote \(target) (\(Decimals.bytes(size))). Open \(page) in a browser; it needs no network."
      : "Wrote \(target) (\(Decimals.bytes(size)))."
  }
}

extension ReportFormat: ExpressibleByArgument {}
