internal import ArgumentParser
internal import Input
internal import Newsprint
internal import Output
internal import Pipeline
internal import Reports

/// `newsprint stage articles`.
struct StageArticlesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles", abstract: "Make rows of the articles of files, in any format that dedupe reads.")

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @Option(help: ArgumentHelp("The number of the first article; numbers ascend in the order of the whole batch.", valueName: "n"))
  var first: UInt64 = 0
  @OptionGroup(title: "Running options") var running: RunOptions

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

/// `newsprint stage statistics`.
struct StageStatisticsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statistics",
    abstract: "Count what concerns the whole batch: lines of sites, ids, frequencies of words.",
    discussion: """
      Rows of articles are counted; with --merge rows of statistics are put together; with --finish they are settled, when all are \
      there. --of stories counts, over the articles that are nobody's copy, first how many they are, and then, with these totals in \
      --statistics, the frequencies of their words.
      """)

  enum Subject: String, ExpressibleByArgument, CaseIterable { case batch, stories }

  @OptionGroup var input: StageInput
  @Option(help: "What is counted: batch or stories.")
  var of = Subject.batch
  @Flag(help: "Put rows of statistics together.")
  var merge = false
  @Flag(help: "Put all rows of statistics together and settle them; rows of copies say which articles hold the same passages.")
  var finish = false
  @OptionGroup var fingerprint: FingerprintArguments

  mutating func run() throws {
    let console = input.running.makeConsole()
    var options = Options()
    options.threads = input.running.threads
    options.fingerprint = fingerprint.parameters
    let setting = try Detector(options).reporting { console.show($0) }
    let steps = StageSteps(options: setting.batch, context: setting.context)
    let rows = try input.read()
    var result: CorpusStatistics
    if merge || finish {
      result = rows.statistics
      if finish { try result.finish(copies: rows.copies) }
    } else if of == .batch {
      result = try steps.collect(rows)
    } else {
      result = rows.statistics.hasTotals ? try steps.countFrequencies(rows) : try steps.countDistinct(rows)
    }
    try input.write { result.append(to: &$0) }
  }
}

/// `newsprint stage keys`.
struct StageKeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Make the keys by which candidates are found.",
    discussion: "Needs the finished statistics; for stories, those with the frequencies of words. Any part of the articles.")

  enum Subject: String, ExpressibleByArgument, CaseIterable { case copies, stories }

  @OptionGroup var input: StageInput
  @OptionGroup var choice: StageChoice
  @Option(help: "What is to be found: copies or stories.")
  var of = Subject.copies

  mutating func run() throws {
    let steps = try choice.steps(input, input.running.makeConsole())
    let rows = try input.read()
    try input.write(of == .copies ? steps.copyKeys(rows) : steps.storyKeys(rows))
  }
}

/// `newsprint stage candidates`.
struct StageCandidatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "candidates", abstract: "Pair the articles that share enough keys.",
    discussion: """
      With --partial the rows say what pairs share in the keys at hand, each of which must be whole; --merge adds these up and \
      decides. With --parts a row has many pairs, whose later articles fall to one part: it must come to one process with all \
      others of its part. Without any of these, all keys are at hand. --of identical finds equal texts first, and hands on the keys of those that stay.
      """)

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case identical, copies, passages, stories

    var sought: CandidateSubject? {
      switch self {
      case .identical: nil
      case .copies: .copies
      case .passages: .passages
      case .stories: .stories
      }
    }
  }

  @OptionGroup var input: StageInput
  @OptionGroup var choice: StageChoice
  @Option(help: "What is to be found: identical, copies, passages or stories.")
  var of = Subject.copies
  @Flag(help: "The rows have a part of the keys.")
  var partial = false
  @Option(help: ArgumentHelp("With --partial: put many pairs into a row, for so many parts; 1 to 65536.", valueName: "n"))
  var parts: Int?
  @Flag(help: "The rows are what parts of the keys gave.")
  var merge = false

  func validate() throws {
    if partial, merge { throw ValidationError("--partial and --merge cannot be used together.") }
    guard let parts else { return }
    if !partial { throw ValidationError("--parts goes with --partial.") }
    if !(1...65_536).contains(parts) { throw ValidationError("--parts is \(parts); give a number from 1 to 65536.") }
  }

  mutating func run() throws {
    let steps = try choice.steps(input, input.running.makeConsole())
    let rows = try input.read()
    guard let sought = of.sought else {
      let found = steps.collapseIdentical(rows)
      return try input.write { writer in
        for row in found.kept { row.append(to: &writer) }
        for row in found.identical { row.append(to: &writer) }
      }
    }
    let shared = merge ? steps.given(rows) : steps.shared(sought, rows)
    if let parts {
      try input.write(shared.rows(parts: parts))
    } else {
      try input.write(partial ? shared.rows : steps.candidates(sought, shared, rows))
    }
  }
}

/// `newsprint stage verify`.
struct StageVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Hold candidate pairs against each other, on the texts themselves.",
    discussion: """
      Copies need whole components of the candidate pairs; passages and stories any part of the pairs, with both articles of each.
      """)

  @OptionGroup var input: StageInput
  @OptionGroup var choice: StageChoice
  @Option(help: "What the pairs may be: copies, passages or stories.")
  var of = CandidateSubject.copies

  mutating func run() throws {
    let steps = try choice.steps(input, input.running.makeConsole())
    let rows = try input.read()
    switch of {
    case .copies: try write(steps.verifyCopies(rows))
    case .passages: try write(steps.verifyPassages(rows))
    case .stories: try input.write(steps.verifyStories(rows))
    }
  }

  private func write(_ findings: CopyFindings) throws {
    try input.write { findings.append(to: &$0) }
  }
}

extension CandidateSubject: ExpressibleByArgument {}

/// `newsprint stage solve`.
struct StageSolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve", abstract: "Make the lines of cluster, or of dedupe --duplicates, of whole components.",
    discussion: "Components hang together by rows of copies and of edges. Each line comes with the number of its article.")

  enum Subject: String, ExpressibleByArgument, CaseIterable { case stories, copies }

  @OptionGroup var input: StageInput
  @OptionGroup var choice: StageChoice
  @Option(help: "Which lines: stories (cluster) or copies (dedupe --duplicates).")
  var of = Subject.stories
  @Option(help: "How much work goes into roles: auto, full, fast or none; auto goes by the articles of the whole batch.")
  var roles = Newsprint.RoleEffort.auto
  @Flag(help: "Also each article's quality flags and score, as in cluster --flags.")
  var flags = false
  @Flag(help: "Also what the dropped articles say otherwise, as dedupe --duplicates does in batches of up to 20,000 articles.")
  var changes = false

  func validate() throws {
    if flags, roles == .fast || roles == .none { throw ValidationError("--flags needs full roles.") }
  }

  mutating func run() throws {
    let console = input.running.makeConsole()
    let steps = try choice.steps(input, console)
    let rows = try input.read()
    if of == .copies { return try drop(rows, steps) }
    var options = Options()
    options.roles = roles
    let (effort, wantsFlags) = (try Detector(options).effort, flags)
    let (result, numbers) = try steps.solve(rows) { options, context in
      var job = ClusterJob(options: options, roles: effort, context: context)
      job.wantsFlags = wantsFlags
      return job
    }
    let report = ClusterReport(result)
    try input.write { writer in
      for (article, number) in numbers.enumerated() {
        LineRow(.memberLine, n: number, line: report.line(UInt32(article))).append(to: &writer)
      }
    }
  }

  private func drop(_ rows: StageRows, _ steps: StageSteps) throws {
    let (result, numbers) = try steps.drop(rows, changes: changes ? .auto : .none)
    let report = DroppedReport(result)
    try input.write { writer in
      for dropped in result.dropped {
        LineRow(.droppedLine, n: numbers[Int(dropped.article)], line: report.line(dropped)).append(to: &writer)
      }
    }
  }
}
