internal import ArgumentParser
internal import Index
internal import Input
internal import Newsprint
internal import Output
internal import Pipeline
internal import Service
internal import Relations

/// `newsprint index query`.
struct IndexQueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Say of articles what they would be in the index; nothing is stored.",
    discussion: """
      Writes one line for each article, in input order: the story and event that it belongs to (null when it is new), its role, the \
      stored version that it comes from (parent), how alike they are, and the serious changes it makes. Articles of one query do not see each other.

      EXAMPLES
        newsprint index query news.index new.jsonl | jq -c 'select(.story != null) | [.id, .role, .parent]'
      """)

  @OptionGroup var place: IndexArgument
  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var drift: DriftArguments
  @OptionGroup var running: RunOptions

  func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    try OutputGuard.check(outputs: [output.output, place.index], inputs: input.inputs)
    console.noteLexicon()
    var options = input.options(running)
    options.drift = drift.choice
    let setting = try Detector(options).reporting { console.show($0) }
    let file = try SharedFile(output.output)
    let summary = try IndexFile(place.index).query(
      .paths(input.inputs), options: setting.batch, scope: place.scope, context: setting.context,
      comparer: { PairComparer(options: setting.drift) },
      deliver: { answers in
        var writer = JSONWriter()
        for answer in answers {
          QueryJSON.write(answer, to: &writer)
          writer.newline()
        }
        try file.write(writer.bytes)
      })
    if console.hasResult(articles: summary.articles, skipped: summary.skipped.count, of: [output.output]) { try file.commit() }
    console.finish(summary, watch)
    try ExitStatus.check(skipped: summary.skipped.count, console)
  }
}
