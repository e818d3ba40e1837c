internal import HTTPTypes
internal import Hummingbird
internal import Output
internal import Resources

/// Stories and events.
extension ServiceRoutes {
  /// `GET /v1/stories?since=`.
  func stories(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let query = try QueryParameters(request, known: ["scope", "since", "after", "limit"])
    let scope = try context.scope(query, for: .read)
    let since = try query.integer("since", in: 0...Int64.max, default: 0)
    let after = try query.integer("after", in: 0...Int64.max, default: 0)
    return Self.json(try await calls.stories(since: since, after: after, scope: scope, limit: try Self.limit(query)))
  }

  /// `GET /v1/stories/{id}`.
  func story(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let query = try QueryParameters(request, known: ["scope", "limit"])
    let scope = try context.scope(query, for: .read)
    return Self.json(try await calls.story(Self.id(context), scope: scope, limit: try Self.limit(query)))
  }

  /// `GET /v1/events/{id}`.
  func event(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let query = try QueryParameters(request, known: ["scope", "limit"])
    let scope = try context.scope(query, for: .read)
    return Self.json(try await calls.event(Self.id(context), scope: scope, limit: try Self.limit(query)))
  }

  private static func limit(_ query: QueryParameters) throws(Problem) -> Int {
    Int(try query.integer("limit", in: 1...Int64(ServiceLimits.largestPage), default: Int64(ServiceLimits.page)))
  }
}

/// Pages to read in a browser: the report's, made from what is in the index now.
extension ServiceRoutes {
  /// `GET /stories/{id}`.
  func storyPage(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let scope = try context.scope(QueryParameters(request, known: ["scope"]), for: .read)
    return Self.html(try await calls.storyPage(Self.id(context), scope: scope))
  }

  /// `GET /compare?a=ID&b=ID`.
  func comparisonPage(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let query = try QueryParameters(request, known: ["a", "b", "scope"])
    let scope = try context.scope(query, for: .read)
    guard let a = query["a"], let b = query["b"] else {
      throw Problem(
        .badRequest, "Two articles are needed.", at: query["a"] == nil ? "query.a" : "query.b", advice: "Use ?a=ID&b=ID.")
    }
    return Self.html(try await calls.comparisonPage(a, b, scope: scope))
  }

  private static func html(_ page: LivePage) -> Response {
    var response = json(page.html, type: "text/html; charset=utf-8")
    response.headers[.contentSecurityPolicy] = page.policy
    return response
  }
}

/// For those who run the service, and those who meet it for the first time.
extension ServiceRoutes {
  /// `GET /healthz`: the process answers.
  func health(_ request: Request, _ context: ServiceContext) async throws -> Response {
    Self.json(
      JSON.line { writer in
        writer.object { writer in
          writer.member("status", "alive")
        }
      })
  }

  /// `GET /readyz`: the index can be read, and the service is not about to stop.
  func readiness(_ request: Request, _ context: ServiceContext) async throws -> Response {
    guard !state.isStopping else {
      throw Problem(.stopping, "The service is about to stop.", advice: "Ask another instance.")
    }
    try await calls.probe()
    return Self.json(
      JSON.line { writer in
        writer.object { writer in
          writer.member("read_only", calls.setting.isReadOnly)
          writer.member("status", "ready")
        }
      })
  }

  /// `GET /metrics`.
  func metrics(_ request: Request, _ context: ServiceContext) async throws -> Response {
    _ = try context.scope(QueryParameters(request, known: []), for: .read)
    let text = calls.metrics.text(gauges: [
      ("newsprint_waiting_reads", "Calls that wait for a thread or run on one.", calls.readers.gate.count),
      ("newsprint_waiting_writes", "Articles and removals that wait for the writer.", calls.writer?.gate.count ?? 0),
    ])
    return Self.json(Array(text.utf8), type: "text/plain; version=0.0.4; charset=utf-8")
  }

  /// `GET /openapi.json`.
  func document(_ request: Request, _ context: ServiceContext) async throws -> Response {
    Self.json(OpenAPIDocument.bytes)
  }

  /// `GET /`: a page to try the service.
  func page(_ request: Request, _ context: ServiceContext) async throws -> Response {
    var response = Self.json(TryPage.bytes, type: "text/html; charset=utf-8")
    response.headers[.contentSecurityPolicy] = TryPage.policy
    return response
  }
}

/// The OpenAPI document (3.1).
enum OpenAPIDocument {
  static let bytes = Resource.bytes("service/openapi.json")
}

/// The page to try the service: one document, in which only its own script and style run.
enum TryPage {
  private static let style = Resource.text("service/try.css") ?? ""
  private static let script = Resource.text("service/try.js") ?? ""

  static let bytes: [UInt8] = {
    var page = ""
    var rest = (Resource.text("service/try.html") ?? "")[...]
    for (mark, content) in [("{{style}}", style), ("{{script}}", script)] {
      let parts = rest.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
      page += parts[0] + content
      rest = parts.count > 1 ? parts[1] : ""
    }
    return Array((page + rest).utf8)
  }()

  static let policy = """
    default-src 'none'; script-src 'sha256-\(SHA256.base64(script))'; style-src 'sha256-\(SHA256.base64(style))'; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
    """
}
