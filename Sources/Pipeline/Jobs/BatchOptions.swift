package import Fingerprints
package import Copies
package import Input

/// What decides the result of a run over a batch.
package struct BatchOptions: Sendable {
  package var reading = ReadingOptions()
  package var fingerprint = FingerprintConfiguration()
  package var copies = CopyRule()
  package var stories = StoryOptions()
  package var keep = Keep.original

  package init() {}
}

/// Where a run stands, for whoever shows it.
package enum Progress: Sendable {
  /// Bytes of the input that were read, of how many in all (0 when that is unknown).
  case reading(bytes: Int, of: Int)
  case stage(Stage)

  package enum Stage: String, Sendable {
    case copies = "verifying copies"
    case stories = "matching stories"
    case roles = "telling originals from copies"
    case flags = "looking for faults"
    case comparing = "comparing versions"
    case writing = "writing"
  }
}
