internal import Input
internal import ArgumentParser
internal import Newsprint
internal import Pipeline
internal import Quality
internal import Output
internal import Reports
internal import Synchronization

/// `newsprint flag`.
struct FlagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flag",
    abstract: "Flag low-quality articles, with evidence.",
    discussion: """
      Writes one line for each article, in input order: a score from 0 (clean) to 1 that ranks articles, and its flags with the \
      bytes of the text that show them. The batch is clustered first, so that a copy is held against the version it goes back \
      to: changed facts and quotations, a dropped credit, a machine's rewrite. newsprint explain says what each flag means.

      EXAMPLES
        newsprint flag scrape.jsonl -o flags.jsonl
        newsprint flag scrape.jsonl --min-score 0.5 |
          jq -c '[.score, .id, ([.flags[].flag] | unique)]'
        newsprint flag article.txt --alone --fail-on 0.4

      With --fail-on the exit status is 1 when an article reaches the score, 0 otherwise.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Judge each article on its own: no clustering, no second reading; memory stays small whatever the batch.")
  var alone = false
  @Option(help: ArgumentHelp("Leave out articles with a lower score, 0 to 1.", valueName: "score"))
  var minScore = 0.0
  @Option(help: ArgumentHelp("End with status 1 when an article reaches this score, 0 to 1.", valueName: "score"))
  var failOn: Double?

  @OptionGroup(title: "Running options") var running: RunOptions

  func validate() throws {
    guard (0...1).contains(minScore) else { throw ValidationError("--min-score is a number from 0 to 1.") }
    if let failOn, !(0...1).contains(failOn) { throw ValidationError("--fail-on is a number from 0 to 1.") }
  }

  mutating func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    try OutputGuard.check(outputs: [output.output], inputs: input.inputs)
    let writer = FlagWriter(file: try SharedFile(output.output), minimum: minScore, limit: failOn)
    if !alone { console.noteLexicon() }
    let detector = try Detector(input.options(running))
    let skipped = alone ? try runAlone(detector, writer, console, watch) : try runClustered(detector, writer, console, watch)
    let failed = writer.failed
    if failed > 0, let failOn {
      console.note("\(Decimals.counted(failed, "article has", "articles have")) a score of \(failOn) or more.")
    }
    try ExitStatus.check(skipped: skipped, console)
    if failed > 0 { throw ExitCode(1) }
  }

  private func runAlone(_ detector: Detector, _ writer: FlagWriter, _ console: Console, _ watch: Stopwatch) throws -> Int {
    let summary = try detector.flagAlone(input.inputs, { console.show($0) }, deliver: { try writer.write($0) })
    if summary.hasResult { try writer.file.commit() }
    console.finish(summary, watch)
    guard summary.hasResult else { throw NothingRead(outputs: [output.output]) }
    return summary.skipped.count
  }

  private func runClustered(_ detector: Detector, _ writer: FlagWriter, _ console: Console, _ watch: Stopwatch) throws -> Int {
    let clusters = try detector.clusterForFlags(input.inputs, { console.show($0) })
    try detector.flag(clusters) { try writer.write($0) }
    for habit in clusters.result.habits {
      console.note(
        "\(habit.flag.rawValue) in \(habit.articles) of \(habit.of) articles of \(habit.site.isEmpty ? "one site" : habit.site): "
          + "a habit of the site, so each is minor.")
    }
    let hasResult = clusters.result.batch.corpus.hasResult
    if hasResult { try writer.file.commit() }
    let skipped = console.finish(clusters, watch)
    guard hasResult else { throw NothingRead(outputs: [output.output]) }
    return skipped
  }
}

/// Writes reports, and counts those that reach the limit.
private final class FlagWriter: Sendable {
  let file: SharedFile
  private let minimum: Double
  private let limit: Double?
  private let count = Mutex(0)

  var failed: Int { count.withLock { $0 } }

  init(file: SharedFile, minimum: Double, limit: Double?) {
    self.file = file
    self.minimum = minimum
    self.limit = limit
  }

  func write(_ articles: [ArticleStream.Item<Quality.QualityReport>]) throws {
    var writer = JSONWriter()
    for article in articles where article.value.score >= minimum {
      FlagReport.append(article.value, identifier: article.identifier, to: &writer)
    }
    if let limit {
      let reached = articles.count { $0.value.score >= limit }
      count.withLock { $0 += reached }
    }
    try file.write(writer.bytes)
  }
}
