package import Glibc

/// What ends a job as a whole: an input, output or temporary file that cannot be had; a bad record does not, see
/// ``SkippedRecord``.
package struct ReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of failure it is, for programs.
  package enum Code: String, Sendable, Hashable {
    /// No input was named, or one twice that can be read only once.
    case usage
    /// An input does not exist, or cannot be opened or read to its end.
    case unreadable
    /// A folder has nothing to read.
    case noArticles
    /// An input was changed between its first and its second reading.
    case changed
    /// An output cannot be made, written, or put in its place.
    case unwritable
    /// A temporary file cannot be made or written.
    case temporary
    /// An output would take the place of an input or of another output.
    case wouldOverwrite
    /// More than fits in memory or in a number.
    case tooLarge
    /// A file's content is not what the command needs.
    case content
  }

  /// Where it happened.
  package struct Location: Sendable, Hashable {
    package var path: String
    /// From 1; nil when the whole file is meant.
    package var line: Int?

    package init(_ path: String, line: Int? = nil) {
      self.path = path
      self.line = line
    }
  }

  package let code: Code
  package let location: Location?
  /// What is wrong, the middle of a sentence without its full stop.
  package let reason: String
  /// What to do, a sentence; nil when there is nothing.
  package let advice: String?
  /// What the system said.
  package let cause: SystemError?

  package init(_ code: Code, _ reason: String, at location: Location? = nil, advice: String? = nil, cause: SystemError? = nil) {
    self.code = code
    self.location = location
    self.reason = reason
    self.advice = advice
    self.cause = cause
  }

  /// Place, reason and advice, such as `a.jsonl: no such file or directory. Check the path.`.
  package var description: String {
    let place = location.map { location in location.line.map { "\(location.path):\($0): " } ?? "\(location.path): " } ?? ""
    return place + reason + "." + (advice.map { " " + $0 } ?? "")
  }
}

/// The reason that the system gave for its last refusal.
package struct SystemError: Error, Hashable {
  package let code: Int32

  package init(code: Int32 = errno) { self.code = code }

  /// Lower case, to stand in the middle of a sentence: `no space left on device`.
  package var reason: String {
    // SAFETY: `strerror` returns a terminated string that is copied at once.
    let text = unsafe String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
