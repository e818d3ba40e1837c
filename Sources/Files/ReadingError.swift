/// What ends reading as a whole; a bad record or file does not, see ``SkippedRecord``.
package struct ReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, where, and what to do: one or two sentences.
  package var description: String

  package init(_ description: String) { self.description = description }
}
