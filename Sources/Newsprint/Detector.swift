package import Drift
internal import Fingerprints
internal import FoundationEssentials
internal import Input
package import Pipeline
internal import Synchronization

/// Finds copies and rewrites among news articles, what copying changed, and what is wrong with an article.
///
/// A value that threads share. Nothing that it returns depends on the number of threads, and clusters do not depend on the order
/// of the articles. Articles come as values, or by the paths of files and folders in any format that the command reads; both go
/// through the same steps and give the same results.
///
/// ```swift
/// let detector = try Detector()
/// let comparison = detector.compare(
///   Article(text: "The minister said the bridge will open on Monday."),
///   Article(text: "The minister said the bridge will open on Friday."))
/// for finding in comparison.findings { print(finding.severity, finding.message) }
/// ```
public struct Detector: Sendable {
  /// What decides the results.
  public let options: Options
  let batch: BatchOptions
  let comparers: ComparerPool
  let fingerprinter: Fingerprinter

  /// Checks the options.
  ///
  /// - Throws: ``NewsprintError/Code/options`` that names the option which is out of range.
  public init(_ options: Options = Options()) throws(NewsprintError) {
    self.options = options
    batch = try options.checked()
    fingerprinter = try NewsprintError.wrapping { [batch] in try Fingerprinter(batch.fingerprint) }
    comparers = ComparerPool(options.drift.options)
  }

  /// How a run over a batch works.
  func context(_ progress: (@Sendable (Progress) -> Void)?, _ cancellation: Cancellation?) -> RunContext {
    RunContext(
      threads: options.threads ?? Machine.processors, onProgress: { event in progress?(Progress(event)) },
      isCancelled: { cancellation?.isCancelled ?? false })
  }

  /// The same options for articles in memory, which always have the default names of fields.
  var inMemory: BatchOptions {
    var batch = batch
    batch.reading = batch.reading.ofOwnRecords
    return batch
  }
}

extension Detector {
  /// What the job behind a report works with.
  package func reporting(_ progress: (@Sendable (Progress) -> Void)?) -> (
    batch: BatchOptions, drift: DriftOptions, context: RunContext
  ) {
    (batch, options.drift.options, context(progress, nil))
  }

  /// How much work goes into roles.
  package var effort: Pipeline.RoleEffort { options.roles.effort }
}

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

/// The values of a result, each made when it is asked for, so that a result over a million articles holds no million of them.
///
/// O(1) from value to value, plus what is in it.
public struct List<Element>: RandomAccessCollection, Sendable {
  /// How many there are.
  public let count: Int
  private let make: @Sendable (Int) -> Element

  init(count: Int, _ make: @escaping @Sendable (Int) -> Element) {
    self.count = count
    self.make = make
  }

  /// Always 0.
  public var startIndex: Int { 0 }
  /// The same as ``count``.
  public var endIndex: Int { count }
  /// The value at a place.
  public subscript(position: Int) -> Element {
    precondition((0..<count).contains(position), "Index out of range")
    return make(position)
  }
}

/// The machine that the program runs on.
enum Machine {
  /// Processors that this process may use.
  static var processors: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// Bytes of memory that there are.
  static var memory: Int { Int(clamping: ProcessInfo.processInfo.physicalMemory) }
}
