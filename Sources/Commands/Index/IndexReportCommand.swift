internal import ArgumentParser
internal import Files
internal import Index
internal import Newsprint

/// `newsprint index report`.
struct IndexReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report on what is stored, to read in a browser.",
    discussion: """
      The report of newsprint report over the newest versions of the articles: they are clustered anew, as "refresh" does it, and \
      every version is compared with the one it comes from. The index does not change.

      EXAMPLES
        newsprint index report news.index -o report.html
        newsprint index report news.index --format csv -o versions.csv
      """)

  @OptionGroup var place: IndexArgument
  @OptionGroup var report: ReportArguments
  @OptionGroup var drift: DriftArguments
  @OptionGroup var running: RunOptions

  func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    try OutputGuard.check(outputs: [report.target], inputs: [place.index])
    var options = Options()
    options.threads = running.threads
    options.drift = drift.choice
    options.longestRecord = 1 << 30
    try IndexFile(place.index).withArticleFile(scope: place.scope, in: nil) { path in
      try report.write([path], called: [Visible.text(place.index)], options, drift, console, watch)
    }
  }
}
