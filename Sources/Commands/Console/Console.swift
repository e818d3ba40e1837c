internal import Articles
internal import Newsprint
internal import Output
internal import Synchronization

/// Everything that a command says beside its result, on standard error: progress, skipped records, a summary.
final class Console: Sendable {
  enum Level: Int, Sendable {
    /// Errors only.
    case quiet
    case normal
    /// Every skipped record rather than the first ones.
    case verbose
  }

  let level: Level
  private let progress: Mutex<ProgressLine>
  /// Where text goes; replaced in tests.
  private let write: @Sendable (String) -> Void

  /// Messages of one kind that are printed before the others are only counted.
  static let messageLimit = 20

  init(
    level: Level, showsProgress: Bool = Terminal.standardErrorIsTerminal,
    write: @escaping @Sendable (String) -> Void = Terminal.writeError
  ) {
    self.level = level
    self.write = write
    progress = Mutex(ProgressLine(isVisible: showsProgress && level != .quiet))
  }

  /// One line for people; nothing when quiet.
  func note(_ line: String) {
    if level != .quiet { print(line) }
  }

  private func print(_ line: String) {
    clearProgress()
    write(line + "\n")
  }

  // MARK: Progress

  func show(_ event: Progress) {
    let text = progress.withLock { $0.text(for: event, now: .now) }
    if let text { write(text) }
  }

  func clearProgress() {
    let text = progress.withLock { $0.clearing() }
    if let text { write(text) }
  }

  // MARK: Records

  /// Names the records that were skipped, at most ``messageLimit`` of them unless verbose.
  func report(skipped: [Articles.SkippedRecord]) {
    name(skipped.map(\.message), more: "more skipped records")
  }

  /// Names the records that are used although something in them was ignored.
  func report(warnings: Warnings) {
    name(warnings.messages.map { "warning: " + $0 }, more: "more warnings")
  }

  private func name(_ messages: [String], more: String) {
    guard level != .quiet else { return }
    let shown = level == .verbose ? messages.count : min(messages.count, Self.messageLimit)
    for message in messages[..<shown] { print(message) }
    let left = messages.count - shown
    if left > 0 { print("... and \(Decimals.grouped(left)) \(more); use --verbose to see each") }
  }
}
