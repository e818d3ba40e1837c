internal import ArgumentParser
internal import Drift
internal import Reading
internal import Reporting

/// `newsprint explain [CATEGORY]`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a drift category means, with an example and its limits.",
    discussion: """
      EXAMPLES
        newsprint explain
        newsprint explain degree
      """)

  @Argument(help: "A drift category; all are listed when left out.")
  var category: DriftCategory?

  func run() throws {
    let style = TerminalStyle.forOutput(isFile: false)
    let file = try AtomicFile(nil)
    try file.write(category.map { ExplanationText.full($0, style: style) } ?? ExplanationText.list(style: style))
    try file.commit()
  }
}
