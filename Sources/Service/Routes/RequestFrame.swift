internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore

/// Around every call: its id, its problem as an answer, the headers that every answer has, the count and the line in the log.
struct RequestFrame: RouterMiddleware {
  typealias Context = ServiceContext

  let metrics: ServiceMetrics
  let methods: MethodTable

  private static let idHeader = HTTPField.Name.requestID

  func handle(
    _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    let clock = ContinuousClock()
    let start = clock.now
    var context = context
    context.requestID = Self.id(of: request) ?? String(UInt64.random(in: .min ... .max), radix: 16)
    var cause: String?
    var response: Response
    do {
      response = try await next(request, context)
    } catch {
      let problem = problem(error, request)
      if problem.kind == .failure || problem.kind == .storage { cause = "\(error)" }
      response = problem.response(request: context.requestID, asPage: Self.isForPerson(request))
      if problem.kind.leavesBody { Self.closeAfterwards(&response, context.channel) }
    }
    response.headers[Self.idHeader] = context.requestID
    Self.protect(&response.headers)
    let time = start.duration(to: clock.now).components
    let seconds = Double(time.seconds) + Double(time.attoseconds) / 1e18
    let route = context.endpointPath ?? "none"
    let status = Int(response.status.code)
    metrics.count(route: route, method: Self.known(request.method), status: status, seconds: seconds)
    log(request, context, route, status, seconds, cause)
    return response
  }

  /// Whether a browser asks for one of the pages.
  private static func isForPerson(_ request: Request) -> Bool {
    !request.uri.path.hasPrefix("/v1/") && (request.headers[.accept] ?? "").contains("text/html")
  }

  /// Ends the connection a moment after the answer: what still comes of the body is not waited for.
  private static func closeAfterwards(_ response: inout Response, _ channel: any Channel) {
    let body = response.body
    response.body = .init(contentLength: body.contentLength) { writer in
      try await body.write(writer)
      // A connection that is closed over unread bytes takes the answer with it.
      try? await Task.sleep(for: .seconds(1))
      channel.close(promise: nil)
    }
  }

  private func log(
    _ request: Request, _ context: ServiceContext, _ route: String, _ status: Int, _ seconds: Double, _ cause: String?
  ) {
    // The route, not the address: ids and scopes of one client are no business of whoever reads the log.
    var metadata: Logger.Metadata = [
      "method": "\(request.method.rawValue.prefix(16))", "milliseconds": "\(Int((seconds * 1000).rounded()))",
      "request": "\(context.requestID)", "route": "\(route)", "status": "\(status)",
    ]
    if let cause { metadata["cause"] = "\(cause)" }
    context.logger.log(level: cause != nil ? .error : .info, "call", metadata: metadata)
  }

  /// The caller's own id where it has one that can be written into a log.
  private static func id(of request: Request) -> String? {
    guard let id = request.headers[idHeader], (1...128).contains(id.utf8.count) else { return nil }
    return id.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? id : nil
  }

  private func problem(_ error: any Error, _ request: Request) -> Problem {
    guard let error = error as? HTTPError else { return Problem(error) }
    guard error.status == .notFound else {
      return Problem(.badRequest, "The call cannot be understood.", advice: "Read /openapi.json.")
    }
    guard let methods = methods.methods(of: request.uri.path) else {
      return Problem(
        .noSuchRoute, "There is nothing at this address.", at: "path", advice: "Read /openapi.json for those that there are.")
    }
    var problem = Problem(
      .methodNotAllowed, "The address has no method of this name.", at: "method",
      advice: "Use \(methods.joined(separator: " or ")).")
    problem.allowed = methods
    return problem
  }

  /// What browsers must not do with an answer.
  private static func protect(_ headers: inout HTTPFields) {
    if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
    if headers[.contentSecurityPolicy] == nil { headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'" }
    headers[.xContentTypeOptions] = "nosniff"
    headers[.referrerPolicy] = "no-referrer"
    headers[.resourcePolicy] = "same-origin"
    headers[.frameOptions] = "DENY"
  }

  private static func known(_ method: HTTPRequest.Method) -> String {
    let all: [HTTPRequest.Method] = [.get, .head, .post, .put, .delete, .patch, .options, .trace]
    return all.contains(method) ? method.rawValue : "other"
  }
}

/// Says what a caller may do, by its token.
struct Doorkeeper: Sendable {
  let tokens: AccessTokens?

  /// The same handler, for those who may come in.
  func guarding(_ handler: @escaping ServiceRoutes.Handler) -> ServiceRoutes.Handler {
    { request, context in
      var context = context
      context.access = try access(request)
      return try await handler(request, context)
    }
  }

  private func access(_ request: Request) throws(Problem) -> Access {
    guard let tokens else { return .everything }
    let parts = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else {
      throw Problem(
        .unauthorized, "The call has no token.", at: "header.Authorization", advice: "Send Authorization: Bearer and a token.")
    }
    guard let access = tokens.access(String(parts[1])) else {
      throw Problem(.unauthorized, "The token is unknown.", at: "header.Authorization", advice: "Check the token.")
    }
    return access
  }
}

extension HTTPField.Name {
  // Names of letters and hyphens are always valid; the other branch is never taken.
  static let requestID = Self("X-Request-Id") ?? .init(parsed: "x-request-id")
  static let idempotencyKey = Self("Idempotency-Key") ?? .init(parsed: "idempotency-key")
  static let referrerPolicy = Self("Referrer-Policy") ?? .init(parsed: "referrer-policy")
  static let resourcePolicy = Self("Cross-Origin-Resource-Policy") ?? .init(parsed: "cross-origin-resource-policy")
  static let frameOptions = Self("X-Frame-Options") ?? .init(parsed: "x-frame-options")

  private init(parsed: String) { self = .server }
}
