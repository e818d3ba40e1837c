internal import ArgumentParser
internal import Articles
internal import Drift
internal import Newsprint
internal import Pipeline
internal import Input
internal import Output
internal import Reports
internal import Synchronization

/// `newsprint compare A B` and `newsprint compare --pairs PAIRS.jsonl`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say how article B differs from article A: relation, similarity, drift.",
    discussion: """
      With two text files, writes an account for people, or one line of JSON with --format json. With --pairs, reads \
      {"a": TEXT, "b": TEXT} lines and writes one line of JSON for each, in the same order; a line that cannot be read gives an \
      error record. "a_title" and "b_title" are read too, for what a title says of a correction.

      EXAMPLES
        newsprint compare wire.txt mirror.txt
        newsprint compare wire.txt mirror.txt --drift sensitive --min-severity major --format json
        newsprint compare --pairs pairs.jsonl -o compared.jsonl
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: ArgumentHelp("The two articles, plain text files.", valueName: "a b"))
  var files: [String] = []

  @Option(help: ArgumentHelp("A file of pairs, one JSON object a line; - for standard input.", valueName: "file"))
  var pairs: String?

  @OptionGroup var output: OutputOptions

  @Option(help: "text for people, json for programs. --pairs always writes json.")
  var format = Format.text

  @OptionGroup var drift: DriftArguments
  @OptionGroup var running: RunOptions

  func validate() throws {
    if pairs == nil, files.count != 2 {
      throw ValidationError("compare needs two files, or --pairs. Consider: newsprint compare OLD.txt NEW.txt")
    }
    if pairs != nil, !files.isEmpty { throw ValidationError("Give two files or --pairs, not both.") }
  }

  func run() throws {
    if let pairs { try comparePairs(PairFile(pairs)) } else { try compareFiles() }
  }

  private var detector: Detector {
    get throws {
      var options = Options()
      options.drift = drift.choice
      options.threads = running.threads
      return try Detector(options)
    }
  }

  private func compareFiles() throws {
    let a = try WholeFile.read(files[0])
    let b = try WholeFile.read(files[1])
    let file = try AtomicFile(output.output)
    let comparison = try detector.comparePair(a, b).pair
    switch format {
    case .json:
      try file.write(ComparisonJSON.line(comparison, a: a, b: b).span)
    case .text:
      let style = TerminalStyle.forOutput(isFile: output.output != nil)
      try file.write(ComparisonText.render(comparison, a: a, b: b, names: (files[0], files[1]), style: style))
    }
    try file.commit()
  }

  private func comparePairs(_ pairs: PairFile) throws {
    let console = running.makeConsole()
    let file = try SharedFile(output.output)
    let unreadable = Mutex<[Articles.SkippedRecord]>([])
    try detector.comparePairs(
      pairs.count, read: { pairs.pair($0) },
      write: { index, compared in
        if let (pair, comparison) = compared {
          return (bytes: ComparisonJSON.line(comparison.pair, a: pair.a, b: pair.b), line: nil as Int?)
        }
        return (bytes: Self.errorRecord, line: pairs.line(of: index))
      },
      deliver: { results in
        for result in results {
          try file.write(result.bytes)
          guard let line = result.line else { continue }
          let reason = "the line is not an object with the strings \"a\" and \"b\". Its line of the output holds an error."
          unreadable.withLock { $0.append(Articles.SkippedRecord(file: pairs.name, line: line, reason: reason)) }
        }
      })
    try file.commit()
    let skipped = unreadable.withLock { $0 }
    console.report(skipped: skipped)
    try ExitStatus.check(skipped: skipped.count, console)
  }

  /// Keeps line n of the output with line n of the input.
  private static let errorRecord = Array("{\"drift\":[],\"error\":\"unreadable pair\"}\n".utf8)
}
