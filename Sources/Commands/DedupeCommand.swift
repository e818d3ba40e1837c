internal import Input
internal import ArgumentParser
internal import Newsprint
internal import Pipeline
internal import Output
internal import Reports

/// `newsprint dedupe`.
struct DedupeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dedupe",
    abstract: "Keep one article of each group of copies.",
    discussion: """
      Writes the kept records byte for byte as they came in. Copies are identical texts, reprints (the same words but for \
      trivia), edited versions and excerpts; --level story joins rewrites too.

      EXAMPLES
        newsprint dedupe scrape.jsonl -o kept.jsonl --duplicates dropped.jsonl
        newsprint dedupe monday/ tuesday/ --level story --keep earliest -o kept.jsonl
        zstd -dc scrape.jsonl.zst | newsprint dedupe - --text-field body > kept.jsonl
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("Write one line for each dropped article: what it duplicates, how similar, why.", valueName: "file"))
  var duplicates: String?

  @Option(help: "How alike articles must be: identical, copy, or story (rewrites too).")
  var level = DedupeLevel.copy

  @Option(help: "Which article of a group to keep; original is the earliest by date, the longest without dates.")
  var keep = Keep.original

  @OptionGroup var running: RunOptions

  func validate() throws {
    if let duplicates, duplicates == (output.output ?? "-") {
      throw ValidationError("The kept and the dropped articles cannot go to the same place (\(duplicates)).")
    }
  }

  mutating func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    var options = input.options(running)
    options.keep = keep
    // Both outputs are opened first: a folder that cannot be written to is better known before the work than after it.
    let droppedFile = try duplicates.map { try AtomicFile($0) }
    let result = try Detector(options).duplicates(in: input.inputs, level: level, progress: { console.show($0) }).result
    console.show(.stage(.writing))
    let keptFile = try RecordWriter(output.output, store: result.store)
    try keptFile.write(result.kept.map { result.corpus.table.locations[Int($0)] })
    if let droppedFile {
      try DroppedReport(result).write(to: droppedFile)
      try droppedFile.commit()
    }
    try keptFile.commit()
    let skipped = console.finish(result.corpus, result.store.names, watch)
    console.note(summary(result))
    try ExitStatus.check(skipped: skipped, console)
  }

  private func summary(_ result: DedupeJob.Result) -> String {
    var counts: [String: Int] = [:]
    for dropped in result.dropped { counts[dropped.reason, default: 0] += 1 }
    let reasons = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\(Decimals.grouped($0.value)) \($0.key)" }
    let why = reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))"
    return "Kept \(Decimals.grouped(result.kept.count)), dropped \(Decimals.grouped(result.dropped.count))\(why)."
  }
}
