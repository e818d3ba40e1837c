internal import HTTPTypes
internal import Hummingbird

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
