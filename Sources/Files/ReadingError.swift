/// What ends reading or writing as a whole; a bad record or file does not, see ``SkippedRecord``.
package struct ReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The input or output that is meant, as the user named it; nil when none is.
  package var file: String?
  /// What is wrong, without a full stop.
  package var reason: String
  /// What to do, one or two sentences; empty when nothing can be done.
  package var advice: String
  /// Whether an output is meant rather than an input.
  package var isOutput: Bool

  package init(file: String? = nil, _ reason: String, advice: String = "", isOutput: Bool = false) {
    self.file = file
    self.reason = reason
    self.advice = advice
    self.isOutput = isOutput
  }

  /// What is wrong, where, and what to do: one or two sentences.
  package var description: String {
    let end = reason.hasSuffix(".") ? "" : "."
    return (file.map { "\($0): " } ?? "") + reason + end + (advice.isEmpty ? "" : " \(advice)")
  }
}
