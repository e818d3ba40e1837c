package import Drift
package import Index
internal import Input
package import Pipeline

/// What a service works with: the options of its index, and its limits.
package struct ServiceSetting: Sendable {
  /// How articles are read and put into the index; calls name the scope.
  package var index: IndexOptions
  package var drift: DriftOptions
  package var context: RunContext
  package var limits = ServiceLimits()
  /// Nothing is added or removed.
  package var isReadOnly = false
  /// Who may do what; nil when everybody may do everything.
  package var tokens: AccessTokens?

  package init(_ index: IndexOptions, drift: DriftOptions, context: RunContext) {
    self.index = index
    // Articles of calls have Newsprint's own names of fields.
    self.index.batch.reading.fields = .init()
    self.drift = drift
    self.context = context
  }

  /// The options of a call.
  func options(_ scope: Scope) -> IndexOptions {
    var options = index
    options.scope = scope.name
    return options
  }
}

/// Where a service says no, so that one client cannot take it from the others.
package struct ServiceLimits: Sendable {
  /// Bytes of one article, or of any body that is no stream; above it: 413.
  package var bodyBytes = 2 << 20
  /// Calls that wait for a thread or run on one; above it: 429.
  package var waitingReads = 256
  /// Articles and removals that wait for the writer; above it: 429.
  package var waitingWrites = 4_096
  /// Threads that answer calls.
  package var readers = 2
  /// Open connections; more wait in the system's queue.
  package var connections = 16_384
  /// Seconds without a byte after which a connection is closed, and that a body may take.
  package var patience = 30
  /// Answers that are kept for calls which come again with their Idempotency-Key.
  package var rememberedAnswers = 10_000

  package init() {}

  /// Seconds after which a refused call may be tried again.
  static let retryAfter = 1
  /// Articles and bytes of a stream that wait for the writer, before no more is read.
  static let streamArticles = 512
  static let streamBytes = 4 << 20
  /// Articles that one transaction of the writer takes.
  static let transactionArticles = 512
  /// Members of a story, or stories of a list, in one answer.
  static let page = 100
  static let largestPage = 1_000
  /// Characters of an id, and of a scope's name.
  static let idCharacters = 512
  static let scopeCharacters = 64
}
