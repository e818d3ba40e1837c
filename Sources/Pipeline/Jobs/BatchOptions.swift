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

  package init() {}
}
