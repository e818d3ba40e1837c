import ArgumentParser
import Drift
import FoundationEssentials
import Newsprint
import Reporting

/// `newsprint compare A B` and `newsprint compare --pairs PAIRS.jsonl`.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Says how article B differs from article A: relation, similarity, drift.",
    discussion: """
      With two files, compares them and writes an account for people, or one line of JSON with --format json. With --pairs, reads \
      {"a": TEXT, "b": TEXT} lines and writes one line of JSON for each, in the same order.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: ArgumentHelp("The two articles, plain text files.", valueName: "a b"))
  var files: [String] = []

  @Option(help: ArgumentHelp("A file of pairs, one JSON object a line; - for standard input.", valueName: "pairs.jsonl"))
  var pairs: String?

  @Option(name: [.short, .long], help: "Where to write; standard output when left out.")
  var output: String?

  @Option(help: "text for people, json for programs. --pairs always writes json.")
  var format = Format.text

  @OptionGroup var drift: DriftArguments

  @Option(help: "How many threads; all cores when left out.")
  var threads: Int?

  func validate() throws {
    if pairs == nil, files.count != 2 {
      throw ValidationError("compare needs two files, or --pairs. Consider: newsprint compare OLD.txt NEW.txt")
    }
    if pairs != nil, !files.isEmpty { throw ValidationError("Give two files or --pairs, not both.") }
    if let threads, threads < 1 { throw ValidationError("--threads must be at least 1.") }
  }

  func run() async throws {
    if let pairs { try await PairsRun(input: pairs, output: output, options: drift.options, threads: threads).run() } else { try compareFiles() }
  }

  private func compareFiles() throws {
    let a = try InputText.read(files[0])
    let b = try InputText.read(files[1])
    let comparison = PairComparer(options: drift.options).compare(
      String(decoding: a, as: UTF8.self), String(decoding: b, as: UTF8.self))
    let writer = try OutputBytes(output)
    switch format {
    case .json: try writer.write(ComparisonJSON.line(comparison, a: a, b: b))
    case .text:
      let style = TerminalStyle.forOutput(isFile: output != nil)
      try writer.write(Array(ComparisonText.render(comparison, a: a, b: b, names: (files[0], files[1]), style: style).utf8))
    }
  }
}

/// The dial and the filters of the drift findings.
struct DriftArguments: ParsableArguments {
  @Option(name: .customLong("drift"), help: "precise (few false alarms) or sensitive (more found, more to look at).")
  var preset = DriftOptions.Preset.precise

  @Option(help: "Leave out findings below minor, major or critical.")
  var minSeverity = DriftSeverity.minor

  @Option(help: "Only this category; may be given several times.")
  var category: [DriftCategory] = []

  var options: DriftOptions {
    var options = DriftOptions()
    options.preset = preset
    options.minimumSeverity = minSeverity
    options.categories = category.isEmpty ? nil : Set(category)
    return options
  }
}

extension DriftOptions.Preset: ExpressibleByArgument {}
extension DriftSeverity: ExpressibleByArgument {}
extension DriftCategory: ExpressibleByArgument {}
