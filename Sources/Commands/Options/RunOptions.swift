internal import ArgumentParser

/// How to run: the same for every command that does more than print.
struct RunOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Threads to use; the result does not depend on it. (default: every processor)", valueName: "n"))
  var threads: Int?

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Name every skipped record.")
  var verbose = false

  func validate() throws {
    if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads is a number from 1 to 1024.") }
    if quiet && verbose { throw ValidationError("--quiet and --verbose cannot be used together.") }
  }

  func makeConsole() -> Console {
    Console(level: quiet ? .quiet : verbose ? .verbose : .normal)
  }
}

/// Where the result goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the result to this file, which appears whole or not at all. (default: standard output)", valueName: "file"))
  var output: String?
}
