internal import ArgumentParser
internal import Pipeline

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
