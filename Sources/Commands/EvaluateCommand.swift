internal import ArgumentParser
internal import Output
internal import Reports

/// `newsprint evaluate`.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score clusters against a known truth.",
    discussion: """
      The truth is JSON lines with "id" and "cluster"; records without "cluster" are background that must not be mixed in. \
      The prediction is what `newsprint cluster` writes. Articles that it misses count as clusters of their own.

      EXAMPLES
        newsprint evaluate truth.jsonl --predicted clusters.jsonl
        newsprint evaluate truth.jsonl background.jsonl \\
          --predicted clusters.jsonl --field event --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  enum Field: String, ExpressibleByArgument, CaseIterable {
    case cluster, event
  }

  @Argument(help: ArgumentHelp("JSON lines with the known clusters.", valueName: "truth"))
  var truth: [String]

  @Option(help: ArgumentHelp("JSON lines with the clusters to score.", valueName: "file"))
  var predicted: String

  @Option(help: "Level of the prediction to score.")
  var field = Field.cluster

  @Option(help: "A table for people, or one line of JSON.")
  var format = Format.text

  @OptionGroup var output: OutputOptions

  func run() throws {
    let report = try ClusterEvaluation(predicted: predicted, field: field.rawValue).score(truth)
    let file = try AtomicFile(output.output)
    switch format {
    case .text: try file.write(report.text)
    case .json:
      var writer = JSONWriter()
      report.json(into: &writer)
      try file.write(writer.bytes.span)
    }
    try file.commit()
  }
}
