internal import ArgumentParser
internal import Drift
internal import Files
internal import Index
internal import Logging
internal import Newsprint
internal import Output
internal import Pipeline
internal import Service

/// `newsprint serve`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Answer over HTTP: is this article a copy, of what, and what did it change?",
    discussion: """
      Serves an index, which is made where there is none. It listens on this machine only unless --listen says otherwise; an address \
      that others reach needs --tokens. It speaks plain HTTP: put a proxy with TLS before it. /openapi.json describes every call, / \
      is a page to try them. The log goes to standard error, one JSON object a line. SIGTERM and SIGINT end it after what was begun.

      A line of the file of tokens has a token, its rights and its scopes:
        3f9c1e8a5b7d4c2f9a6e8b1d0c5f7a3e   read,write   -,desk

      EXAMPLES
        newsprint serve news.index
        curl -s localhost:8077/v1/query -H 'Content-Type: application/json' \\
          -d '{"text": "The harbour of Velmora was closed on Monday."}'
        newsprint serve news.index --listen 0.0.0.0:8077 --tokens tokens.txt
      """)

  @Argument(help: "The file of the index.")
  var index: String

  @Option(
    help: ArgumentHelp(
      "Where to listen; a port alone is one of this machine, 0 a free one. (default: \(ListenAddress.standard))",
      valueName: "host:port"))
  var listen: String?

  @Option(help: ArgumentHelp("File with the bearer tokens that are asked for.", valueName: "file"))
  var tokens: String?

  @Flag(help: "Answer questions only; nothing can be added or removed.")
  var readOnly = false

  @Option(
    help: ArgumentHelp(
      "Bytes that a body, or an article of a stream, may have. (default: \(ServiceLimits().bodyBytes))", valueName: "n"))
  var maxBody: Int?

  @Option(
    help: ArgumentHelp(
      "Calls that may wait for a thread before others are sent away. (default: \(ServiceLimits().waitingReads))", valueName: "n"))
  var maxWaiting: Int?

  @OptionGroup var search: IndexSearchOptions
  @OptionGroup(title: "Drift options") var drift: DriftArguments
  @OptionGroup(title: "Running options") var running: RunOptions

  func validate() throws {
    let address = try address()
    guard tokens != nil || address.isLoopback else {
      throw ValidationError("--listen \(address) can be reached by others. Say with --tokens who may do what.")
    }
    if let maxBody, !(1...(1 << 28)).contains(maxBody) { throw ValidationError("--max-body is a number from 1 to 268435456.") }
    if let maxWaiting, !(1...100_000).contains(maxWaiting) {
      throw ValidationError("--max-waiting is a number from 1 to 100000.")
    }
  }

  private func address() throws -> ListenAddress {
    guard let listen else { return .standard }
    guard let address = ListenAddress(listen) else {
      throw ValidationError("--listen is HOST:PORT, such as 127.0.0.1:8077 or [::1]:8077.")
    }
    return address
  }

  mutating func run() async throws {
    let console = running.makeConsole()
    console.noteLexicon()
    var setting = try ServiceSetting(running, search, drift, console)
    setting.isReadOnly = readOnly
    setting.tokens = try tokens.map { try AccessTokens(contentsOf: $0) }
    if let maxBody { setting.limits.bodyBytes = maxBody }
    if let maxWaiting { setting.limits.waitingReads = maxWaiting }
    let address = try address()
    let service = try NewsprintService(IndexFile(index, for: readOnly ? .reading : .creating), setting, address: address)
    let level: Logger.Level = running.quiet ? .error : running.verbose ? .debug : .info
    let logger = Logger(label: "newsprint") { _ in
      LineLog(level: level) { Terminal.writeError(String(decoding: $0, as: UTF8.self)) }
    }
    try await service.run(logger: logger) { port in
      // Programs that started the service wait for this line.
      var address = address
      address.port = port
      Terminal.writeError("newsprint: listening on http://\(address)\n")
    }
  }
}

extension ServiceSetting {
  /// The default options of an index on the threads of `running`.
  init(_ running: RunOptions, _ search: IndexSearchOptions, _ drift: DriftArguments, _ console: Console) throws {
    var options = Options()
    options.threads = running.threads
    options.drift = drift.choice
    let setting = try Detector(options).reporting(nil)
    var index = IndexOptions(setting.batch)
    index.window = search.window?.seconds
    self.init(index, drift: setting.drift, context: setting.context)
    limits.readers = max(2, setting.context.threads)
  }
}

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

  @Option(
    help: ArgumentHelp("The part of the index that the assistant sees. (default: the part without a name)", valueName: "name"))
  var scope = ""

  @Flag(help: "Offer no tool that changes the index.")
  var readOnly = false

  @OptionGroup var search: IndexSearchOptions
  @OptionGroup(title: "Drift options") var drift: DriftArguments
  @OptionGroup(title: "Running options") var running: RunOptions

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
