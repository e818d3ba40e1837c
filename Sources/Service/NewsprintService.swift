package import Drift
internal import HTTPTypes
package import Hummingbird
internal import HummingbirdCore
package import Index
internal import Input
package import Logging
package import NIOCore
package import Pipeline
internal import ServiceLifecycle
internal import Synchronization
internal import UnixSignals

/// The HTTP service over an index.
///
///     socket -> frame (id, log, count, headers) -> doorkeeper (token, scope) -> route -> body checked
///       -> readers' threads -> index (many readers)          -> JSON
///       -> the one writer    -> index (one transaction)      -> JSON when it is on the disk
package struct NewsprintService: Sendable {
  private let calls: ServiceCalls
  private let state = ServiceState()
  private let answers: AnswerMemory
  private let address: ListenAddress

  /// - Throws: ``ReadingError`` when the options are wrong, or everybody could reach an index that asks for no token.
  package init(_ index: IndexFile, _ setting: ServiceSetting, address: ListenAddress) throws {
    calls = try ServiceCalls(index, setting)
    answers = AnswerMemory(room: setting.limits.rememberedAnswers)
    self.address = address
  }

  /// The server, ready to run; `onRunning` gets the port when it listens.
  package func application(
    logger: Logger, onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
  ) -> some ApplicationProtocol {
    let limits = calls.setting.limits
    let routes = ServiceRoutes(calls: calls, state: state, answers: answers)
    var application = Application(
      router: routes.router(),
      server: .http1(configuration: .init(idleTimeout: .seconds(Int64(limits.patience)))),
      configuration: .init(
        address: .hostname(address.host, port: address.port), backlog: 1_024,
        availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
      onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) }, logger: logger)
    application.addServices(Ending(calls: calls, state: state))
    return application
  }

  /// Serves until SIGTERM or SIGINT, ends what was begun, then returns.
  package func run(logger: Logger, onRunning: @escaping @Sendable (Int) async -> Void) async throws {
    var configuration = ServiceGroupConfiguration(
      services: [application(logger: logger, onRunning: onRunning)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(Int64(calls.setting.limits.patience))
    try await ServiceGroup(configuration: configuration).run()
    try await calls.stop()
  }

  /// Says that the service is not ready any more, as soon as it is asked to stop.
  private struct Ending: Service {
    let calls: ServiceCalls
    let state: ServiceState

    func run() async throws {
      try await gracefulShutdown()
      state.stop()
    }
  }
}

/// Whether the service is on its way out.
final class ServiceState: Sendable {
  private let stopping = Mutex(false)

  var isStopping: Bool { stopping.withLock { $0 } }

  func stop() { stopping.withLock { $0 = true } }
}

/// What a service works with: the options of its index, and its limits.
package struct ServiceSetting: Sendable {
  /// How articles are read and put into the index; calls name the scope.
  package var index: IndexOptions
  package var drift: DriftOptions
  package var context: RunContext
  package var limits = ServiceLimits()
  /// Nothing is added or removed.
  package var isReadOnly = false
  /// Who may do what; nil when everybody may do everything.
  package var tokens: AccessTokens?

  package init(_ index: IndexOptions, drift: DriftOptions, context: RunContext) {
    self.index = index
    // Articles of calls have Newsprint's own names of fields.
    self.index.batch.reading.fields = .init()
    self.drift = drift
    self.context = context
  }

  /// The options of a call.
  func options(_ scope: Scope) -> IndexOptions {
    var options = index
    options.scope = scope.name
    return options
  }
}

/// Where a service says no, so that one client cannot take it from the others.
package struct ServiceLimits: Sendable {
  /// Bytes of one article, or of any body that is no stream; above it: 413.
  package var bodyBytes = 2 << 20
  /// Calls that wait for a thread or run on one; above it: 429.
  package var waitingReads = 256
  /// Articles and removals that wait for the writer; above it: 429.
  package var waitingWrites = 4_096
  /// Threads that answer calls.
  package var readers = 2
  /// Open connections; more wait in the system's queue.
  package var connections = 16_384
  /// Seconds without a byte after which a connection is closed, and that a body may take.
  package var patience = 30
  /// Answers that are kept for calls which come again with their Idempotency-Key.
  package var rememberedAnswers = 10_000

  package init() {}

  /// Seconds after which a refused call may be tried again.
  static let retryAfter = 1
  /// Articles and bytes of a stream that wait for the writer, before no more is read.
  static let streamArticles = 512
  static let streamBytes = 4 << 20
  /// Articles that one transaction of the writer takes.
  static let transactionArticles = 512
  /// Members of a story, or stories of a list, in one answer.
  static let page = 100
  static let largestPage = 1_000
  /// Characters of an id, and of a scope's name.
  static let idCharacters = 512
  static let scopeCharacters = 64
}

/// Where a service listens: a host and a port.
package struct ListenAddress: Sendable, Hashable, CustomStringConvertible {
  package var host: String
  /// 0 lets the system choose.
  package var port: Int

  /// The default: this machine only.
  package static let standard = ListenAddress(host: "127.0.0.1", port: 8077)

  init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Reads `HOST:PORT`, `[IPv6]:PORT`, `HOST`, `:PORT` or `PORT`; nil when it is none of them.
  package init?(_ text: String) {
    let text = UInt16(text) == nil ? text : ":" + text
    var host = Substring(text)
    var port = Self.standard.port
    if let colon = text.lastIndex(of: ":"), !text.hasSuffix("]"), text.hasPrefix("[") || text.firstIndex(of: ":") == colon {
      guard let number = Int(text[text.index(after: colon)...]), (0...65_535).contains(number) else { return nil }
      (host, port) = (text[..<colon], number)
    }
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !text.isEmpty, host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }) else { return nil }
    self.init(host: host.isEmpty ? Self.standard.host : String(host), port: port)
  }

  /// Whether only programs of this machine reach it.
  ///
  /// A name other than `localhost` may lead anywhere.
  package var isLoopback: Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let isIPv4 = parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    return host == "localhost" || host == "::1" || (isIPv4 && parts[0] == "127")
  }

  package var description: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }
}
