internal import Credits

/// Counts an event's sources that do not copy from each other, see ``IndependentSources``.
enum EventSources {
  static func count(_ result: ClusterJob.Result) -> [Int] {
    var members = [[IndependentSources.Member]](repeating: [], count: result.events.count)
    for article in result.batch.corpus.active {
      let member = result.members[Int(article)]
      guard result.articlesOfEvent[Int(member.event)] > 1 else { continue }
      let site = result.batch.corpus.table.sites[Int(article)]
      members[Int(member.event)].append(
        IndependentSources.Member(
          story: result.stories[Int(member.story)].id, agencies: result.credits[Int(article)].agencies,
          outlet: site == 0 ? nil : String(site, radix: 16), isOriginal: member.original == article))
    }
    return members.map { $0.isEmpty ? 1 : IndependentSources.count($0) }
  }
}

/// Marks the copies of a credited story that name no agency.
enum LostCredits {
  /// A story is credited when its original is beyond doubt, or at least half of its other copies are: one may have kept what the
  /// version that is taken for the original lost. Only copies of the same text can lose a credit; other reports never had it.
  static func mark(_ result: inout ClusterJob.Result) {
    for story in result.stories where story.members.count > 1 {
      let versions = story.members.filter { result.members[Int($0)].role != .composite }
      guard let original = story.members.first.map({ result.members[Int($0)].original }) else { continue }
      let credited = versions.count { result.credits[Int($0)].isSure }
      let isCredited = result.credits[Int(original)].isSure || (credited > 0 && credited * 2 >= versions.count)
      guard isCredited else { continue }
      for article in versions where !result.credits[Int(article)].mayCredit {
        let role = result.members[Int(article)].role
        if isSameText(role) || role == .machineRewrite || role == .original { result.members[Int(article)].isCreditLost = true }
      }
    }
  }

  /// Whether an article of that role is its original's text but for edits.
  static func isSameText(_ role: Role) -> Bool { [.reprint, .edited, .excerpt].contains(role) }
}
