internal import Articles
internal import Files
internal import FoundationEssentials
internal import Glibc
internal import Lexicon
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

  /// Names and texts of the data may be in the line: what a terminal would obey is spelt out.
  private func print(_ line: String) {
    clearProgress()
    write(Visible.text(line) + "\n")
  }

  /// Says where the knowledge of words comes from when that is not the WordNet which a person expects.
  func noteLexicon() {
    if let message = LexiconNote.message { note(message) }
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
  ///
  /// Where none was read they all have one fault as a rule, such as a field of another name: that is said once for each file.
  func report(skipped: [Articles.SkippedRecord], read: Int = 1) {
    guard read == 0, level != .verbose else { return name(skipped.map(\.message), more: "more skipped records") }
    var first: [[String]: Int] = [:]
    var groups: [(record: Articles.SkippedRecord, count: Int)] = []
    for record in skipped {
      let group = first[[record.file, record.reason], default: groups.count]
      first[[record.file, record.reason]] = group
      if group == groups.count { groups.append((record, 0)) }
      groups[group].count += 1
    }
    let messages = groups.map { record, count in
      record.message + (count > 1 ? " (and so in \(Decimals.counted(count - 1, "more record", "more records")))" : "")
    }
    name(messages, more: "more skipped records")
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

/// The line that is drawn over and over on a terminal: what is being done, how far, how fast, how long it will take.
struct ProgressLine: Sendable {
  let isVisible: Bool
  private let start: ContinuousClock.Instant
  private var lastDrawn: ContinuousClock.Instant?
  private var isDrawn = false

  /// Time between two drawings: fast enough to look alive, slow enough to cost nothing.
  private static let pause = Duration.milliseconds(100)
  /// Seconds from which a rate says something.
  private static let leastTime = 0.05

  init(isVisible: Bool, start: ContinuousClock.Instant = .now) {
    self.isVisible = isVisible
    self.start = start
  }

  /// What to write for `event`, nil when nothing is due.
  mutating func text(for event: Progress, now: ContinuousClock.Instant) -> String? {
    guard isVisible else { return nil }
    switch event {
    case .reading(let bytes, let total):
      if let lastDrawn, now - lastDrawn < Self.pause { return nil }
      return draw(Self.reading(bytes: bytes, of: total, after: now - start), now)
    case .stage(let stage):
      return draw(stage.words, now)
    }
  }

  /// What to write so that other text can follow, nil when there is nothing to remove.
  mutating func clearing() -> String? {
    guard isDrawn else { return nil }
    isDrawn = false
    return "\r\u{1B}[K"
  }

  private mutating func draw(_ line: String, _ now: ContinuousClock.Instant) -> String {
    lastDrawn = now
    isDrawn = true
    return "\r\u{1B}[K\(line.prefix(78))"
  }

  /// Such as `reading 45 %  90.1 MB of 202.4 MB  120.5 MB/s  1 s left`.
  static func reading(bytes: Int, of total: Int, after elapsed: Duration) -> String {
    let seconds = elapsed.seconds
    let rate = seconds > leastTime ? Double(bytes) / seconds : 0
    let speed = rate > 0 ? "  \(Decimals.bytes(Int(rate)))/s" : ""
    guard total > 0 else { return "reading  \(Decimals.bytes(bytes))\(speed)" }
    let percent = min(100, bytes * 100 / total)
    let left = rate > 0 && bytes < total ? "  \(Int((Double(total - bytes) / rate).rounded(.up))) s left" : ""
    return "reading \(percent) %  \(Decimals.bytes(bytes)) of \(Decimals.bytes(total))\(speed)\(left)"
  }
}

extension Progress.Stage {
  /// What is being done, for people.
  var words: String {
    switch self {
    case .copies: "verifying copies"
    case .changes: "looking for changed facts in copies"
    case .stories: "matching stories"
    case .roles: "telling originals from copies"
    case .flags: "looking for faults"
    case .writing: "writing"
    }
  }
}

extension Duration {
  /// In seconds, with a fraction.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

/// What to say about WordNet: the rules that weigh meanings are weaker without it.
enum LexiconNote {
  /// Nil where WordNet is read from the place that was asked for.
  static var message: String? {
    let lexicon = Lexicon.standard
    let asked = WordNet.askedFolder
    guard let folder = lexicon.folder else {
      let places = WordNet.defaultFolders.map(Visible.text).joined(separator: ", ")
      return "WordNet was not found (\(places)): what words mean comes from the own lists alone, and fewer changes are found. "
        + "Install wordnet-base, or name its folder in WNSEARCHDIR."
    }
    guard let asked, asked != folder else { return nil }
    return "WNSEARCHDIR names \(Visible.text(asked)), where no WordNet is: the one in \(Visible.text(folder)) is used."
  }
}

/// What the process knows about where it runs.
///
/// Every call into the C library of this module.
enum Terminal {
  static var standardErrorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes to standard error as it is; what cannot be written is lost, as there is nowhere left to say so.
  static func writeError(_ text: String) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        // SAFETY: the rest of the buffer lies inside it and stays valid for the call.
        unsafe write(STDERR_FILENO, UnsafeRawBufferPointer(rebasing: buffer[written...]).baseAddress, bytes.count - written)
      }
      guard count > 0 else { return }
      written += count
    }
  }

  /// The most memory that the process has had at a time, in bytes; nil where the system does not tell.
  static var peakMemory: Int? {
    var usage = rusage()
    // SAFETY: `usage` lives through the call, which only fills it.
    guard unsafe getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return nil }
    return usage.ru_maxrss * 1024
  }
}
