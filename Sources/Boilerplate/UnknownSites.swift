internal import Articles
internal import Synchronization

/// The lines of articles whose outlet is not known, of a sample: a batch without sources is taken for one site, of which only
/// lines that many articles have are the page's, and a few thousand articles tell which.
///
/// The sample is those articles whose text hashes lowest. So it is the same in whatever order and in however many parts the
/// articles come, and takes no more memory for a million of them.
struct UnknownSites: Sendable {
  private(set) var occurrences: [RecurringLines.Occurrence] = []
  /// Texts that are taken in.
  private static let texts = 4096
  /// Lines at the beginning and at the end that are looked at, beside those at the margin.
  private static let (firstLines, lastLines) = (2, 4)
  /// So many lines, and those of the lowest texts alone are kept.
  private var most = 1 << 13
  /// No text that lies higher can come into the sample any more.
  private(set) var ceiling = UInt64.max

  mutating func add(_ scan: BoilerplateScan) {
    let lines = scan.lines
    guard let first = lines.prefix(Self.firstLines).last, let last = lines.suffix(Self.lastLines).first else { return }
    for line in scan.shortLines {
      let range = line.range.indices
      guard line.isMargin || range.lowerBound <= first.lowerBound || range.lowerBound >= last.lowerBound else { continue }
      occurrences.append(.init(line: line.hash, site: 0, body: scan.body))
    }
    shorten()
  }

  mutating func add(_ others: [RecurringLines.Occurrence]) {
    occurrences += others
    shorten()
  }

  /// The lines of the sample, and what share of all texts it is.
  consuming func sample() -> (occurrences: [RecurringLines.Occurrence], share: Double) {
    guard let highest = keepLowest() else { return (occurrences, 1) }
    return (occurrences, (Double(highest) + 1) / 0x1p64)
  }

  private mutating func shorten() {
    guard occurrences.count > most else { return }
    if let highest = keepLowest() { ceiling = highest }
    most = max(most, occurrences.count * 2)
  }

  /// Leaves out all but the lowest texts; the place of the highest of those, nil when there are fewer.
  ///
  /// Exactly so many may be what is left of more.
  private mutating func keepLowest() -> UInt64? {
    let places = Set(occurrences.map { Self.place($0.body) }).sorted()
    guard places.count >= Self.texts else { return nil }
    let highest = places[Self.texts - 1]
    occurrences.removeAll { Self.place($0.body) > highest }
    return highest
  }

  /// Where a text lies: the sample is the lowest.
  static func place(_ body: UInt64) -> UInt64 {
    let mixed = (body ^ body >> 31) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }
}

/// How high a text may lie that can still come into the sample of ``RecurringLines``, for all threads that read a batch.
package final class SampleCeiling: Sendable {
  private let highest = Atomic<UInt64>(.max)

  package init() {}

  /// Of which articles of a site the margins are wanted.
  package func margins(site: UInt64) -> WantedMargins { site == 0 ? .sample(upTo: highest.load(ordering: .relaxed)) : .all }

  /// Lowers it to what `lines` know, which has seen more than those who ask.
  package func lower(to lines: borrowing RecurringLines) { highest.store(lines.ceiling, ordering: .relaxed) }
}
