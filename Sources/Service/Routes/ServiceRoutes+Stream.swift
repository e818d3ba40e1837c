internal import Index
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Output

/// `POST /v1/articles` with a stream of articles: a line for each, as soon as it is there for good.
extension ServiceRoutes {
  func addStream(_ request: Request, _ scope: Scope) throws(Problem) -> Response {
    guard request.headers[.idempotencyKey] == nil else {
      throw Problem(
        .badRequest, "A stream has no idempotency key.", at: "header.Idempotency-Key",
        advice: "Leave it out: an article that is sent again is known by its id and text.")
    }
    let (calls, body) = (calls, request.body)
    let limits = calls.setting.limits
    return Response(
      status: .ok, headers: [.contentType: "application/x-ndjson"],
      body: .init { writer in
        let lines = ArticleLines(longest: limits.bodyBytes)
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            for try await buffer in body { await lines.put(buffer) }
            await lines.finish()
          }
          group.addTask { try await Self.watch(lines, seconds: limits.patience) }
          while let batch = await lines.next() {
            try await writer.write(ByteBuffer(bytes: try await calls.add(batch, scope: scope)))
          }
          group.cancelAll()
        }
        try await writer.finish(nil)
      })
  }

  /// Ends a stream from which nothing comes any more.
  private static func watch(_ lines: ArticleLines, seconds: Int) async throws {
    while true {
      try await Task.sleep(for: .seconds(1))
      if await lines.lastArrival.duration(to: .now) > .seconds(seconds) { await lines.finish() }
    }
  }
}

extension ServiceCalls {
  /// Adds lines of a stream.
  ///
  /// - Returns: a line of JSON for each, in their order.
  func add(_ lines: [ArticleLines.Line], scope: Scope) async throws -> [UInt8] {
    var articles: [ArticleBody] = []
    var answers: [(number: Int, problem: Problem?)] = []
    for line in lines {
      switch line {
      case .tooLong(let number): answers.append((number, ServiceRoutes.tooLarge(setting.limits.bodyBytes)))
      case .line(let number, let bytes):
        do {
          articles.append(try ArticleBody(bytes, needsID: true, place: "line"))
          answers.append((number, nil))
        } catch {
          answers.append((number, error))
        }
      }
    }
    var outcomes = try await outcomes(articles, scope)[...]
    var writer = JSONWriter()
    for answer in answers {
      let outcome = answer.problem.map(Writer.Outcome.refused) ?? outcomes.popFirst()
      switch outcome {
      case .stored(let arrival):
        metrics.countArticle(arrival.outcome.rawValue)
        PlacementJSON.write(arrival, line: answer.number, to: &writer)
      case .refused(let problem):
        metrics.countArticle("refused")
        PlacementJSON.write(problem, line: answer.number, to: &writer)
      case nil: break
      }
      writer.newline()
    }
    return writer.bytes
  }

  /// Waits where others are before: whoever streams is held back by not being read.
  private func outcomes(_ articles: [ArticleBody], _ scope: Scope) async throws -> [Writer.Outcome] {
    guard !articles.isEmpty else { return [] }
    while true {
      do {
        return try await changes().add(articles, scope: scope)
      } catch let problem as Problem where problem.kind == .busy {
        try await Task.sleep(for: .milliseconds(20))
      } catch is CancellationError {
        throw CancellationError()
      } catch {
        return articles.map { _ in .refused(Problem(error)) }
      }
    }
  }
}
