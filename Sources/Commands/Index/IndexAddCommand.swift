internal import ArgumentParser
internal import Index
internal import Input
internal import Output
internal import Pipeline

/// `newsprint index add`.
struct IndexAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Put articles into the index, each into its story.",
    discussion: """
      The index is made where there is none. An article whose id is there with the same text is left alone; with another text it is a \
      new version, and the old one stays in its story. Ten thousand articles at a time are added and confirmed, so that a run which is \
      broken off can be started again.

      EXAMPLES
        newsprint index add news.index scrape/
        curl -s https://example.org/export.jsonl | newsprint index add news.index -
      """)

  @OptionGroup var place: IndexArgument
  @OptionGroup var input: InputOptions
  @OptionGroup var running: RunOptions

  func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    try OutputGuard.check(outputs: [place.index], inputs: input.inputs)
    let setting = try IndexSetting(input.options(running), console)
    let index = try IndexFile(place.index, creating: true)
    let summary = try index.add(
      .paths(input.inputs), options: setting.batch, scope: place.scope, context: setting.context,
      onBatch: { console.note("Added \(Decimals.counted($0.new + $0.updated, "article", "articles")) so far.") })
    console.finish(summary.reading, watch)
    console.note(
      "Added \(Decimals.counted(summary.new, "article", "articles")) and \(Decimals.counted(summary.updated, "new version", "new versions")); "
        + "\(Decimals.grouped(summary.joined)) joined stories that were there, \(Decimals.grouped(summary.known)) were there already."
    )
    try ExitStatus.check(skipped: summary.reading.skipped.count, console)
  }
}
