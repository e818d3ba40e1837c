internal import ArgumentParser
internal import Input
internal import Newsprint
internal import Output
internal import Pipeline

/// `newsprint stage articles`.
struct StageArticlesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles", abstract: "Make rows of the articles of files, in any format that dedupe reads.")

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @Option(help: ArgumentHelp("The number of the first article; numbers ascend in the order of the whole batch.", valueName: "n"))
  var first: UInt64 = 0
  @OptionGroup var running: RunOptions

  mutating func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    try OutputGuard.check(outputs: [output.output], inputs: input.inputs)
    let file = try SharedFile(output.output)
    let setting = try Detector(input.options(running)).reporting { console.show($0) }
    let summary = try ArticleRows(options: setting.batch, context: setting.context).run(
      inputs: .paths(input.inputs), first: first, deliver: { try file.write($0.bytes) })
    try file.commit()
    console.finish(summary, watch)
    try ExitStatus.check(skipped: summary.skipped.count, console)
  }
}
