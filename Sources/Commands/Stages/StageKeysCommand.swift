internal import ArgumentParser
internal import Pipeline

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
