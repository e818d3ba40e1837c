/// What ends reading as a whole; a bad record or file does not, see ``SkippedRecord``.
package struct ReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, where, and what to do: one or two sentences.
  package var description: String

  package init(_ description: String) { self.description = description }
}

/// A stream that ends before its data does: what was read stays good, the reason is told for the file.
struct BrokenStream: Error {
  /// The rest of a sentence about the file.
  var reason: String
}
