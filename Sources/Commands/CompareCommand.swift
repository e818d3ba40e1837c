internal import ArgumentParser
internal import Articles
internal import Drift
internal import Files
internal import Input
internal import Newsprint
internal import Output
internal import Pipeline
internal import Reports
internal import Synchronization

/// `newsprint compare A B` and `newsprint compare --pairs PAIRS.jsonl`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say how article B differs from article A: relation, similarity, drift.",
    discussion: """
      With two text files, writes an account for people (-v adds every measure), or one line of JSON with --format json. With --pairs, reads \
      {"a": TEXT, "b": TEXT} lines and writes one line of JSON for each, in the same order; a line that cannot be read gives an \
      error record. "a_title" and "b_title" are read too, for what a title says of a correction.

      EXAMPLES
        newsprint compare wire.txt mirror.txt
        newsprint compare wire.txt mirror.txt --min-severity major --format json
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

  @Option(help: ArgumentHelp("Longest text, or line of pairs, in bytes; longer pairs are skipped.", valueName: "bytes"))
  var maxRecord = Options().longestRecord

  @OptionGroup(title: "Drift options") var drift: DriftArguments
  @OptionGroup(title: "Running options") var running: RunOptions

  func validate() throws {
    try RecordLength.check(maxRecord)
    if pairs == nil, files.count != 2 {
      throw ValidationError("compare needs two files, or --pairs. Consider: newsprint compare OLD.txt NEW.txt")
    }
    if pairs != nil, !files.isEmpty { throw ValidationError("Give two files or --pairs, not both.") }
  }

  func run() throws {
    if let pairs { try comparePairs(pairs) } else { try compareFiles() }
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
    try OutputGuard.check(outputs: [output.output], inputs: files)
    let a = try WholeFile.read(files[0], limit: maxRecord)
    let b = try WholeFile.read(files[1], limit: maxRecord)
    let console = running.makeConsole()
    for (text, name) in [(a, files[0]), (b, files[1])] {
      if let format = RecordsInText.format(text) { throw RecordsGiven(name: name, format: format, files: files) }
      if text.allSatisfy({ $0 <= 0x20 }) { console.note("warning: \(name) has no text; there is nothing to compare with.") }
    }
    console.noteLexicon()
    if max(a.count, b.count) > ArticleBatch.longestReading {
      console.note("Compared are the first \(ArticleBatch.longestReading) bytes of each text. Cut longer ones into articles.")
    }
    let file = try AtomicFile(output.output)
    let comparison = try detector.comparePair(a, b).pair
    switch format {
    case .json:
      try file.write(ComparisonJSON.line(comparison, a: a, b: b).span)
    case .text:
      let style = TerminalStyle.forOutput(isFile: output.output != nil)
      try file.write(
        ComparisonText.render(
          comparison, a: a, b: b, names: (files[0], files[1]), allMeasures: running.verbose, style: style))
    }
    try file.commit()
  }

  private func comparePairs(_ path: String) throws {
    let console = running.makeConsole()
    try OutputGuard.check(outputs: [output.output], inputs: [path])
    let pairs = try PairFile(path, longest: maxRecord)
    console.noteLexicon()
    let file = try SharedFile(output.output)
    let unreadable = Mutex<[Articles.SkippedRecord]>([])
    try detector.comparePairs(
      next: { try pairs.next() }, pair: { $0.pair },
      write: { line, comparison in
        let output = comparison.flatMap { found in line.pair.map { ComparisonJSON.line(found.pair, a: $0.a, b: $0.b) } }
        return (bytes: output ?? Self.errorRecord, unread: output == nil ? (line.number, line.problem) : nil)
      },
      deliver: { results in
        for result in results {
          try file.write(result.bytes)
          guard let (line, problem) = result.unread else { continue }
          unreadable.withLock { $0.append(Articles.SkippedRecord(file: pairs.name, line: line, reason: problem)) }
        }
      })
    try file.commit()
    let skipped = unreadable.withLock { $0 }
    console.report(skipped: skipped)
    try ExitStatus.check(skipped: skipped.count, console)
  }

  /// A file of records where a text was asked for: compared as prose it would say nothing of its articles.
  private struct RecordsGiven: Error, CustomStringConvertible {
    var name: String
    var format: String
    var files: [String]

    var description: String {
      """
      \(name) holds records (\(format)), not one text. newsprint report \(files.joined(separator: " ")) shows what changed between \
      their articles; pairs of texts are compared with --pairs.
      """
    }
  }

  /// Keeps line n of the output with line n of the input.
  private static let errorRecord = Array("{\"drift\":[],\"error\":\"unreadable pair\"}\n".utf8)
}

/// Lines of `{"a": TEXT, "b": TEXT}`, read as they are needed; `a_title` and `b_title` may stand beside them.
struct PairFile: Sendable {
  /// As messages show it.
  let name: String
  private let lines: LineSource
  private let longest: Int

  private static let fields = ["a", "a_title", "b", "b_title"]

  /// The file at `path`, packed or not; longer lines than `longest` bytes are not read.
  init(_ path: String, longest: Int) throws(ReadingError) {
    name = Visible.text(path)
    self.longest = longest
    lines = try LineSource(path, longest: longest)
  }

  /// A line of the file: the pair in it, or what is wrong.
  struct Line: Sendable {
    var number: Int
    var pair: PairsJob.Pair?
    var problem = ""
  }

  /// The next pairs, nil after the last ones.
  func next() throws(ReadingError) -> (index: Int, items: [Line])? {
    guard let block = try lines.next() else { return nil }
    return (block.index, block.lines.map { line($0, of: block) })
  }

  private func line(_ line: LineSource.Line, of block: LineSource.Block) -> Line {
    let read = block.read(line) { bytes in
      Line(number: line.number, pair: pair(in: bytes), problem: Self.unreadable)
    }
    let tooLong = "the line is longer than \(longest) bytes. Raise the limit with --max-record."
    return read ?? Line(number: line.number, problem: tooLong)
  }

  private func pair(in bytes: Span<UInt8>) -> PairsJob.Pair? {
    guard let values = try? JSONFieldReader(Self.fields).read(bytes), case .string(let a) = values[0],
      case .string(let b) = values[2]
    else { return nil }
    return PairsJob.Pair(a: a, b: b, titles: ArticleTitles(a: title(values[1]), b: title(values[3])))
  }

  private static let unreadable =
    "the line is not an object with the strings \"a\" and \"b\". Its line of the output holds an error."

  private func title(_ value: JSONFieldReader.Value) -> [UInt8] {
    if case .string(let title) = value { title } else { [] }
  }
}
