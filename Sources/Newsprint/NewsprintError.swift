internal import Files
internal import Fingerprints
internal import Pipeline

/// What ends a run as a whole: what is wrong, where, what to do about it, and what it came from.
///
/// A record that cannot be used ends nothing, see ``SkippedRecord``.
///
/// ```swift
/// do {
///   _ = try Detector().stories(in: ["no-such-batch.jsonl"])
/// } catch {
///   if error.code == .input { print(error.location?.file ?? "-", error.advice) }
/// }
/// ```
public struct NewsprintError: Error, Sendable, CustomStringConvertible {
  /// A kind of error, for programs to branch on; new kinds may be added.
  public struct Code: Sendable, Hashable, RawRepresentable {
    /// The kind's name, which stays the same from version to version.
    public let rawValue: String

    /// A kind by its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// An input is missing, cannot be read, or was changed while it was read.
    public static let input = Code(rawValue: "input")
    /// An output cannot be written.
    public static let output = Code(rawValue: "output")
    /// A temporary file cannot be made or written.
    public static let temporary = Code(rawValue: "temporary")
    /// An option is out of its range.
    public static let options = Code(rawValue: "options")
    /// Two articles of one batch in memory have one id.
    public static let repeatedID = Code(rawValue: "repeated-id")
    /// Two fingerprints were made with different parameters.
    public static let mismatch = Code(rawValue: "mismatch")
    /// The run was cancelled, see ``Cancellation``.
    public static let cancelled = Code(rawValue: "cancelled")
    /// What went wrong has no kind of its own; see ``NewsprintError/cause``.
    public static let other = Code(rawValue: "other")
  }

  /// Where something is wrong.
  public struct Location: Sendable, Hashable {
    /// The input's name as it was given.
    public var file: String
    /// The line, from 1; nil when the whole file is meant.
    public var line: Int?

    /// A line of a file.
    public init(file: String, line: Int? = nil) {
      self.file = file
      self.line = line
    }
  }

  /// The kind of error.
  public let code: Code
  /// What is wrong, a sentence.
  public let reason: String
  /// Where; nil when it is nowhere in the inputs.
  public let location: Location?
  /// What to do, a sentence.
  public let advice: String
  /// The error that was met underneath, where there was one.
  public let cause: (any Error)?

  /// Place, reason and advice, for people.
  public var description: String {
    let place = location.map { location in "\(location.file):\(location.line.map { "\($0):" } ?? "") " } ?? ""
    return place + reason + (advice.isEmpty ? "" : " " + advice)
  }

  init(_ code: Code, _ reason: String, at location: Location? = nil, advice: String, cause: (any Error)? = nil) {
    self.code = code
    self.reason = reason
    self.location = location
    self.advice = advice
    self.cause = cause
  }
}

extension NewsprintError {
  /// Runs `body` and gives its errors as errors of the library.
  static func wrapping<Result>(_ body: () throws -> Result) throws(NewsprintError) -> Result {
    do { return try body() } catch { throw NewsprintError(error) }
  }

  init(_ error: any Error) {
    switch error {
    case let error as NewsprintError: self = error
    case let error as ReadingError:
      self.init(
        Code(error.code), error.reason + (error.reason.hasSuffix(".") ? "" : "."),
        at: error.location.map { Location(file: $0.path, line: $0.line) }, advice: error.advice ?? "", cause: error)
    case FingerprintError.mismatch:
      self.init(.mismatch, "\(error)", advice: "Make both with the same parameters.", cause: error)
    case is FingerprintError: self.init(.options, "\(error)", advice: "Choose parameters in range.", cause: error)
    case is RunCancelled: self.init(.cancelled, "The run was cancelled.", advice: "Start it again.", cause: error)
    default: self.init(.other, "\(error)", advice: "", cause: error)
    }
  }
}

extension NewsprintError.Code {
  init(_ code: ReadingError.Code) {
    switch code {
    case .usage: self = .options
    case .unwritable, .wouldOverwrite: self = .output
    case .temporary: self = .temporary
    case .unreadable, .noArticles, .changed, .tooLarge, .content: self = .input
    }
  }
}
