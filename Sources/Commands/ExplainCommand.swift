internal import ArgumentParser
<<<<<<< HEAD
internal import Drift
internal import Reading
=======
>>>>>>> roles
internal import Reporting

/// `newsprint explain [NAME]`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
<<<<<<< HEAD
    commandName: "explain",
    abstract: "Say what a drift category means, with an example and its limits.",
    discussion: """
      EXAMPLES
        newsprint explain
        newsprint explain degree
=======
    commandName: "explain", abstract: "Says what a drift category or a quality flag means, with an example and its limits.",
    discussion: """
      EXAMPLES
        newsprint explain
        newsprint explain modality
        newsprint explain stump-heading
>>>>>>> roles
      """)

  @Argument(help: ArgumentHelp("A drift category or a flag; all are listed when left out.", valueName: "name"))
  var name: String?

  func validate() throws {
    guard let name, !ExplanationText.names.contains(name) else { return }
    throw ValidationError("\(name) is neither a drift category nor a flag. Consider: newsprint explain")
  }

  func run() throws {
    let style = TerminalStyle.forOutput(isFile: false)
<<<<<<< HEAD
    let file = try AtomicFile(nil)
    try file.write(category.map { ExplanationText.full($0, style: style) } ?? ExplanationText.list(style: style))
    try file.commit()
=======
    print(name.flatMap { ExplanationText.full($0, style: style) } ?? ExplanationText.list(style: style), terminator: "")
>>>>>>> roles
  }
}
