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
        newsprint dedupe week/ --window 72h --prefer outlets.txt --keep-changed \\
          -o kept.jsonl
        zstd -dc scrape.jsonl.zst | newsprint dedupe - --text-field body > kept.jsonl
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("Write one line for each dropped article: what it duplicates, how similar, why.", valueName: "file"))
  var duplicates: String?

  @Option(help: "How alike articles must be: identical, copy, or story (rewrites too).")
  var level = DedupeLevel.copy

  @Option(
    help: ArgumentHelp(
      "Which article of a group to keep: original, longest, earliest, latest or first.",
      discussion: """
        original is the earliest by date of those that are whole and sound, and the soundest without dates: the one with the \
        most running text and the least of broken characters, repetition and page around it. The others choose among the \
        copies that are no parts of another.
        """))
  var keep = Keep.original

  @Option(
    help: ArgumentHelp(
      "Keep copies of these outlets rather than others: names or hosts, in capitals or not, one a line, the most preferred first.",
      valueName: "file"))
  var prefer: String?

  @Option(
    help: ArgumentHelp(
      "Copies count only when they were published within this time of the kept one: 90m, 72h, 7d, 2w.", valueName: "time"))
  var window: TimeWindow?

  @Flag(
    help: """
      Keep copies that say something else than the article they copy: another name, another figure, another headline; of several that \
      say the same, one.
      """)
  var keepChanged = false

  /// For the Python package, which asks which rows go and not what they changed.
  @Flag(help: .hidden)
  var noChanges = false

  @OptionGroup(title: "Running options") var limit: MemoryOptions
  @OptionGroup(title: "Running options") var running: RunOptions

  func validate() throws {
    if let duplicates, duplicates == (output.output ?? "-") {
      throw ValidationError("The kept and the dropped articles cannot go to the same place (\(duplicates)).")
    }
    if duplicates == "" { throw ValidationError("The name of an output cannot be empty.") }
  }

  mutating func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    try OutputGuard.check(outputs: [output.output] + (duplicates.map { [$0] } ?? []), inputs: input.inputs)
    var options = input.options(running)
    options.keep = keep
    options.memory = limit.memory?.bytes
    options.window = window?.seconds
    if let prefer { options.preferredOutlets = try OutletFile.read(prefer) }
    options.changedCopies = keepChanged ? .keep : duplicates == nil || noChanges ? .ignore : .say
    // Both outputs are opened first: a folder that cannot be written to is better known before the work than after it.
    let droppedFile = try duplicates.map { try AtomicFile($0) }
    let result = try Detector(options).duplicates(in: input.inputs, level: level, progress: { console.show($0) }).result
    guard result.corpus.hasResult else {
      _ = console.finish(result.corpus, result.store.names, watch)
      throw NothingRead(outputs: [output.output, duplicates])
    }
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
    for line in Self.unheeded(result, window, prefer) { console.note(line) }
    try ExitStatus.check(skipped: skipped, console)
  }

  /// What options asked for and the articles have nothing to go by.
  private static func unheeded(_ result: DedupeJob.Result, _ window: TimeWindow?, _ prefer: String?) -> [String] {
    let (table, active) = (result.corpus.table, result.corpus.active)
    var lines: [String] = []
    let undated = window == nil ? 0 : active.count { table.published[Int($0)] == .max }
    if undated > 0 {
      lines.append(
        "\(Decimals.counted(undated, "article has", "articles have")) no date that could be read: --window does not hold for "
          + "\(undated == 1 ? "it" : "them").")
    }
    if let prefer, !active.contains(where: { table.outletRank(Int($0)) != .max }) {
      lines.append("No article is of an outlet that \(prefer) names.")
    }
    return lines
  }

  private func summary(_ result: DedupeJob.Result) -> String {
    var counts: [String: Int] = [:]
    for dropped in result.dropped { counts[dropped.reason.name, default: 0] += 1 }
    let reasons = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\(Decimals.grouped($0.value)) \($0.key)" }
    let why = reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))"
    let changed = result.dropped.count { !$0.changes.isEmpty }
    let said = changed > 0 ? " \(Decimals.grouped(changed)) dropped with a serious change: --keep-changed keeps them." : ""
    return "Kept \(Decimals.grouped(result.kept.count)), dropped \(Decimals.grouped(result.dropped.count))\(why).\(said)"
  }
}
