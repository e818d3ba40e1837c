internal import ArgumentParser
internal import Newsprint

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
  @OptionGroup var drift: DriftArguments
  @OptionGroup var running: RunOptions

  mutating func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    try OutputGuard.check(outputs: [report.target], inputs: input.inputs)
    var options = input.options(running)
    options.drift = drift.choice
    try report.write(input.inputs, options, drift, console, watch)
  }
}
