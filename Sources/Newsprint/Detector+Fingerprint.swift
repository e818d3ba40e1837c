package import Fingerprints
internal import Input
package import Pipeline

extension Detector {
  /// What is kept of a text to find its copies; page furniture is left out.
  ///
  /// O(words x permutations).
  ///
  /// ```swift
  /// let print = try Detector().fingerprint("The harbour of Velmora was closed on Monday after a crane fell.")
  /// assert(print.signature.count == print.parameters.permutations)
  /// ```
  public func fingerprint(_ text: String) -> Newsprint.Fingerprint {
    Newsprint.Fingerprint(TextFingerprinter.fingerprint(Array(text.utf8), with: fingerprinter))
  }

  /// Fingerprints every article of files and folders, as the report of the program needs them.
  package func fingerprints(
    in inputs: [String], _ progress: (@Sendable (Progress) -> Void)?, _ cancellation: Cancellation? = nil,
    deliver: @Sendable ([ArticleStream.Item<Fingerprints.Fingerprint>]) throws -> Void
  ) throws(NewsprintError) -> ArticleStream.Summary {
    let job = FingerprintJob(options: batch, context: context(progress, cancellation))
    return try NewsprintError.wrapping { try job.run(inputs: .paths(inputs), deliver: deliver) }
  }
}
