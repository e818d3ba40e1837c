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
      new version, and the old one stays in its story: give ids, for FILE:LINE says little the next day. Many articles at a time are \
      added and confirmed ("Added ... so far."): what was confirmed is there for good, so a run that is broken off can simply be \
      started again.

      EXAMPLES
        newsprint index add news.index scrape/
        newsprint index add news.index export.jsonl.gz --text-field body
        newsprint index add news.index drafts.jsonl --scope desk-7
      """)

  @OptionGroup var place: IndexArgument
  @OptionGroup var input: InputOptions
  @OptionGroup var search: IndexSearchOptions

  @Option(help: ArgumentHelp("Articles to add and confirm at a time. (default: 16,000)", valueName: "n"))
  var batch: Int?

  @OptionGroup var running: RunOptions

  func validate() throws {
    if let batch, !(1...1_000_000).contains(batch) { throw ValidationError("--batch is a number from 1 to 1,000,000.") }
  }

  func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    try OutputGuard.check(outputs: [place.index], inputs: input.inputs)
    let setting = try IndexSetting(input.options(running), console, on: place, search)
    var options = setting.options
    if let batch { options.batchArticles = batch }
    let index = try IndexFile(place.index, for: .creating)
    var confirmed = 0
    let summary = try index.add(.paths(input.inputs), options: options, context: setting.context) { summary, _ in
      let added = summary.new + summary.updated
      if added > confirmed { console.note("Added \(Decimals.counted(added, "article", "articles")) so far.") }
      confirmed = added
    }
    console.clearProgress()
    console.finish(summary.reading, watch)
    console.note(
      """
      Added \(Decimals.counted(summary.new, "article", "articles")) and \
      \(Decimals.counted(summary.updated, "new version", "new versions")); \(Decimals.grouped(summary.joined)) joined stories that \
      were there. \(Decimals.grouped(summary.known)) were known already.
      """)
    try ExitStatus.check(skipped: summary.reading.skipped.count, console)
  }
}
