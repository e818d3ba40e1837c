internal import Output
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Adding, reading and removing articles; questions about one that is not stored.
extension ServiceRoutes {
  /// `POST /v1/articles`: one article, or a stream of them.
  func addArticles(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let scope = try context.scope(QueryParameters(request, known: ["scope"]), for: .write)
    try calls.requireWritable()
    let type = try Self.requireType(request, ["application/json", "application/x-ndjson"])
    if type == "application/x-ndjson" { return try addStream(request, scope) }
    guard let key = try Self.key(request, context, scope) else {
      return Self.response(try await calls.add(try await body(request), scope: scope))
    }
    let body = try await body(request)
    if let known = try answers.begin(key, digest: AnswerMemory.digest(body)) {
      return Self.json(known.body, status: .init(code: known.status))
    }
    do {
      let added = try await calls.add(body, scope: scope)
      answers.finish(key, .init(status: added.isNew ? 201 : 200, body: added.json))
      return Self.response(added)
    } catch {
      answers.finish(key, nil)
      throw error
    }
  }

  private static func response(_ added: (isNew: Bool, id: String, json: [UInt8])) -> Response {
    var response = json(added.json, status: added.isNew ? .created : .ok)
    if added.isNew { response.headers[.location] = "/v1/articles/\(PercentText.encoded(added.id))" }
    return response
  }

  private static func key(_ request: Request, _ context: ServiceContext, _ scope: Scope) throws(Problem) -> AnswerMemory.Key? {
    guard let key = request.headers[.idempotencyKey] else { return nil }
    let isPlain = key.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F
    }
    guard isPlain, (1...255).contains(key.utf8.count) else {
      throw Problem(
        .badRequest, "The key is not 1 to 255 letters, digits, '-' and '_'.", at: "header.Idempotency-Key", advice: "Use a UUID.")
    }
    return AnswerMemory.Key(holder: context.access?.name ?? "", scope: scope, key: key)
  }

  /// `GET /v1/articles/{id}`.
  func article(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let scope = try context.scope(QueryParameters(request, known: ["scope"]), for: .read)
    return Self.json(try await calls.article(Self.id(context), scope: scope))
  }

  /// `DELETE /v1/articles/{id}`.
  func removeArticle(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let scope = try context.scope(QueryParameters(request, known: ["scope"]), for: .write)
    try await calls.remove(Self.id(context), scope: scope)
    return Response(status: .noContent)
  }

  /// `POST /v1/query`.
  func query(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let scope = try context.scope(QueryParameters(request, known: ["scope"]), for: .read)
    return Self.json(try await calls.query(try await body(request), scope: scope))
  }

  /// `POST /v1/compare`.
  func compare(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let scope = try context.scope(QueryParameters(request, known: ["scope"]), for: .read)
    return Self.json(try await calls.compare(try await body(request), scope: scope))
  }

  /// `POST /v1/flag`.
  func flag(_ request: Request, _ context: ServiceContext) async throws -> Response {
    _ = try context.scope(QueryParameters(request, known: []), for: .read)
    return Self.json(try await calls.flag(try await body(request)))
  }
}

extension AnswerMemory {
  /// What tells one body from another.
  static func digest(_ body: [UInt8]) -> [UInt8] { SHA256.digest(body) }
}
