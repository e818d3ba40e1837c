internal import HummingbirdCore
internal import UnixSignals
package import Hummingbird
package import Index
internal import HTTPTypes
package import Logging
package import NIOCore
internal import ServiceLifecycle

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
