internal import Newsprint
internal import Output

/// The line that is drawn over and over on a terminal: what is being done, how far, how fast, how long it will take.
struct ProgressLine: Sendable {
  let isVisible: Bool
  private let start: ContinuousClock.Instant
  private var lastDrawn: ContinuousClock.Instant?
  private var isDrawn = false

  /// Time between two drawings: fast enough to look alive, slow enough to cost nothing.
  private static let pause = Duration.milliseconds(100)

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
    let rate = seconds > 0.05 ? Double(bytes) / seconds : 0
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
