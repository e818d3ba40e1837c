internal import ArgumentParser
internal import Newsprint
internal import Output
internal import Pipeline
internal import Reports

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
