internal import ArgumentParser
internal import Pipeline

/// `newsprint stage candidates`.
struct StageCandidatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "candidates", abstract: "Pair the articles that share enough keys.",
    discussion: """
      With --partial the rows say what pairs share in the keys at hand, each of which must be whole; --merge adds these up and \
      decides. Without either, all keys are at hand. --of identical finds equal texts first, and hands on the keys of those that stay.
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
  @Flag(help: "The rows are what parts of the keys gave.")
  var merge = false

  func validate() throws {
    if partial, merge { throw ValidationError("--partial and --merge cannot be used together.") }
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
    try input.write(partial ? shared : steps.candidates(sought, shared, rows))
  }
}
