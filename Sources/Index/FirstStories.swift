internal import GRDB
internal import Pipeline

/// Gives articles that waited their stories, as far as their events have no others, some events a transaction: to place a million
/// takes the better part of a minute, in which others could write nothing.
///
/// Each transaction leaves whole events; what is not placed yet waits on.
struct FirstStories {
  let index: IndexFile
  let scope: String
  let found: WholeRun.Found
  /// Articles of a transaction, and transactions, at most: the tests have few.
  var together = IndexTuning.placedTogether
  var mostParts = Int.max

  /// Stories and members of an event.
  private struct Event {
    var number: Int
    var stories: [Int] = []
    var first = UInt32.max
    var size = 0
  }

  /// - Returns: whether each article of the run was placed; empty where none waited.
  func place() throws -> [Bool] {
    guard !found.waiting.isEmpty else { return [] }
    var placed = [Bool](repeating: false, count: found.numbers.count)
    var part: [Event] = []
    var (size, parts) = (0, 0)
    func placePart() throws {
      guard !part.isEmpty, parts < mostParts else { return }
      parts += 1
      for event in try index.write({ try place(part, $0) }) {
        for story in event.stories { for article in found.stories[story].members { placed[Int(article)] = true } }
      }
      part = []
      size = 0
    }
    for event in events() {
      part.append(event)
      size += event.size
      if size >= together { try placePart() }
    }
    try placePart()
    return placed
  }

  /// The events of which all articles waited, in the order of their first ones: those lie side by side in the file.
  private func events() -> [Event] {
    let haveWaited = found.haveWaited
    var events = (0..<found.events.count).map { Event(number: $0) }
    var isMixed = [Bool](repeating: false, count: events.count)
    for (story, grouped) in found.stories.enumerated() {
      let members = grouped.members
      guard let first = members.first else { continue }
      let event = Int(found.members[Int(first)].event)
      events[event].stories.append(story)
      events[event].size += members.count
      for article in members {
        events[event].first = min(events[event].first, article)
        let member = found.members[Int(article)]
        let isInside = Int(member.event) == event && Int(found.members[Int(member.parent)].event) == event
        if !isInside || !haveWaited[Int(article)] { isMixed[event] = true }
      }
    }
    return events.filter { $0.size > 0 && !isMixed[$0.number] }.sorted { $0.first < $1.first }
  }

  /// - Returns: the events that were placed: not those of which an article is gone, or has a story meanwhile.
  private func place(_ events: [Event], _ database: Database) throws -> [Event] {
    let settlement = Settlement(database, scope: scope)
    guard let waiting = try WaitingRoom(database: database, scope: scope).story() else { return [] }
    let home = try database.cachedStatement(sql: "SELECT story FROM article WHERE number = ?")
    let place = try Settlement.placing(database)
    return try events.filter { event in
      for story in event.stories {
        for article in found.stories[story].members {
          guard try Int64.fetchOne(home, arguments: [found.numbers[Int(article)]]) == waiting else { return false }
        }
      }
      let number = try settlement.makeEvent(found.events[event.number])
      for story in event.stories {
        let name = try settlement.makeStory(found.stories[story].id, event: number)
        for article in found.stories[story].members {
          let (article, member) = (Int(article), found.members[Int(article)])
          let parent = Int(member.parent)
          try place.execute(arguments: [
            name, member.role.rawValue, parent == article ? nil : found.numbers[parent], Double(member.similarity),
            !found.isFaithfulCopy(article), found.numbers[article],
          ])
        }
      }
      return true
    }
  }
}
