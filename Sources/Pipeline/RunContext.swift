/// How a run works, whatever it looks for: how many threads, who hears of its progress, and whether it has to end.
///
/// One value goes from the caller to the threads; no result depends on it.
package struct RunContext: Sendable {
  /// At least 1.
  package let threads: Int
  /// Is called from any thread.
  package let onProgress: @Sendable (Progress) -> Void
  /// Is asked before each piece of work.
  package let isCancelled: @Sendable () -> Bool

  package init(
    threads: Int, onProgress: @escaping @Sendable (Progress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.threads = max(1, threads)
    self.onProgress = onProgress
    self.isCancelled = isCancelled
  }
}

/// The run was ended from outside.
package struct RunCancelled: Error {
  package init() {}
}

/// Where a run stands, for whoever shows it.
package enum Progress: Sendable {
  /// Bytes of the input that were read, of how many in all (0 when that is unknown).
  case reading(bytes: Int, of: Int)
  case stage(Stage)

  package enum Stage: Sendable {
    case copies, changes, stories, roles, flags
  }
}
