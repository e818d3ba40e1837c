package import ArgumentParser

/// The root of the command line.
package struct NewsprintCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "newsprint",
    abstract: "Finds near-duplicates, syndicated copies and what copying changed in news.",
    subcommands: [CompareCommand.self, ExplainCommand.self])

  package init() {}
}

/// Runs the command line of the process; called by the executable.
package func newsprintMain() async { await NewsprintCommand.main() }
