package import ArgumentParser

/// The root of the command line.
package struct NewsprintCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "newsprint",
    abstract: "Finds near-duplicates, syndicated copies and what copying changed in news.",
    subcommands: [CompareCommand.self, ExplainCommand.self])

  package init() {}
}

/// Runs the command line of the process; called by the executable. Ends it with status 2 when a command fails.
package func newsprintMain() async {
  do {
    var command = try NewsprintCommand.parseAsRoot()
    if var asynchronous = command as? any AsyncParsableCommand {
      try await asynchronous.run()
    } else {
      try command.run()
    }
  } catch let error as CommandError {
    StandardError.write("newsprint: \(error)")
    NewsprintCommand.exit(withError: ExitCode(2))
  } catch {
    NewsprintCommand.exit(withError: error)
  }
}
