internal import Resources

/// The words that stand in dates, from `dates.tsv`: kind, word, value.
struct DateWords: Sendable {
  /// Before or after noon.
  enum Half: Sendable { case morning, afternoon }

  /// What a zone's name means.
  enum Zone: Sendable, Equatable {
    /// Seconds ahead of UTC.
    case fixed(Int64)
    /// A zone of the United States that keeps summer time: seconds ahead of UTC in winter.
    case american(Int64)

    /// Seconds ahead of UTC on a day, given in days since 1970.
    func offset(days: Int64, year: Int64) -> Int64 {
      switch self {
      case .fixed(let seconds): return seconds
      case .american(let seconds):
        // From the second Sunday of March to the first of November (Energy Policy Act of 2005).
        let begins = Self.sunday(2, year: year, month: 3), ends = Self.sunday(1, year: year, month: 11)
        return days >= begins && days < ends ? seconds + 3600 : seconds
      }
    }

    private static func sunday(_ number: Int64, year: Int64, month: Int64) -> Int64 {
      guard let first = PublicationDate.days(year: year, month: month, day: 1) else { return 0 }
      // 1970-01-01 was a Thursday.
      let weekday = ((first + 4) % 7 + 7) % 7
      return first + (7 - weekday) % 7 + (number - 1) * 7
    }
  }

  private(set) var months: [String: Int64] = [:]
  private(set) var halves: [String: Half] = [:]
  private(set) var zones: [String: Zone] = [:]
  /// `st`, `nd` and the like behind a day.
  private(set) var ordinals: Set<String> = []
  /// Weekdays, and words such as `at` and `published` that say nothing about the time.
  private(set) var fillers: Set<String> = []

  static let shared = DateWords()

  private init() {
    for row in Resource.rows("months.tsv") where row.count == 3 {
      let name = row[1].hasSuffix(".") ? row[1].dropLast() : row[1]
      months[name.lowercased()] = Int64(row[2])
    }
    for row in Resource.rows("dates.tsv") where row.count == 3 {
      let word = String(row[1])
      let seconds = Int64(row[2]).map { $0 * 60 }
      switch row[0] {
      case "zone": zones[word] = seconds.map(Zone.fixed)
      case "american": zones[word] = seconds.map(Zone.american)
      case "half": halves[word] = row[2] == "am" ? .morning : .afternoon
      case "ordinal": ordinals.insert(word)
      default: fillers.insert(word)
      }
    }
  }
}
