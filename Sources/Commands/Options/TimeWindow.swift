internal import ArgumentParser

/// A span of time as people write it: "90m", "72h", "7d", "2w".
struct TimeWindow: ExpressibleByArgument {
  let seconds: Int64

  private static let units: [Character: Int64] = ["m": 60, "h": 3_600, "d": 86_400, "w": 604_800]
  /// A hundred years: more is a slip.
  private static let most: Int64 = 3_155_760_000

  init?(argument: String) {
    guard let last = argument.last, let unit = Self.units[last], let count = Int64(argument.dropLast()), count > 0,
      count <= Self.most / unit
    else { return nil }
    seconds = count * unit
  }
}
