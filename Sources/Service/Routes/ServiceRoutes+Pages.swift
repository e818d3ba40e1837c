internal import HTTPTypes
internal import Hummingbird

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
