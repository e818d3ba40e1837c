/// When the versions of a story were published, as exactly as records and pages say it.
///
/// A record often has a day and no hour, and the page an hour: which of two versions of one day came first is then told by the
/// clocks that their pages print. A clock says nothing beside a version of that day without one, or where it speaks of another
/// day.
struct StoryTimes {
  /// Seconds since 1970, of members whose page tells more than their record.
  private var exact: [UInt32: Int64] = [:]
  private let published: [UInt32: Int64]

  static let day: Int64 = 86_400

  /// - Parameters:
  ///   - members: All articles of the story.
  ///   - published: The time in the record of each, `Int64.max` when unknown.
  ///   - clock: The time that the page of a member prints.
  init(_ members: [UInt32], published: (UInt32) -> Int64, clock: (UInt32) -> Int64?) {
    self.published = Dictionary(uniqueKeysWithValues: members.map { ($0, published($0)) })
    let days = Dictionary(grouping: members, by: published)
    let isWhole = days.allSatisfy { Self.clocks($0.value, of: $0.key, clock) != nil }
    for (day, group) in days {
      guard day != .max || group.count == members.count, let clocks = Self.clocks(group, of: day, clock) else { continue }
      for (member, time) in zip(group, clocks) {
        // Zones move a clock into the next day; beside times that are days it must not pass them.
        exact[member] = isWhole ? time : min(max(time, day), day + Self.day - 1)
      }
    }
  }

  /// The time of a member, `Int64.max` when unknown.
  subscript(_ member: UInt32) -> Int64 { exact[member] ?? published[member] ?? .max }

  /// The clocks of all members that one day has; nil when one of them has none, or the time is no day.
  private static func clocks(_ members: [UInt32], of day: Int64, _ clock: (UInt32) -> Int64?) -> [Int64]? {
    guard day == .max || day % Self.day == 0 else { return nil }
    let reach = RoleTuning.clockBefore..<RoleTuning.clockAfter
    let clocks = members.map(clock)
    guard clocks.allSatisfy({ time in time.map { day == .max || reach.contains($0 - day) } ?? false }) else { return nil }
    return clocks.map { $0 ?? day }
  }
}
