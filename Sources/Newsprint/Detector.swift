internal import Fingerprints
internal import Input
internal import Pipeline

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
    batch.reading.fields = .init()
    batch.reading.maxRecordBytes = 1 << 30
    return batch
  }
}
