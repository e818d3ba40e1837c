internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Every address of the service, with its methods; the OpenAPI document lists the same, which a test holds against this.
struct ServiceRoutes: Sendable {
  typealias Handler = @Sendable (Request, ServiceContext) async throws -> Response

  struct Route: Sendable {
    /// As OpenAPI writes it, `/v1/articles/{id}`.
    var path: String
    var methods: [(method: HTTPRequest.Method, handler: Handler)]
    /// Answers whoever asks.
    var isOpen = false
  }

  let calls: ServiceCalls
  let state: ServiceState
  let answers: AnswerMemory

  var all: [Route] {
    [
      Route(path: "/", methods: [(.get, page)], isOpen: true),
      Route(path: "/healthz", methods: [(.get, health)], isOpen: true),
      Route(path: "/readyz", methods: [(.get, readiness)], isOpen: true),
      Route(path: "/openapi.json", methods: [(.get, document)], isOpen: true),
      Route(path: "/metrics", methods: [(.get, metrics)]),
      Route(path: "/v1/articles", methods: [(.post, addArticles)]),
      Route(path: "/v1/articles/{id}", methods: [(.get, article), (.delete, removeArticle)]),
      Route(path: "/v1/query", methods: [(.post, query)]),
      Route(path: "/v1/compare", methods: [(.post, compare)]),
      Route(path: "/v1/flag", methods: [(.post, flag)]),
      Route(path: "/v1/stories", methods: [(.get, stories)]),
      Route(path: "/v1/stories/{id}", methods: [(.get, story)]),
      Route(path: "/v1/events/{id}", methods: [(.get, event)]),
      Route(path: "/stories/{id}", methods: [(.get, storyPage)]),
      Route(path: "/compare", methods: [(.get, comparisonPage)]),
    ]
  }

  /// The router of all of them.
  func router() -> Router<ServiceContext> {
    let router = Router(context: ServiceContext.self)
    router.add(middleware: RequestFrame(metrics: calls.metrics, methods: MethodTable(all)))
    let doorkeeper = Doorkeeper(tokens: calls.setting.tokens)
    for route in all {
      for (method, handler) in route.methods {
        let guarded = route.isOpen ? handler : doorkeeper.guarding(handler)
        router.on(RouterPath(route.path), method: method, use: guarded)
        guard method == .get else { continue }
        // HEAD is GET without its body.
        router.on(RouterPath(route.path), method: .head) { request, context in
          try await guarded(request, context).createHeadResponse()
        }
      }
    }
    return router
  }

  // MARK: Helpers of the handlers

  static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok, type: String = "application/json") -> Response {
    Response(status: status, headers: [.contentType: type], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// The id in the address.
  static func id(_ context: ServiceContext) throws(Problem) -> String {
    guard let id = PercentText.decoded((context.parameters.get("id") ?? "")[...]) else {
      throw Problem(.badRequest, "The address has a broken escape.", at: "path.id", advice: "Escape UTF-8 bytes as %XX.")
    }
    do {
      try ArticleID.check(id, at: "path.id")
    } catch {
      // No such thing can be there.
      throw Problem(.badRequest, error.detail, at: "path.id", advice: error.advice)
    }
    return id
  }

  /// The whole body, within its limit and time.
  func body(_ request: Request) async throws -> [UInt8] {
    try Self.requireType(request, ["application/json"])
    let limit = calls.setting.limits.bodyBytes
    if let length = request.headers[.contentLength].flatMap(Int.init), length > limit { throw Self.tooLarge(limit) }
    let body = request.body
    return try await Patience.within(seconds: calls.setting.limits.patience) {
      var bytes: [UInt8] = []
      for try await buffer in body {
        guard bytes.count + buffer.readableBytes <= limit else { throw Self.tooLarge(limit) }
        bytes += buffer.readableBytesView
      }
      return bytes
    }
  }

  static func tooLarge(_ limit: Int) -> Problem {
    Problem(
      .tooLarge, "The body has more than \(limit) bytes.", at: "body",
      advice: "Send less, or several articles as a stream of application/x-ndjson.")
  }

  /// - Returns: the type that was sent, without its parameters.
  @discardableResult
  static func requireType(_ request: Request, _ types: [String]) throws(Problem) -> String {
    let sent = (request.headers[.contentType] ?? "").prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
    guard types.contains(sent) else {
      throw Problem(
        .unsupportedType, sent.isEmpty ? "The body has no type." : "The body is of a type that is not read here.",
        at: "header.Content-Type", advice: "Send Content-Type: \(types.joined(separator: " or ")).")
    }
    if let coding = request.headers[.contentEncoding], coding != "identity" {
      throw Problem(
        .unsupportedType, "The body is encoded.", at: "header.Content-Encoding", advice: "Send it without a content encoding.")
    }
    return sent
  }
}

/// Bounds the time that a caller may take.
enum Patience {
  static func within<Value: Sendable>(seconds: Int, _ body: @escaping @Sendable () async throws -> Value) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask { try await body() }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let value = first else {
        throw Problem(
          .slowBody, "The body did not come within \(seconds) seconds.", at: "body", advice: "Send it faster, or in parts.")
      }
      return value
    }
  }
}

/// Which methods an address has, for those who come with another one.
struct MethodTable: Sendable {
  private var rows: [(segments: [Substring], methods: [String])] = []

  init(_ routes: [ServiceRoutes.Route]) {
    for route in routes {
      let methods = route.methods.map(\.method.rawValue) + (route.methods.contains { $0.method == .get } ? ["HEAD"] : [])
      rows.append((Self.segments(route.path), methods.sorted()))
    }
  }

  /// Nil for an address that does not exist.
  func methods(of path: String) -> [String]? {
    let segments = Self.segments(path)
    return rows.first { row in
      row.segments.count == segments.count && zip(row.segments, segments).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
    }?.methods
  }

  private static func segments(_ path: String) -> [Substring] { path.split(separator: "/") }
}
