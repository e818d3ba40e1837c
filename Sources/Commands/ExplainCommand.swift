internal import ArgumentParser
internal import Output
internal import Reports

/// `newsprint explain [NAME]`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a drift category, a quality flag or another word of the outputs means.",
    discussion: """
      EXAMPLES
        newsprint explain
        newsprint explain degree
        newsprint explain stump-heading
        newsprint explain wire_lost
      """)

  @Argument(
    help: ArgumentHelp(
      "A drift category, a flag or a word such as wire, event, role; all are listed when left out.", valueName: "name"))
  var name: String?

  func validate() throws {
    guard let name, ExplanationText.name(name) == nil else { return }
    let advice = ExplanationText.nearest(name).map { "Did you mean \($0)?" } ?? "newsprint explain lists them."
    throw ValidationError("\(name) is no drift category, flag or word of the outputs. \(advice)")
  }

  func run() throws {
    let style = TerminalStyle.forOutput(isFile: false)
    let file = try AtomicFile(nil)
    let known = name.flatMap(ExplanationText.name)
    try file.write(known.flatMap { ExplanationText.full($0, style: style) } ?? ExplanationText.list(style: style))
    try file.commit()
  }
}
