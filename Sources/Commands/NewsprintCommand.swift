package import ArgumentParser
internal import Files
internal import Input
internal import Newsprint
internal import Reports

/// The root of the command line.
package struct NewsprintCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "newsprint",
    abstract: "Finds near-duplicates and syndicated copies in news, and what copying changed.",
    discussion: """
      EXAMPLES
        newsprint dedupe scrape.jsonl.gz -o kept.jsonl --duplicates dropped.jsonl
        newsprint cluster scrape/ -o clusters.jsonl
        newsprint report scrape.jsonl
        newsprint help dedupe

      EXIT STATUS
        0  done
        1  done, but some records were skipped; each is named on standard error
        2  failed; so has a run that could read no record at all
        64 wrong usage
      """,
    version: Version.current,
    subcommands: [
      DedupeCommand.self, ClusterCommand.self, CompareCommand.self, FlagCommand.self, FingerprintCommand.self,
      ReportCommand.self, IndexCommand.self, ServeCommand.self, McpCommand.self, ExplainCommand.self,
      EvaluateCommand.self, StageCommand.self,
    ])

  package init() {}

  /// Of a command that is none the nearest is offered; the parser would only speak of unexpected arguments.
  ///
  /// - Throws: when the first argument is no option and names no command.
  fileprivate static func checkName(_ arguments: [String]) throws {
    guard let name = arguments.first, !name.hasPrefix("-") else { return }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !names.contains(name) else { return }
    let advice = NearestName.of(name, among: names).map { "Did you mean \($0)?" } ?? "newsprint --help lists them."
    throw ValidationError("There is no command \(name). \(advice)")
  }
}

/// Runs the command line of the process and ends it; called by the executable.
package func newsprintMain() async -> Never {
  ProcessMemory.keepForReuse()
  Signals.removeTemporaryFiles()
  do {
    // The arguments as bytes: names of files need not be UTF-8.
    let arguments = PathText.arguments
    try NewsprintCommand.checkName(arguments)
    var command = try NewsprintCommand.parseAsRoot(arguments)
    if var asynchronous = command as? any AsyncParsableCommand {
      try await asynchronous.run()
    } else {
      try command.run()
    }
    NewsprintCommand.exit()
  } catch {
    NewsprintCommand.exit(withError: Failure.wrapping(error))
  }
}

/// An error that ends a command, with the exit status that the README promises.
private enum Failure {
  /// Errors of the parser and exit codes stay as they are; anything else is a failure with status 2, printed once.
  static func wrapping(_ error: any Error) -> any Error {
    let status = NewsprintCommand.exitCode(for: error)
    if status == .success || error is ExitCode { return error }
    guard status == .failure else {
      // Arguments that are wrong are shown again: they may come from a folder's names.
      let message = NewsprintCommand.fullMessage(for: error)
      Terminal.writeError(
        message.split(separator: "\n", omittingEmptySubsequences: false).map { Visible.text(String($0)) }.joined(separator: "\n")
          + "\n")
      return status
    }
    Terminal.writeError("newsprint: \(Visible.text("\(error)"))\n")
    return ExitCode(2)
  }
}
