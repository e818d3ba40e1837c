internal import Input
internal import ArgumentParser
internal import Newsprint
internal import Pipeline
internal import Output
internal import Reports

/// `newsprint cluster`.
struct ClusterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cluster",
    abstract: "Group articles into stories and events.",
    discussion: """
      Writes one line for each article, in input order. Articles of one cluster come from the same text: copies, excerpts, \
      updates, rewrites. Clusters about the same happening share an event. Ids come from the articles' content, so they stay \
      the same in any batch and any order.

      Each article has its role, how sure it is (role_confidence), what led to it (evidence), and the agencies its own text \
      credits (wire); wire_lost marks a version of a credited story that names none. "original" is the article the others come \
      from: with an original_confidence below .5 little speaks for it, and it is then no more than the same choice in every \
      run. "parent" is the version that this one comes from, the nearest before it: the role says what became of that one. \
      "sources" counts the event's sources that do not copy from each other: agencies and publishers; "source_names" names them.

      EXAMPLES
        newsprint cluster scrape.jsonl -o clusters.jsonl
        newsprint cluster scrape.jsonl --summary
        newsprint cluster scrape.jsonl --flags |
          jq -c 'select(.score >= 0.5) | [.score, .role, .id]'
        newsprint cluster scrape/ |
          jq -r 'select(.size > 1) | [.cluster, .role, .id] | @tsv' | sort
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "How much work goes into roles: auto, full, fast or none.",
      discussion: """
        full reads the texts again and compares every version with its original; fast tells a machine's rewrite without \
        looking for changed facts, in half the time; none takes roles from verified copies and dates alone, and names no \
        agencies. auto is full for up to 20,000 articles and none for more.
        """))
  var roles = RoleEffort.auto

  @Flag(help: "Also write each article's quality flags and score, as newsprint flag does. Needs full roles, whatever the size.")
  var flags = false

  @Flag(help: "Print the stories for people instead: headline, outlets, roles, the worst change of each. Needs full roles.")
  var summary = false

  @Option(
    help: ArgumentHelp(
      "Also write the candidate pairs, {\"a\": ID, \"b\": ID} a line, to measure what the search misses.",
      visibility: .hidden))
  var candidates: String?

  @OptionGroup(title: "Running options") var limit: MemoryOptions
  @OptionGroup(title: "Running options") var running: RunOptions

  mutating func run() throws {
    let console = running.makeConsole()
    let watch = Stopwatch()
    try OutputGuard.check(outputs: [output.output] + (candidates.map { [$0] } ?? []), inputs: input.inputs)
    var options = input.options(running)
    options.roles = roles
    options.memory = limit.memory?.bytes
    if roles != .none { console.noteLexicon() }
    let detector = try Detector(options)
    if summary { return try printSummary(detector, console, watch) }
    let clusters = try cluster(detector, console)
    let hasResult = clusters.result.batch.corpus.hasResult
    if hasResult, let candidates { try writeCandidates(clusters, to: candidates) }
    let skipped = console.finish(clusters, watch)
    guard hasResult else { throw NothingRead(outputs: [output.output]) }
    console.note(Self.found(clusters))
    if !flags, roles == .auto, !clusters.hasRoles {
      console.note("Roles are by verified copies and dates only, and no agencies were read: add --roles fast or full for those.")
    }
    try ExitStatus.check(skipped: skipped, console)
  }

  func validate() throws {
    if summary, flags || candidates != nil {
      throw ValidationError("--summary cannot be used with \(flags ? "--flags" : "--candidates").")
    }
    if summary, roles == .fast || roles == .none {
      throw ValidationError("--summary needs full roles: leave --roles out, or say --roles full.")
    }
    if flags, candidates != nil { throw ValidationError("--flags and --candidates cannot be used together.") }
    if flags, roles == .fast || roles == .none {
      throw ValidationError("--flags needs full roles: leave --roles out, or say --roles full.")
    }
  }

  private func printSummary(_ detector: Detector, _ console: Console, _ watch: Stopwatch) throws {
    let file = try AtomicFile(output.output)
    let setting = detector.reporting { console.show($0) }
    let job = ReportJob(options: setting.batch, drift: setting.drift, context: setting.context)
    let result = try job.run(inputs: input.inputs, run: ReportRun(version: Version.current))
    let skipped = console.finish(result.clusters.batch.corpus, result.clusters.batch.store.names, watch)
    guard result.clusters.batch.corpus.hasResult else { throw NothingRead(outputs: [output.output]) }
    try file.write(StorySummary(result.model).text(style: .forOutput(isFile: output.output != nil)))
    try file.commit()
    try ExitStatus.check(skipped: skipped, console)
  }

  private func cluster(_ detector: Detector, _ console: Console) throws -> Clustering {
    let file = try AtomicFile(output.output)
    let clusters =
      flags
      ? try detector.clusterForFlags(input.inputs, { console.show($0) })
      : candidates == nil
        ? try detector.stories(in: input.inputs, progress: { console.show($0) })
        : try detector.storiesWithCandidates(in: input.inputs) { console.show($0) }
    guard clusters.result.batch.corpus.hasResult else { return clusters }
    console.show(.stage(.writing))
    try ClusterReport(clusters.result).write(to: file)
    try file.commit()
    return clusters
  }

  private func writeCandidates(_ clusters: Clustering, to path: String) throws {
    let file = try AtomicFile(path)
    try CandidateReport(clusters.result).write(to: file)
    try file.commit()
  }

  private static func found(_ clusters: Clustering) -> String {
    let sizes = clusters.result.stories.map(\.size)
    let shared = sizes.count { $0 > 1 }
    return """
      Found \(Decimals.counted(sizes.count, "story", "stories")) (\(Decimals.grouped(shared)) with more than one article, the largest with \
      \(Decimals.grouped(sizes.max() ?? 0))) in \(Decimals.counted(clusters.result.events.count, "event", "events")).
      """
  }
}
