package import Fingerprints
package import Copies
package import Input

/// What decides the result of a run over a batch.
package struct BatchOptions: Sendable {
  package var reading = ReadingOptions()
  package var fingerprint = FingerprintConfiguration()
  package var copies = CopyRule()
  package var stories = StoryOptions()
  package var keep = KeepRule()
  /// Bytes of memory that `dedupe` may take for keys and sorting, about; nil for any.
  ///
  /// What it keeps of each article beside the keys is not in it.
  package var memory: Int?

  package init() {}
}

/// How much memory a run may take for what can go to files, and where these are made.
struct MemoryLimit: Sendable, Hashable {
  var bytes: Int
  /// nil is TMPDIR, or else /tmp.
  var folder: String?

  init?(_ options: BatchOptions) {
    guard let bytes = options.memory else { return nil }
    self.bytes = bytes
    folder = options.reading.temporaryFolder
  }

  /// Bytes of keys that are in memory before they go to a file.
  var keys: Int { bytes / 16 }
  /// Bytes for what is sorted at a time.
  var sorting: Int { bytes / 4 }
}
