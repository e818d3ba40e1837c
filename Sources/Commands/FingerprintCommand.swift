internal import ArgumentParser
internal import Fingerprints
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
  var shingleWords = FingerprintConfiguration().shingleWords
  @Option(help: "Values in a signature, a multiple of 16.")
  var permutations = FingerprintConfiguration().permutations
  @Option(help: "Bands of a signature.")
  var bands = FingerprintConfiguration().bands
  @Option(help: "Values in a band.")
  var rows = FingerprintConfiguration().rows
  @Option(help: "One shingle in this many is sampled; a power of two.")
  var sampling = FingerprintConfiguration().sampling

  @OptionGroup var running: RunOptions

  private var configuration: FingerprintConfiguration {
    FingerprintConfiguration(
      shingleWords: shingleWords, permutations: permutations, bands: bands, rows: rows, sampling: sampling)
  }

  func validate() throws {
    do { try configuration.validate() } catch { throw ValidationError("\(error)") }
  }

  mutating func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    var options = BatchOptions()
    options.reading = input.reading
    options.fingerprint = configuration
    let file = try SharedFile(output.output)
    let summary = try FingerprintJob(options: options, threads: running.threadCount).run(
      inputs: input.inputs, onProgress: { console.show($0) },
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
