internal import ArgumentParser
internal import Newsprint
internal import Pipeline
internal import Output
internal import Reports

/// `newsprint fingerprint`.
struct FingerprintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fingerprint",
    abstract: "Write signatures and band keys for other engines.",
    discussion: """
      Writes one line for each article, in input order: a MinHash signature, a SimHash, band keys (articles that share one are \
      candidates for a comparison), a sample of shingle hashes, and the parameters that made them. Only fingerprints with equal \
      parameters can be compared.

      EXAMPLES
        newsprint fingerprint scrape.jsonl -o prints.jsonl
        newsprint fingerprint scrape.jsonl --permutations 256 --bands 64
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @OptionGroup var fingerprint: FingerprintArguments

  @OptionGroup(title: "Running options") var running: RunOptions

  private var options: Options {
    var options = input.options(running)
    options.fingerprint = fingerprint.parameters
    return options
  }

  func validate() throws {
    do { _ = try Detector(options) } catch { throw ValidationError(error.reason) }
  }

  mutating func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    try OutputGuard.check(outputs: [output.output], inputs: input.inputs)
    let file = try SharedFile(output.output)
    let summary = try Detector(options).fingerprints(
      in: input.inputs, { console.show($0) },
      deliver: { articles in
        var writer = JSONWriter()
        for article in articles {
          FingerprintReport.append(article.value, identifier: article.identifier, to: &writer)
        }
        try file.write(writer.bytes)
      })
    if summary.hasResult { try file.commit() }
    console.finish(summary, watch)
    guard summary.hasResult else { throw NothingRead(outputs: [output.output]) }
    try ExitStatus.check(skipped: summary.skipped.count, console)
  }
}
