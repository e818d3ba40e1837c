internal import ArgumentParser
internal import Newsprint
internal import Reading
internal import Reporting

/// `newsprint flag`.
struct FlagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flag",
    abstract: "Flag low-quality articles, with evidence.",
    discussion: """
      Writes one line for each article, in input order: a score from 0 (clean) to 1 that ranks articles, and its flags with the \
      bytes of the text that show them. Each article is judged on its own.

      EXAMPLES
        newsprint flag scrape.jsonl -o flags.jsonl
        newsprint flag scrape.jsonl | jq -c 'select(.score > 0.5) | {id, score, flags: [.flags[].flag]}'
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var running: RunOptions

  mutating func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    let file = try SharedFile(output.output)
    let summary = try FlagJob(reading: input.reading, threads: running.threadCount).run(
      inputs: input.inputs, onProgress: { console.show($0) },
      deliver: { articles in
        var writer = JSONWriter()
        for article in articles { FlagReport.append(article.value, identifier: article.identifier, to: &writer) }
        try file.write(writer.bytes)
      })
    try file.commit()
    console.finish(summary, watch)
    try ExitStatus.check(skipped: summary.skipped.count, console)
  }
}
