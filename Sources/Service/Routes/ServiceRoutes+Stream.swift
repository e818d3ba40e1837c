internal import HTTPTypes
internal import Hummingbird
internal import Index
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
    var articles: [SentArticle] = []
    var answers: [(number: Int, problem: Problem?)] = []
    for line in lines {
      switch line {
      case .tooLong(let number): answers.append((number, ServiceRoutes.tooLarge(setting.limits.bodyBytes)))
      case .line(let number, let bytes):
        do {
          articles.append(try SentArticle(bytes, needsID: true, place: "line"))
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
  private func outcomes(_ articles: [SentArticle], _ scope: Scope) async throws -> [Writer.Outcome] {
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

/// Lines of a stream between the one who reads them off the network and the one who hands them to the writer.
///
/// Whatever is there is handed on together: while the writer is busy more comes in, and a line that comes alone does not wait for
/// others. No more is read while much is waiting.
actor ArticleLines {
  enum Line: Sendable {
    case line(Int, [UInt8])
    /// Longer than an article may be; what was read of it is gone.
    case tooLong(Int)
  }

  private let longest: Int
  private var waiting: [Line] = []
  private var waitingBytes = 0
  private var open: [UInt8] = []
  private var number = 1
  private var isTooLong = false
  private var isFinished = false
  private(set) var lastArrival = ContinuousClock.now
  private let arrived = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
  private let taken = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))

  init(longest: Int) { self.longest = longest }

  /// Takes bytes as they come; waits while too much is there.
  func put(_ buffer: ByteBuffer) async {
    lastArrival = .now
    var bytes = buffer.readableBytesView[...]
    while let end = bytes.firstIndex(of: 0x0A) {
      append(bytes[..<end])
      close()
      bytes = bytes[(end + 1)...]
    }
    append(bytes)
    arrived.continuation.yield()
    while waiting.count >= ServiceLimits.streamArticles || waitingBytes >= ServiceLimits.streamBytes {
      var signals = taken.stream.makeAsyncIterator()
      guard await signals.next(isolation: self) != nil else { return }
    }
    lastArrival = .now
  }

  /// There is no more.
  func finish() {
    if !open.isEmpty || isTooLong { close() }
    isFinished = true
    arrived.continuation.yield()
  }

  /// What has come, at least one line; nil at the end.
  func next() async -> [Line]? {
    while waiting.isEmpty, !isFinished {
      var signals = arrived.stream.makeAsyncIterator()
      guard await signals.next(isolation: self) != nil else { return nil }
    }
    guard !waiting.isEmpty else { return nil }
    let lines = Array(waiting.prefix(ServiceLimits.streamArticles))
    waiting.removeFirst(lines.count)
    waitingBytes -= lines.reduce(0) { $0 + Self.size($1) }
    taken.continuation.yield()
    return lines
  }

  private func append(_ bytes: ByteBufferView) {
    guard !isTooLong else { return }
    if open.count + bytes.count > longest {
      isTooLong = true
      open = []
    } else {
      open += bytes
    }
  }

  private func close() {
    defer {
      number += 1
      open = []
      isTooLong = false
    }
    let line: Line = isTooLong ? .tooLong(number) : .line(number, open)
    guard isTooLong || open.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return }
    waiting.append(line)
    waitingBytes += Self.size(line)
  }

  private static func size(_ line: Line) -> Int { if case .line(_, let bytes) = line { bytes.count } else { 0 } }
}
