import ArgumentParser
import Drift
import Reporting

/// `newsprint explain [CATEGORY]`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Says what a drift category means, with an example and its limits.")

  @Argument(help: "A drift category; all are listed when left out.")
  var category: DriftCategory?

  func run() throws {
    let style = TerminalStyle.forOutput(isFile: false)
    print(category.map { ExplanationText.full($0, style: style) } ?? ExplanationText.list(style: style), terminator: "")
  }
}
