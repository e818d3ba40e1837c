internal import ArgumentParser
internal import Files
internal import Index
internal import Service

/// `newsprint mcp`.
struct McpCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Offer the calls of the service to an assistant as tools (Model Context Protocol).",
    discussion: """
      Reads requests from standard input and answers on standard output, one JSON-RPC message a line. With an index, articles can be \
      looked up in it and added to it; without one, texts can be compared and flagged.

      EXAMPLES
        newsprint mcp news.index --read-only
        echo '{"jsonrpc":"2.0","id":1,"method":"tools/list"}' | newsprint mcp
      """)

  @Argument(help: "The file of the index; it is made where there is none. Without it there is nothing to look up.")
  var index: String?

  @Option(help: "Name of the part of the index that the assistant sees. (default: the part without a name)")
  var scope = ""

  @Flag(help: "Offer no tool that changes the index.")
  var readOnly = false

  @OptionGroup var search: IndexSearchOptions
  @OptionGroup var drift: DriftArguments
  @OptionGroup var running: RunOptions

  func validate() throws {
    guard Scope(scope) != nil else {
      throw ValidationError("--scope is a name of up to 64 letters, digits, '.', '_' and '-'.")
    }
  }

  mutating func run() async throws {
    let console = running.makeConsole()
    console.noteLexicon()
    var setting = try ServiceSetting(running, search, drift, console)
    setting.isReadOnly = readOnly
    let calls = try ServiceCalls(index.map { try IndexFile($0, for: readOnly ? .reading : .creating) }, setting)
    let server = AssistantServer(calls, scope: Scope(scope) ?? .unnamed, hasIndex: index != nil)
    // One message after the other: an assistant waits for each.
    while let line = readLine(strippingNewline: true) {
      guard let answer = await server.answer(Array(line.utf8)) else { continue }
      try Descriptor.standardOutput.write(answer.span)
    }
    try await calls.stop()
  }
}
