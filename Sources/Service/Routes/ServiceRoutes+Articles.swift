internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Output
internal import Synchronization

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

/// Answers to calls that may come again: with the same Idempotency-Key a caller gets the same answer, and nothing happens twice.
///
/// Kept in memory, the newest of them; after a restart a repeated addition finds its article there and says so.
final class AnswerMemory: Sendable {
  /// Whose key it is: keys of one token or scope mean nothing to another.
  struct Key: Hashable, Sendable {
    var holder: String
    var scope: Scope
    var key: String
  }

  struct Answer: Sendable {
    var status: Int
    var body: [UInt8]
  }

  private struct Entry: Sendable {
    let digest: [UInt8]
    /// Nil while the first call is on its way.
    var answer: Answer?
  }

  private struct State: Sendable {
    var entries: [Key: Entry] = [:]
    var order: [Key] = []
    var oldest = 0
  }

  private let room: Int
  private let state = Mutex(State())

  init(room: Int) { self.room = room }

  /// The answer that was given to this call; nil when it comes for the first time, and is then expected to ``finish(_:_:)``.
  ///
  /// - Throws: ``Problem/Kind/conflict`` while the first call is on its way; ``Problem/Kind/unusable`` for another body.
  func begin(_ key: Key, digest: [UInt8]) throws(Problem) -> Answer? {
    let entry = state.withLock { state -> Entry? in
      if let entry = state.entries[key] { return entry }
      state.entries[key] = Entry(digest: digest)
      return nil
    }
    guard let entry else { return nil }
    guard entry.digest == digest else {
      throw Problem(
        .unusable, "The key came before with another body.", at: "header.Idempotency-Key", advice: "Use a new key for each call.")
    }
    guard let answer = entry.answer else {
      throw Problem(
        .conflict, "The first call with this key is not done.", at: "header.Idempotency-Key", advice: "Try again in a moment.")
    }
    return answer
  }

  /// Keeps the answer; nil forgets a call that failed, so that it can be tried again.
  func finish(_ key: Key, _ answer: Answer?) {
    state.withLock { state in
      guard let answer else {
        state.entries[key] = nil
        return
      }
      state.entries[key]?.answer = answer
      state.order.append(key)
      if state.order.count - state.oldest > room {
        state.entries[state.order[state.oldest]] = nil
        state.oldest += 1
      }
      // The places of those that are gone are given back now and then.
      if state.oldest > room {
        state.order.removeFirst(state.oldest)
        state.oldest = 0
      }
    }
  }
}
