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
        newsprint fingerprint scrape.jsonl --shingle-words 3 --permutations 256 --bands 64
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Words in a shingle.")
  var shingleWords = FingerprintParameters().shingleWords
  @Option(help: "Values in a signature, a multiple of 16.")
  var permutations = FingerprintParameters().permutations
  @Option(help: "Bands of a signature.")
  var bands = FingerprintParameters().bands
  @Option(help: "Values in a band.")
  var rows = FingerprintParameters().rows
  @Option(help: "One shingle in this many is sampled; a power of two.")
  var sampling = FingerprintParameters().sampling

  @OptionGroup var running: RunOptions

  private var options: Options {
    var options = input.options(running)
    options.fingerprint.shingleWords = shingleWords
    options.fingerprint.permutations = permutations
    options.fingerprint.bands = bands
    options.fingerprint.rows = rows
    options.fingerprint.sampling = sampling
    return options
  }

  func validate() throws {
    do { _ = try Detector(options) } catch { throw ValidationError(error.reason) }
  }

  mutating func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
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
    try file.commit()
    console.finish(summary, watch)
    try ExitStatus.check(skipped: summary.skipped.count, console)
  }
}
