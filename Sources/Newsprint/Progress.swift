internal import Synchronization

/// Where a run stands, for whoever shows it.
///
/// Comes from any thread, often; do little with it.
public enum Progress: Sendable, Hashable {
  /// Bytes of the input that were read, of how many in all (0 when that is unknown).
  case reading(bytes: Int, of: Int)
  /// A part of the work that begins.
  case stage(Stage)

  /// The parts of the work after reading, in their order.
  public enum Stage: String, Sendable, CaseIterable {
    /// Candidates for copies are verified on the texts.
    case copies
    /// What dropped copies changed is looked for.
    case changes
    /// Stories and events are found.
    case stories
    /// Originals are told from versions, and credits read.
    case roles
    /// Faults are looked for.
    case flags
    /// Results are written; only the program does that.
    case writing
  }
}

/// Ends a run from outside: every thread stops at its next piece of work, and the run throws ``NewsprintError/Code/cancelled``.
///
/// ```swift
/// let cancellation = Cancellation()
/// cancellation.cancel()
/// let clusters = try? Detector().stories([Article(id: "1", text: "A text.")], cancellation: cancellation)
/// // clusters is nil
/// ```
public final class Cancellation: Sendable {
  private let isSet = Atomic(false)

  /// A run that goes on.
  public init() {}

  /// Ends the run; once is for ever, from any thread.
  public func cancel() { isSet.store(true, ordering: .relaxed) }

  /// Whether the run has to end.
  public var isCancelled: Bool { isSet.load(ordering: .relaxed) }
}
