internal import Output
internal import HTTPTypes
internal import Hummingbird
internal import Resources

/// For those who run the service, and those who meet it for the first time.
extension ServiceRoutes {
  /// `GET /healthz`: the process answers.
  func health(_ request: Request, _ context: ServiceContext) async throws -> Response {
    Self.json(
      JSON.line { writer in
        writer.object { writer in
          writer.key("status")
          writer.string("alive")
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
          writer.key("read_only")
          writer.bool(calls.setting.isReadOnly)
          writer.key("status")
          writer.string("ready")
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
