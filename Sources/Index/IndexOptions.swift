package import Pipeline

/// How articles are put into an index, or asked about.
package struct IndexOptions: Sendable {
  package var batch: BatchOptions
  /// The part of the index that is meant: articles see no others than those of their own.
  package var scope = ""
  /// Seconds that a stored article may have been published before or after a new one to be held against it; nil for any time.
  ///
  /// An article without a date is in every window.
  package var window: Int64?
  /// Articles that one transaction takes at most.
  package var batchArticles = IndexTuning.batchArticles

  /// When new articles get their stories.
  package var placing = Placing.atOnce
  /// From so many on they are many.
  var bulkArticles = IndexTuning.bulkArticles

  /// When new articles get their stories.
  package enum Placing: Sendable {
    /// Each in the transaction that stores it.
    case atOnce
    /// Many are stored first and get them together at the end of the addition, which is less work; see ``WaitingRoom``.
    case together
    /// The addition stores only; the next one that does not, or ``IndexFile/refresh(options:roles:context:)``, places them.
    case later
  }

  package init(_ batch: BatchOptions = BatchOptions()) { self.batch = batch }

  /// Bytes that a run over everything may take where nobody says how many.
  package static var usualMemory: Int { IndexTuning.memory }
}
