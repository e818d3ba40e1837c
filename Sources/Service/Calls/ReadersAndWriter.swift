internal import Articles
internal import Index
internal import Input
internal import NIOPosix
internal import Pipeline
internal import Synchronization

/// The one writer of the index: calls hand their changes to it and wait until they are there for good.
///
/// Whatever waits when a transaction is done goes into the next one together, so that many clients share the one wait for the
/// disk (group commit, DeWitt et al. 1984, 10.1145/602259.602261). What comes later is the newer version, in one transaction as
/// in two.
final class Writer: Sendable {
  /// What became of a line of an addition.
  enum Outcome: Sendable {
    case stored(Arrival)
    case refused(Problem)
  }

  /// An article that was added, as it stands now.
  struct Arrival: Sendable {
    var outcome: AddedArticle.Outcome
    var article: StoredArticle
  }

  private struct Job: Sendable {
    enum Work: Sendable {
      case add([SentArticle])
      case remove(String)
    }

    let work: Work
    let scope: Scope
    let done: @Sendable (Result<[Outcome], any Error>) -> Void

    var count: Int {
      switch work {
      case .add(let articles): articles.count
      case .remove: 1
      }
    }
  }

  private struct State: Sendable {
    var waiting: [Job] = []
    var isRunning = false
  }

  private let index: IndexFile
  private let setting: ServiceSetting
  private let thread = NIOThreadPool(numberOfThreads: 1)
  private let state = Mutex(State())
  let gate: Gate

  init(_ index: IndexFile, _ setting: ServiceSetting) {
    self.index = index
    self.setting = setting
    gate = Gate(room: setting.limits.waitingWrites)
    thread.start()
  }

  /// Adds articles; when this returns they are there for good.
  ///
  /// - Returns: what became of each, in their order.
  /// - Throws: ``Problem/Kind/busy``; what the index throws, and then none of them is there.
  func add(_ articles: [SentArticle], scope: Scope) async throws -> [Outcome] { try await submit(.add(articles), scope) }

  /// Removes an article with all its versions.
  ///
  /// - Returns: whether it was there.
  func remove(_ id: String, scope: Scope) async throws -> Bool { try await submit(.remove(id), scope).isEmpty }

  /// Waits for what was handed in, and takes no more.
  func stop() async throws { try await thread.shutdownGracefully() }

  // MARK: The queue

  private func submit(_ work: Job.Work, _ scope: Scope) async throws -> [Outcome] {
    let count = Job(work: work, scope: scope, done: { _ in }).count
    try gate.enter(count)
    defer { gate.leave(count) }
    return try await withCheckedThrowingContinuation { continuation in
      let job = Job(work: work, scope: scope) { continuation.resume(with: $0) }
      let mustStart = state.withLock { state in
        state.waiting.append(job)
        defer { state.isRunning = true }
        return !state.isRunning
      }
      if mustStart { thread.submit { _ in self.drain() } }
    }
  }

  private func drain() {
    while let jobs = next() {
      do {
        let outcomes = try carryOut(jobs)
        for (job, outcome) in zip(jobs, outcomes) { job.done(.success(outcome)) }
      } catch {
        for job in jobs { job.done(.failure(error)) }
      }
    }
  }

  /// The jobs of the next transaction: one removal, or additions to one scope.
  private func next() -> [Job]? {
    state.withLock { state in
      guard let first = state.waiting.first else {
        state.isRunning = false
        return nil
      }
      var taken = 1
      if case .add = first.work {
        var count = first.count
        while taken < state.waiting.count, state.waiting[taken].scope == first.scope, case .add = state.waiting[taken].work,
          count + state.waiting[taken].count <= ServiceLimits.transactionArticles
        {
          count += state.waiting[taken].count
          taken += 1
        }
      }
      let jobs = Array(state.waiting.prefix(taken))
      state.waiting.removeFirst(taken)
      return jobs
    }
  }

  private func carryOut(_ jobs: [Job]) throws -> [[Outcome]] {
    let scope = jobs[0].scope
    if case .remove(let id) = jobs[0].work {
      let missing = try index.remove([id], options: setting.options(scope), context: setting.context)
      return [missing.isEmpty ? [] : [.refused(Self.gone)]]
    }
    let articles = jobs.flatMap { job in if case .add(let articles) = job.work { articles } else { [SentArticle]() } }
    var outcomes = try add(articles, scope)[...]
    return jobs.map { job in
      defer { outcomes = outcomes.dropFirst(job.count) }
      return Array(outcomes.prefix(job.count))
    }
  }

  private func add(_ articles: [SentArticle], _ scope: Scope) throws -> [Outcome] {
    var bytes: [UInt8] = []
    for article in articles {
      bytes += article.line
      bytes.append(0x0A)
    }
    var outcomes = [Outcome](repeating: .refused(Self.unread), count: articles.count)
    var added: [AddedArticle] = []
    let summary = try index.add(
      .memory(bytes, name: "body"), options: setting.options(scope), context: setting.context,
      onBatch: { added += $1 })
    for record in summary.reading.skipped {
      guard let line = record.line, outcomes.indices.contains(line - 1) else { continue }
      outcomes[line - 1] = .refused(
        Problem(.unusable, record.reason.sentence, at: "body", advice: "Correct the article and send it again."))
    }
    for article in added where outcomes.indices.contains(article.line - 1) {
      guard let stored = try index.article(article.id, scope: scope.name) else { continue }
      outcomes[article.line - 1] = .stored(Arrival(outcome: article.outcome, article: stored))
    }
    return outcomes
  }

  private static let gone = Problem(.notFound, "The article is not there.", advice: "Check its id and scope.")
  private static let unread = Problem(
    .unusable, "The article was not taken.", at: "body", advice: "Check the record and send it again.")
}

/// Threads for calls that read the index and compare texts, away from those that serve the network.
final class Readers: Sendable {
  private let pool: NIOThreadPool
  let gate: Gate

  init(threads: Int, room: Int) {
    pool = NIOThreadPool(numberOfThreads: threads)
    gate = Gate(room: room)
    pool.start()
  }

  /// Runs a piece of blocking work on one of the threads.
  ///
  /// - Throws: ``Problem/Kind/busy`` at once when too much is waiting; what `body` throws.
  func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try gate.enter()
    defer { gate.leave() }
    return try await pool.runIfActive(body)
  }

  func stop() async throws { try await pool.shutdownGracefully() }
}

/// Counts what is waiting, and lets no more in than there is room for.
final class Gate: Sendable {
  private let room: Int
  private let inside = Mutex(0)

  init(room: Int) { self.room = room }

  /// How many are inside.
  var count: Int { inside.withLock { $0 } }

  /// - Throws: ``Problem/Kind/busy`` when there is no room for `count` more.
  func enter(_ count: Int = 1) throws(Problem) {
    let isIn = inside.withLock { inside in
      guard inside == 0 || inside + count <= room else { return false }
      inside += count
      return true
    }
    if !isIn {
      throw Problem(.busy, "\(room) calls are waiting already.", advice: "Try again after the seconds that Retry-After names.")
    }
  }

  func leave(_ count: Int = 1) { inside.withLock { $0 -= count } }
}
